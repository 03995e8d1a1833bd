import { expect, test } from 'vitest';
import { Admission, type Applicant } from '../../src/subgraph-client/protection/admission.ts';

const POLICY = {
  timeoutMs: 1000,
  connectTimeoutMs: 0,
  connections: 2,
  queue: 2,
  retries: 2,
  failures: 3,
  pauseMs: 1000,
};

function applicants(admission: Admission) {
  const log: string[] = [];
  const made = new Map<string, Applicant>();
  return {
    log,
    enter(name: string) {
      const applicant: Applicant = {
        start: () => log.push(`start ${name}`),
        refuse: (refusal) => log.push(`refuse ${name}: ${refusal}`),
      };
      made.set(name, applicant);
      return admission.enter(applicant);
    },
    withdraw: (name: string) => admission.withdraw(made.get(name)!),
  };
}

test('so many run at once, others wait in turn, and what is beyond is refused', () => {
  const admission = new Admission(POLICY);
  const { enter, log } = applicants(admission);
  expect(['a', 'b', 'c', 'd', 'e'].map(enter)).toEqual([null, null, null, null, 'BUSY']);
  expect(log).toEqual(['start a', 'start b']);
  admission.leave('ANSWERED');
  admission.leave('ANSWERED');
  expect(log).toEqual(['start a', 'start b', 'start c', 'start d']);
});

test('who gives up waiting is passed over', () => {
  const admission = new Admission(POLICY);
  const { enter, withdraw, log } = applicants(admission);
  ['a', 'b', 'c', 'd'].forEach(enter);
  withdraw('c');
  expect(enter('e')).toBe(null);
  admission.leave('ANSWERED');
  admission.leave('LEFT');
  expect(log).toEqual(['start a', 'start b', 'start d', 'start e']);
});

test('when the subgraph is paused, those who wait are told at once', () => {
  const admission = new Admission({ ...POLICY, failures: 1 });
  const { enter, log } = applicants(admission);
  ['a', 'b', 'c'].forEach(enter);
  admission.leave('NOT_ANSWERED');
  expect(log).toEqual(['start a', 'start b', 'refuse c: PAUSED']);
  expect(enter('d')).toBe('PAUSED');
});

test('retries are a tenth of the requests, and a few are saved up', () => {
  const admission = new Admission({ ...POLICY, connections: 1000 });
  const { enter } = applicants(admission);
  const taken = () => {
    let count = 0;
    while (admission.takeRetry()) count += 1;
    return count;
  };
  expect(taken()).toBe(10);
  for (let i = 0; i < 55; i++) enter(String(i));
  expect(taken()).toBe(5);
  for (let i = 55; i < 400; i++) enter(String(i));
  expect(taken()).toBe(10);
});
