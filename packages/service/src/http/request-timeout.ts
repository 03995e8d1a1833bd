import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { connectionEvent } from './drain-connections.ts';

interface Arriving {
  request: IncomingMessage;
  /** By performance.now, when its headers were there. */
  since: number;
}

/** Code of Node's own error for it. */
const TIMEOUT_CODE = 'ERR_HTTP_REQUEST_TIMEOUT';

const exempt = new WeakSet<IncomingMessage>();

/**
 * Lets the body of a request arrive for as long as it takes. Whoever calls this limits how long the body may be silent.
 */
export function exemptFromRequestTimeout(request: IncomingMessage): void {
  exempt.add(request);
}

/**
 * Refuses requests whose body does not arrive in time, as Node's requestTimeout does. Node's own has no exceptions, and uploads need
 * one.
 *
 * @param checkMs how often they are looked for
 */
export function limitRequestTime(server: Server, timeoutMs: number, checkMs: number): void {
  // The last one of each connection: nothing is done when a request ends.
  const arriving = new Map<Socket, Arriving>();
  server.on(connectionEvent(server), (socket: Socket) => socket.once('close', () => arriving.delete(socket)));
  server.on('request', (request: IncomingMessage) => {
    const { headers, socket } = request;
    if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return;
    arriving.set(socket, { request, since: performance.now() });
  });
  const timer = setInterval(check, checkMs).unref();
  server.once('close', () => clearInterval(timer));

  function check(): void {
    const before = performance.now() - timeoutMs;
    for (const [socket, { request, since }] of arriving) {
      if (request.complete || exempt.has(request)) arriving.delete(socket);
      else if (since <= before) {
        arriving.delete(socket);
        server.emit(
          'clientError',
          Object.assign(new Error('Request timeout'), { code: TIMEOUT_CODE }),
          socket,
        );
      }
    }
  }
}
