import autocannon from 'autocannon';
import { bodyOf, type Operation } from '../processes/ask.ts';
import { shuffle } from './shuffle.ts';

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
 * Keeps `connections` requests in flight for a time. Every connection goes through the operations in an
 * order of its own, so that equal requests meet by chance only.
 */
export async function runLoad(
  url: string,
  operations: readonly Operation[],
  { connections, seconds }: { connections: number; seconds: number },
): Promise<LoadResult> {
  const requests = operations.map((operation) => ({
    method: 'POST' as const,
    headers: { 'content-type': 'application/json', accept: 'application/json', ...operation.headers },
    body: bodyOf(operation),
  }));
  const latencies: number[] = [];
  let smallestAnswerBytes = Number.POSITIVE_INFINITY;
  let seed = 0;

  const options: autocannon.Options = {
    url,
    connections,
    duration: seconds,
    method: 'POST',
    timeout: 30,
    setupClient: (client) => client.setRequests(shuffle(requests, ++seed)),
  };
  const { duration, errors, non2xx } = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(options, (error, result) => (error ? reject(error) : resolve(result)));
    // autocannon's own histogram counts in whole milliseconds.
    run.on('response', (_client, _status, bytes, milliseconds) => {
      latencies.push(milliseconds);
      if (bytes < smallestAnswerBytes) smallestAnswerBytes = bytes;
    });
  });
  return {
    requests: latencies.length,
    seconds: duration,
    latencies: Float64Array.from(latencies).sort(),
    failures: errors + non2xx,
    smallestAnswerBytes,
  };
}
