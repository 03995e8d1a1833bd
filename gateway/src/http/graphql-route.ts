import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { isPublicError } from '@yiwang/errors';
import { createEventStreams, createWholeAnswers } from '@yiwang/http-server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deadlines } from '../deadlines/deadlines.ts';
import { type Answer, answer, type Answers, type Incoming, type Stages } from '../pipeline.ts';
import { answerInEvents } from './answer-in-events.ts';
import type { CrossSite } from './cross-site.ts';
import { prefersEvents } from './media-type.ts';
import { refuse } from './refuse.ts';
import { REQUEST_ID_HEADER, requestIdOf } from './request-id.ts';

/** What a server's routes have in common, WebSockets among them. */
export interface RouteTools {
  addressOf(request: IncomingMessage): string;
  crossSite: CrossSite;
  deadlines: Deadlines;
}

/** Serves GraphQL at a path: the only place where Fastify and the stages meet. */
export function addGraphqlRoute(
  server: FastifyInstance,
  path: string,
  stages: Stages,
  tools: RouteTools,
): void {
  const streams = createEventStreams(server);
  const whole = createWholeAnswers(server);
  server.all(path, async (request, reply) => {
    // On whatever is answered, a stream among it.
    const requestId = requestIdOf(request.headers);
    const answerHeaders: Record<string, string> = { [REQUEST_ID_HEADER]: requestId };
    try {
      const answer = await answerOrRefuse(request, reply, requestId, answerHeaders);
      if ('next' in answer) return await streams.send(reply.headers(answerHeaders), answer);
      if (answer.later) return sendInParts(reply.headers(answerHeaders), answer, answer.later);
      const headers = { ...answerHeaders, ...answer.headers, 'cache-control': 'no-store' };
      whole.send(reply, answer.status, headers, answer.body);
      return reply;
    } catch (error) {
      reply.headers(answerHeaders);
      throw error;
    }
  });

  async function answerOrRefuse(
    request: FastifyRequest,
    reply: FastifyReply,
    requestId: string,
    answerHeaders: Record<string, string>,
  ): Promise<Answer | Answers> {
    const caller = callerOf(reply);
    try {
      const incoming = toIncoming(request, caller.signal, requestId, answerHeaders);
      tools.crossSite.checkRequest(request.method, request.headers);
      return await tools.deadlines.within<Answer | Answers>(caller, () =>
        prefersEvents(request.headers.accept) ? answerInEvents(incoming, stages) : answer(incoming, stages),
      );
    } catch (error) {
      if (!isPublicError(error)) throw error;
      return refuse(error, request.headers.accept);
    }
  }

  function toIncoming(
    request: FastifyRequest,
    signal: AbortSignal,
    requestId: string,
    answerHeaders: Record<string, string>,
  ): Incoming {
    const question = request.url.indexOf('?');
    return {
      method: request.method,
      headers: request.headers,
      search: question < 0 ? '' : request.url.slice(question),
      body: request.body,
      signal,
      requestId,
      address: tools.addressOf(request.raw),
      answerHeaders,
    };
  }
}

/** Aborts when the caller goes away. */
function callerOf({ raw }: FastifyReply): AbortController {
  const caller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) caller.abort();
  });
  return caller;
}

function sendInParts(
  reply: FastifyReply,
  { status, headers, body }: Answer,
  later: AsyncIterable<string>,
): FastifyReply {
  return reply
    .status(status)
    .headers(headers)
    .header('cache-control', 'no-store')
    .send(Readable.from(inPieces(body.toString(), later), { objectMode: false }));
}

async function* inPieces(first: string, later: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* later;
}
