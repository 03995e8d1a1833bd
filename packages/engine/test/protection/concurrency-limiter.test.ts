import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ConcurrencyLimiter,
  type Outcome,
  type PendingRequest,
} from '../../src/subgraph-client/protection/concurrency-limiter.ts';

const POLICY = {
  timeoutMs: 1000,
  connectTimeoutMs: 0,
  connections: 2,
  queue: 2,
  retries: 2,
  failures: 3,
  pauseMs: 1000,
};

function pendingRequests(limiter: ConcurrencyLimiter) {
  const log: string[] = [];
  const made = new Map<string, PendingRequest>();
  return {
    log,
    enter(name: string) {
      const pending: PendingRequest = {
        body: '{"query":"{a}"}',
        start: () => log.push(`start ${name}`),
        reject: (rejection) => log.push(`refuse ${name}: ${rejection}`),
      };
      made.set(name, pending);
      return limiter.enter(pending);
    },
    leave: (name: string, outcome: Outcome) => limiter.leave(made.get(name)!, outcome),
    withdraw: (name: string) => limiter.withdraw(made.get(name)!),
  };
}

test('so many run at once, others wait in turn, and what is beyond is refused', () => {
  const limiter = new ConcurrencyLimiter(POLICY);
  const { enter, leave, log } = pendingRequests(limiter);
  expect(['a', 'b', 'c', 'd', 'e'].map(enter)).toEqual([null, null, null, null, 'BUSY']);
  expect(log).toEqual(['start a', 'start b']);
  leave('b', 'ANSWERED');
  leave('a', 'ANSWERED');
  expect(log).toEqual(['start a', 'start b', 'start c', 'start d']);
});

test('who gives up waiting is passed over', () => {
  const limiter = new ConcurrencyLimiter(POLICY);
  const { enter, leave, withdraw, log } = pendingRequests(limiter);
  ['a', 'b', 'c', 'd'].forEach(enter);
  withdraw('c');
  expect(enter('e')).toBe(null);
  leave('a', 'ANSWERED');
  leave('b', 'CANCELLED');
  expect(log).toEqual(['start a', 'start b', 'start d', 'start e']);
});

test('when the subgraph is paused, those who wait are told at once', () => {
  const limiter = new ConcurrencyLimiter({ ...POLICY, failures: 1 });
  const { enter, leave, log } = pendingRequests(limiter);
  ['a', 'b', 'c'].forEach(enter);
  leave('a', 'NOT_ANSWERED');
  expect(log).toEqual(['start a', 'start b', 'refuse c: PAUSED']);
  expect(enter('d')).toBe('PAUSED');
});

test('retries are a tenth of the requests, and a few are saved up', () => {
  const limiter = new ConcurrencyLimiter({ ...POLICY, connections: 1000 });
  const { enter } = pendingRequests(limiter);
  const taken = () => {
    let count = 0;
    while (limiter.takeRetry()) count += 1;
    return count;
  };
  expect(taken()).toBe(10);
  for (let i = 0; i < 55; i++) enter(String(i));
  expect(taken()).toBe(5);
  for (let i = 55; i < 400; i++) enter(String(i));
  expect(taken()).toBe(10);
});

describe('with a clock', () => {
  const QUERY = { short: '{"query":"{short}"}', long: '{"query":"{long}"}' };

  /** A limiter whose requests take as long as their kind does. */
  function simulated(policy: Partial<typeof POLICY> = {}) {
    const clock = { ms: 0 };
    const limiter = new ConcurrencyLimiter(
      { ...POLICY, queue: 1000, timeoutMs: 10_000, ...policy },
      { now: () => clock.ms },
    );
    const running: { pending: PendingRequest; endsAt: number; outcome: Outcome }[] = [];
    const started: { name: string; at: number }[] = [];
    return {
      limiter,
      started,
      running,
      enter(name: string, body: string, takesMs: number, outcome: Outcome = 'ANSWERED') {
        const pending: PendingRequest = {
          body,
          start() {
            started.push({ name, at: clock.ms });
            running.push({ pending, endsAt: clock.ms + takesMs, outcome });
          },
          reject: () => {},
        };
        return { pending, rejection: limiter.enter(pending) };
      },
      /** Lets requests end in their order until then. */
      runUntil(end: number) {
        for (;;) {
          const [next] = running.toSorted((one, other) => one.endsAt - other.endsAt);
          if (!next || next.endsAt > end) break;
          running.splice(running.indexOf(next), 1);
          clock.ms = next.endsAt;
          limiter.leave(next.pending, next.outcome);
        }
        clock.ms = Math.max(clock.ms, end);
      },
    };
  }

  test('while long requests wait, short ones start as soon as one ends, and all long ones get their turn', () => {
    const { enter, runUntil, started, limiter } = simulated();
    // It is learned what they take.
    for (let i = 0; i < 6; i++) enter('warm up', i % 2 ? QUERY.short : QUERY.long, i % 2 ? 5 : 500);
    runUntil(5000);
    started.length = 0;
    for (let i = 0; i < 20; i++) enter(`long ${i}`, QUERY.long, 500);
    for (let at = 5000; at < 8000; at += 100) {
      runUntil(at);
      enter(`short ${at}`, QUERY.short, 5);
    }
    runUntil(30_000);
    for (const { name, at } of started.filter((one) => one.name.startsWith('short'))) {
      // Those in flight are not interrupted.
      expect(at - Number(name.slice(6)), name).toBeLessThanOrEqual(500);
    }
    expect(started).toHaveLength(50);
    expect(limiter.state).toMatchObject({ inFlight: 0, waiting: 0 });
  });

  test('a stream of short requests that fills the subgraph does not keep a long one waiting for ever', () => {
    const { enter, runUntil, started } = simulated({ connections: 1 });
    for (let i = 0; i < 6; i++) enter('warm up', i % 2 ? QUERY.short : QUERY.long, i % 2 ? 10 : 300);
    runUntil(5000);
    started.length = 0;
    for (let i = 0; i < 100; i++) enter('short', QUERY.short, 10);
    enter('long', QUERY.long, 300);
    for (let at = 5000; at < 10_000; at += 9) {
      runUntil(at);
      enter('short', QUERY.short, 10);
    }
    runUntil(60_000);
    // Short ones are served for about as long as it takes itself.
    expect(started.find(({ name }) => name === 'long')!.at).toBeLessThan(5700);
  });

  test('whatever comes: no more run than may, none waits while one could run, and each runs once', () => {
    const arrival = fc.record({
      kind: fc.integer({ min: 0, max: 3 }),
      takesMs: fc.integer({ min: 0, max: 4000 }),
      afterMs: fc.integer({ min: 0, max: 800 }),
      outcome: fc.constantFrom<Outcome>(
        'ANSWERED',
        'ANSWERED',
        'ANSWERED',
        'NOT_ANSWERED',
        'CANCELLED',
        'REFUSED',
      ),
      givesUp: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(arrival, { maxLength: 60 }),
        fc.integer({ min: 1, max: 3 }),
        (arrivals, connections) => {
          const { enter, runUntil, started, limiter, running } = simulated({ connections, failures: 0 });
          const names = new Set<string>();
          const gone = new Set<string>();
          let now = 0;
          arrivals.forEach(({ kind, takesMs, afterMs, outcome, givesUp }, i) => {
            runUntil((now += afterMs));
            names.add(`r${i}`);
            const { pending, rejection } = enter(`r${i}`, `{"query":"{k${kind}}"}`, takesMs, outcome);
            expect(rejection).toBeNull();
            const { inFlight, waiting } = limiter.state;
            expect(inFlight).toBeLessThanOrEqual(connections);
            expect(running).toHaveLength(inFlight);
            if (waiting > 0) expect(inFlight).toBe(connections);
            if (givesUp && !started.some(({ name }) => name === `r${i}`)) {
              limiter.withdraw(pending);
              gone.add(`r${i}`);
            }
          });
          runUntil(1e9);
          expect(limiter.state).toMatchObject({ inFlight: 0, waiting: 0 });
          expect(started.map(({ name }) => name).sort()).toEqual(
            [...names].filter((name) => !gone.has(name)).sort(),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});
