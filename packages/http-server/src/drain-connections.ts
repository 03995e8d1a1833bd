import type { FastifyInstance } from 'fastify';

/**
 * Lets the server end soon once it is closing. A connection that was busy at that moment would
 * otherwise be kept open for the client's next request, and closing would wait for its timeout.
 */
export function drainConnections(server: FastifyInstance): void {
  let closing = false;
  server.addHook('preClose', async () => {
    closing = true;
  });
  server.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
}
