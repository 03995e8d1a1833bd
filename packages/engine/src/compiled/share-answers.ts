import { Cancellation } from '../departments/cancellation.ts';
import type { TextAnswer } from '../graph.ts';
import type { PreparedOperation } from './prepare-operation.ts';

interface Flight {
  answer: Promise<TextAnswer>;
  /** Those who have not gone away. */
  waiting: number;
  cancellation: Cancellation;
}

/** Runs the query; it may stop when cancelled. */
export type Start = (cancellation: Cancellation) => Promise<TextAnswer>;

type Shared = Pick<PreparedOperation, 'departments'>;

export interface SharedAnswers {
  /**
   * The answer to a query, which others who ask the same get too.
   *
   * @param who key of the caller, who gets no other's answers; undefined when nobody is refused anything
   * @param start called unless the same is under way
   */
  ask(
    operation: Shared,
    variables: object,
    who: string | undefined,
    signal: AbortSignal | undefined,
    start: Start,
  ): Promise<TextAnswer>;
  /** Whoever asks from now on gets nothing that was under way before. */
  forget(): void;
}

/**
 * Queries that are equal and under way at the same time are run once. As with equal reads of a department, nothing is
 * kept once it has ended, and a run goes on as long as anyone waits.
 *
 * @param unshared names of the departments whose every read is sent
 */
export function createSharedAnswers(unshared: ReadonlySet<string>): SharedAnswers {
  let flightsByOperation = new Map<Shared, Map<string, Flight>>();

  function begin(operation: Shared, key: string, start: Start): Flight {
    const flights = flightsByOperation.get(operation) ?? new Map<string, Flight>();
    flightsByOperation.set(operation, flights);
    const cancellation = new Cancellation();
    const answer = start(cancellation).finally(() => {
      if (flights.get(key) === flight) flights.delete(key);
      if (flights.size === 0 && flightsByOperation.get(operation) === flights)
        flightsByOperation.delete(operation);
    });
    const flight: Flight = { answer, waiting: 0, cancellation };
    flights.set(key, flight);
    return flight;
  }

  return {
    ask(operation, variables, who, signal, start) {
      if ([...unshared].some((name) => operation.departments.has(name))) {
        return start(Cancellation.of(signal) ?? new Cancellation());
      }
      // The JSON has no line ends of its own.
      const key = who === undefined ? JSON.stringify(variables) : `${JSON.stringify(variables)}\n${who}`;
      const known = flightsByOperation.get(operation)?.get(key);
      const flight = known && !known.cancellation.cancelled ? known : begin(operation, key, start);
      flight.waiting += 1;
      const leave = () => {
        flight.waiting -= 1;
        if (flight.waiting === 0) flight.cancellation.cancel();
      };
      if (signal?.aborted) leave();
      else signal?.addEventListener('abort', leave, { once: true });
      return flight.answer;
    },
    forget() {
      flightsByOperation = new Map();
    },
  };
}
