import type { Server } from 'node:http';
import { Server as HttpsServer } from 'node:https';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** Servers that drain or close. */
const stopping = new WeakSet<FastifyInstance>();

/**
 * Lets the balancer in front of several processes take this one out before it stops: for a time everything is answered as usual, but `/ready`
 * says no, and each answer closes its connection, so that none is open when a request could still be on its way over it.
 *
 * @param ms long enough for the balancer to ask `/ready`; 0 for a process that is the only one
 */
export async function drain(server: FastifyInstance, ms: number): Promise<void> {
  if (ms === 0) return;
  stopping.add(server);
  server.log.info({ ms }, 'draining');
  await sleep(ms);
}

/** Whether the server drains or closes: no further request should come over a connection that was answered. */
export function isStopping(server: FastifyInstance): boolean {
  return stopping.has(server);
}

/**
 * Lets the server end as soon as the requests in flight are answered. Node closes the connections
 * that are idle between two requests; it would wait for the timeouts of two more kinds:
 * those that were busy at that moment, and are then kept open for the client's next request, and
 * those over which nothing was ever sent, which browsers and connection pools open ahead.
 */
export function drainConnections(server: FastifyInstance): void {
  const open = new Set<Socket>();
  let closing = false;

  // Of TLS the socket of the requests, which is made when the handshake is over.
  server.server.on(connectionEvent(server.server), (socket: Socket) => {
    if (closing) return socket.destroy();
    open.add(socket);
    return socket.once('close', () => open.delete(socket));
  });
  server.addHook('preClose', async () => {
    closing = true;
    stopping.add(server);
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  });
  // Not async: a promise less for each request.
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (stopping.has(server)) reply.header('connection', 'close');
    done();
  });
}

/** The event with the sockets that requests come over. */
export function connectionEvent(server: Server): 'connection' | 'secureConnection' {
  return server instanceof HttpsServer ? 'secureConnection' : 'connection';
}
