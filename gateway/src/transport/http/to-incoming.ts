import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Incoming } from '../../pipeline/request/request.ts';
import type { ResponseHeaders } from '../../pipeline/request/response-headers.ts';

/** Returns a request of Fastify as the pipeline reads it. It aborts when the client disconnects. */
export function toIncoming(
  request: FastifyRequest,
  reply: FastifyReply,
  address: string,
  requestId: string,
  answerHeaders: ResponseHeaders,
): Incoming {
  const question = request.url.indexOf('?');
  return {
    method: request.method,
    headers: request.headers,
    search: question < 0 ? '' : request.url.slice(question),
    body: request.body,
    controller: abortedOnLeave(reply),
    requestId,
    address,
    peer: request.raw.socket.remoteAddress,
    answerHeaders,
  };
}

/** Returns a controller that aborts when the client disconnects. */
function abortedOnLeave({ raw }: FastifyReply): AbortController {
  const controller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort();
  });
  return controller;
}
