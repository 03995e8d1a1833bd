import { combineReads } from '../authorization/find-reads.ts';
import type { ConditionalReads } from '../core/caller.ts';
import type { AnnouncedPart, DeferredPart, LaterAnswer } from '../core/graph.ts';
import type { GraphQLFormattedError } from 'graphql';
import type { Cancellation } from '../core/cancellation.ts';
import type { Later, Run, Step } from '../core/run.ts';

/** A written part, and the parts deferred from it in turn. */
interface WrittenPart {
  /** One for each object, at least one. */
  parts: DeferredPart[];
  next: PendingPart[];
  /** The conditional data that was read. */
  reads: readonly ConditionalReads[];
}

/** A part whose objects are already in the answer. */
export interface PendingPart {
  number: string;
  /** One for each object. */
  announced: readonly AnnouncedPart[];
  /** Called once the part has ended. */
  write(): WrittenPart;
}

/**
 * Delivers the parts of an answer as they become ready. Parts that are ready at the same time come together. None
 * is written before the reader asks, so a slow reader costs no more than the data.
 *
 * @param cancel called when the reader stops early
 */
export function deliver(first: readonly PendingPart[], later: LaterRun, cancel: () => void) {
  const pending = new Set(first);
  const answers = generate();
  return {
    [Symbol.asyncIterator]: (): AsyncIterator<LaterAnswer, undefined> => ({
      next: () => answers.next(),
      async return() {
        // Cancelled at once, because the generator itself would return only after the part it waits for.
        cancel();
        await answers.return(undefined);
        return { done: true, value: undefined };
      },
    }),
  };

  async function* generate(): AsyncGenerator<LaterAnswer, undefined> {
    while (pending.size > 0) {
      await Promise.race([...pending].map(({ number }) => later.end(number)));
      const parts: DeferredPart[] = [];
      const announced: AnnouncedPart[] = [];
      const reads: ConditionalReads[] = [];
      // What was deferred from a part may be ready along with it.
      for (let ready = takeReady(); ready.length > 0; ready = takeReady()) {
        for (const part of ready) {
          const written = part.write();
          parts.push(...written.parts);
          reads.push(...written.reads);
          for (const next of written.next) {
            pending.add(next);
            announced.push(...next.announced);
          }
        }
      }
      const read = combineReads(reads);
      yield { parts, pending: announced, hasNext: pending.size > 0, ...(read && { reads: read }) };
    }
    return undefined;
  }

  function takeReady(): PendingPart[] {
    const ready = [...pending].filter(({ number }) => later.hasEnded(number));
    for (const part of ready) pending.delete(part);
    return ready;
  }
}

/** A promise resolved from outside. */
type Signal = PromiseWithResolvers<void>;

/** The state of an execution with deferred parts: which fetches have been merged, and which parts have ended. */
export class LaterRun implements Later {
  readonly #cancellation: Cancellation | undefined;
  readonly #fetched = new Map<string, Signal>();
  readonly #parts = new Map<
    string,
    { errors: GraphQLFormattedError[]; end: Promise<void>; ended: boolean }
  >();
  /** How many parts of each fetch are not merged yet; more than one for a fetch that was split. */
  readonly #missing = new Map<string, number>();

  /** @param cancellation cancelled when nobody waits for the parts any longer */
  constructor(cancellation: Cancellation | undefined) {
    this.#cancellation = cancellation;
  }

  expect(ids: readonly string[]): void {
    for (const id of ids) this.#missing.set(id, (this.#missing.get(id) ?? 0) + 1);
  }

  markMerged(id: string): void {
    const missing = this.#missing.get(id)! - 1;
    this.#missing.set(id, missing);
    if (missing <= 0) this.#signal(id).resolve();
  }

  begin(number: string, depends: readonly string[], step: Step, run: Run): void {
    const errors: GraphQLFormattedError[] = [];
    // Waiting for a fetch that will never be marked would not end.
    const expected = depends.filter((id) => this.#missing.has(id));
    const waiting = Promise.all(expected.map((id) => this.#signal(id).promise));
    const end = waiting.then(() => step({ ...run, errors, cancellation: this.#cancellation }));
    const part = { errors, end, ended: false };
    this.#parts.set(number, part);
    const note = () => {
      part.ended = true;
    };
    // `end` reports a failure to whoever delivers the part; nobody may be waiting for it yet.
    end.then(note, note);
  }

  /**
   * Resolves when everything that the part needs has been merged. A part that is not in the plan needs nothing
   * more.
   */
  async end(number: string): Promise<void> {
    await this.#parts.get(number)?.end;
  }

  hasEnded(number: string): boolean {
    return this.#parts.get(number)?.ended ?? true;
  }

  /** Errors of the fetches made for the part, with paths from the root of the answer. */
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
