import { expect, test } from 'vitest';
import { applyEvent, type Applied } from '../src/course/apply-event.ts';
import { type CaseNews, type Matter, type MatterEvent, newMatter } from '../src/course/matter.ts';
import type { StepDefinition } from '../src/definition/definition.ts';

// One matter: a, then the case b, then c and the optional case d at the same time.
const step = (name: string, kind: 'MACHINE' | 'CASE', needs: string[], more: object = {}) =>
  ({
    name,
    title: name,
    kind,
    needs,
    onDenial: 'UNDO',
    undo: { document: '', variables: {} },
    ...more,
  }) as unknown as StepDefinition;
const course = {
  steps: [
    step('a', 'MACHINE', []),
    step('b', 'CASE', ['a']),
    step('c', 'MACHINE', ['b']),
    step('d', 'CASE', ['b'], { onDenial: 'CONTINUE', undo: null }),
  ],
};

function run(...events: MatterEvent[]): Applied {
  let applied: Applied = { matter: newMatter(['a', 'b', 'c', 'd']), work: [] };
  for (const event of events) {
    const next = applyEvent(course, applied.matter, event);
    if ('code' in next) throw new Error(next.message);
    applied = next;
  }
  return applied;
}

const states = ({ matter }: { matter: Matter }) =>
  `${matter.state}: ${matter.steps.map(({ name, state }) => `${name} ${state}`).join(', ')}`;
const done = (name: string, attempt = 1): MatterEvent => ({
  kind: 'STEP_DONE',
  step: name,
  attempt,
  result: { id: name },
});
const filed = (name: string): MatterEvent => ({
  kind: 'CASE_FILED',
  step: name,
  attempt: 1,
  number: `N-${name}`,
});
const news = (name: string, version: number, state: string, decision: string | null = null): MatterEvent => ({
  kind: 'CASE_MOVED',
  step: name,
  news: {
    number: `N-${name}`,
    version,
    state,
    decision,
    defects: [],
    result: { permit: name },
  } satisfies CaseNews,
});
const SUBMIT: MatterEvent = { kind: 'SUBMIT', leftOut: [] };
const HALF = [SUBMIT, done('a'), filed('b'), news('b', 4, 'DECIDED', 'GRANTED'), done('c'), filed('d')];

test('steps begin when what they need is done, several at the same time', () => {
  expect(run(SUBMIT).work).toEqual([{ step: 'a', kind: 'DO', attempt: 1 }]);
  expect(states(run(SUBMIT, done('a')))).toBe('IN_PROGRESS: a DONE, b DOING, c WAITING, d WAITING');
  expect(run(SUBMIT, done('a'), filed('b'), news('b', 4, 'DECIDED', 'GRANTED')).work).toEqual([
    { step: 'c', kind: 'DO', attempt: 1 },
    { step: 'd', kind: 'DO', attempt: 1 },
  ]);
  expect(states(run(...HALF, news('d', 5, 'DELIVERED', 'GRANTED')))).toBe(
    'COMPLETED: a DONE, b DONE, c DONE, d DONE',
  );
});

test('an optional step that is denied ends nothing', () => {
  expect(states(run(...HALF, news('d', 5, 'NOT_ACCEPTED')))).toBe(
    'COMPLETED: a DONE, b DONE, c DONE, d DENIED',
  );
});

test('when a step is denied, all is undone, the last one first, and it fails with the reason', () => {
  const denied = run(SUBMIT, done('a'), filed('b'), news('b', 3, 'DECIDED', 'DENIED'));
  expect(states(denied)).toBe('UNDOING: a UNDOING, b DENIED, c LEFT_OUT, d LEFT_OUT');
  expect(denied.matter.reason).toBe('b: denied');
  expect(denied.work).toEqual([{ step: 'a', kind: 'UNDO', attempt: 1 }]);
});

test('whoever withdraws has cases withdrawn and steps undone, one after the other', () => {
  const withdrawn = run(...HALF, { kind: 'WITHDRAW', reason: null });
  expect(withdrawn.work).toEqual([{ step: 'd', kind: 'WITHDRAW', attempt: 1 }]);
  const next = run(...HALF, { kind: 'WITHDRAW', reason: null }, { kind: 'STEP_UNDONE', step: 'd' });
  expect(next.work).toEqual([{ step: 'c', kind: 'UNDO', attempt: 1 }]);
  const undone = ['d', 'c', 'b', 'a'].map((name): MatterEvent => ({ kind: 'STEP_UNDONE', step: name }));
  expect(states(run(...HALF, { kind: 'WITHDRAW', reason: null }, ...undone))).toBe(
    'WITHDRAWN: a UNDONE, b UNDONE, c UNDONE, d UNDONE',
  );
});

test('what is granted while it is being withdrawn stays when nothing undoes it, and is undone otherwise', () => {
  const kept = run(...HALF, { kind: 'WITHDRAW', reason: null }, news('d', 6, 'DECIDED', 'GRANTED'));
  expect(states(kept)).toBe('UNDOING: a DONE, b DONE, c UNDOING, d DONE');
  const start = [SUBMIT, done('a'), filed('b')];
  const undone = run(...start, { kind: 'WITHDRAW', reason: null }, news('b', 6, 'DECIDED', 'GRANTED'));
  expect(undone.work).toEqual([{ step: 'b', kind: 'UNDO', attempt: 1 }]);
});

test('a call whose answer is missing is resolved before anything is undone', () => {
  const doubtful = run(SUBMIT, { kind: 'WITHDRAW', reason: null });
  expect(states(doubtful)).toBe('UNDOING: a DOING, b LEFT_OUT, c LEFT_OUT, d LEFT_OUT');
  expect(run(SUBMIT, { kind: 'WITHDRAW', reason: null }, done('a')).work).toEqual([
    { step: 'a', kind: 'UNDO', attempt: 1 },
  ]);
});

test('what is refused goes back to the applicant, and is tried again under another key', () => {
  const refused: MatterEvent = {
    kind: 'STEP_REFUSED',
    step: 'a',
    attempt: 1,
    problems: [{ code: 'NAME_TAKEN', message: 'taken', about: 'input.name' }],
  };
  expect(states(run(SUBMIT, refused))).toBe('IN_PROGRESS: a RETURNED, b WAITING, c WAITING, d WAITING');
  expect(run(SUBMIT, refused, { kind: 'COMPLETE' }).work).toEqual([{ step: 'a', kind: 'DO', attempt: 2 }]);
  // The answer of the first try comes once more.
  expect(states(run(SUBMIT, refused, { kind: 'COMPLETE' }, refused))).toBe(
    'IN_PROGRESS: a DOING, b WAITING, c WAITING, d WAITING',
  );
});

test('a case that is returned is submitted again, also by the applicant at the department itself', () => {
  const returned = [SUBMIT, done('a'), filed('b'), news('b', 4, 'RETURNED')];
  expect(run(...returned, { kind: 'COMPLETE' }).work).toEqual([{ step: 'b', kind: 'REFILE', attempt: 2 }]);
  expect(states(run(...returned, news('b', 5, 'SUBMITTED')))).toBe(
    'IN_PROGRESS: a DONE, b AT_OFFICE, c WAITING, d WAITING',
  );
});

test('news that is late or comes twice changes nothing', () => {
  const { matter } = run(...HALF);
  for (const event of [
    done('a'),
    filed('b'),
    news('b', 2, 'RETURNED'),
    news('d', 0, 'WITHDRAWN'),
    { kind: 'STEP_UNDONE', step: 'a' } as const,
  ]) {
    expect(applyEvent(course, matter, event)).toEqual({ matter, work: [] });
  }
});

test.each<[what: string, before: MatterEvent[], event: MatterEvent, code: string]>([
  ['submitting twice', [SUBMIT], SUBMIT, 'WRONG_STATE'],
  [
    'withdrawing while it is undone',
    [SUBMIT, { kind: 'UNDO', reason: 'x' }],
    { kind: 'WITHDRAW', reason: null },
    'WRONG_STATE',
  ],
  [
    'withdrawing what is over',
    [...HALF, news('d', 5, 'DELIVERED', 'GRANTED')],
    { kind: 'WITHDRAW', reason: null },
    'WRONG_STATE',
  ],
  ['correcting what was not returned', [SUBMIT], { kind: 'COMPLETE' }, 'NOTHING_RETURNED'],
  ['skipping what waits', [SUBMIT], { kind: 'SKIP', step: 'b', reason: 'x' }, 'NOT_STUCK'],
  ['undoing a draft', [], { kind: 'UNDO', reason: 'x' }, 'WRONG_STATE'],
])('%s is %4$s', (_what, before, event, code) => {
  expect(applyEvent(course, run(...before).matter, event)).toMatchObject({ code });
});

test('what an operator leaves out stops nothing behind it', () => {
  expect(states(run(SUBMIT, { kind: 'SKIP', step: 'a', reason: 'done on paper' }))).toBe(
    'IN_PROGRESS: a SKIPPED, b DOING, c WAITING, d WAITING',
  );
});
