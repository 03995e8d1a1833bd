import { expect, test } from 'vitest';
import { type CaseFacts, type CaseStep, isOverdue, takeStep, timesOf } from '../src/cases/index.ts';
import { at, context, factsIn, STEPS } from './support/case-steps.ts';

/** Takes steps on days; each must be possible. */
function course(from: CaseFacts, steps: readonly (readonly [day: string, step: CaseStep])[]): CaseFacts {
  let facts = from;
  for (const [day, step] of steps) {
    const result = takeStep(facts, step, context(day));
    if ('problem' in result) throw new Error(result.problem.message);
    facts = result.facts;
  }
  return facts;
}

test('holidays are left out, and weekends that are worked instead count', () => {
  // 国庆 2026-10-01 to 07; Saturday 2026-10-10 is worked.
  const facts = course(factsIn('SUBMITTED', { promisedDays: 3 }), [['2026-09-30', STEPS.ACCEPT]]);
  expect(facts.dueOn).toBe('2026-10-10');
  expect(isOverdue(facts, '2026-10-10')).toBe(false);
  expect(isOverdue(facts, '2026-10-11')).toBe(true);
});

test.each<[what: string, suspended: string, resumed: string, dueOn: string, statutoryDueOn: string]>([
  ['for two working days', '2026-03-03', '2026-03-05', '2026-03-11', '2026-04-01'],
  ['on a Friday until the Saturday after', '2026-03-06', '2026-03-07', '2026-03-09', '2026-03-30'],
  ['and let go on the same day', '2026-03-03', '2026-03-03', '2026-03-09', '2026-03-30'],
  [
    'on the last day until a Saturday, with nothing left',
    '2026-03-09',
    '2026-03-14',
    '2026-03-14',
    '2026-04-03',
  ],
  ['when it was over: it stays over', '2026-03-10', '2026-03-20', '2026-03-09', '2026-04-10'],
])('a clock that is stopped %s', (_what, suspended, resumed, dueOn, statutoryDueOn) => {
  const stopped = course(factsIn('UNDER_REVIEW'), [[suspended, STEPS.SUSPEND]]);
  expect(stopped).toMatchObject({ suspendedOn: suspended, dueOn: '2026-03-09', actBy: '2026-03-09' });
  const facts = course(stopped, [[resumed, STEPS.RESUME]]);
  expect(facts).toMatchObject({ suspendedOn: null, dueOn, statutoryDueOn, actBy: dueOn });
});

test('nothing becomes overdue while the clock is stopped, or after the decision', () => {
  const stopped = course(factsIn('UNDER_REVIEW'), [['2026-03-09', STEPS.SUSPEND]]);
  expect(isOverdue(stopped, '2026-06-01')).toBe(false);
  const decided = course(factsIn('UNDER_REVIEW'), [['2026-03-09', STEPS.DECIDE]]);
  expect(isOverdue(decided, '2026-06-01')).toBe(false);
  const late = course(factsIn('UNDER_REVIEW'), [['2026-03-10', STEPS.DECIDE]]);
  expect(isOverdue(late, '2026-03-10')).toBe(true);
  const withdrawn = course(factsIn('UNDER_REVIEW'), [['2026-03-03', STEPS.WITHDRAW]]);
  expect(isOverdue(withdrawn, '2026-06-01')).toBe(false);
});

test('an item without promised days has the time by law, one without either has no due day', () => {
  const accept = (promisedDays: number | null, statutoryDays: number | null) =>
    course(factsIn('SUBMITTED', { promisedDays, statutoryDays, actBy: '2026-03-09' }), [
      ['2026-03-02', STEPS.ACCEPT],
    ]);
  expect(accept(null, 20)).toMatchObject({ dueOn: '2026-03-30', statutoryDueOn: '2026-03-30' });
  expect(accept(0, null)).toMatchObject({ dueOn: '2026-03-02', statutoryDueOn: null });
  const unlimited = accept(null, null);
  expect(unlimited).toMatchObject({ dueOn: null, actBy: '2026-03-09' });
  expect(isOverdue(unlimited, '2030-01-01')).toBe(false);
});

test('the time of a case is split between applicant, officials, suspension and machine', () => {
  const hour = 3_600_000;
  const step = (hours: number, to: CaseFacts['state'], machineMs: number | null = null) => ({
    at: new Date(at('2026-03-02', 0).getTime() + hours * hour).toISOString(),
    to,
    machineMs,
  });
  const events = [
    step(0, 'DRAFT', 500),
    step(2, 'SUBMITTED', hour),
    step(5, 'RETURNED'),
    step(9, 'SUBMITTED'),
    step(10, 'ACCEPTED'),
    step(20, 'UNDER_REVIEW'),
    step(21, 'SUSPENDED'),
    step(31, 'UNDER_REVIEW'),
    step(32, 'DECIDED'),
  ];
  const until = new Date(at('2026-03-02', 0).getTime() + 40 * hour);
  expect(timesOf(events, until)).toEqual({
    applicantMs: (1 + 4) * hour,
    officialMs: (3 + 1 + 10 + 1 + 1 + 8) * hour,
    suspendedMs: 10 * hour,
    machineMs: hour + 500,
  });
  const over = [...events, step(33, 'DELIVERED')];
  expect(timesOf(over, until).officialMs).toBe(17 * hour);
  expect(timesOf([], until)).toEqual({ applicantMs: 0, officialMs: 0, suspendedMs: 0, machineMs: 0 });
});
