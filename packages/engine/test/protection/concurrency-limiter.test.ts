import { expect, test } from 'vitest';
import {
  ConcurrencyLimiter,
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
        start: () => log.push(`start ${name}`),
        reject: (rejection) => log.push(`refuse ${name}: ${rejection}`),
      };
      made.set(name, pending);
      return limiter.enter(pending);
    },
    withdraw: (name: string) => limiter.withdraw(made.get(name)!),
  };
}

test('so many run at once, others wait in turn, and what is beyond is refused', () => {
  const limiter = new ConcurrencyLimiter(POLICY);
  const { enter, log } = pendingRequests(limiter);
  expect(['a', 'b', 'c', 'd', 'e'].map(enter)).toEqual([null, null, null, null, 'BUSY']);
  expect(log).toEqual(['start a', 'start b']);
  limiter.leave('ANSWERED');
  limiter.leave('ANSWERED');
  expect(log).toEqual(['start a', 'start b', 'start c', 'start d']);
});

test('who gives up waiting is passed over', () => {
  const limiter = new ConcurrencyLimiter(POLICY);
  const { enter, withdraw, log } = pendingRequests(limiter);
  ['a', 'b', 'c', 'd'].forEach(enter);
  withdraw('c');
  expect(enter('e')).toBe(null);
  limiter.leave('ANSWERED');
  limiter.leave('CANCELLED');
  expect(log).toEqual(['start a', 'start b', 'start d', 'start e']);
});

test('when the subgraph is paused, those who wait are told at once', () => {
  const limiter = new ConcurrencyLimiter({ ...POLICY, failures: 1 });
  const { enter, log } = pendingRequests(limiter);
  ['a', 'b', 'c'].forEach(enter);
  limiter.leave('NOT_ANSWERED');
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
