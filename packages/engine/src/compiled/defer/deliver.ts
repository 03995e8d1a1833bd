import { combineReads } from '../../access/find-reads.ts';
import type { ConditionalReads } from '../../caller.ts';
import type { DeferredPart, LaterAnswer } from '../../graph.ts';
import type { LaterRun } from './later-run.ts';

/** A part that was written, and what is deferred from it in turn. */
export interface WrittenPart {
  /** One for each object, at least one. */
  parts: DeferredPart[];
  next: PendingPart[];
  /** What was read of conditional data. */
  reads: readonly ConditionalReads[];
}

/** A part whose objects are in the answer already. */
export interface PendingPart {
  number: string;
  /** Once it has ended. */
  write(): WrittenPart;
}

/**
 * The parts of an answer in the order in which they become known. Those that are ready at the same time come together;
 * none is written before the reader asks, so a slow reader costs no more than the data.
 *
 * @param cancel called when the reader stops before the end
 */
export function deliver(first: readonly PendingPart[], later: LaterRun, cancel: () => void) {
  const pending = new Set(first);
  const answers = generate();
  return {
    [Symbol.asyncIterator]: (): AsyncIterator<LaterAnswer, undefined> => ({
      next: () => answers.next(),
      async return() {
        // At once: the generator itself would return after the part that it waits for.
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
      const reads: ConditionalReads[] = [];
      // What was deferred from a part may be ready with it.
      for (let ready = takeReady(); ready.length > 0; ready = takeReady()) {
        for (const part of ready) {
          const written = part.write();
          parts.push(...written.parts);
          reads.push(...written.reads);
          for (const next of written.next) pending.add(next);
        }
      }
      const read = combineReads(reads);
      yield { parts, hasNext: pending.size > 0, ...(read && { reads: read }) };
    }
    return undefined;
  }

  function takeReady(): PendingPart[] {
    const ready = [...pending].filter(({ number }) => later.hasEnded(number));
    for (const part of ready) pending.delete(part);
    return ready;
  }
}
