import { createLogger } from '@yiwang/service/logging';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { RegistryError } from '../src/supergraph/registry/registry-client.ts';
import { retryUntilAnswered, type RetryOptions } from '../src/supergraph/registry/retry-until-answered.ts';

let logged: [level: string, message: unknown][];
let stopping: AbortController;
const logger = createLogger('test', 'silent');
beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  logged = [];
  stopping = new AbortController();
  logger.warn = (...said: unknown[]) => void logged.push(['warn', said.at(-1)]);
  logger.info = (...said: unknown[]) => void logged.push(['info', said.at(-1)]);
});

const options = (more: Partial<RetryOptions> = {}): RetryOptions => ({
  logger,
  failing: 'failing',
  recovered: 'recovered',
  stopping: stopping.signal,
  ...more,
});

/** An attempt that fails with these errors in turn, and then succeeds; and the time of each attempt. */
function failingWith(...errors: unknown[]) {
  const times: number[] = [];
  async function attempt(): Promise<string> {
    times.push(Date.now());
    if (errors.length > 0) throw errors.shift();
    return 'answer';
  }
  return { attempt, waits: () => times.slice(1).map((time, index) => time - times[index]!) };
}

test('the waits double from at most a quarter of a second to ten seconds, and are never below half of that', async () => {
  const { attempt, waits } = failingWith(...Array.from({ length: 9 }, () => new Error('down')));
  const answer = retryUntilAnswered(attempt, options());
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await answer).toBe('answer');
  const longest = [250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000, 10_000];
  expect(waits()).toHaveLength(longest.length);
  for (const [index, wait] of waits().entries()) {
    expect(wait).toBeGreaterThanOrEqual(longest[index]! / 2);
    expect(wait).toBeLessThanOrEqual(longest[index]!);
  }
});

test('one kind of error is logged once, and so is the end of the failures', async () => {
  const { attempt } = failingWith(
    new RegistryError('silent', null),
    new RegistryError('cut off', null),
    new RegistryError('no', 'FORBIDDEN'),
  );
  const answer = retryUntilAnswered(attempt, options());
  await vi.advanceTimersByTimeAsync(10_000);
  await answer;
  expect(logged).toEqual([
    ['warn', 'failing'],
    ['warn', 'failing'],
    ['info', 'recovered'],
  ]);
  await retryUntilAnswered(attempt, options());
  expect(logged).toHaveLength(3);
});

test('an answer in an unexpected form is asked for again', async () => {
  const { attempt } = failingWith(new TypeError('undefined is no object'), 'thrown text');
  const answer = retryUntilAnswered(attempt, options());
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await answer).toBe('answer');
});

test('a final error is thrown at once, and not logged', async () => {
  const { attempt, waits } = failingWith(new Error('conflict'));
  const isFinal = (error: unknown) => (error as Error).message === 'conflict';
  await expect(retryUntilAnswered(attempt, options({ isFinal }))).rejects.toThrow('conflict');
  expect([waits(), logged]).toEqual([[], []]);
});

test('a stop ends a wait at once', async () => {
  const { attempt, waits } = failingWith(new Error('down'));
  const answer = retryUntilAnswered(attempt, options());
  await vi.advanceTimersByTimeAsync(10);
  stopping.abort();
  expect(await answer).toBe(undefined);
  expect(waits()).toEqual([]);
});
