import { PublicError } from '@yiwang/errors';
import { acceptedMediaType, acceptedParts, JSON_TYPE } from '../content-negotiation/media-type.ts';
import type { Identified, ParsedRequest } from '../request/request.ts';
import { decodeParams } from './graphql-params.ts';

/**
 * Reads the parameters of a request and the formats that it accepts. Apollo Server explains malformed parameters to the client; this
 * stage refuses only what Apollo Server would accept.
 *
 * @throws PublicError METHOD_NOT_ALLOWED, BAD_REQUEST or NOT_ACCEPTABLE
 */
export function readParams(request: Identified): ParsedRequest {
  const { method, body, accept = request.headers.accept } = request;
  if (method !== 'GET' && method !== 'POST') {
    throw new PublicError(
      'METHOD_NOT_ALLOWED',
      `${method} is not allowed here; send POST, or GET for queries.`,
    );
  }
  if (Array.isArray(body)) {
    throw new PublicError('BAD_REQUEST', 'The body is a JSON array; send one request for each operation.');
  }
  // Before anything runs: a mutation must not take effect when its outcome cannot be reported.
  const parts = acceptedParts(accept);
  // An answer without parts is sent as JSON, also to a client that accepts multipart only.
  const mediaType = acceptedMediaType(accept) ?? (parts ? JSON_TYPE : null);
  if (!mediaType) {
    throw new PublicError(
      'NOT_ACCEPTABLE',
      'The accept header allows neither application/graphql-response+json nor application/json; accept one of them.',
    );
  }
  return { ...request, mediaType, parts, params: decodeParams(request) };
}
