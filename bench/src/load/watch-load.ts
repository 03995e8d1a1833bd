import type { Operation } from '../processes/ask.ts';
import { askOverConnections, type ConnectionLoad } from './ask-over-connections.ts';

export interface WatchedLoad {
  /** Latencies in milliseconds of answers with status 200, ascending. */
  answered: Float64Array;
  /** Those of answers with status 429 or 503. */
  refused: Float64Array;
  /** Connections that broke, answers that did not come in 30 seconds, and other statuses. */
  failures: number;
}

export interface RunningLoad {
  /** Forgets what came until now: what came before is another matter. */
  begin(): void;
  /** Ends it. Requests under way are dropped. */
  end(): Promise<WatchedLoad>;
}

/** Sends requests at a rate, as long as there are connections that do not wait for an answer. */
export function watchLoad(
  url: string,
  operations: readonly Operation[],
  load: Required<ConnectionLoad>,
): RunningLoad {
  let answered: number[] = [];
  let refused: number[] = [];
  let failures = 0;
  const stopping = new AbortController();
  const asking = askOverConnections(url, operations, load, stopping.signal, {
    onAnswer({ status }, milliseconds) {
      if (status === 200) answered.push(milliseconds);
      else if (status === 429 || status === 503) refused.push(milliseconds);
      else failures += 1;
    },
    onFailure() {
      if (!stopping.signal.aborted) failures += 1;
    },
  });
  return {
    begin() {
      answered = [];
      refused = [];
      failures = 0;
    },
    async end() {
      stopping.abort();
      await asking;
      return {
        answered: Float64Array.from(answered).sort(),
        refused: Float64Array.from(refused).sort(),
        failures,
      };
    },
  };
}
