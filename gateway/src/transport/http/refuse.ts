import type { PublicError } from '@yiwang/errors';
import type { Answer } from '../../pipeline/request/answer.ts';
import { inEvents } from './answer-in-events.ts';
import {
  acceptedMediaType,
  JSON_TYPE,
  prefersEvents,
} from '../../pipeline/content-negotiation/media-type.ts';
import { isAboutOperation, statusOf } from '../../pipeline/content-negotiation/status.ts';

/** Returns the answer to a request that a stage refused, in the media type that the client accepts. */
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
