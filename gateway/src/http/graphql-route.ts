import { HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import { isPublicError } from '@yiwang/errors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answer, type Incoming, type Stages } from '../pipeline.ts';
import { refuse } from './refuse.ts';

/** Serves /graphql: the only place where Fastify and the stages meet. */
export function addGraphqlRoute(server: FastifyInstance, stages: Stages): void {
  server.all('/graphql', async (request, reply) => send(reply, await answerOrRefuse(request, reply, stages)));
}

async function answerOrRefuse(
  request: FastifyRequest,
  reply: FastifyReply,
  stages: Stages,
): Promise<HTTPGraphQLResponse> {
  try {
    return await answer(toIncoming(request, reply), stages);
  } catch (error) {
    if (!isPublicError(error)) throw error;
    return refuse(error, request.headers.accept);
  }
}

function toIncoming(request: FastifyRequest, reply: FastifyReply): Incoming {
  const question = request.url.indexOf('?');
  return {
    method: request.method,
    headers: toHeaderMap(request.headers),
    search: question < 0 ? '' : request.url.slice(question),
    body: request.body,
    signal: signalOf(reply),
  };
}

function toHeaderMap(headers: FastifyRequest['headers']): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}

function signalOf({ raw }: FastifyReply): AbortSignal {
  const caller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) caller.abort();
  });
  return caller.signal;
}

function send(reply: FastifyReply, { status, headers, body }: HTTPGraphQLResponse): FastifyReply {
  if (body.kind !== 'complete') throw new Error('Answers in parts are not served.');
  return reply
    .status(status ?? 200)
    .headers(Object.fromEntries(headers))
    .header('cache-control', 'no-store')
    .send(body.string);
}
