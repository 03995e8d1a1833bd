import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { keepRunning } from '../src/system/keep-running.ts';

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
});

/** Lives that end when the test says so; all waits that are announced. */
function startSubject() {
  let life = Promise.withResolvers<string>();
  const state = { restarts: 0, fault: null as Error | null };
  const announced: [reason: string, delayMs: number][] = [];
  const stopping = new AbortController();
  const kept = keepRunning(
    {
      ended: () => life.promise,
      async restart() {
        state.restarts++;
        if (state.fault) throw state.fault;
        life = Promise.withResolvers<string>();
      },
      announce: (...said) => void announced.push(said),
    },
    stopping.signal,
  );

  /** Lets the current life last so long, then end, and waits for as long as that is announced to take. */
  async function die(afterMs: number): Promise<number> {
    const { restarts } = state;
    await vi.advanceTimersByTimeAsync(afterMs);
    life.resolve('killed');
    await vi.advanceTimersByTimeAsync(0);
    const [reason, delayMs] = announced.at(-1)!;
    expect(reason).toBe('killed');
    if (delayMs > 0) {
      await vi.advanceTimersByTimeAsync(delayMs - 1);
      expect(state.restarts).toBe(restarts);
      await vi.advanceTimersByTimeAsync(1);
    }
    expect(state.restarts).toBe(restarts + 1);
    return delayMs;
  }

  return { state, announced, stopping, kept, die, end: () => life.resolve('ended') };
}

test('restarts wait longer each time, up to half a minute, and start over after a steady life', async () => {
  const { die } = startSubject();
  const delays: number[] = [];
  for (let index = 0; index < 8; index++) delays.push(await die(500));
  expect(delays).toEqual([0, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  expect(await die(60_000)).toBe(0);
  expect(await die(500)).toBe(1000);
});

test('a restart that fails is tried again, and counts as a short life', async () => {
  const { state, announced, end } = startSubject();
  state.fault = new TypeError('no such program');
  end();
  await vi.advanceTimersByTimeAsync(3000);
  expect(announced).toEqual([
    ['ended', 0],
    ['no such program', 1000],
    ['no such program', 2000],
    ['no such program', 4000],
  ]);
  expect(state.restarts).toBe(3);
});

test('what is stopped is not started again, neither while it lives nor while it waits', async () => {
  const living = startSubject();
  living.stopping.abort();
  living.end();
  await living.kept;
  expect([living.state.restarts, living.announced]).toEqual([0, []]);

  const waiting = startSubject();
  await waiting.die(500);
  waiting.end();
  await vi.advanceTimersByTimeAsync(500);
  waiting.stopping.abort();
  await waiting.kept;
  expect(waiting.announced.map(([, delayMs]) => delayMs)).toEqual([0, 1000]);
  expect(waiting.state.restarts).toBe(1);
});
