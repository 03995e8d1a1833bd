import type { GraphQLFormattedError } from 'graphql';
import type { Cancellation } from '../../departments/cancellation.ts';
import type { Later, Run, Step } from '../run.ts';

/** A promise that whoever knows resolves. */
type Signal = PromiseWithResolvers<void>;

/** What an execution with deferred parts knows besides: which fetches have been merged, and which parts are there. */
export class LaterRun implements Later {
  readonly #cancellation: Cancellation | undefined;
  readonly #fetched = new Map<string, Signal>();
  readonly #parts = new Map<
    string,
    { errors: GraphQLFormattedError[]; end: Promise<void>; ended: boolean }
  >();
  /** Of fetches that became several, how many are not merged yet. */
  readonly #missing = new Map<string, number>();

  /** @param cancellation cancelled when nobody waits for the parts any longer */
  constructor(cancellation: Cancellation | undefined) {
    this.#cancellation = cancellation;
  }

  expect(ids: readonly string[]): void {
    for (const id of ids) this.#missing.set(id, (this.#missing.get(id) ?? 0) + 1);
  }

  tellFetched(id: string): void {
    const missing = this.#missing.get(id)! - 1;
    this.#missing.set(id, missing);
    if (missing <= 0) this.#signal(id).resolve();
  }

  begin(number: string, depends: readonly string[], step: Step, run: Run): void {
    const errors: GraphQLFormattedError[] = [];
    // What no fetch will tell of must not be waited for.
    const told = depends.filter((id) => this.#missing.has(id));
    const waiting = Promise.all(told.map((id) => this.#signal(id).promise));
    const end = waiting.then(() => step({ ...run, errors, cancellation: this.#cancellation }));
    const part = { errors, end, ended: false };
    this.#parts.set(number, part);
    const note = () => {
      part.ended = true;
    };
    // Whoever delivers the part is told of a failure; nobody may be waiting for it yet.
    end.then(note, note);
  }

  /** Resolves when all that the part needs is in the merged data. A part that the plan does not know needs nothing more. */
  async end(number: string): Promise<void> {
    await this.#parts.get(number)?.end;
  }

  hasEnded(number: string): boolean {
    return this.#parts.get(number)?.ended ?? true;
  }

  /** Of the fetches that were made for the part, paths from the root of the answer. */
  errorsOf(number: string): readonly GraphQLFormattedError[] {
    return this.#parts.get(number)?.errors ?? [];
  }

  #signal(id: string): Signal {
    let signal = this.#fetched.get(id);
    if (!signal) {
      signal = Promise.withResolvers();
      this.#fetched.set(id, signal);
    }
    return signal;
  }
}
