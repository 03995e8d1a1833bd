import { Readable } from 'node:stream';
import { isPublicError } from '@yiwang/errors';
import { createEventStreams } from '@yiwang/http-server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Answer, answer, type Answers, type Incoming, type Stages } from '../pipeline.ts';
import { answerInEvents } from './answer-in-events.ts';
import { prefersEvents } from './media-type.ts';
import { refuse } from './refuse.ts';
import { REQUEST_ID_HEADER, requestIdOf } from './request-id.ts';

/** Serves GraphQL at a path: the only place where Fastify and the stages meet. */
export function addGraphqlRoute(server: FastifyInstance, path: string, stages: Stages): void {
  const streams = createEventStreams(server);
  server.all(path, async (request, reply) => {
    const answer = await answerOrRefuse(request, reply, stages);
    return 'next' in answer ? streams.send(reply, answer) : send(reply, answer);
  });
}

async function answerOrRefuse(
  request: FastifyRequest,
  reply: FastifyReply,
  stages: Stages,
): Promise<Answer | Answers> {
  const incoming = toIncoming(request, reply);
  // On whatever is answered, a stream among it.
  reply.raw.setHeader(REQUEST_ID_HEADER, incoming.requestId);
  try {
    return await (prefersEvents(request.headers.accept)
      ? answerInEvents(incoming, stages)
      : answer(incoming, stages));
  } catch (error) {
    if (!isPublicError(error)) throw error;
    return refuse(error, request.headers.accept);
  }
}

function toIncoming(request: FastifyRequest, reply: FastifyReply): Incoming {
  const question = request.url.indexOf('?');
  return {
    method: request.method,
    headers: request.headers,
    search: question < 0 ? '' : request.url.slice(question),
    body: request.body,
    signal: signalOf(reply),
    requestId: requestIdOf(request.headers),
  };
}

function signalOf({ raw }: FastifyReply): AbortSignal {
  const caller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) caller.abort();
  });
  return caller.signal;
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
