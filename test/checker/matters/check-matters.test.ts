import { expect, test } from 'vitest';
import { createFindings, type Rule } from '../finding.ts';
import type { History, StepTold } from '../history.ts';
import { checkMatters } from './check-matters.ts';
import type { StoredMatterEvent, StoredMatters } from './stored-matters.ts';

type Writable<Type> = { -readonly [member in keyof Type]: Writable<Type[member]> };
interface Made {
  told: Writable<StepTold>[];
  stored: { [member in keyof StoredMatters]: Writable<StoredMatters[member][number]>[] };
}

const FOUNDER = 'founder';

/** One enterprise that was opened, and one that was withdrawn when it had been registered. */
function makeUp(): Made {
  const made: Made = {
    told: [],
    stored: {
      rows: [],
      steps: [],
      events: [],
      messages: [],
      keys: [],
      effects: [],
      cases: [],
      wrongUnits: [],
    },
  };
  add(made, 'L-1', 'COMPLETED');
  add(made, 'L-2', 'WITHDRAWN');
  return made;
}

function add({ told, stored }: Made, number: string, state: string): void {
  const names = ['name', 'registration', 'tax', 'seal', 'food'];
  const isOpened = state === 'COMPLETED';
  const course: (readonly [step: string | null, to: string, person?: string])[] = [
    [null, 'DRAFT', FOUNDER],
    [null, 'IN_PROGRESS', FOUNDER],
    ['food', 'SKIPPED'],
    ['name', 'DOING'],
    ['name', 'DONE'],
    ['registration', 'DOING'],
    ['registration', 'AT_OFFICE'],
    ['registration', 'DONE'],
    ...(isOpened
      ? ([
          ['tax', 'DOING'],
          ['tax', 'DONE'],
          ['seal', 'DOING'],
          ['seal', 'AT_OFFICE'],
          ['seal', 'DONE'],
          [null, 'COMPLETED'],
        ] as const)
      : ([
          ['tax', 'LEFT_OUT', FOUNDER],
          ['seal', 'LEFT_OUT'],
          [null, 'UNDOING'],
          ['registration', 'UNDOING'],
          ['registration', 'UNDONE'],
          ['name', 'UNDOING'],
          ['name', 'UNDONE'],
          [null, 'WITHDRAWN'],
        ] as const)),
  ];
  const stands = new Map<string | null, string>([
    [null, ''],
    ...names.map((name) => [name, 'WAITING'] as const),
  ]);
  course.forEach(([step, to, person = null], i) => {
    const from = i === 0 ? null : stands.get(step)!;
    const side = person === null ? 'MACHINE' : 'APPLICANT';
    stored.events.push({
      number,
      sequence: i + 1,
      step,
      from,
      to,
      side,
      person,
      at: i,
    } satisfies StoredMatterEvent);
    stands.set(step, to);
  });
  const version = 9;
  stored.rows.push({ number, matter: 'YJS320000001', version, state, tookMs: 50, countedMs: 50 });
  for (let told = 2; told <= version; told++)
    stored.messages.push({ number, version: told, state, isTold: true });
  const cases: Readonly<Record<string, string>> = {
    registration: `QY-${number}`,
    ...(isOpened && { seal: `P-${number}` }),
  };
  for (const name of names) {
    stored.steps.push({ number, name, state: stands.get(name)!, departmentCase: cases[name] ?? null });
  }
  for (const [step, one] of Object.entries(cases)) {
    const kind = step === 'seal' ? '322009001000' : 'a registration';
    stored.cases.push({ application: number, number: one, kind, state: 'DECIDED', decision: 'GRANTED' });
  }
  if (isOpened) {
    const kinds = ['NAME', 'ENTERPRISE', 'MANDATE', 'TAXPAYER', 'PERMIT 322009001000'];
    stored.effects.push(
      ...kinds.map((kind) => ({ application: number, kind, what: `${kind} of ${number}` })),
    );
  }
  const actions = ['START', 'SUBMIT', ...(isOpened ? [] : ['WITHDRAW'])];
  for (const [i, action] of actions.entries()) {
    const key = `${number}-${action}`;
    stored.keys.push({ key, user: FOUNDER, number });
    told.push({
      key,
      user: FOUNDER,
      actions: [action],
      number: action === 'START' ? null : number,
      expectedVersion: i,
      sentAt: 0,
      endedAt: 1,
      tries: 1,
      outcome: { told: 'TAKEN', number, version: i + 1, state: '' },
    });
  }
}

function rulesOf({ told, stored }: Made): Rule[] {
  const findings = createFindings();
  const history: History = { steps: [], matterSteps: told, reads: [], materials: [], kills: [] };
  checkMatters(history, stored as StoredMatters, findings);
  return [...new Set(findings.findings.map(({ rule }) => rule))];
}

test('applications that agree with what departments have leave no findings', () => {
  expect(rulesOf(makeUp())).toEqual([]);
});

const opened = ({ stored }: Made, name: string) =>
  stored.steps.find((step) => step.number === 'L-1' && step.name === name)!;

const FAULTS: Record<string, [Rule, (made: Made) => void]> = {
  'an application is gone that was told as begun': [
    'LOST_STEP',
    ({ stored }) => (stored.rows = stored.rows.filter(({ number }) => number !== 'L-1')),
  ],
  'the key of a command is not kept': ['LOST_STEP', ({ stored }) => stored.keys.pop()],
  'a withdrawal was told as rejected': [
    'REJECTED_STEP_TAKEN',
    ({ told }) => (told.at(-1)!.outcome = { told: 'REJECTED', code: 'STALE_VERSION' }),
  ],
  'an application was told to be past a version that it has': [
    'FALSE_REJECTION',
    ({ told }) =>
      told.push({
        ...told[1]!,
        key: 'other',
        expectedVersion: 9,
        outcome: { told: 'REJECTED', code: 'STALE_VERSION' },
      }),
  ],
  'somebody submitted twice by one command': [
    'DOUBLED_STEP',
    ({ stored }) => (stored.events.find(({ sequence }) => sequence === 4)!.person = FOUNDER),
  ],
  'a timeline has a hole': [
    'BROKEN_TIMELINE',
    ({ stored }) => (stored.events = stored.events.filter(({ sequence }) => sequence !== 5)),
  ],
  'a timeline runs backward': ['BROKEN_TIMELINE', ({ stored }) => (stored.events[5]!.at = 0)],
  'a timeline does not lead to where a step stands': [
    'BROKEN_TIMELINE',
    (made) => (opened(made, 'tax').state = 'SKIPPED'),
  ],
  'the times of an application do not add up': [
    'BROKEN_TIMELINE',
    ({ stored }) => (stored.rows[0]!.countedMs = 10),
  ],
  'a change is told to nobody': ['LOST_MESSAGE', ({ stored }) => stored.messages.pop()],
  'a program never comes back to a step': [
    'UNENDED_MATTER',
    (made) => {
      made.stored.rows[0]!.state = 'IN_PROGRESS';
      opened(made, 'tax').state = 'DOING';
    },
  ],
  'an application waits for nobody': [
    'UNENDED_MATTER',
    (made) => {
      made.stored.rows[0]!.state = 'IN_PROGRESS';
      opened(made, 'tax').state = 'WAITING';
    },
  ],
  'a decision is not known': ['UNENDED_MATTER', (made) => (opened(made, 'seal').state = 'AT_OFFICE')],
  'two enterprises are registered': [
    'DOUBLED_EFFECT',
    ({ stored }) => stored.effects.push({ ...stored.effects[1]!, what: 'another' }),
  ],
  'a case is filed twice': [
    'DOUBLED_EFFECT',
    ({ stored }) => stored.cases.push({ ...stored.cases[0]!, number: 'QY-2' }),
  ],
  'a case is open of an application that has ended': [
    'LEFT_BEHIND',
    ({ stored }) =>
      Object.assign(
        stored.cases.find(({ application }) => application === 'L-2')!,
        {
          state: 'ACCEPTED',
          decision: null,
        },
      ),
  ],
  'an enterprise is left of an application that was withdrawn': [
    'LEFT_BEHIND',
    ({ stored }) => stored.effects.push({ application: 'L-2', kind: 'ENTERPRISE', what: 'left' }),
  ],
  'a taxpayer belongs to no application': [
    'LEFT_BEHIND',
    ({ stored }) => stored.effects.push({ application: 'L-9', kind: 'TAXPAYER', what: 'stray' }),
  ],
  'a unit is held by somebody else': ['LEFT_BEHIND', ({ stored }) => stored.wrongUnits.push('a unit')],
  'a taxpayer is missing': [
    'MISSING_EFFECT',
    ({ stored }) => (stored.effects = stored.effects.filter(({ kind }) => kind !== 'TAXPAYER')),
  ],
};

test.each(Object.entries(FAULTS))('the checker finds that %s', (_, [rule, spoil]) => {
  const made = makeUp();
  spoil(made);
  expect(rulesOf(made)).toContain(rule);
});
