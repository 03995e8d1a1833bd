import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Principal } from '../../src/mandates/authorize.ts';
import {
  FIRST,
  forgetMandates,
  GATEWAY,
  HAN,
  LI,
  OFFICIAL,
  openMandates,
  type OpenMandates,
  OTHER,
  REVOKED,
  WANG,
} from './open-mandates.ts';

let mandates: OpenMandates;
beforeAll(async () => {
  mandates = await openMandates();
});
beforeEach(() => forgetMandates(mandates));
afterAll(() => mandates[Symbol.asyncDispose]());

const IN_FORCE =
  'query ($users: [ID!]!) { mandatesInForce(users: $users) { user mandates { id uscc items } } }';

interface Found {
  mandatesInForce: { user: string; mandates: { id: string; uscc: string; items: string[] | null }[] }[];
}

async function inForce(...users: string[]): Promise<Found['mandatesInForce']> {
  return (await mandates.data<Found>(GATEWAY, IN_FORCE, { users })).mandatesInForce;
}

test('a gateway is told for each user, in their order, what it may act for', async () => {
  const some = await mandates.give({ items: ['000126001000'] });
  const all = await mandates.give({ uscc: OTHER }, LI);

  const found = await inForce('wang', 'nobody', 'li', 'wang');
  expect(found.map(({ user }) => user)).toEqual(['wang', 'nobody', 'li', 'wang']);
  expect(found[0]!.mandates).toEqual([
    { id: some, uscc: FIRST, items: ['000126001000'] },
    { id: all, uscc: OTHER, items: null },
  ]);
  expect(found[1]!.mandates).toEqual([]);
  // Not for the one that is deregistered, of which LI is the legal representative as well.
  expect(found[2]!.mandates.map(({ uscc, items }) => [uscc, items])).toEqual([
    [OTHER, null],
    [REVOKED, null],
  ]);
  expect(found[3]).toEqual(found[0]);
});

test('a mandate is in force through the whole of its last day in China', async () => {
  const id = await mandates.give({ until: '2026-03-04' });
  for (const [now, held] of [
    ['2026-03-04T15:59:59.999Z', [id]],
    ['2026-03-04T16:00:00Z', []],
  ] as const) {
    mandates.clock.now = new Date(now);
    expect((await inForce('wang'))[0]!.mandates.map((mandate) => mandate.id)).toEqual(held);
  }
});

test('a mandate that was revoked, given up or replaced is not in force from the next question on', async () => {
  const one = await mandates.give();
  const two = await mandates.give();
  await mandates.act(HAN, 'revokeMandate', { id: one, reason: 'Gone.' });
  expect((await inForce('wang'))[0]!.mandates.map(({ id }) => id)).toEqual([two]);
  await mandates.act(WANG, 'revokeMandate', { id: two, reason: 'Gone.' });
  expect((await inForce('wang'))[0]!.mandates).toEqual([]);

  const input = { uscc: FIRST, person: 'zhao', reason: 'Changed.' };
  await mandates.act(OFFICIAL, 'registerLegalRepresentative', { input });
  expect((await inForce('han', 'zhao')).map((person) => person.mandates.map(({ uscc }) => uscc))).toEqual([
    [],
    [FIRST],
  ]);
});

test('mandates end with their enterprise, and the agent is told so', async () => {
  const id = await mandates.give();
  await mandates.database.sql`update enterprises set status = 'DEREGISTERED' where uscc = ${FIRST}`;
  try {
    expect(await inForce('wang', 'han')).toMatchObject([{ mandates: [] }, { mandates: [] }]);
    expect(await mandates.statesOf(WANG)).toEqual(['TERMINATED']);
    const { userErrors } = await mandates.act(WANG, 'revokeMandate', { id, reason: 'Gone.' });
    expect(userErrors).toMatchObject([{ code: 'WRONG_STATE' }]);
  } finally {
    await mandates.database.sql`update enterprises set status = 'ACTIVE' where uscc = ${FIRST}`;
  }
});

test('a thousand users take one statement; more are too many, and none is an empty list', async () => {
  await mandates.give();
  const users = Array.from({ length: 1000 }, (_, i) => `user-${i}`);
  await inForce('wang');
  mandates.database.forgetStatements();
  expect(await inForce('wang', ...users.slice(1))).toHaveLength(1000);
  expect(mandates.database.statements).toHaveLength(1);

  expect(await inForce()).toEqual([]);
  const { errors } = await mandates.ask(GATEWAY, IN_FORCE, { users: [...users, 'one more'] });
  expect(errors?.[0]?.extensions.code).toBe('INVALID_ARGUMENT');
});

test('a user whose id no database could hold is a bad argument, and the next question is answered', async () => {
  const { errors } = await mandates.ask(GATEWAY, IN_FORCE, { users: ['a\0b'] });
  expect(errors?.[0]?.extensions.code).toBe('INVALID_ARGUMENT');
  expect(await inForce('')).toEqual([{ user: '', mandates: [] }]);
});

test('a person with more mandates than one may have, which only the owner of the database can bring about, is told 200', async () => {
  await mandates.database.sql`
    insert into mandates (kind, uscc, person, "from", until, given_at, source)
    select 'AGENT', ${FIRST}, 'wang', '2026-01-01', '2027-01-01', '2026-01-01T00:00:00Z', 'GRAPH' from generate_series(1, 201)`;
  expect((await inForce('wang'))[0]!.mandates).toHaveLength(200);
});

test.each<[who: string, caller: Principal | null]>([
  ['nobody who has not signed in', null],
  ['a person', HAN],
  ['an official', OFFICIAL],
])('%s is told what others may act for', async (_who, caller) => {
  const { data, errors } = await mandates.ask(caller, IN_FORCE, { users: ['han'] });
  expect(data ?? null).toBeNull();
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
