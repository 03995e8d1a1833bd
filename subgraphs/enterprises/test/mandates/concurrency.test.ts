import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Principal } from '../../src/mandates/authorize.ts';
import {
  type Action,
  FIRST,
  forgetMandates,
  HAN,
  INPUT,
  LI,
  newKey,
  OFFICIAL,
  openMandates,
  type OpenMandates,
  OTHER,
  type Outcome,
  WANG,
} from './open-mandates.ts';

let mandates: OpenMandates;
beforeAll(async () => {
  mandates = await openMandates();
});
beforeEach(() => forgetMandates(mandates));
afterAll(() => mandates[Symbol.asyncDispose]());

type Try = [caller: Principal, action: Action, variables: object];

/** Runs all of them at once, with two servers over one database. */
const atOnce = (tries: readonly Try[]): Promise<Outcome[]> =>
  Promise.all(tries.map(([caller, action, variables], i) => mandates.act(caller, action, variables, i % 2)));

const codes = (outcomes: readonly Outcome[]) =>
  outcomes.map(({ userErrors }) => userErrors[0]?.code ?? 'DONE').sort();

const times = <Value>(count: number, make: (i: number) => Value) =>
  Array.from({ length: count }, (_, i) => make(i));

const REASON = 'He has left us.';

test('of many who end a mandate at once one does, and the history tells who', async () => {
  const winners = new Set<unknown>();
  const callers = [HAN, WANG, OFFICIAL];
  for (let round = 0; round < 6; round++) {
    const id = await mandates.give();
    const order = [...callers.slice(round % 3), ...callers.slice(0, round % 3), ...callers];
    const outcomes = await atOnce(
      order.map((caller): Try => [caller, 'revokeMandate', { id, reason: REASON }]),
    );
    expect(codes(outcomes)).toEqual(['DONE', ...times(5, () => 'WRONG_STATE')]);
    const { mandate } = await mandates.data<{
      mandate: { revokedAs: string; version: number; history: object[] };
    }>(WANG, `{ mandate(id: "${id}") { revokedAs version history { as } } }`);
    expect(mandate).toMatchObject({ version: 2, history: [{}, { as: mandate.revokedAs }] });
    expect(mandate.history).toHaveLength(2);
    winners.add(mandate.revokedAs);
  }
  expect(winners.size).toBeGreaterThan(1);
});

test('mandates that two enterprises give one person at once stay within the limit of the person', async () => {
  await mandates.database.sql`
    insert into mandates (kind, uscc, person, "from", until, given_at, source)
    select 'AGENT', (select uscc from enterprises where status = 'REVOKED'), 'wang', '2025-01-01', '2027-01-01', '2025-01-01T00:00:00Z', 'GRAPH'
    from generate_series(1, 197)`;
  const tries = times(10, (i): Try => {
    const [caller, uscc] = i % 2 ? [HAN, FIRST] : [LI, OTHER];
    return [caller, 'giveMandate', { input: { ...INPUT, uscc } }];
  });
  expect(codes(await atOnce(tries))).toEqual([
    ...times(3, () => 'DONE'),
    ...times(7, () => 'TOO_MANY_MANDATES'),
  ]);
});

test('mandates that are given at once with one key are one mandate', async () => {
  const idempotencyKey = newKey();
  const outcomes = await atOnce(times(6, () => [HAN, 'giveMandate', { input: INPUT, idempotencyKey }]));
  expect(codes(outcomes)).toEqual(times(6, () => 'DONE'));
  expect(new Set(outcomes.map(({ mandate }) => mandate!['id'])).size).toBe(1);
  expect(await mandates.statesOf(WANG)).toEqual(['IN_FORCE']);
});

test('of legal representatives who are registered at once one remains, and each of the others was one before it', async () => {
  const outcomes = await atOnce(
    times(6, (i) => [
      OFFICIAL,
      'registerLegalRepresentative',
      { input: { uscc: FIRST, person: `person-${i}`, reason: REASON } },
    ]),
  );
  expect(codes(outcomes)).toEqual(times(6, () => 'DONE'));
  const rows = await mandates.database.sql`
    select revoked_at is null as open from mandates where uscc = ${FIRST} and kind = 'LEGAL_REPRESENTATIVE'`;
  expect(rows.map(({ open }) => open as boolean).sort()).toEqual([...times(6, () => false), true]);
});

test('a legal representative who is replaced at the same moment gives a mandate before that or not at all', async () => {
  for (let round = 0; round < 6; round++) {
    const person = `next-${round}`;
    const [former] = await mandates.database.sql<{ person: string }[]>`
      select person from mandates where uscc = ${FIRST} and kind = 'LEGAL_REPRESENTATIVE' and revoked_at is null`;
    const tries: Try[] = [
      [{ ...HAN, user: former!.person }, 'giveMandate', { input: { ...INPUT, person: `agent-${round}` } }],
      [OFFICIAL, 'registerLegalRepresentative', { input: { uscc: FIRST, person, reason: REASON } }],
    ];
    const [give, register] =
      round % 2 ? await atOnce(tries) : (await atOnce(tries.toReversed())).toReversed();
    expect(register!.userErrors).toEqual([]);
    const code = codes([give!])[0]!;
    expect(['DONE', 'NOT_LEGAL_REPRESENTATIVE']).toContain(code);
    const [count] = await mandates.database.sql`
      select count(*)::int as count from mandates where person = ${`agent-${round}`}`;
    expect(count).toEqual({ count: code === 'DONE' ? 1 : 0 });
  }
});
