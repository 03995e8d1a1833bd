import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExpectedTimes, kindOf } from '../../src/subgraph-client/protection/expected-times.ts';
import { WaitingRequests } from '../../src/subgraph-client/protection/waiting-requests.ts';

test('a short request goes before long ones that came earlier, however many they are and however long they have waited', () => {
  const waiting = new WaitingRequests<string>();
  for (let i = 0; i < 100; i++) waiting.add(`long ${i}`, 500);
  for (let i = 0; i < 5; i++) {
    expect(waiting.take()).toBe(`long ${i}`);
    waiting.add(`short ${i}`, 4);
    expect(waiting.take()).toBe(`short ${i}`);
  }
});

test('short requests without an end leave the long ones half of the time', () => {
  const waiting = new WaitingRequests<string>();
  const used = { long: 0, short: 0 };
  for (let i = 0; i < 1000; i++) {
    waiting.add(`short ${i}`, 4);
    if (i % 10 === 0) waiting.add(`long ${i}`, 64);
    const [kind] = waiting.take()!.split(' ') as [keyof typeof used];
    used[kind] += kind === 'long' ? 64 : 4;
  }
  expect(used.long / used.short).toBeGreaterThan(0.9);
  expect(used.long / used.short).toBeLessThan(1.1);
});

test('one that gives up is passed over, once', () => {
  const waiting = new WaitingRequests<string>();
  for (const name of ['a', 'b', 'c']) waiting.add(name, 10);
  expect([waiting.delete('a'), waiting.delete('a'), waiting.size]).toEqual([true, false, 2]);
  expect([waiting.take(), waiting.clear(), waiting.size, waiting.take()]).toEqual(['b', ['c'], 0, undefined]);
});

/** Arrivals of requests with an expected time, departures, and those that give up. */
const steps = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.oneof(fc.constantFrom(0, 1, 5, 500), fc.double({ min: 0, max: 1e6, noNaN: true })),
    },
    { weight: 3, arbitrary: fc.constantFrom('take', 'give up') },
  ),
  { maxLength: 200 },
);

test('in any order of arrivals no request waits forever, equal ones stay in order, and each is taken once', () => {
  interface Request {
    /** What it is expected to take, up to the next power of two. */
    ms: number;
    number: number;
    /** Since it is the first of its class: what others were served, by their class. */
    overtakenBy: Map<number, number>;
  }
  fc.assert(
    fc.property(steps, (all) => {
      const waiting = new WaitingRequests<Request>();
      const left = new Set<Request>();
      let count = 0;
      const firsts = () => new Map([...left].toReversed().map((request) => [request.ms, request]));
      const take = () => {
        const next = waiting.take();
        expect(next !== undefined).toBe(left.size > 0);
        if (!next) return;
        expect(firsts().get(next.ms)).toBe(next);
        left.delete(next);
        for (const { ms, overtakenBy } of firsts().values()) {
          if (ms === next.ms) continue;
          const served = (overtakenBy.get(next.ms) ?? 0) + next.ms;
          overtakenBy.set(next.ms, served);
          expect(served).toBeLessThanOrEqual(ms + next.ms);
        }
      };
      for (const step of all) {
        if (step === 'take') take();
        else if (step === 'give up') {
          const given = [...left].at(Math.floor(left.size / 2));
          if (given) expect([waiting.delete(given), left.delete(given)]).toEqual([true, true]);
        } else {
          const ms = Math.min(2 ** 14, 2 ** Math.ceil(Math.log2(Math.max(step as number, 1))));
          const request = { ms, number: (count += 1), overtakenBy: new Map<number, number>() };
          waiting.add(request, step as number);
          left.add(request);
        }
        expect(waiting.size).toBe(left.size);
      }
      while (left.size > 0) take();
    }),
    { numRuns: 3000 },
  );
});

test('requests are of one kind when they ask the same for about as many', () => {
  const body = (query: string, ids: number) =>
    JSON.stringify({ query, variables: { ids: Array.from({ length: ids }, (_, i) => `E${100 + i}`) } });
  const kind = kindOf(body('{a(text:\\",\\"variables\\":{")}', 3));
  expect(kindOf(body('{a(text:\\",\\"variables\\":{")}', 3))).toBe(kind);
  expect(kindOf(body('{a(text:\\",\\"variables\\":{")}', 300))).not.toBe(kind);
  expect(kindOf(body('{b}', 3))).not.toBe(kind);
  expect(kindOf('{"query":"{a}"}')).toBe(kindOf('{"query":"{a}"}'));
});

test('what a kind is expected to take follows the fastest of late, and a new kind is expected to be like all', () => {
  const times = new ExpectedTimes();
  expect(times.of('a')).toBe(0);
  times.learn('a', 100);
  expect([times.of('a'), times.of('new')]).toEqual([100, 100]);
  times.learn('a', 500);
  expect(times.of('a')).toBe(120);
  for (let i = 0; i < 10; i++) times.learn('a', 10);
  expect(times.of('a')).toBeLessThan(12);
  for (let i = 0; i < 100; i++) times.learn('a', 500);
  expect(times.of('a')).toBeGreaterThan(450);
});
