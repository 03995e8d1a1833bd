import { finished } from 'node:stream/promises';
import { ERROR_CODES, type ErrorCode, isPublicError, maskError } from '@yiwang/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Fastify's own refusals, in our codes. */
const FASTIFY_CODES: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'REQUEST_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'BAD_REQUEST',
  FST_ERR_BAD_URL: 'BAD_REQUEST',
};

interface FastifyFault {
  code?: string;
  statusCode?: number;
}

/** Undefined for a fault of our own. */
function codeOf(
  { code = '', statusCode = 500 }: FastifyFault,
  { raw }: FastifyRequest,
): ErrorCode | undefined {
  // The client closed the connection before all of the body was there: nobody reads the answer, and nothing has failed here.
  if (raw.destroyed && !raw.complete) return 'BAD_REQUEST';
  return FASTIFY_CODES[code] ?? (code.startsWith('FST_ERR_') && statusCode < 500 ? 'BAD_REQUEST' : undefined);
}

/** Answers a request that failed before or beside GraphQL. Never shows a stack trace. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  // Fastify wants the connection closed after a body that is too large. The client may still be
  // sending it, and a closed socket would lose it the answer: Node reads the rest away instead.
  reply.removeHeader('connection');

  const known = isPublicError(error) ? error.code : codeOf(error as FastifyFault, request);
  if (known) {
    const message = isPublicError(error) ? error.message : ERROR_CODES[known].meaning;
    return reply.status(ERROR_CODES[known].http).send({ errors: [{ message, extensions: { code: known } }] });
  }
  const masked = maskError(error, (incident, fault) =>
    request.log.error({ incident, err: fault }, 'request failed'),
  );
  return reply.status(500).send({ errors: [masked] });
}

/**
 * As {@link sendError}, but who asked for the connection to be closed is answered only when all of the body has
 * arrived: closing it earlier would lose the client the answer, as above.
 */
export async function sendErrorLast(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  // Ends with the body, the connection, or the time in which a request must have arrived.
  if (!reply.raw.shouldKeepAlive) await finished(request.raw.resume()).catch(() => {});
  return sendError(error, request, reply);
}
