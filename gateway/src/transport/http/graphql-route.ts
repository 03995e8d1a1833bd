import type { IncomingMessage } from 'node:http';
import { isPublicError } from '@yiwang/errors';
import { createEventStreams, createWholeAnswers, type UnsentBytes } from '@yiwang/service/http';
import { logContext } from '@yiwang/service/logging';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Answer, Answers } from '../../pipeline/request/answer.ts';
import type { ResponseHeaders } from '../../pipeline/request/response-headers.ts';
import type { Pipeline } from '../../pipeline/pipeline.ts';
import { answerInEvents } from './answer-in-events.ts';
import { cacheHeaders } from './cache-headers.ts';
import { compressAnswer, VARIES } from './compress-answer.ts';
import type { CsrfPrevention } from '../../pipeline/csrf-prevention/csrf-prevention.ts';
import { prefersEvents } from '../../pipeline/content-negotiation/media-type.ts';
import { refuse } from './refuse.ts';
import { REQUEST_ID_HEADER, requestIdOf } from './request-id.ts';
import { toIncoming } from './to-incoming.ts';

const NOT_KEPT = { 'cache-control': 'no-store' };

/** What all routes of a server use, including WebSockets. */
export interface RouteTools {
  addressOf(request: IncomingMessage): string;
  csrf: Pick<CsrfPrevention, 'isForeign'>;
  unsent: UnsentBytes;
  /** Answers of at least so many bytes are compressed; 0 for none. */
  compressBytes: number;
}

/** Serves GraphQL at a path. This is the only place where Fastify and the pipeline meet. */
export function addGraphqlRoute(
  server: FastifyInstance,
  path: string,
  pipeline: Pipeline,
  tools: RouteTools,
): void {
  const { compressBytes } = tools;
  const streams = createEventStreams(server, tools.unsent);
  const whole = createWholeAnswers(server, tools.unsent);
  server.all(path, (request, reply) => {
    const requestId = requestIdOf(request.headers);
    return logContext.run({ requestId }, answerRequest, request, reply, requestId);
  });

  async function answerRequest(
    request: FastifyRequest,
    reply: FastifyReply,
    requestId: string,
  ): Promise<FastifyReply | void> {
    // Set on every response, including streams.
    const answerHeaders: ResponseHeaders = { [REQUEST_ID_HEADER]: requestId };
    try {
      const answer = await answerOrRefuse(request, reply, requestId, answerHeaders);
      if ('next' in answer) return await streams.send(reply.headers(answerHeaders), answer);
      if (answer.later) {
        reply.headers({ ...answerHeaders, ...answer.headers, ...NOT_KEPT });
        return await streams.sendPieces(reply, answer.status, inPieces(answer.body.toString(), answer.later));
      }
      const { body, cached } = answer;
      const kept = cached && cacheHeaders(cached, request.method, request.headers);
      const headers = { ...answerHeaders, ...answer.headers, ...(kept?.headers ?? NOT_KEPT) };
      if (kept?.isUnchanged) {
        whole.send(reply, 304, headers, '');
        return reply;
      }
      if (compressBytes === 0 || body.length < compressBytes) {
        whole.send(reply, answer.status, headers, body);
        return reply;
      }
      const vary = { vary: [kept?.headers['vary'], VARIES].filter(Boolean).join(', ') };
      const compressed = await compressAnswer(body, request.headers['accept-encoding'], cached !== undefined);
      whole.send(
        reply,
        answer.status,
        { ...headers, ...vary, ...(compressed && { 'content-encoding': compressed.coding }) },
        compressed?.body ?? body,
      );
      return reply;
    } catch (error) {
      reply.headers(answerHeaders);
      throw error;
    }
  }

  async function answerOrRefuse(
    request: FastifyRequest,
    reply: FastifyReply,
    requestId: string,
    answerHeaders: ResponseHeaders,
  ): Promise<Answer | Answers> {
    try {
      const address = tools.addressOf(request.raw);
      const incoming = toIncoming(request, reply, address, requestId, answerHeaders);
      return await (prefersEvents(request.headers.accept)
        ? answerInEvents(incoming, pipeline)
        : pipeline.answer(incoming));
    } catch (error) {
      if (!isPublicError(error)) throw error;
      return refuse(error, request.headers.accept);
    }
  }
}

async function* inPieces(first: string, later: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* later;
}
