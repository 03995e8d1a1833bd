import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { userError } from '../src/index.ts';
import { tellFollowers } from '../src/outbox/index.ts';
import { STEPS } from './support/case-steps.ts';
import type { DogCase } from './support/case-tables.ts';
import { FILER, OFFICIAL, type OpenCases, openCases, OWNER } from './support/open-cases.ts';

let open: OpenCases;
beforeAll(async () => {
  open = await openCases();
});
beforeEach(() => {
  open.clock.now = new Date('2026-03-02T02:00:00Z');
});
afterAll(() => open[Symbol.asyncDispose]());

const OTHER = { ...FILER, client: 'other-service' };
const tell = () => tellFollowers(open.database.service.sql, true);
const codesOf = ({ userErrors }: { userErrors: { code: string }[] }) => userErrors.map(({ code }) => code);
const eventsOf = (number: string) =>
  open.database.sql`select * from case_events where case_number = ${number} order by sequence`;
const times = <Value>(count: number, value: Value) => Array.from({ length: count }, () => value);

async function filed(): Promise<DogCase> {
  return (await open.file()).result!;
}

test('a case that a client files for a person is submitted in the transaction that makes it, with two events', async () => {
  const row = await filed();
  expect(row).toMatchObject({
    state: 'SUBMITTED',
    version: 2,
    filedBy: 'owner',
    filedThrough: 'services',
    reference: 'M-1',
    actBy: '2026-03-09',
  });
  const common = { person: null, client: 'services', right: 'filed:services', side: 'APPLICANT' };
  expect(await eventsOf(row.number)).toMatchObject([
    { ...common, sequence: 1, action: 'START', from: null, to: 'DRAFT' },
    { ...common, sequence: 2, action: 'SUBMIT', from: 'DRAFT', to: 'SUBMITTED' },
  ]);
  const accepted = await open.take(OFFICIAL, row, STEPS.ACCEPT);
  expect(accepted.result).toMatchObject({ state: 'ACCEPTED', dueOn: '2026-03-09' });
  // The person acts for itself, whoever filed the case.
  expect((await open.take(OWNER, accepted.result!, STEPS.WITHDRAW)).result).toMatchObject({
    state: 'WITHDRAWN',
  });
});

test('of twenty at once with one key one case is made, and all are given it; a case that is not whole is not made', async () => {
  const outcomes = await Promise.all(times(20, null).map(() => open.file({ key: 'filed-20' })));
  expect(new Set(outcomes.map(({ result }) => result?.number)).size).toBe(1);
  expect(await eventsOf('D-filed-20')).toHaveLength(2);
  expect(codesOf(await open.file({ key: 'filed-20', reference: 'M-2' }))).toEqual(['IDEMPOTENCY_KEY_REUSED']);

  const row = async () => {
    throw userError('MALFORMED_FORM', 'The dog has no name.');
  };
  expect(codesOf(await open.file({ key: 'not-whole', row }))).toEqual(['MALFORMED_FORM']);
  expect(await eventsOf('D-not-whole')).toEqual([]);
  // The client goes on once it is told: the same call, held up on its way, must not be carried out after that.
  expect(codesOf(await open.file({ key: 'not-whole' }))).toEqual(['MALFORMED_FORM']);
  expect((await open.file({ key: 'whole' })).result).toMatchObject({ state: 'SUBMITTED' });
});

test('a person and a reference are texts, and the scope is needed for everything', async () => {
  expect(codesOf(await open.file({ person: ' ' }))).toEqual(['MALFORMED_TEXT']);
  expect(codesOf(await open.file({ reference: 'x'.repeat(101) }))).toEqual(['MALFORMED_TEXT']);
  const row = await filed();
  const without = { ...FILER, scopes: [] };
  const forbidden = { extensions: { code: 'FORBIDDEN' } };
  await expect(open.file({ caller: without })).rejects.toMatchObject(forbidden);
  await expect(open.refile(row.number, { caller: without })).rejects.toMatchObject(forbidden);
  await expect(open.withdrawFiled(row.number, { caller: without })).rejects.toMatchObject(forbidden);
  await expect(open.filed.byNumbers(without, [row.number])).rejects.toMatchObject(forbidden);
  await expect(open.filed.changes(without, null, 10)).rejects.toMatchObject(forbidden);
});

test('a case that was returned is completed and submitted again, once', async () => {
  const row = await filed();
  expect(codesOf(await open.refile(row.number))).toEqual(['WRONG_STATE']);
  await open.take(OFFICIAL, row, STEPS.RETURN);
  const refusing = async () => {
    throw userError('MALFORMED_FORM', 'The dog has no name.');
  };
  expect(codesOf(await open.refile(row.number, { key: 'again', work: refusing }))).toEqual([
    'MALFORMED_FORM',
  ]);
  const work = async () => ({ form: { dog: 'Bella' } });
  expect(codesOf(await open.refile(row.number, { key: 'again', work }))).toEqual(['MALFORMED_FORM']);
  const again = await open.refile(row.number, { key: 'whole-again', work });
  expect(again.result).toMatchObject({ state: 'SUBMITTED', version: 4, form: { dog: 'Bella' } });
  expect((await open.refile(row.number, { key: 'whole-again', work })).result).toMatchObject({ version: 4 });
  expect((await eventsOf(row.number)).at(-1)).toMatchObject({ action: 'RESUBMIT', right: 'filed:services' });
});

test('a case is withdrawn until it is decided, and withdrawing it again changes nothing', async () => {
  const row = await filed();
  const withdrawn = await open.withdrawFiled(row.number, { reason: '另一步未通过' });
  expect(withdrawn.result).toMatchObject({ state: 'WITHDRAWN', version: 3 });
  expect((await eventsOf(row.number)).at(-1)).toMatchObject({ action: 'WITHDRAW', reason: '另一步未通过' });
  expect((await open.withdrawFiled(row.number)).result).toMatchObject({ version: 3 });
  expect(await eventsOf(row.number)).toHaveLength(3);

  let decided = await filed();
  for (const step of [STEPS.ACCEPT, STEPS.START_REVIEW, STEPS.DECIDE]) {
    decided = (await open.take(OFFICIAL, decided, step)).result!;
  }
  expect(codesOf(await open.withdrawFiled(decided.number))).toEqual(['WRONG_STATE']);
});

test('a step is dated when its case is its own, and not when it was asked for', async () => {
  const row = await filed();
  const before = new Date(open.clock.now);
  const { sql } = open.database;
  const waiting = await sql.begin(async (tx) => {
    await tx`select 1 from cases where number = ${row.number} for update`;
    const withdrawal = open.withdrawFiled(row.number);
    await expect
      .poll(
        () =>
          sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      )
      .toHaveLength(1);
    // As long as somebody else takes a step.
    open.clock.now = new Date(before.getTime() + 60_000);
    return { withdrawal };
  });
  expect((await waiting.withdrawal).result).toMatchObject({ state: 'WITHDRAWN' });
  const [event] = (await eventsOf(row.number)).slice(-1);
  expect(new Date(event!['at'] as string).getTime()).toBe(before.getTime() + 60_000);
});

test('of twenty that withdraw while an official decides, the case ends in one way', async () => {
  let row = await filed();
  for (const step of [STEPS.ACCEPT, STEPS.START_REVIEW]) {
    row = (await open.take(OFFICIAL, row, step)).result!;
  }
  const [decision, ...withdrawals] = await Promise.all([
    open.take(OFFICIAL, row, STEPS.DECIDE),
    ...times(20, row).map(({ number }) => open.withdrawFiled(number)),
  ]);
  const [found] = await open.filed.byNumbers(FILER, [row.number]);
  expect(found!.version).toBe(5);
  if (found!.state === 'DECIDED') {
    expect(decision.userErrors).toEqual([]);
    expect(withdrawals.map(codesOf)).toEqual(times(20, ['WRONG_STATE']));
  } else {
    expect(codesOf(decision)).toEqual(['STALE_VERSION']);
    expect(withdrawals.map(codesOf)).toEqual(times(20, []));
  }
});

test('for a client that did not file it a case does not exist, nor for the person by these commands', async () => {
  const row = await filed();
  const own = (await open.start()).result!;
  for (const [caller, number] of [
    [OTHER, row.number],
    [FILER, own.number],
    [FILER, 'D-none'],
  ] as const) {
    expect(codesOf(await open.refile(number, { caller }))).toEqual(['UNKNOWN_NUMBER']);
    expect(codesOf(await open.withdrawFiled(number, { caller }))).toEqual(['UNKNOWN_NUMBER']);
    expect(await open.filed.byNumbers(caller, [number])).toEqual([null]);
  }
  expect(codesOf(await open.take(FILER, row, STEPS.WITHDRAW))).toEqual(['UNKNOWN_NUMBER']);
});

test('cases are found by their numbers, in their order, a hundred at once', async () => {
  const [one, other] = [await filed(), await filed()];
  const found = await open.filed.byNumbers(FILER, [other.number, 'D-none', one.number, other.number]);
  expect(found.map((row) => row?.number ?? null)).toEqual([other.number, null, one.number, other.number]);
  expect(await open.filed.byNumbers(FILER, [])).toEqual([]);
  const many = Array.from({ length: 101 }, (_, i) => `D-${i}`);
  await expect(open.filed.byNumbers(FILER, many)).rejects.toMatchObject({
    extensions: { code: 'INVALID_ARGUMENT' },
  });
});

test('a client follows its cases by position: each change once and in order, and those of nobody else', async () => {
  await tell();
  const newest = (await open.filed.changes(FILER, null, 100)).at(-1)?.id ?? null;
  const row = await filed();
  const others = (await open.file({ caller: OTHER })).result!;
  await open.start();
  // What is not published yet has no position.
  expect(await open.filed.changes(FILER, newest, 100)).toEqual([]);
  await tell();
  const first = await open.filed.changes(FILER, newest, 1);
  expect(first).toMatchObject([{ number: row.number, version: 1, state: 'DRAFT' }]);
  const second = await open.filed.changes(FILER, first[0]!.id, 100);
  expect(second).toMatchObject([
    {
      number: row.number,
      version: 2,
      state: 'SUBMITTED',
      at: expect.stringMatching(/^\d{4}-.*Z$/) as string,
    },
  ]);
  await open.take(OFFICIAL, row, STEPS.ACCEPT);
  await tell();
  const third = await open.filed.changes(FILER, second[0]!.id, 100);
  expect(third).toMatchObject([{ number: row.number, version: 3, state: 'ACCEPTED' }]);
  expect(await open.filed.changes(FILER, third[0]!.id, 100)).toEqual([]);
  expect((await open.filed.changes(OTHER, newest, 100)).map(({ number }) => number)).toEqual(
    times(2, others.number),
  );
});

test('what the feed takes is a position and a page', async () => {
  for (const after of ['-1', 'x', '1e3', '']) {
    await expect(open.filed.changes(FILER, after, 10)).rejects.toMatchObject({
      extensions: { code: 'MALFORMED_CURSOR' },
    });
  }
  await expect(open.filed.changes(FILER, null, 101)).rejects.toMatchObject({
    extensions: { code: 'INVALID_ARGUMENT' },
  });
});
