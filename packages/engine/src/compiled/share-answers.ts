import type { Caller } from '../core/caller.ts';
import { Cancellation } from '../core/cancellation.ts';
import type { TextAnswer } from '../core/graph.ts';

interface InFlightRequest {
  answer: Promise<TextAnswer>;
  /** The caller that started it. */
  caller: Caller | undefined;
  /** Number of callers still waiting. */
  waiting: number;
  cancellation: Cancellation;
}

/** Runs the query; it may stop when cancelled. */
export type Start = (cancellation: Cancellation) => Promise<TextAnswer>;

export interface SharedAnswers {
  /**
   * Returns the answer to a query, shared with equal queries.
   *
   * @param operation the same object for the same query
   * @param caller shares only with callers of the same key; undefined when the gateway does not authorize anyone
   * @param start called unless the same query is already running
   */
  ask(
    operation: object,
    variables: object,
    caller: Caller | undefined,
    signal: AbortSignal | undefined,
    start: Start,
  ): Promise<TextAnswer>;
  /** Forgets the running queries: later callers do not share them. */
  forget(): void;
}

/**
 * Runs equal queries that are in flight at the same time once. As with equal reads of a subgraph, nothing is kept
 * afterwards, and a run continues as long as anyone waits.
 */
export function createSharedAnswers(): SharedAnswers {
  let inFlightByOperation = new Map<object, Map<string, InFlightRequest>>();

  function begin(operation: object, key: string, caller: Caller | undefined, start: Start): InFlightRequest {
    const inFlightRequests = inFlightByOperation.get(operation) ?? new Map<string, InFlightRequest>();
    inFlightByOperation.set(operation, inFlightRequests);
    const cancellation = new Cancellation();
    const answer = start(cancellation).finally(() => {
      if (inFlightRequests.get(key) === inFlight) inFlightRequests.delete(key);
      if (inFlightRequests.size === 0 && inFlightByOperation.get(operation) === inFlightRequests)
        inFlightByOperation.delete(operation);
    });
    const inFlight: InFlightRequest = { answer, caller, waiting: 0, cancellation };
    inFlightRequests.set(key, inFlight);
    return inFlight;
  }

  return {
    ask(operation, variables, caller, signal, start) {
      // JSON contains no raw line breaks.
      const key = caller ? `${JSON.stringify(variables)}\n${caller.key}` : JSON.stringify(variables);
      const running = inFlightByOperation.get(operation)?.get(key);
      const joined = running && !running.cancellation.cancelled ? running : null;
      if (joined?.caller && caller !== joined.caller) caller?.sharesWith?.(joined.caller);
      const inFlight = joined ?? begin(operation, key, caller, start);
      inFlight.waiting += 1;
      const leave = () => {
        inFlight.waiting -= 1;
        if (inFlight.waiting === 0) inFlight.cancellation.cancel();
      };
      if (signal?.aborted) leave();
      else signal?.addEventListener('abort', leave, { once: true });
      return inFlight.answer;
    },
    forget() {
      inFlightByOperation = new Map();
    },
  };
}
