import { type Relay, startRelay } from '@yiwang/subgraph-kit/outbox';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { NAME } from '../../src/department.ts';
import {
  ACCEPT,
  FOUNDER,
  NO_OFFICIAL,
  OFFICIAL,
  OFFICIAL_ELSEWHERE,
  openRegistrations,
  type OpenRegistrations,
  OTHER_CLIENT,
  person,
  SERVICES,
  STRANGER,
  type Who,
} from './open-registrations.ts';

let open: OpenRegistrations;
let relay: Relay;
beforeAll(async () => {
  open = await openRegistrations();
  relay = startRelay(open.served.database.service.sql, { department: NAME, pollMs: 10 });
});
beforeEach(() => {
  open.clock.now = new Date('2026-03-02T02:00:00Z');
});
afterAll(async () => {
  await relay[Symbol.asyncDispose]();
  await open[Symbol.asyncDispose]();
});

interface Page {
  totalCount: number | null;
  edges: { node: { number: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function list(who: Who, root: string, args = ''): Promise<Page> {
  const { data, errors } = await open.served.ask(
    `{ page: ${root}${args && `(${args})`} { totalCount edges { node { number } } pageInfo { hasNextPage endCursor } } }`,
    who,
  );
  if (errors) throw new Error(errors[0]!.extensions.code);
  return data!['page'] as Page;
}
const numbersOf = ({ edges }: Page) => edges.map(({ node }) => node.number);

interface Change {
  id: string;
  number: string;
  version: number;
  state: string;
}
async function changes(who: Who, after: string | null = null, first = 100): Promise<Change[]> {
  const { data, errors } = await open.served.ask(
    `query ($after: ID, $first: Int!) { filedRegistrationChanges(after: $after, first: $first) { id at number version state } }`,
    who,
    { after, first },
  );
  if (errors) throw new Error(errors[0]!.extensions.code);
  return data!['filedRegistrationChanges'] as Change[];
}

test('a person lists its own cases, newest first, page by page, and nobody else finds them', async () => {
  const who = person('lister');
  const numbers: string[] = [];
  for (const day of ['2026-03-02', '2026-03-03', '2026-03-04']) {
    open.clock.now = new Date(`${day}T02:00:00Z`);
    numbers.unshift((await open.file({ person: 'lister' })).case!.number);
  }
  const first = await list(who, 'myRegistrations', 'first: 2');
  expect([numbersOf(first), first.totalCount]).toEqual([numbers.slice(0, 2), 3]);
  const rest = await list(who, 'myRegistrations', `first: 2, after: "${first.pageInfo.endCursor}"`);
  expect([numbersOf(rest), rest.pageInfo.hasNextPage]).toEqual([numbers.slice(2), false]);
  expect(numbersOf(await list(STRANGER, 'myRegistrations'))).toEqual([]);
  await expect(list(SERVICES, 'myRegistrations')).rejects.toThrow('FORBIDDEN');
});

test('an official lists what is to do in its regions, the case to act on first comes first, each once', async () => {
  const suzhou = (await open.reserve({ region: '320583' })).reservation!;
  const elsewhere = (await open.file({ reservation: suzhou.id, region: '320583' })).case!;
  open.clock.now = new Date('2026-03-05T02:00:00Z');
  const later = (await open.file()).case!;
  open.clock.now = new Date('2026-03-04T02:00:00Z');
  const sooner = await open.caseAfter(ACCEPT);
  const all = numbersOf(await list(OFFICIAL, 'registrationInbox', 'first: 100'));
  expect(all).toEqual(expect.arrayContaining([elsewhere.number, later.number, sooner.number]));
  expect(all.indexOf(sooner.number)).toBeLessThan(all.indexOf(later.number));
  expect(new Set(all).size).toBe(all.length);
  expect(numbersOf(await list(OFFICIAL_ELSEWHERE, 'registrationInbox'))).toEqual([elsewhere.number]);
  expect(numbersOf(await list(NO_OFFICIAL, 'registrationInbox'))).toEqual([]);
  const filtered = (filter: string) =>
    list(OFFICIAL, 'registrationInbox', `first: 100, filter: { ${filter} }`);
  expect(numbersOf(await filtered('states: [ACCEPTED]'))).toEqual([sooner.number]);
  expect(numbersOf(await filtered('region: "3205"'))).toEqual([elsewhere.number]);
  open.clock.now = new Date('2026-03-06T02:00:00Z');
  expect(numbersOf(await filtered('overdue: true'))).toEqual([sooner.number]);
  await expect(filtered('states: []')).rejects.toThrow('CONTRADICTORY_FILTER');
  for (const who of [FOUNDER, SERVICES, { ...OFFICIAL, department: 'permits' }]) {
    await expect(list(who, 'registrationInbox')).rejects.toThrow('FORBIDDEN');
  }
});

test('a client finds the cases that it filed by their numbers, in their order, and no others', async () => {
  const [one, other] = [(await open.file()).case!, (await open.file()).case!];
  const foreign = (await open.file({}, { who: OTHER_CLIENT })).case!;
  const find = async (numbers: string[]) =>
    (
      await open.served.ask(
        'query ($numbers: [ID!]!) { filedRegistrations(numbers: $numbers) { number state uscc } }',
        SERVICES,
        { numbers },
      )
    ).data!['filedRegistrations'];
  expect(await find([other.number, foreign.number, 'QY-NONE', one.number.toLowerCase()])).toEqual([
    { number: other.number, state: 'SUBMITTED', uscc: null },
    null,
    null,
    { number: one.number, state: 'SUBMITTED', uscc: null },
  ]);
  const many = Array.from({ length: 101 }, (_, i) => `QY${i}`);
  const tooMany = await open.served.ask(
    'query ($numbers: [ID!]!) { filedRegistrations(numbers: $numbers) { number } }',
    SERVICES,
    { numbers: many },
  );
  expect(tooMany.errors?.[0]?.extensions.code).toBe('INVALID_ARGUMENT');
});

test('a client that asks with the last id sees every change of its cases once, in order, voiding among them', async () => {
  const settle = async () => {
    const { sql } = open.served.database;
    while ((await sql`select 1 from outbox where position is null limit 1`).length > 0) await sleep(5);
  };
  await settle();
  let after = (await changes(SERVICES)).at(-1)?.id ?? null;
  const seen: Change[] = [];
  const row = await open.granted();
  await open.file({}, { who: OTHER_CLIENT });
  await open.act(SERVICES, 'voidRegistration', { number: row.number, reason: '终止' });
  await settle();
  for (;;) {
    const page = await changes(SERVICES, after, 2);
    if (page.length === 0) break;
    seen.push(...page);
    after = page.at(-1)!.id;
  }
  expect(seen.map(({ number, version, state }) => [number, version, state])).toEqual([
    [row.number, 1, 'DRAFT'],
    [row.number, 2, 'SUBMITTED'],
    [row.number, 3, 'ACCEPTED'],
    [row.number, 4, 'UNDER_REVIEW'],
    [row.number, 5, 'DECIDED'],
    [row.number, 5, 'DECIDED'],
  ]);
  expect(await changes(SERVICES, after)).toEqual([]);
  await expect(changes(SERVICES, 'x')).rejects.toThrow('MALFORMED_CURSOR');
  await expect(changes({ ...SERVICES, scopes: [] })).rejects.toThrow('FORBIDDEN');
});

test('departments are told by USCC that an enterprise was registered and that it was voided, and clients of none are told nothing', async () => {
  const follower: Who = { client: 'permits-service', department: 'permits', scopes: ['enterprises:follow'] };
  const changed = async (who: Who, after: string | null) => {
    const query = 'query ($after: ID) { changedEnterprises(after: $after) { id uscc } }';
    const { data, errors } = await open.served.ask(query, who, { after });
    if (errors) throw new Error(errors[0]!.extensions.code);
    return data!['changedEnterprises'] as { id: string; uscc: string }[];
  };
  const settle = async () => {
    const { sql } = open.served.database;
    while ((await sql`select 1 from outbox where position is null limit 1`).length > 0) await sleep(5);
  };
  await settle();
  const before = (await changed(follower, null)).at(-1)?.id ?? null;
  const { number, uscc } = await open.granted();
  await settle();
  const registered = await changed(follower, before);
  expect(registered.map((one) => one.uscc)).toEqual([uscc]);
  await open.act(SERVICES, 'voidRegistration', { number, reason: '终止' });
  await settle();
  expect((await changed(follower, registered[0]!.id)).map((one) => one.uscc)).toEqual([uscc]);
  await expect(changed({ ...follower, department: null }, null)).rejects.toThrow('FORBIDDEN');
  await expect(changed({ ...follower, scopes: ['matters:run'] }, null)).rejects.toThrow('FORBIDDEN');
});

test('the person and its enterprise read all of a case without a grant, and a grant for other regions opens none of it', async () => {
  const { number, uscc } = await open.granted();
  const all = `{ registrationCase(number: "${number}") { number name person region { code } type { name } industry { code }
    capitalCny businessScope address isOverdue times { officialHours } timeline { step on at side note } enterprise { name } } }`;
  expect((await open.served.ask(all, FOUNDER)).errors).toBeUndefined();
  const agent: Who = { client: 'portal', user: 'agent', mandates: [{ id: 'M1', uscc: uscc!, items: null }] };
  expect((await open.served.ask(all, agent)).errors).toBeUndefined();
  const granted = (regions: string[]): Who => ({
    ...SERVICES,
    scopes: [],
    reads: SERVICES.reads!.map((one) => ({ ...one, grant: 'G1', regions })),
  });
  expect((await open.served.ask(all, granted(['3201']))).data).toMatchObject({
    registrationCase: { number },
  });
  expect((await open.served.ask(all, granted(['44']))).data).toEqual({ registrationCase: null });
  const none: Who = { client: 'portal', user: 'nobody' };
  expect((await open.served.ask(all, none)).data ?? { registrationCase: null }).toEqual({
    registrationCase: null,
  });
});
