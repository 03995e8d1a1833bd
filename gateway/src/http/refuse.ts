import type { PublicError } from '@yiwang/errors';
import type { Answer } from '../pipeline.ts';
import { inEvents } from './answer-in-events.ts';
import { acceptedMediaType, JSON_TYPE, prefersEvents } from './media-type.ts';
import { isAboutOperation, statusOf } from './status.ts';

/** The answer to a request that a stage refused, in the media type that the caller asked for. */
export function refuse(error: PublicError, accept: string | undefined): Answer {
  if (prefersEvents(accept) && isAboutOperation(error.code)) {
    return inEvents(JSON.stringify({ errors: [error] }));
  }
  const mediaType = acceptedMediaType(accept) ?? JSON_TYPE;
  return {
    status: statusOf(error.code, mediaType),
    headers: {
      'content-type': mediaType,
      ...(error.code === 'METHOD_NOT_ALLOWED' && { allow: 'GET, POST' }),
      ...(error.code === 'UNAUTHENTICATED' && { 'www-authenticate': 'Bearer error="invalid_token"' }),
    },
    body: JSON.stringify({ errors: [error] }),
  };
}
