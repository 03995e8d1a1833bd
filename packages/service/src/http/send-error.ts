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

/** Whether a request failed by what its client sent, or because it closed the connection before the whole body had arrived. */
export function isClientFault(error: unknown, { raw }: FastifyRequest): boolean {
  const { code = '', statusCode = 500 } = error as FastifyFault;
  return (raw.destroyed && !raw.complete) || (code.startsWith('FST_ERR_') && statusCode < 500);
}

/** Undefined for a fault of our own. */
function codeOf(error: unknown, request: FastifyRequest): ErrorCode | undefined {
  if (isPublicError(error)) return error.code;
  const known = FASTIFY_CODES[(error as FastifyFault).code ?? ''];
  return known ?? (isClientFault(error, request) ? 'BAD_REQUEST' : undefined);
}

/** Answers a request that failed before or beside GraphQL. Never shows a stack trace. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  // Fastify wants the connection closed after a body that is too large. The client may still be
  // sending it, and a closed socket would lose it the answer: Node reads the rest away instead.
  reply.removeHeader('connection');

  const known = codeOf(error, request);
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
