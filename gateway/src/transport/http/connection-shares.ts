import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { createIsProxy, networkOf } from '../../pipeline/rate-limits/client-address.ts';

/** Counts the open connections of each address. */
export interface ConnectionShares {
  /** Counts a connection until `leave`; returns false when the address has as many as it may have. */
  enter(address: string): boolean;
  leave(address: string): void;
}

export function createConnectionShares(limit: number): ConnectionShares {
  const open = new Map<string, number>();
  return {
    enter(address) {
      const count = open.get(address) ?? 0;
      if (count >= limit) return false;
      open.set(address, count + 1);
      return true;
    },
    leave(address) {
      const count = open.get(address)! - 1;
      if (count > 0) open.set(address, count);
      else open.delete(address);
    },
  };
}

/** Closes connections beyond the limit of their address. Trusted proxies are exempt: they serve many clients. */
export function limitConnections(
  { server }: FastifyInstance,
  { perAddress, inTotal }: { perAddress: number; inTotal: number },
  trustedProxies: readonly string[],
): void {
  const shares = createConnectionShares(perAddress);
  const isProxy = createIsProxy(trustedProxies);
  server.maxConnections = inTotal;
  server.on('connection', (socket: Socket) => {
    const { remoteAddress = '' } = socket;
    if (isProxy(remoteAddress)) return;
    const address = networkOf(remoteAddress);
    if (!shares.enter(address)) return void socket.destroy();
    socket.once('close', () => shares.leave(address));
  });
}
