import { afterAll, beforeAll, expect, test } from 'vitest';
import { HAN, openMandates, type OpenMandates, WANG } from './open-mandates.ts';

// All statements here run with the rights of the serving process, as those of every request do.

let mandates: OpenMandates;
let given: string;
beforeAll(async () => {
  mandates = await openMandates();
  given = await mandates.give();
  const ended = await mandates.give();
  await mandates.act(WANG, 'revokeMandate', { id: ended, reason: 'Gone.' });
});
afterAll(() => mandates[Symbol.asyncDispose]());

const attempt = (statement: string) => mandates.database.service.sql.unsafe(statement);

async function contents(): Promise<unknown> {
  const { sql } = mandates.database;
  return [
    await sql`select * from mandates order by sequence`,
    await sql`select * from mandate_events order by id`,
  ];
}

test.each([
  "update mandate_events set reason = 'another'",
  'delete from mandate_events',
  'truncate mandate_events',
  'select * from mandate_events for update',
  'delete from mandates',
  'truncate mandates cascade',
  "update mandates set until = '2099-01-01', version = version + 1, revoked_at = now(), revoked_as = 'AGENT'",
  "update mandates set items = null, version = version + 1, revoked_at = now(), revoked_as = 'AGENT'",
  "update mandates set person = 'zhao'",
  'update mandates set version = 7',
  'update mandates set revoked_at = null, revoked_as = null, version = version + 1 where revoked_at is not null',
  "update mandates set reason = 'another', version = version + 1 where revoked_at is not null",
  "update mandates set sequence = 900 where person = 'wang'",
  'alter table mandates disable trigger all',
  'drop trigger mandates_only_end on mandates',
  'drop table mandate_events',
])('the role that serves is refused: %s', async (statement) => {
  const before = await contents();
  await expect(attempt(statement)).rejects.toThrow(
    /permission denied|must be owner|can only be ended|can only be updated to DEFAULT/,
  );
  expect(await contents()).toEqual(before);
});

test.each([
  ['an agent without a last day', "('AGENT', null, null)"],
  ['a legal representative with a last day', "('LEGAL_REPRESENTATIVE', null, '2027-01-01')"],
  ['a legal representative of some matters', "('LEGAL_REPRESENTATIVE', '{000126001000}', null)"],
  ['an agent of no matters', "('AGENT', '{}', '2027-01-01')"],
  ['an agent whose last day is before the first', "('AGENT', null, '2025-01-01')"],
  ['a second legal representative', "('LEGAL_REPRESENTATIVE', null, null)"],
])('the database holds no %s', async (_what, values) => {
  await expect(
    attempt(`insert into mandates (kind, items, until, uscc, person, "from", given_at, source)
      select kind, items::text[], until::date, (select uscc from mandates where person = 'han'), 'zhao', '2026-03-02', now(), 'GRAPH'
      from (values ${values}) as v(kind, items, until)`),
  ).rejects.toThrow(/violates check constraint|duplicate key/);
});

test('what it may do is to end a mandate once, and the service does so', async () => {
  const { mandate } = await mandates.act(HAN, 'revokeMandate', { id: given, reason: 'Gone.' });
  expect(mandate).toMatchObject({ state: 'REVOKED', version: 2 });
});
