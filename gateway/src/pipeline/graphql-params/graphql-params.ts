import { PublicError } from '@yiwang/errors';
import { MAX_JSON_DEPTH, nestsDeeperThan } from '@yiwang/service/http';
import { isRecord } from '../../util/is-record.ts';
import type { GraphqlParams, Incoming } from '../request/request.ts';

type Sent = Pick<Incoming, 'method' | 'search' | 'body'>;

/** The parameters of the GraphQL-over-HTTP specification beside the query. */
const OPTIONAL = ['operationName', 'variables', 'extensions'];

/**
 * Returns the decoded parameters of a request. `operationName: ""`, and empty or null parameters of a query string, count as
 * missing: tools send them.
 *
 * @throws PublicError BAD_REQUEST when variables or extensions of a query string nest too deep; a body is checked when it is read
 */
export function decodeParams({ method, search, body }: Sent): GraphqlParams {
  return method === 'GET' ? decodeSearch(search) : decode(isRecord(body) ? body : {}, isRecord(body));
}

function decodeSearch(search: string): GraphqlParams {
  const given = new URLSearchParams(search);
  const isRepeated = ['query', ...OPTIONAL].some((name) => given.getAll(name).length > 1);
  let isJson = true;
  const [variables, extensions] = ['variables', 'extensions'].map((name) => {
    const text = given.get(name) ?? '';
    if (text === '') return null;
    try {
      const value: unknown = JSON.parse(text);
      checkDepth(name, value);
      return value;
    } catch (error) {
      if (error instanceof PublicError) throw error;
      isJson = false;
      return null;
    }
  });
  const operationName = given.get('operationName');
  const params = {
    query: given.get('query') ?? '',
    operationName: operationName === 'null' ? null : operationName,
    variables,
    extensions,
    documentId: given.get('documentId'),
  };
  return decode(params, isJson && !isRepeated);
}

function decode(given: Readonly<Record<string, unknown>>, isReadable: boolean): GraphqlParams {
  const { query, variables, extensions, documentId } = given;
  const operationName = given['operationName'] === '' ? null : given['operationName'];
  return {
    query: typeof query === 'string' ? query : '',
    operationName: typeof operationName === 'string' ? operationName : undefined,
    variables: isRecord(variables) ? variables : undefined,
    extensions: isRecord(extensions) ? extensions : undefined,
    documentId,
    isWellFormed:
      isReadable &&
      (operationName == null || typeof operationName === 'string') &&
      (variables == null || isRecord(variables)) &&
      (extensions == null || isRecord(extensions)),
    isPersisted: false,
  };
}

/** Returns the parameters with the document in place of its hash. */
export function withDocument(params: GraphqlParams, query: string): GraphqlParams {
  const { persistedQuery: _, ...others } = params.extensions ?? {};
  const extensions = Object.keys(others).length > 0 ? others : undefined;
  return { ...params, query, extensions, documentId: undefined, isPersisted: true };
}

/** Returns the request as Apollo Server reads it: the document in place of its hash, and no empty parameters. */
export function encodeParams({ method, search, body, params }: Sent & { params: GraphqlParams }): {
  search: string;
  body: unknown;
} {
  if (method === 'GET') return { search: encodeSearch(search, params), body };
  if (!isRecord(body)) return { search, body };
  const { operationName } = body;
  const given = operationName === '' ? { ...body, operationName: null } : body;
  if (!params.isPersisted) return { search, body: given };
  const { documentId: _, extensions: __, ...rest } = given;
  const { query, extensions } = params;
  return { search, body: { ...rest, query, ...(extensions && { extensions }) } };
}

function encodeSearch(search: string, { isPersisted, query, extensions }: GraphqlParams): string {
  const all = [...new URLSearchParams(search)];
  const kept = all.filter(([name, value]) => !OPTIONAL.includes(name) || !/^(null)?$/.test(value));
  if (!isPersisted) return kept.length === all.length ? search : `?${new URLSearchParams(kept)}`;
  const encoded = new URLSearchParams(kept);
  encoded.delete('extensions');
  encoded.delete('documentId');
  encoded.set('query', query);
  if (extensions) encoded.set('extensions', JSON.stringify(extensions));
  return `?${encoded}`;
}

function checkDepth(name: string, value: unknown): void {
  if (!nestsDeeperThan(MAX_JSON_DEPTH, value)) return;
  throw new PublicError(
    'BAD_REQUEST',
    `The parameter ${name} nests deeper than ${MAX_JSON_DEPTH} levels. Send flatter JSON.`,
  );
}
