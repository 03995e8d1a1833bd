import { setTimeout as sleep } from 'node:timers/promises';
import type { Operation } from '../processes/ask.ts';
import { askOverConnections, type ConnectionLoad } from './ask-over-connections.ts';

export interface LoadSetup extends ConnectionLoad {
  seconds: number;
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

/** Keeps `connections` requests in flight for a time, or sends so many in a second. */
export async function runLoad(
  url: string,
  operations: readonly Operation[],
  { seconds, ...load }: LoadSetup,
): Promise<LoadResult> {
  const latencies: number[] = [];
  let smallestAnswerBytes = Number.POSITIVE_INFINITY;
  let failures = 0;
  const stopping = new AbortController();
  const began = performance.now();
  const asking = askOverConnections(url, operations, load, stopping.signal, {
    onAnswer({ status, bytes }, milliseconds) {
      latencies.push(milliseconds);
      if (status !== 200) failures += 1;
      if (bytes < smallestAnswerBytes) smallestAnswerBytes = bytes;
    },
    onFailure() {
      failures += 1;
    },
  });
  await sleep(seconds * 1000);
  stopping.abort();
  const duration = (performance.now() - began) / 1000;
  await asking;
  return {
    requests: latencies.length,
    seconds: duration,
    latencies: Float64Array.from(latencies).sort(),
    failures,
    smallestAnswerBytes,
  };
}
