import { setTimeout as sleep } from 'node:timers/promises';
import { bodyOf, type Operation } from '../processes/ask.ts';
import { type ConnectionEvents, keepAsking } from './connection.ts';
import { shuffle } from './shuffle.ts';

export interface LoadSetup {
  connections: number;
  seconds: number;
  /** As many as are answered when it is left out. */
  requestsPerSecond?: number;
}

export interface LoadResult {
  requests: number;
  seconds: number;
  /** Latencies in milliseconds, ascending. */
  latencies: Float64Array;
  /** Connections that broke, timeouts, and answers with another status than 200. */
  failures: number;
  /** Bytes of the smallest answer: one that is an error would stand out. */
  smallestAnswerBytes: number;
}

/**
 * Keeps `connections` requests in flight for a time, or sends so many in a second. Every connection goes through the operations in an
 * order of its own, so that equal requests meet by chance only.
 *
 * Over plain sockets: for an answer of 24 KB, autocannon takes four times the CPU time, which the departments would lack.
 */
export async function runLoad(
  url: string,
  operations: readonly Operation[],
  { connections, seconds, requestsPerSecond }: LoadSetup,
): Promise<LoadResult> {
  const target = new URL(url);
  const requests = operations.map((operation) => writeRequest(target, operation));
  const latencies: number[] = [];
  let smallestAnswerBytes = Number.POSITIVE_INFINITY;
  let failures = 0;
  const stopping = new AbortController();
  const events: ConnectionEvents = {
    onAnswer({ status, bytes }, milliseconds) {
      latencies.push(milliseconds);
      if (status !== 200) failures += 1;
      if (bytes < smallestAnswerBytes) smallestAnswerBytes = bytes;
    },
    onFailure() {
      failures += 1;
    },
  };

  const everyMs = requestsPerSecond ? (connections / requestsPerSecond) * 1000 : 0;
  const began = performance.now();
  const asking = Array.from({ length: connections }, async (_, i) => {
    await sleep((everyMs * i) / connections);
    await keepAsking(target, shuffle(requests, i + 1), everyMs, stopping.signal, events);
  });
  await sleep(seconds * 1000);
  stopping.abort();
  const duration = (performance.now() - began) / 1000;
  await Promise.all(asking);
  return {
    requests: latencies.length,
    seconds: duration,
    latencies: Float64Array.from(latencies).sort(),
    failures,
    smallestAnswerBytes,
  };
}

export function writeRequest({ host, pathname }: URL, operation: Operation): Buffer {
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
