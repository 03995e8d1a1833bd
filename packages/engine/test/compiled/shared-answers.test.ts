import { expect, test } from 'vitest';
import { createAnswersFromCache } from '../../src/compiled/answer-from-cache.ts';
import { createSharedAnswers, type Start } from '../../src/compiled/share-answers.ts';
import type { Cancellation } from '../../src/core/cancellation.ts';
import type { TextAnswer } from '../../src/core/graph.ts';

const operation = { subgraphs: new Map([['tax', undefined]]), caching: null };

/** Runs that end when they are told to. */
function runs() {
  const begun: { cancellation: Cancellation; end: (data: string) => void }[] = [];
  const start: Start = (cancellation) => {
    const { promise, resolve } = Promise.withResolvers<TextAnswer>();
    begun.push({ cancellation, end: (data) => resolve({ data, errors: [] }) });
    return promise;
  };
  return { begun, start };
}

test('equal queries under way at the same time are run once; other variables and later ones are run again', async () => {
  const answers = createSharedAnswers();
  const { begun, start } = runs();
  const ask = (uscc: string) => answers.ask(operation, { uscc }, undefined, undefined, start);
  const asked = [ask('A'), ask('A'), ask('B')];
  expect(begun).toHaveLength(2);
  begun[0]!.end('a');
  begun[1]!.end('b');
  expect((await Promise.all(asked)).map(({ data }) => data)).toEqual(['a', 'a', 'b']);

  const later = ask('A');
  begun[2]!.end('later');
  expect((await later).data).toBe('later');
});

test('a run is cancelled when all who asked have gone away, and not joined any more', () => {
  const answers = createSharedAnswers();
  const { begun, start } = runs();
  const [one, other] = [new AbortController(), new AbortController()];
  void answers.ask(operation, {}, undefined, one.signal, start);
  void answers.ask(operation, {}, undefined, other.signal, start);
  one.abort();
  expect(begun[0]!.cancellation.cancelled).toBe(false);
  other.abort();
  expect(begun[0]!.cancellation.cancelled).toBe(true);

  void answers.ask(operation, {}, undefined, undefined, start);
  expect(begun).toHaveLength(2);
});

test('what began before a mutation ended is not joined after it', () => {
  const answers = createSharedAnswers();
  const { begun, start } = runs();
  void answers.ask(operation, {}, undefined, undefined, start);
  answers.forget();
  void answers.ask(operation, {}, undefined, undefined, start);
  void answers.ask(operation, {}, undefined, undefined, start);
  expect(begun).toHaveLength(2);
});

test('a query that asks a department which shares nothing is run each time', () => {
  const answers = createAnswersFromCache(null, createSharedAnswers(), new Set(['tax']));
  const { begun, start } = runs();
  void answers.ask(operation, {}, undefined, undefined, start);
  void answers.ask(operation, {}, undefined, undefined, start);
  expect(begun).toHaveLength(2);
});

test('a run that fails fails for all who asked, and the next one is a new run', async () => {
  const answers = createSharedAnswers();
  const fail: Start = () => Promise.reject(new Error('broken'));
  const asked = [
    answers.ask(operation, {}, undefined, undefined, fail),
    answers.ask(operation, {}, undefined, undefined, fail),
  ];
  expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const { begun, start } = runs();
  void answers.ask(operation, {}, undefined, undefined, start);
  expect(begun).toHaveLength(1);
});
