import type { TextRequest } from '@yiwang/engine';
import { PublicError } from '@yiwang/errors';
import { MAX_JSON_DEPTH, nestsDeeperThan } from '@yiwang/http-server';
import { acceptedMediaType, acceptsParts, JSON_TYPE } from '../http/media-type.ts';
import { isRecord } from '../is-record.ts';
import type { Identified, Readable } from '../pipeline.ts';

/**
 * Stage 3 of 5. Finds the GraphQL document and how to answer. Whether the request is well formed
 * otherwise, Apollo Server checks; what it does not know to refuse is refused here.
 */
export function read(request: Identified): Readable {
  if (request.method !== 'GET' && request.method !== 'POST') {
    throw new PublicError(
      'METHOD_NOT_ALLOWED',
      `${request.method} is not served here; send POST, or GET for queries.`,
    );
  }
  if (Array.isArray(request.body)) {
    throw new PublicError(
      'BAD_REQUEST',
      'Several operations in one request (a JSON array) are not served; send one for each.',
    );
  }
  // Before anything runs: a mutation must not happen when its outcome cannot be told.
  const { accept } = request.headers;
  const inParts = acceptsParts(accept);
  // An answer that has no parts is sent as JSON, also to who named multipart only.
  const mediaType = acceptedMediaType(accept) ?? (inParts ? JSON_TYPE : null);
  if (!mediaType) {
    throw new PublicError(
      'NOT_ACCEPTABLE',
      'Answers are application/graphql-response+json or application/json.',
    );
  }
  const source = request.method === 'GET' ? readSearch(request.search) : readBody(request.body);
  const plain = request.method === 'POST' ? readPlain(request.body, request) : null;
  return { ...request, mediaType, source, plain: plain && inParts ? { ...plain, inParts } : plain };
}

/** As `plain` of a body, for a request by GET. Null where the server has something to explain. */
export function readPlainSearch({ search, ...request }: Identified): TextRequest | null {
  const { variables = '', extensions = '', ...parameters } = Object.fromEntries(new URLSearchParams(search));
  try {
    const [givenVariables, givenExtensions] = [variables, extensions].map((text) =>
      text === '' ? null : (JSON.parse(text) as unknown),
    );
    return readPlain({ ...parameters, variables: givenVariables, extensions: givenExtensions }, request);
  } catch {
    return null;
  }
}

/** A body that holds a query, perhaps its name and variables, and nothing else that has a meaning. */
function readPlain(
  body: unknown,
  { signal, caller }: Pick<Identified, 'signal' | 'caller'>,
): TextRequest | null {
  if (!isRecord(body)) return null;
  const { query, operationName, variables, extensions } = body;
  if (typeof query !== 'string' || query === '' || extensions != null) return null;
  if (operationName != null && (typeof operationName !== 'string' || operationName === '')) return null;
  if (variables != null && !isRecord(variables)) return null;
  return {
    query,
    operationName: operationName ?? undefined,
    variables: variables ?? undefined,
    signal,
    caller,
  };
}

function readBody(body: unknown): string {
  const query = typeof body === 'object' && body !== null && 'query' in body ? body.query : '';
  return typeof query === 'string' ? query : '';
}

function readSearch(search: string): string {
  const parameters = new URLSearchParams(search);
  // A body's depth has been checked when it was read.
  for (const name of ['variables', 'extensions']) checkDepth(name, parameters.get(name) ?? '');
  return parameters.get('query') ?? '';
}

function checkDepth(name: string, json: string): void {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return; // Apollo Server says so.
  }
  if (nestsDeeperThan(MAX_JSON_DEPTH, value)) {
    throw new PublicError('BAD_REQUEST', `The parameter ${name} nests deeper than ${MAX_JSON_DEPTH} levels.`);
  }
}
