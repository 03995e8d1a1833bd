import { once } from 'node:events';
import type { Server } from 'node:http';
import { Server as HttpsServer } from 'node:https';
import { flushCompileCache } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** The port is taken, or the address is not one of this machine's. The message says what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/**
 * Listens, and resolves to the URL without a trailing slash. Keeps the code that was compiled for the next start (NODE_COMPILE_CACHE).
 *
 * @throws ListenError when the address cannot be had
 */
export async function listen(server: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    throw new ListenError(explain(error as NodeJS.ErrnoException, host, port), { cause: error });
  }
  // By now nearly all code is loaded. Node itself writes what it has compiled when a process ends well: one that is killed left nothing to the
  // next start. Does nothing where no folder for it is set.
  flushCompileCache();
  return urlOf(server.addresses()[0] as AddressInfo, server.server instanceof HttpsServer ? 'https' : 'http');
}

/**
 * Listens with a server of Node, and resolves to the URL without a trailing slash.
 *
 * @throws ListenError when the address cannot be had
 */
export async function listenOn(server: Server, host: string, port: number): Promise<string> {
  try {
    await once(server.listen({ host, port }), 'listening');
  } catch (error) {
    throw new ListenError(explain(error as NodeJS.ErrnoException, host, port), { cause: error });
  }
  return urlOf(server.address() as AddressInfo);
}

function urlOf({ family, address, port }: AddressInfo, scheme = 'http'): string {
  return `${scheme}://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use. Stop what listens there, or choose another port.`;
    case 'EACCES':
      return `Port ${port} may not be opened by this user. Choose one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is not an address of this machine. Choose 127.0.0.1, 0.0.0.0 or one that it has.`;
    default:
      return `Cannot listen on ${host}:${port}: ${error.message}`;
  }
}
