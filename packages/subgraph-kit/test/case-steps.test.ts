import { describe, expect, test } from 'vitest';
import {
  CASE_STATES,
  CASE_TRANSITIONS,
  type CaseFacts,
  type CaseState,
  type CaseStep,
  newCase,
  takeStep,
} from '../src/cases/index.ts';
import {
  type Action,
  ALLOWED,
  APPLICANTS,
  at,
  calendar,
  context,
  factsIn,
  STEPS,
} from './support/case-steps.ts';

const TODAY = '2026-03-02';
const ACTIONS = Object.keys(STEPS) as Action[];

function take(facts: CaseFacts, step: CaseStep, day = TODAY) {
  const before = structuredClone(facts);
  const result = takeStep(facts, step, context(day));
  expect(facts).toEqual(before);
  return result;
}

function taken(facts: CaseFacts, step: CaseStep, day = TODAY) {
  const result = take(facts, step, day);
  if ('problem' in result) throw new Error(result.problem.message);
  return result;
}

function problemOf(facts: CaseFacts, step: CaseStep, day = TODAY) {
  const result = take(facts, step, day);
  return 'problem' in result ? result.problem : null;
}

describe.each(CASE_STATES)('a case that is %s', (state) => {
  test.each(ACTIONS)('%s', (action) => {
    const facts = factsIn(state, {
      ...(action === 'SUPPLY' && { followUpMaterials: ['平面图'] }),
      version: 7,
    });
    const result = take(facts, STEPS[action]);
    const to = ALLOWED[state][action];
    if (to === undefined) {
      expect(result).toMatchObject({ problem: { code: 'WRONG_STATE' } });
      return;
    }
    const side = APPLICANTS.includes(action) ? 'APPLICANT' : 'OFFICIAL';
    expect(result).toMatchObject({
      facts: { state: to, version: 8 },
      event: { sequence: 8, at: at(TODAY).toISOString(), action, from: state, to, side },
    });
  });
});

test('a case begins as a draft, by its applicant, and cannot begin twice', () => {
  const { facts, event } = newCase({ statutoryDays: 20, promisedDays: 5 }, at(TODAY));
  expect(facts).toMatchObject({ state: 'DRAFT', version: 1, actBy: null, dueOn: null });
  expect(event).toMatchObject({ sequence: 1, action: 'START', from: null, to: 'DRAFT', side: 'APPLICANT' });
  expect(CASE_TRANSITIONS.START.from).toEqual([]);
});

test('a case is returned once, with everything that is missing', () => {
  const first = taken(factsIn('SUBMITTED'), {
    action: 'RETURN',
    defects: [
      { about: ' 平面图 ', problem: ' 未加盖公章' },
      { about: null, problem: '申请表不完整' },
    ],
  });
  expect(first.event.details).toEqual({
    defects: [
      { about: '平面图', problem: '未加盖公章' },
      { about: null, problem: '申请表不完整' },
    ],
  });
  const again = taken(first.facts, STEPS.RESUBMIT);
  expect(problemOf(again.facts, STEPS.RETURN)?.code).toBe('ALREADY_RETURNED');
  expect(taken(again.facts, STEPS.DECLINE).facts.state).toBe('NOT_ACCEPTED');
});

test('a case with materials that follow is granted when all have come, and denied when their day is over', () => {
  const accepted = taken(factsIn('SUBMITTED'), {
    ...STEPS.ACCEPT_WITH_FOLLOW_UP,
    materials: ['平面图', '租赁合同', '平面图'],
  });
  expect(accepted.facts).toMatchObject({
    followUpMaterials: ['平面图', '租赁合同'],
    followUpBy: '2026-03-20',
  });
  const review = taken(accepted.facts, STEPS.START_REVIEW).facts;
  const deny: CaseStep = { action: 'DECIDE', decision: 'DENIED', reason: '逾期未补交材料' };
  expect(problemOf(review, STEPS.DECIDE)?.code).toBe('FOLLOW_UP_MISSING');
  expect(problemOf(review, deny, '2026-03-20')?.code).toBe('FOLLOW_UP_MISSING');
  expect(problemOf(review, STEPS.DECIDE, '2026-03-21')?.code).toBe('FOLLOW_UP_MISSING');
  expect(taken(review, deny, '2026-03-21').facts.decision).toBe('DENIED');

  const half = taken(review, { action: 'SUPPLY', materials: ['租赁合同'] }).facts;
  expect(half).toMatchObject({ followUpMaterials: ['平面图'], followUpBy: '2026-03-20' });
  expect(problemOf(half, { action: 'SUPPLY', materials: ['租赁合同'] })).toMatchObject({
    code: 'UNKNOWN_MATERIAL',
    message: 'The case does not wait for 租赁合同. It waits for 平面图.',
  });
  const whole = taken(half, STEPS.SUPPLY).facts;
  expect(whole).toMatchObject({ followUpMaterials: null, followUpBy: null });
  expect(taken(whole, STEPS.DECIDE).facts).toMatchObject({ state: 'DECIDED', decision: 'GRANTED' });
});

test('a commitment is kept with its text and the person who signed', () => {
  expect(taken(factsIn('SUBMITTED'), STEPS.ACCEPT_ON_COMMITMENT).event.details).toEqual({
    commitment: { text: '本单位承诺符合条件。', signedBy: '王敏' },
  });
});

const long = 'x'.repeat(2001);

test.each<[what: string, state: CaseState, step: CaseStep, code: string, field: string[] | null]>([
  ['no defect', 'SUBMITTED', { action: 'RETURN', defects: [] }, 'NO_DEFECTS', ['defects']],
  [
    '101 defects',
    'SUBMITTED',
    { action: 'RETURN', defects: Array.from({ length: 101 }, () => ({ about: null, problem: 'x' })) },
    'TOO_MANY_ENTRIES',
    ['defects'],
  ],
  [
    'a blank defect',
    'SUBMITTED',
    { action: 'RETURN', defects: [{ about: null, problem: ' ' }] },
    'MALFORMED_TEXT',
    ['defects', '0', 'problem'],
  ],
  [
    'declining without a reason',
    'SUBMITTED',
    { action: 'DECLINE', reason: '' },
    'MALFORMED_TEXT',
    ['reason'],
  ],
  ['a reason with U+0000', 'SUBMITTED', { action: 'DECLINE', reason: 'a\0' }, 'MALFORMED_TEXT', ['reason']],
  [
    'half of a character',
    'SUBMITTED',
    { action: 'DECLINE', reason: 'a\ud800' },
    'MALFORMED_TEXT',
    ['reason'],
  ],
  ['2001 characters', 'UNDER_REVIEW', { action: 'SUSPEND', reason: long }, 'MALFORMED_TEXT', ['reason']],
  [
    'no material',
    'SUBMITTED',
    { action: 'ACCEPT_WITH_FOLLOW_UP', materials: [], by: '2026-03-20' },
    'NO_MATERIALS',
    ['materials'],
  ],
  [
    'a material by today',
    'SUBMITTED',
    { action: 'ACCEPT_WITH_FOLLOW_UP', materials: ['a'], by: TODAY },
    'DAY_PASSED',
    ['by'],
  ],
  [
    'a material by no day',
    'SUBMITTED',
    { action: 'ACCEPT_WITH_FOLLOW_UP', materials: ['a'], by: '2026-02-30' },
    'DAY_PASSED',
    ['by'],
  ],
  [
    'a material in years',
    'SUBMITTED',
    { action: 'ACCEPT_WITH_FOLLOW_UP', materials: ['a'], by: '2030-01-01' },
    'DAY_TOO_LATE',
    ['by'],
  ],
  [
    'an unsigned commitment',
    'SUBMITTED',
    { action: 'ACCEPT_ON_COMMITMENT', commitment: { text: 'x', signedBy: '' } },
    'MALFORMED_TEXT',
    ['commitment', 'signedBy'],
  ],
  ['no days more', 'ACCEPTED', { action: 'EXTEND', days: 0, reason: 'x' }, 'NO_EXTENSION', ['days']],
  ['11 days more', 'ACCEPTED', { action: 'EXTEND', days: 11, reason: 'x' }, 'NO_EXTENSION', ['days']],
  ['half a day more', 'ACCEPTED', { action: 'EXTEND', days: 1.5, reason: 'x' }, 'NO_EXTENSION', ['days']],
  [
    'a denial without a reason',
    'UNDER_REVIEW',
    { action: 'DECIDE', decision: 'DENIED', reason: null },
    'MALFORMED_TEXT',
    ['reason'],
  ],
  ['no star', 'DELIVERED', { action: 'RATE', stars: 0, comment: null }, 'MALFORMED_RATING', ['stars']],
  ['six stars', 'DELIVERED', { action: 'RATE', stars: 6, comment: null }, 'MALFORMED_RATING', ['stars']],
])('%s is refused', (_what, state, step, code, field) => {
  expect(problemOf(factsIn(state), step)).toMatchObject({ code, field });
});

test('the time to decide is extended once, and only before it is over', () => {
  const extended = taken(factsIn('UNDER_REVIEW'), STEPS.EXTEND, '2026-03-09').facts;
  expect(extended).toMatchObject({ dueOn: '2026-03-16', statutoryDueOn: '2026-04-07', actBy: '2026-03-16' });
  expect(problemOf(extended, STEPS.EXTEND)?.code).toBe('NO_EXTENSION');
  expect(problemOf(factsIn('UNDER_REVIEW'), STEPS.EXTEND, '2026-03-10')?.code).toBe('NO_EXTENSION');
  expect(problemOf(factsIn('UNDER_REVIEW', { dueOn: null }), STEPS.EXTEND)?.code).toBe('NO_EXTENSION');
});

test('a case is rated once', () => {
  const rated = taken(factsIn('DELIVERED'), { action: 'RATE', stars: 4, comment: '很快' });
  expect(rated).toMatchObject({ facts: { rating: 4 }, event: { reason: '很快', details: { stars: 4 } } });
  expect(problemOf(rated.facts, STEPS.RATE)?.code).toBe('ALREADY_RATED');
});

test('the office has five working days to accept, the promised days to decide and ten to deliver', () => {
  const submitted = taken(factsIn('DRAFT'), STEPS.SUBMIT).facts;
  expect(submitted.actBy).toBe(calendar.addWorkingDays(TODAY, 5));
  const accepted = taken(submitted, STEPS.ACCEPT, '2026-03-04').facts;
  expect(accepted).toMatchObject({ acceptedOn: '2026-03-04', dueOn: '2026-03-11', actBy: '2026-03-11' });
  const review = taken(accepted, STEPS.START_REVIEW, '2026-03-05').facts;
  const decided = taken(review, STEPS.DECIDE, '2026-03-06').facts;
  expect(decided).toMatchObject({ dueOn: '2026-03-11', decidedOn: '2026-03-06', actBy: '2026-03-20' });
  expect(taken(decided, STEPS.DELIVER, '2026-03-09').facts.actBy).toBe(null);
});
