import { isPublicError } from '@yiwang/errors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Answer, answer, type Incoming, type Stages } from '../pipeline.ts';
import { refuse } from './refuse.ts';

/** Serves /graphql: the only place where Fastify and the stages meet. */
export function addGraphqlRoute(server: FastifyInstance, stages: Stages): void {
  server.all('/graphql', async (request, reply) => send(reply, await answerOrRefuse(request, reply, stages)));
}

async function answerOrRefuse(request: FastifyRequest, reply: FastifyReply, stages: Stages): Promise<Answer> {
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
    headers: request.headers,
    search: question < 0 ? '' : request.url.slice(question),
    body: request.body,
    signal: signalOf(reply),
  };
}

function signalOf({ raw }: FastifyReply): AbortSignal {
  const caller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) caller.abort();
  });
  return caller.signal;
}

function send(reply: FastifyReply, { status, headers, body }: Answer): FastifyReply {
  return reply.status(status).headers(headers).header('cache-control', 'no-store').send(body);
}
