import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { isPublicError } from '@yiwang/errors';
import { createEventStreams } from '@yiwang/http-server';
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
  server.all(path, async (request, reply) => {
    const answerHeaders = {};
    const answer = await answerOrRefuse(request, reply, answerHeaders);
    reply.headers(answerHeaders);
    return 'next' in answer ? streams.send(reply, answer) : send(reply, answer);
  });

  async function answerOrRefuse(
    request: FastifyRequest,
    reply: FastifyReply,
    answerHeaders: Record<string, string>,
  ): Promise<Answer | Answers> {
    const caller = callerOf(reply);
    try {
      const incoming = toIncoming(request, caller.signal, answerHeaders);
      // On whatever is answered, a stream among it.
      reply.raw.setHeader(REQUEST_ID_HEADER, incoming.requestId);
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
    answerHeaders: Record<string, string>,
  ): Incoming {
    const question = request.url.indexOf('?');
    return {
      method: request.method,
      headers: request.headers,
      search: question < 0 ? '' : request.url.slice(question),
      body: request.body,
      signal,
      requestId: requestIdOf(request.headers),
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

function send(reply: FastifyReply, { status, headers, body, later }: Answer): FastifyReply {
  return reply
    .status(status)
    .headers(headers)
    .header('cache-control', 'no-store')
    .send(later ? Readable.from(inPieces(body.toString(), later), { objectMode: false }) : body);
}

async function* inPieces(first: string, later: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* later;
}
