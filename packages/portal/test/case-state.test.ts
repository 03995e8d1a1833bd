import { expect, test } from 'vitest';
import { countDown, nextActOf, stagesOf } from '../app/pages/apply/cases/case-state.ts';
import { caseRow, sortRows } from '../app/pages/apply/my/work-rows.ts';
import { levelsOf } from '../app/pages/apply/matters/step-picture.tsx';

test('working days are counted without weekends and the holidays of China', () => {
  // 2026-09-28 is a Monday; the National Day holiday begins on Thursday, October 1.
  const monday = new Date('2026-09-28T09:00:00+08:00');
  expect(countDown('2026-09-28', monday)).toEqual({ left: 0, late: 0 });
  expect(countDown('2026-09-30', monday)).toEqual({ left: 2, late: 0 });
  expect(countDown('2026-10-04', monday)).toEqual({ left: 2, late: 0 });
  expect(countDown('2026-09-25', monday).left).toBeNull();
});

test('the day is that of China, whatever the clock of the server says', () => {
  expect(countDown('2026-11-30', new Date('2026-11-29T17:00:00Z'))).toEqual({ left: 0, late: 0 });
});

test('materials that are to follow are the turn of the applicant, until their day', () => {
  const next = nextActOf({
    state: 'ACCEPTED',
    actBy: '2026-12-09',
    followUp: { materials: ['图'], by: '2026-12-01' },
  });
  expect(next).toEqual({ side: 'APPLICANT', act: 'FOLLOW_UP', until: '2026-12-01' });
});

test('a case that was withdrawn before it was accepted goes no further in the picture', () => {
  const stages = stagesOf({ state: 'WITHDRAWN' }, ['STARTED', 'SUBMITTED', 'WITHDRAWN']);
  expect(stages.map(({ stage, state }) => `${stage} ${state}`)).toEqual([
    'FILL done',
    'SUBMIT done',
    'ACCEPT ended',
  ]);
});

test('a denied case ends with the decision, and asks nobody for anything', () => {
  const facts = { state: 'DECIDED', decision: 'DENIED' };
  expect(nextActOf(facts).side).toBe('NOBODY');
  expect(stagesOf(facts, ['ACCEPTED']).map(({ state }) => state)).not.toContain('ahead');
});

test('what has a last day stands before what has none, the nearest day first', () => {
  const row = (number: string, until: string | null) => ({
    ...caseRow({ number, state: 'DRAFT', receivedOn: '2026-01-01', source: 'GRAPH' }),
    until,
  });
  const rows = [row('a', null), row('b', '2026-12-09'), row('c', '2026-12-01')];
  expect(sortRows(rows).map(({ number }) => number)).toEqual(['c', 'b', 'a']);
});

test('a rating is no duty: a delivered case does not wait for its applicant', () => {
  const delivered = {
    number: 'a',
    state: 'DELIVERED',
    rating: null,
    receivedOn: '2026-01-01',
    source: 'GRAPH',
  };
  expect(caseRow(delivered).group).toBe('ENDED');
});

test('steps that need nothing of each other stand side by side', () => {
  const needs = [
    { name: 'name', needs: [] },
    { name: 'registration', needs: ['name'] },
    { name: 'tax', needs: ['registration'] },
    { name: 'seal', needs: ['registration', 'gone'] },
  ];
  expect([...levelsOf(needs).values()]).toEqual([0, 1, 2, 2]);
});
