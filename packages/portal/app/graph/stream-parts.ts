import type { Answer, Problem } from '@yiwang/client';

/** One part of an answer that comes in several, such as what one department holds. */
export interface Part<Value> {
  /** Undefined when it never came. */
  value: Value | undefined;
  /** The problems at and beneath the part. */
  problems: readonly Problem[];
}

type Streamed<Data> = AsyncIterable<Answer<Data> & { isComplete: boolean }>;

/**
 * Takes an answer with `@defer` apart: the first, and a promise for each part that comes later. A part has come when its value is no longer
 * undefined, or when the answer is complete.
 *
 * @param parts the value of each part in the data
 */
export async function streamParts<Data, Parts extends Record<string, (data: Data) => unknown>>(
  stream: Streamed<Data>,
  parts: Parts,
): Promise<{
  first: Answer<Data>;
  parts: { [Name in keyof Parts]: Promise<Part<ReturnType<Parts[Name]>>> };
}> {
  const names = Object.keys(parts);
  const waiting = new Map(names.map((name) => [name, Promise.withResolvers<Part<unknown>>()]));
  const settle = (answer: Answer<Data>, isComplete: boolean) => {
    for (const [name, { resolve }] of waiting) {
      const value = answer.data === null ? undefined : parts[name]!(answer.data);
      if (value === undefined && !isComplete) continue;
      waiting.delete(name);
      resolve({ value, problems: answer.problems });
    }
  };
  const promises = Object.fromEntries([...waiting].map(([name, { promise }]) => [name, promise]));
  const iterator = stream[Symbol.asyncIterator]();
  const { value: first, done } = await iterator.next();
  if (done) throw new Error('The answer has no part at all.');
  settle(first, first.isComplete);
  void (async () => {
    let last: Answer<Data> = first;
    try {
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
        last = next.value;
        settle(last, next.value.isComplete);
      }
    } finally {
      settle(last, true);
    }
  })().catch(() => settle(first, true));
  return { first, parts: promises as never };
}
