import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CaseStep } from '../src/cases/index.ts';
import { STEPS } from './support/case-steps.ts';
import type { DogCase } from './support/case-tables.ts';
import {
  OFFICIAL,
  OFFICIAL_ELSEWHERE,
  type OpenCases,
  openCases,
  OWNER,
  STRANGER,
  until,
} from './support/open-cases.ts';

let open: OpenCases;
beforeAll(async () => {
  open = await openCases();
});
beforeEach(() => {
  open.clock.now = new Date('2026-03-02T02:00:00Z');
  open.mandates.set('owner', 'mandate:1');
});
afterAll(() => open[Symbol.asyncDispose]());

const eventsOf = ({ number }: Pick<DogCase, 'number'>) =>
  open.database.sql`select * from case_events where case_number = ${number} order by sequence`;
const toldOf = ({ number }: Pick<DogCase, 'number'>) =>
  open.database.sql`select topic, key, payload from outbox where key = ${number} order by id`;
const stored = async ({ number }: Pick<DogCase, 'number'>) =>
  (await open.database.sql`select * from cases where number = ${number}`)[0]!;
const codes = (outcomes: readonly { userErrors: readonly { code: string }[] }[]) =>
  outcomes.map(({ userErrors }) => userErrors[0]?.code ?? 'DONE').sort();
const times = <Value>(count: number, value: Value) => Array.from({ length: count }, () => value);

test('a step changes the case, adds to its timeline and tells it, all in one transaction', async () => {
  const draft = (await open.start()).result!;
  open.clock.now = new Date('2026-03-03T02:00:00Z');
  const { result, userErrors } = await open.take(OWNER, draft, STEPS.SUBMIT);
  expect(userErrors).toEqual([]);
  expect(result).toMatchObject({
    number: draft.number,
    state: 'SUBMITTED',
    version: 2,
    form: { dog: 'Rex' },
  });
  expect(await stored(draft)).toMatchObject({
    state: 'SUBMITTED',
    version: 2,
    filed_by: 'owner',
    act_by: '2026-03-10',
  });
  const common = {
    case_number: draft.number,
    side: 'APPLICANT',
    person: 'owner',
    client: 'portal',
    right: 'mandate:1',
  };
  expect(await eventsOf(draft)).toMatchObject([
    {
      ...common,
      sequence: 1,
      action: 'START',
      from: null,
      to: 'DRAFT',
      machine_ms: expect.any(Number) as number,
    },
    { ...common, sequence: 2, action: 'SUBMIT', from: 'DRAFT', to: 'SUBMITTED' },
  ]);
  const payload = { number: draft.number, version: 2, action: 'SUBMIT', state: 'SUBMITTED' };
  expect((await toldOf(draft)).at(-1)).toEqual({ topic: 'case_changed', key: draft.number, payload });
});

test('further columns of a step are written, and what its facts say is not overwritten', async () => {
  const draft = await open.caseAfter();
  const work = async () => ({ form: { dog: 'Bella' }, state: 'DELIVERED' as const, version: 99 });
  const { result } = await open.take(OWNER, draft, STEPS.SAVE, { work });
  expect(result).toMatchObject({ form: { dog: 'Bella' }, state: 'DRAFT', version: 2 });
});

test('of twenty at once on the same version exactly one step is taken', async () => {
  for (const step of [STEPS.ACCEPT, STEPS.DECLINE]) {
    const row = await open.caseAfter(STEPS.SUBMIT);
    const outcomes = await Promise.all(
      times(20, null).map((_, i) =>
        open.take(i % 4 === 0 ? OWNER : OFFICIAL, row, i % 4 === 0 ? STEPS.WITHDRAW : step),
      ),
    );
    expect(codes(outcomes)).toEqual(['DONE', ...times(19, 'STALE_VERSION')]);
    expect((await eventsOf(row)).length).toBe(3);
    expect((await toldOf(row)).length).toBe(3);
    expect(await stored(row)).toMatchObject({ version: 3 });
  }
});

test('of twenty at once with one key exactly one takes the step, and all get the case', async () => {
  const row = await open.caseAfter(STEPS.SUBMIT);
  const outcomes = await Promise.all(
    times(20, null).map(() => open.take(OFFICIAL, row, STEPS.ACCEPT, { key: 'one' })),
  );
  expect(codes(outcomes)).toEqual(times(20, 'DONE'));
  for (const { result } of outcomes) expect(result).toMatchObject({ state: 'ACCEPTED', version: 3 });
  expect((await eventsOf(row)).length).toBe(3);

  const started = await Promise.all(times(20, null).map(() => open.start('start-once')));
  expect(new Set(started.map(({ result }) => result!.number)).size).toBe(1);
  expect((await eventsOf(started[0]!.result!)).length).toBe(1);
});

test('a step that is sent again later gives the case as it stands by then', async () => {
  const row = await open.caseAfter(STEPS.SUBMIT);
  const accepted = (await open.take(OFFICIAL, row, STEPS.ACCEPT, { key: 'again' })).result!;
  await open.take(OFFICIAL, accepted, STEPS.START_REVIEW);
  const again = await open.take(OFFICIAL, row, STEPS.ACCEPT, { key: 'again' });
  expect(again).toMatchObject({ result: { state: 'UNDER_REVIEW', version: 4 }, userErrors: [] });
  expect((await eventsOf(row)).length).toBe(4);
});

test('a key that was used for another step, other input or another case is refused, and another caller may use it', async () => {
  const [row, another] = [await open.caseAfter(STEPS.SUBMIT), await open.caseAfter(STEPS.SUBMIT)];
  await open.take(OFFICIAL, row, STEPS.ACCEPT, { key: 'used' });
  const tries = [
    open.take(OFFICIAL, { ...row, version: 3 }, STEPS.START_REVIEW, { key: 'used' }),
    open.take(OFFICIAL, row, STEPS.ACCEPT, { key: 'used', input: { note: 'more' } }),
    open.take(OFFICIAL, another, STEPS.ACCEPT, { key: 'used' }),
  ];
  expect(codes(await Promise.all(tries))).toEqual(times(3, 'IDEMPOTENCY_KEY_REUSED'));
  expect(await stored(another)).toMatchObject({ state: 'SUBMITTED', version: 2 });
  expect(codes([await open.take(OWNER, another, STEPS.WITHDRAW, { key: 'used' })])).toEqual(['DONE']);
});

test('a refused step leaves no trace, and its key may be used again', async () => {
  const row = await open.caseAfter(STEPS.SUBMIT);
  const before = await stored(row);
  const stale = await open.take(OFFICIAL, { ...row, version: 1 }, STEPS.ACCEPT, { key: 'retry' });
  expect(stale.userErrors).toMatchObject([{ code: 'STALE_VERSION', field: ['expectedVersion'] }]);
  for (const step of [STEPS.START_REVIEW, STEPS.DELIVER, { ...STEPS.DECLINE, reason: '' } as CaseStep]) {
    expect((await open.take(OFFICIAL, row, step, { key: 'retry' })).result).toBe(null);
  }
  const failing = open.take(OFFICIAL, row, STEPS.ACCEPT, {
    key: 'retry',
    work: async () => {
      throw new Error('No paper left.');
    },
  });
  await expect(failing).rejects.toThrow('No paper left.');
  expect(await stored(row)).toEqual(before);
  expect((await eventsOf(row)).length).toBe(2);
  expect((await toldOf(row)).length).toBe(2);
  expect(codes([await open.take(OFFICIAL, row, STEPS.ACCEPT, { key: 'retry' })])).toEqual(['DONE']);
});

test('a case that does not exist and one of others look the same', async () => {
  const row = await open.caseAfter();
  const of = (number: string) => ({ number, version: 1 });
  const [absent, foreign, draft] = [
    await open.take(STRANGER, of('D-none'), STEPS.SUBMIT),
    await open.take(STRANGER, row, STEPS.SUBMIT),
    await open.take(OFFICIAL, row, STEPS.ACCEPT),
  ];
  const said = (number: string) => [
    {
      code: 'UNKNOWN_NUMBER',
      message: `${number} does not exist, or you may not see it.`,
      field: ['number'],
    },
  ];
  expect(absent.userErrors).toEqual(said('D-none'));
  expect(foreign.userErrors).toEqual(said(row.number));
  expect(draft.userErrors).toEqual(said(row.number));
});

test('an official of another region decides nothing, and neither side takes the steps of the other', async () => {
  const row = await open.caseAfter(STEPS.SUBMIT);
  expect(codes([await open.take(OFFICIAL_ELSEWHERE, row, STEPS.ACCEPT)])).toEqual(['NOT_YOUR_REGION']);
  const forbidden = { extensions: { code: 'FORBIDDEN' } };
  await expect(open.take(OWNER, row, STEPS.ACCEPT)).rejects.toMatchObject(forbidden);
  await expect(open.take(OFFICIAL, row, STEPS.WITHDRAW)).rejects.toMatchObject(forbidden);
  expect(await stored(row)).toMatchObject({ state: 'SUBMITTED', version: 2 });
});

test('the right is asked for at every step: once the mandate has ended, nothing is done and nothing is shown', async () => {
  const row = (await open.start('ended-start')).result!;
  const submitted = (await open.take(OWNER, row, STEPS.SUBMIT, { key: 'ended' })).result!;
  open.mandates.delete('owner');
  const outcomes = [
    await open.take(OWNER, submitted, STEPS.WITHDRAW),
    // Not even by sending again what was done while it was in force.
    await open.take(OWNER, row, STEPS.SUBMIT, { key: 'ended' }),
    await open.start('ended-start'),
  ];
  expect(codes(outcomes)).toEqual(times(3, 'NO_MANDATE'));
  expect(outcomes.map(({ result }) => result)).toEqual(times(3, null));
  expect(await stored(row)).toMatchObject({ state: 'SUBMITTED', version: 2 });

  open.mandates.set('stranger', 'mandate:2');
  const { result } = await open.take(STRANGER, submitted, STEPS.WITHDRAW);
  expect(result).toMatchObject({ state: 'WITHDRAWN' });
  expect((await eventsOf(row)).at(-1)).toMatchObject({ person: 'stranger', right: 'mandate:2' });
  open.mandates.delete('stranger');
});

test('a connection that is killed in the middle of a step leaves nothing of it, and the step can be taken again', async () => {
  const row = await open.caseAfter(STEPS.SUBMIT);
  const killed = open.take(OFFICIAL, row, STEPS.ACCEPT, {
    key: 'killed',
    work: async () => {
      // The transaction holds the row and its key by now.
      const [one] = await open.database.sql<{ pid: number }[]>`
        select pid from pg_stat_activity
        where datname = current_database() and state = 'idle in transaction' limit 1`;
      await open.database.sql`select pg_terminate_backend(${one!.pid})`;
      await until(
        async () =>
          (await open.database.sql`select 1 from pg_stat_activity where pid = ${one!.pid}`).length === 0,
      );
      return {};
    },
  });
  await expect(killed).rejects.toThrow();
  expect(await stored(row)).toMatchObject({ state: 'SUBMITTED', version: 2 });
  expect((await eventsOf(row)).length).toBe(2);
  expect((await toldOf(row)).length).toBe(2);
  expect(codes([await open.take(OFFICIAL, row, STEPS.ACCEPT, { key: 'killed' })])).toEqual(['DONE']);
});

test('the role that serves adds to a timeline, and can neither change, remove nor lock what stands in it', async () => {
  const row = await open.caseAfter(STEPS.SUBMIT);
  const before = await eventsOf(row);
  for (const statement of [
    `update case_events set person = 'another'`,
    `delete from case_events`,
    `truncate case_events`,
    `truncate cases cascade`,
    `select * from case_events for update`,
    `drop table case_events`,
    `alter table case_events disable trigger all`,
  ]) {
    await expect(open.database.service.sql.unsafe(statement), statement).rejects.toMatchObject({
      code: '42501',
    });
  }
  // The case stays, and no step is written twice.
  const { sql } = open.database.service;
  await expect(sql`delete from cases where number = ${row.number}`).rejects.toMatchObject({ code: '42501' });
  await expect(
    sql`insert into case_events select * from case_events where case_number = ${row.number}`,
  ).rejects.toMatchObject({ code: '23505' });
  expect(await eventsOf(row)).toEqual(before);
});

test('the relay is woken after each change, and not by what was refused', async () => {
  const before = open.changes.count;
  const row = await open.caseAfter(STEPS.SUBMIT);
  expect(open.changes.count).toBe(before + 2);
  await open.take(OFFICIAL, row, STEPS.DELIVER);
  expect(open.changes.count).toBe(before + 2);
});

test('a timeline never goes back, when the clock of a process does', async () => {
  const draft = (await open.start()).result!;
  open.clock.now = new Date('2026-03-02T01:00:00Z');
  const submitted = (await open.take(OWNER, draft, STEPS.SUBMIT)).result!;
  open.clock.now = new Date('2026-03-02T03:00:00Z');
  await open.take(OFFICIAL, submitted, STEPS.ACCEPT);
  const at = (await eventsOf(draft)).map((event) => new Date(event['at']).toISOString());
  expect(at).toEqual(['2026-03-02T02:00:00.000Z', '2026-03-02T02:00:00.000Z', '2026-03-02T03:00:00.000Z']);
});
