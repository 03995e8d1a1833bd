import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  AGENT,
  ANSWERS,
  APPLICANTS,
  BUILDER,
  CITIZEN,
  CITY_OFFICIAL,
  CONSULTING,
  FORMER_OFFICIAL,
  FORMER_OWNER,
  NO_OFFICIAL,
  OFFICIAL,
  type OpenCases,
  openCases,
  OTHER_AGENT,
  type Outcome,
  OWNER,
  RESTAURANT,
  STRANGER,
} from './open-cases.ts';

let open: OpenCases;
beforeAll(async () => {
  open = await openCases();
});
beforeEach(() => {
  open.clock.now = new Date('2026-03-02T02:00:00Z');
});
afterAll(() => open[Symbol.asyncDispose]());

const codes = (outcomes: readonly Outcome[]) =>
  outcomes.map(({ userErrors }) => userErrors[0]?.code ?? 'DONE').sort();
const times = <Value>(count: number, value: Value) => Array.from({ length: count }, () => value);

/** Steps with what they need, and the states in which they are possible. */
const STEPS: Readonly<Record<string, { args?: object; from: readonly string[] }>> = {
  saveCase: { args: { form: ANSWERS }, from: ['DRAFT', 'RETURNED'] },
  submitCase: { from: ['DRAFT', 'RETURNED'] },
  withdrawCase: {
    args: { reason: null },
    from: ['DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'UNDER_REVIEW', 'SUSPENDED'],
  },
  supplyCaseMaterials: { args: { materials: ['平面图'] }, from: [] },
  rateCase: { args: { stars: 4 }, from: ['DELIVERED'] },
  returnCase: { args: { defects: [{ problem: '缺章' }] }, from: ['SUBMITTED'] },
  declineCase: { args: { reason: '不予受理' }, from: ['SUBMITTED'] },
  acceptCase: { from: ['SUBMITTED'] },
  startCaseReview: { from: ['ACCEPTED'] },
  suspendCase: { args: { reason: '核查' }, from: ['UNDER_REVIEW'] },
  resumeCase: { from: ['SUSPENDED'] },
  extendCase: { args: { days: 3, reason: '复杂' }, from: ['ACCEPTED', 'UNDER_REVIEW'] },
  decideCase: { args: { decision: 'GRANTED' }, from: ['UNDER_REVIEW'] },
  deliverCase: { from: ['DECIDED'] },
};
const args = (mutation: string) => STEPS[mutation]!.args ?? {};

const PATHS: Readonly<Record<string, readonly string[]>> = {
  DRAFT: [],
  SUBMITTED: ['submitCase'],
  RETURNED: ['submitCase', 'returnCase'],
  NOT_ACCEPTED: ['submitCase', 'declineCase'],
  ACCEPTED: ['submitCase', 'acceptCase'],
  UNDER_REVIEW: ['submitCase', 'acceptCase', 'startCaseReview'],
  SUSPENDED: ['submitCase', 'acceptCase', 'startCaseReview', 'suspendCase'],
  DECIDED: ['submitCase', 'acceptCase', 'startCaseReview', 'decideCase'],
  DELIVERED: ['submitCase', 'acceptCase', 'startCaseReview', 'decideCase', 'deliverCase'],
  WITHDRAWN: ['submitCase', 'withdrawCase'],
};
const caseIn = (state: string) =>
  open.caseAfter(...PATHS[state]!.map((mutation) => [mutation, args(mutation)] as const));

describe.each(Object.keys(PATHS))('of a case that is %s', (state) => {
  test('steps that are out of order are refused and leave no trace', async () => {
    const before = await caseIn(state);
    expect(before.state).toBe(state);
    for (const [mutation, { from }] of Object.entries(STEPS)) {
      if (from.includes(state)) continue;
      const who = APPLICANTS.includes(mutation) ? OWNER : OFFICIAL;
      const { userErrors } = await open.act(who, mutation, before.number, args(mutation));
      // Officials do not know of drafts.
      const isHidden = state === 'DRAFT' && who === OFFICIAL;
      const code = isHidden
        ? 'UNKNOWN_NUMBER'
        : mutation === 'supplyCaseMaterials' && ['ACCEPTED', 'UNDER_REVIEW', 'SUSPENDED'].includes(state)
          ? 'UNKNOWN_MATERIAL'
          : 'WRONG_STATE';
      expect([mutation, userErrors[0]?.code]).toEqual([mutation, code]);
    }
    expect(await open.read(OWNER, before.number)).toEqual(before);
  });
});

test('a case is closed to everyone who neither acts for its applicant in its matter nor decides about it', async () => {
  const draft = await caseIn('DRAFT');
  const unknown = (number: string) => [
    {
      code: 'UNKNOWN_NUMBER',
      message: `${number} does not exist, or you may not see it.`,
      field: ['number'],
    },
  ];
  for (const who of [STRANGER, OTHER_AGENT, CITIZEN]) {
    for (const number of [draft.number, '32010220260302-999999']) {
      expect((await open.act(who, 'submitCase', number)).userErrors).toEqual(unknown(number));
    }
  }
  expect((await open.act(OFFICIAL, 'acceptCase', draft.number)).userErrors).toEqual(unknown(draft.number));
  for (const number of ['!', '\0', 'x'.repeat(1000)]) {
    expect((await open.act(OWNER, 'submitCase', number, { expectedVersion: 1 })).userErrors[0]!.code).toBe(
      'UNKNOWN_NUMBER',
    );
  }
  expect(codes([await open.act(AGENT, 'submitCase', draft.number)])).toEqual(['DONE']);
});

test('a case of a register or of the generator cannot be changed', async () => {
  for (const mutation of ['withdrawCase', 'submitCase']) {
    expect((await open.act(OWNER, mutation, 'A-0002', args(mutation))).userErrors[0]!.code).toBe(
      'UNKNOWN_NUMBER',
    );
  }
  expect((await open.act(OFFICIAL, 'acceptCase', 'A-0002')).userErrors[0]!.code).toBe('UNKNOWN_NUMBER');
});

test('officials decide in their region and office, and only while they are in office', async () => {
  const { case: elsewhere } = await open.start(OWNER, { region: '3202' });
  await open.act(OWNER, 'submitCase', elsewhere!.number);
  const { number } = await caseIn('SUBMITTED');
  const accept = (who: typeof OWNER, of: string) => open.act(who, 'acceptCase', of);
  expect(codes([await accept(CITY_OFFICIAL, elsewhere!.number)])).toEqual(['NOT_YOUR_REGION']);
  for (const who of [FORMER_OFFICIAL, NO_OFFICIAL]) {
    expect(codes([await accept(who, number)])).toEqual(['NOT_YOUR_REGION']);
  }
  open.clock.now = new Date('2026-03-01T02:00:00Z');
  expect(codes([await accept(CITY_OFFICIAL, number)])).toEqual(['NOT_YOUR_REGION']);
  expect(codes([await accept(FORMER_OFFICIAL, number)])).toEqual(['DONE']);
  open.clock.now = new Date('2026-03-02T02:00:00Z');
  expect(codes([await open.act(CITY_OFFICIAL, 'startCaseReview', number)])).toEqual(['DONE']);
});

test('a step of the other side is denied, and without scope and department nobody is an official', async () => {
  const { number } = await caseIn('SUBMITTED');
  expect(await open.denied(OWNER, 'acceptCase', number)).toBe('FORBIDDEN');
  expect(await open.denied(OFFICIAL, 'withdrawCase', number, args('withdrawCase'))).toBe('FORBIDDEN');
  // With the scope alone, a client of another department is nobody to the case.
  const outsider = { ...OFFICIAL, department: 'tax' };
  expect(codes([await open.act(outsider, 'acceptCase', number)])).toEqual(['UNKNOWN_NUMBER']);
  // An application that acts for itself is no person.
  expect(codes([await open.act({ ...OFFICIAL, user: null }, 'acceptCase', number)])).toEqual([
    'UNKNOWN_NUMBER',
  ]);
  expect(await open.denied({}, 'submitCase', number)).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
});

test('once the mandate has ended, who filed the case does nothing more, and is told so', async () => {
  const { number } = await caseIn('DRAFT');
  const submit = { key: 'once', expectedVersion: 1 };
  await open.act(OWNER, 'submitCase', number, submit);
  for (const again of [submit, {}]) {
    const outcome = await open.act(FORMER_OWNER, 'submitCase', number, again);
    expect(outcome).toMatchObject({ case: null, userErrors: [{ code: 'NO_MANDATE' }] });
  }
  expect(codes([await open.start(FORMER_OWNER)])).toEqual(['NO_MANDATE']);
  expect(await open.read(FORMER_OWNER, number)).toBe(null);
  expect(await open.read(OWNER, number)).toMatchObject({ state: 'SUBMITTED', version: 2 });
});

test('of twenty decisions at once on what the officials saw, one is taken', async () => {
  const { number, version } = await caseIn('UNDER_REVIEW');
  const outcomes = await Promise.all(
    times(20, null).map((_, i) => {
      const decision = i % 2 ? { decision: 'GRANTED' } : { decision: 'DENIED', reason: '不符合' };
      return open.act(OFFICIAL, 'decideCase', number, { ...decision, expectedVersion: version });
    }),
  );
  expect(codes(outcomes)).toEqual(['DONE', ...times(19, 'STALE_VERSION')]);
  const found = await open.read(OWNER, number, 'decision permit { number } timeline { step }');
  const isGranted = found!['decision'] === 'GRANTED';
  expect(found!['permit'] !== null).toBe(isGranted);
  expect(found!['timeline']).toHaveLength(5);
});

test('a step that is sent twenty times with its key is taken once, and its permit is made once', async () => {
  const { number, version } = await caseIn('UNDER_REVIEW');
  const decide = { decision: 'GRANTED', expectedVersion: version, key: 'decide-once' };
  const outcomes = await Promise.all(
    times(20, null).map(() => open.act(OFFICIAL, 'decideCase', number, decide)),
  );
  expect(codes(outcomes)).toEqual(times(20, 'DONE'));
  expect(new Set(outcomes.map((outcome) => outcome.case!.version))).toEqual(new Set([version + 1]));
  const reused = { ...decide, decision: 'DENIED', reason: 'x' };
  expect(codes([await open.act(OFFICIAL, 'decideCase', number, reused)])).toEqual(['IDEMPOTENCY_KEY_REUSED']);

  const started = await Promise.all(times(10, null).map(() => open.start(OWNER, {}, 'start-once')));
  expect(new Set(started.map((outcome) => outcome.case!.number)).size).toBe(1);
  expect(codes([await open.start(OWNER, { form: {} }, 'start-once')])).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  expect(codes([await open.start(OWNER, {}, 'a key with blanks')])).toEqual(['MALFORMED_IDEMPOTENCY_KEY']);
});

test.each<[what: string, input: object, code: string, field: string[]]>([
  ['an item that is none', { item: 'NO-SUCH-ITEM' }, 'UNKNOWN_ITEM', ['input', 'item']],
  ['an item that is no code', { item: '!' }, 'UNKNOWN_ITEM', ['input', 'item']],
  ['another region', { region: '4403' }, 'WRONG_REGION', ['input', 'region']],
  ['another enterprise', { applicant: BUILDER }, 'NO_MANDATE', ['input', 'applicant']],
  ['a wrong answer', { form: { kind: 'ZOO' } }, 'MALFORMED_FORM', ['input', 'form', 'kind']],
  ['an answer that is not asked for', { form: { dog: 1 } }, 'MALFORMED_FORM', ['input', 'form', 'dog']],
  [
    'half of a character',
    { form: { contact: 'a\ud800', phone: '13812345678' } },
    'MALFORMED_FORM',
    ['input', 'form', 'contact'],
  ],
  ['U+0000', { form: { contact: 'a\0' } }, 'MALFORMED_FORM', ['input', 'form', 'contact']],
  ['a list', { form: [] }, 'MALFORMED_FORM', ['input', 'form']],
  ['a text', { form: 'x' }, 'MALFORMED_FORM', ['input', 'form']],
  ['much', { form: { contact: 'x'.repeat(70_000) } }, 'MALFORMED_FORM', ['input', 'form']],
])('a case that is begun with %s is refused', async (_what, input, code, field) => {
  expect(await open.start(OWNER, input)).toMatchObject({ case: null, userErrors: [{ code, field }] });
});

test('an item that names no office cannot be applied for, and an application of nobody is refused', async () => {
  const consulting = { id: 'M', uscc: RESTAURANT, items: null };
  await open.served.database.sql`update service_items set department_code = null where code = ${CONSULTING}`;
  const { userErrors } = await open.start({ ...OWNER, mandates: [consulting] }, { item: CONSULTING });
  expect(userErrors).toMatchObject([{ code: 'UNKNOWN_ITEM' }]);
  expect((await open.start({ ...OFFICIAL, user: null }, { applicant: null })).userErrors).toMatchObject([
    { code: 'NO_MANDATE' },
  ]);
});

test('an answer that takes a pattern for ever is refused at once', async () => {
  const form = { ...ANSWERS, staff: [{ name: '张三', certificate: `${'A'.repeat(3999)}!` }] };
  const started = performance.now();
  const { userErrors } = await open.start(OWNER, { form });
  expect(userErrors[0]).toMatchObject({ code: 'MALFORMED_FORM' });
  expect(performance.now() - started).toBeLessThan(5000);
});

test('while it cannot be found out for whom a person acts, nobody is told that there is no such case, or that it has no right', async () => {
  const { number } = (await open.start(OWNER)).case!;
  const unknown = { ...OWNER, mandates: null };
  for (const which of [number, '32010020260302-999999']) {
    expect(await open.denied(unknown, 'submitCase', which)).toBe('GRANTS_UNAVAILABLE');
    expect(await open.denied({ ...STRANGER, mandates: null }, 'submitCase', which)).toBe(
      'GRANTS_UNAVAILABLE',
    );
  }
  // One's own needs no mandate.
  const own = (await open.start(CITIZEN, { applicant: null })).case!;
  const saved = await open.act({ ...CITIZEN, mandates: null }, 'saveCase', own.number, { form: ANSWERS });
  expect(saved.userErrors).toEqual([]);
});
