import { setTimeout as sleep } from 'node:timers/promises';
import { bodyOf, type Operation } from '../processes/ask.ts';
import { type ConnectionEvents, keepAsking } from './connection.ts';
import { shuffle } from './shuffle.ts';

export interface ConnectionLoad {
  connections: number;
  /** As many as are answered when it is left out. */
  requestsPerSecond?: number;
}

/**
 * Sends operations over connections of its own until it is stopped. Every connection goes through the operations in an order of its own, so
 * that equal requests meet by chance only.
 *
 * Over plain sockets: for an answer of 24 KB, autocannon takes four times the CPU time, which the departments would lack.
 */
export async function askOverConnections(
  url: string,
  operations: readonly Operation[],
  { connections, requestsPerSecond }: ConnectionLoad,
  stopping: AbortSignal,
  events: ConnectionEvents,
): Promise<void> {
  const target = new URL(url);
  const requests = operations.map((operation) => writeRequest(target, operation));
  const everyMs = requestsPerSecond ? (connections / requestsPerSecond) * 1000 : 0;
  const asking = Array.from({ length: connections }, async (_, i) => {
    await sleep((everyMs * i) / connections, undefined, { signal: stopping }).catch(() => {});
    await keepAsking(target, shuffle(requests, i + 1), everyMs, stopping, events);
  });
  await Promise.all(asking);
}

function writeRequest({ host, pathname }: URL, operation: Operation): Buffer {
  const body = bodyOf(operation);
  const headers = {
    host,
    'content-type': 'application/json',
    accept: 'application/json',
    ...operation.headers,
    'content-length': Buffer.byteLength(body),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`POST ${pathname} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}
