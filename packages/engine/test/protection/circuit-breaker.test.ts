import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CircuitBreaker } from '../../src/subgraph-client/protection/circuit-breaker.ts';

const POLICY = { failures: 3, pauseMs: 1000 };

function started({ policy = POLICY, random = (): number => 0.5 } = {}) {
  const clock = { ms: 0 };
  const changes: boolean[] = [];
  const breaker = new CircuitBreaker(policy, {
    now: () => clock.ms,
    random,
    onChange: (isPaused) => changes.push(isPaused),
  });
  const failed = (count: number) => {
    for (let i = 0; i < count; i++) breaker.fail();
  };
  return { breaker, clock, changes, failed };
}

test('it opens after so many failures in a row, and one answer between them counts anew', () => {
  const { breaker, changes, failed } = started();
  failed(2);
  breaker.succeed();
  failed(2);
  expect(breaker.state).toBe('CLOSED');
  failed(1);
  expect(breaker.state).toBe('OPEN');
  expect(breaker.admits()).toBe(false);
  expect(changes).toEqual([true]);
});

test('after the pause one request tries; an answer closes it', () => {
  const { breaker, clock, changes, failed } = started();
  failed(3);
  clock.ms = 999;
  expect(breaker.admits()).toBe(false);
  clock.ms = 1000;
  expect(breaker.state).toBe('HALF_OPEN');
  expect([breaker.admits(), breaker.admits()]).toEqual([true, false]);
  breaker.succeed();
  expect(breaker.state).toBe('CLOSED');
  expect(breaker.admits()).toBe(true);
  expect(changes).toEqual([true, false]);
});

test('each pause in a row is twice as long, up to ten times the first, and is told once', () => {
  const { breaker, clock, changes, failed } = started();
  failed(3);
  for (const pauseMs of [1000, 2000, 4000, 8000, 10_000, 10_000]) {
    clock.ms += pauseMs - 1;
    expect(breaker.admits()).toBe(false);
    clock.ms += 1;
    expect(breaker.admits()).toBe(true);
    breaker.fail();
  }
  expect(changes).toEqual([true]);
});

test('one that refuses connections is asked again soon, however often it does', () => {
  const { breaker, clock } = started();
  for (let i = 0; i < 3; i++) breaker.fail(true);
  for (let i = 0; i < 10; i++) {
    clock.ms += 249;
    expect(breaker.admits()).toBe(false);
    clock.ms += 1;
    expect(breaker.admits()).toBe(true);
    breaker.fail(true);
  }
});

test('requests that were sent before the pause and fail in it make it no longer', () => {
  const { breaker, clock, failed } = started();
  failed(3);
  clock.ms = 900;
  failed(5);
  clock.ms = 1000;
  expect(breaker.admits()).toBe(true);
});

test('whoever tries and gives up lets another try', () => {
  const { breaker, clock, failed } = started();
  failed(3);
  clock.ms = 1000;
  expect(breaker.admits()).toBe(true);
  breaker.abandon();
  expect(breaker.admits()).toBe(true);
});

test('pauses differ between gateways', () => {
  const [early, late] = [started({ random: () => 0 }), started({ random: () => 1 })];
  for (const { failed, clock } of [early, late]) {
    failed(3);
    clock.ms = 1000;
  }
  expect(early.breaker.admits()).toBe(true);
  expect(late.breaker.admits()).toBe(false);
});

test('without a number of failures it never opens', () => {
  const { breaker, failed } = started({ policy: { failures: 0, pauseMs: 1000 } });
  failed(1000);
  expect(breaker.admits()).toBe(true);
});

test('whatever happens: nothing passes in a pause, at most one request tries, and a subgraph that answers again is asked again', () => {
  const step = fc.oneof(
    fc.constantFrom('ask', 'succeed', 'fail', 'abandon' as const),
    fc.record({ wait: fc.integer({ min: 0, max: 3000 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { breaker, clock } = started();
      let trying = 0;
      for (const one of steps) {
        const before = breaker.state;
        if (typeof one === 'object') clock.ms += one.wait;
        else if (one === 'ask') {
          const passed = breaker.admits();
          if (before === 'OPEN') expect(passed).toBe(false);
          if (before === 'CLOSED') expect(passed).toBe(true);
          if (before === 'HALF_OPEN' && passed) expect((trying += 1)).toBe(1);
        } else breaker[one]();
        if (one === 'succeed') expect(breaker.state).toBe('CLOSED');
        if (breaker.state !== 'HALF_OPEN' || one === 'abandon') trying = 0;
      }
      clock.ms += 20_000;
      breaker.abandon();
      expect(breaker.admits()).toBe(true);
      breaker.succeed();
      expect(breaker.admits()).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
