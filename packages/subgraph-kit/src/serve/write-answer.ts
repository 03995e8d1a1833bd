import type { ExecutionResult, GraphQLError } from 'graphql';

const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';

export type MediaType = typeof JSON_TYPE | typeof GRAPHQL_TYPE;

/** What clients send over and over, the gateway last. */
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
 * The first media type of an Accept header that answers come in; weights do not count.
 *
 * @returns null when there is none
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

/** The answer to a request whose operation was carried out, in whole or in part. */
export function writeResult(
  { errors, ...result }: ExecutionResult,
  mediaType: MediaType,
  formatError: (error: unknown) => GraphQLError,
): HttpAnswer {
  // Without a function that looks at each value: that would take longer than all the rest.
  const body = JSON.stringify(errors ? { errors: errors.map(formatError), ...result } : result);
  return { status: 200, contentType: `${mediaType}; charset=utf-8`, body };
}

/** The answer to a request whose operation cannot be carried out. Clients of plain JSON expect 200 even then. */
export function writeErrors(
  errors: readonly GraphQLError[],
  mediaType: MediaType,
  formatError: (error: unknown) => GraphQLError,
): HttpAnswer {
  const status = mediaType === JSON_TYPE ? 200 : 400;
  return { ...writeResult({ errors }, mediaType, formatError), status };
}
