import { once } from 'node:events';
import { createServer } from 'node:net';
import { LaunchError } from './launch-error.ts';

export interface WantedPort {
  /** Who needs it, for the message. */
  name: string;
  host: string;
  port: number;
}

/**
 * Makes sure that every port can be had, before anything is started.
 *
 * @param option by which others are chosen: as many from its port on are needed
 * @throws LaunchError naming the first one that cannot
 */
export async function checkPorts(wanted: readonly WantedPort[], option = '--port'): Promise<void> {
  for (const one of wanted) {
    const server = createServer();
    try {
      await once(server.listen({ host: one.host, port: one.port, exclusive: true }), 'listening');
    } catch (error) {
      throw new LaunchError(explain(error as NodeJS.ErrnoException, one, wanted.length, option), {
        cause: error,
      });
    }
    server.close();
    await once(server, 'close');
  }
}

function explain(
  error: NodeJS.ErrnoException,
  { name, host, port }: WantedPort,
  total: number,
  option: string,
): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use, and ${name} needs it. Stop what listens there, or give another ${option} N: ${total} ports from N on are needed.`;
    case 'EACCES':
      return `Port ${port} may not be opened by this user. Give a ${option} above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is not an address of this machine. Give --host 127.0.0.1, 0.0.0.0 or one that it has.`;
    default:
      return `Cannot listen on ${host}:${port}: ${error.message}.`;
  }
}

/** An address as a URL needs it, and one that a client can reach where the server listens on all. */
export function urlHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
