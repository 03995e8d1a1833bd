import type { IncomingMessage } from 'node:http';
import { isPublicError } from '@yiwang/errors';
import type { FastifyInstance } from 'fastify';
import type { Pipeline } from '../../pipeline/pipeline.ts';
import { refuse } from '../http/refuse.ts';
import { REQUEST_ID_HEADER, requestIdOf } from '../http/request-id.ts';
import { toIncoming } from '../http/to-incoming.ts';

/**
 * Serves the estimated cost of operations that are not executed. It takes the body of a GraphQL request, counts as one request of
 * the client's rate, and answers a CostEstimate; null when the body has no operation of which a cost can be estimated.
 */
export function addCostRoute(
  server: FastifyInstance,
  path: string,
  pipeline: Pipeline,
  addressOf: (request: IncomingMessage) => string,
): void {
  server.post(path, async (request, reply) => {
    const requestId = requestIdOf(request.headers);
    reply.headers({ 'cache-control': 'no-store', [REQUEST_ID_HEADER]: requestId });
    try {
      const incoming = toIncoming(request, reply, addressOf(request.raw), requestId, {});
      const estimate = await pipeline.estimateCost(incoming);
      return await reply.type('application/json; charset=utf-8').send(JSON.stringify(estimate));
    } catch (error) {
      if (!isPublicError(error)) throw error;
      const { status, headers, body } = refuse(error, 'application/json');
      return reply.status(status).headers(headers).send(body);
    }
  });
}
