import type { ExecutionResult, GraphQLError } from 'graphql';

const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';

export type MediaType = typeof JSON_TYPE | typeof GRAPHQL_TYPE;

/** Accept headers that most clients send; the last one is the gateway's. */
const PLAIN_ACCEPTS = new Map<string | undefined, MediaType>([
  [undefined, JSON_TYPE],
  ['', JSON_TYPE],
  ['*/*', JSON_TYPE],
  [JSON_TYPE, JSON_TYPE],
  [GRAPHQL_TYPE, GRAPHQL_TYPE],
  [`${GRAPHQL_TYPE}, ${JSON_TYPE};q=0.9`, GRAPHQL_TYPE],
]);

export interface HttpAnswer {
  status: number;
  contentType: string;
  body: string;
}

/**
 * Chooses the first media type of an Accept header that a response can have, ignoring weights.
 *
 * @returns null when it has none
 */
export function chooseMediaType(accept: string | undefined): MediaType | null {
  const plain = PLAIN_ACCEPTS.get(accept);
  if (plain) return plain;
  for (const range of accept!.replace(/\s/g, '').toLowerCase().split(',')) {
    const [type, ...parameters] = range.split(';');
    const charset = parameters.find((parameter) => parameter.startsWith('charset='));
    if (charset && charset !== 'charset=utf-8' && charset !== 'charset=utf8') continue;
    if (type === GRAPHQL_TYPE) return GRAPHQL_TYPE;
    if (type === JSON_TYPE || type === 'application/*' || type === '*/*') return JSON_TYPE;
  }
  return null;
}

/** The response to an operation that was executed, with or without errors. */
export function writeResult(
  { errors, ...result }: ExecutionResult,
  mediaType: MediaType,
  formatError: (error: unknown) => GraphQLError,
): HttpAnswer {
  // Without a replacer: calling one for each value would take longer than everything else.
  const body = JSON.stringify(errors ? { errors: errors.map(formatError), ...result } : result);
  return { status: 200, contentType: `${mediaType}; charset=utf-8`, body };
}

/** The response to an operation that cannot be executed. Clients of plain JSON expect status 200 even then. */
export function writeErrors(
  errors: readonly GraphQLError[],
  mediaType: MediaType,
  formatError: (error: unknown) => GraphQLError,
): HttpAnswer {
  const status = mediaType === JSON_TYPE ? 200 : 400;
  return { ...writeResult({ errors }, mediaType, formatError), status };
}
