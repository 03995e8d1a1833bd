import { HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { PublicError } from '@yiwang/errors';
import { acceptedMediaType, JSON_TYPE } from './media-type.ts';
import { statusOf } from './status.ts';

/** The answer to a request that a stage refused, in the media type that the caller asked for. */
export function refuse(error: PublicError, accept: string | undefined): HTTPGraphQLResponse {
  const mediaType = acceptedMediaType(accept) ?? JSON_TYPE;
  const headers = new HeaderMap([['content-type', mediaType]]);
  if (error.code === 'METHOD_NOT_ALLOWED') headers.set('allow', 'GET, POST');
  return {
    status: statusOf(error.code, mediaType),
    headers,
    body: { kind: 'complete', string: JSON.stringify({ errors: [error] }) },
  };
}
