import { readFileSync } from 'node:fs';
import { bodyDigest, CHANGES_PATH, CHANGES_SCOPE, streamBinding } from '@yiwang/identity';
import { buildSchema } from 'graphql';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createAnnouncedChanges } from '../src/changes/announced-changes.ts';
import { type Relay, startRelay } from '../src/outbox/index.ts';
import {
  openTestDatabase,
  serveDepartment,
  type ServedDepartment,
  type TestDatabase,
} from '../testing/index.ts';
import { CASE_MIGRATIONS } from './support/open-cases.ts';

const FUNCTION = readFileSync(new URL('../src/changes/announce-changes.sql', import.meta.url), 'utf8');
const REFERENCES = {
  insert: 'new table as changed',
  update: 'old table as former new table as changed',
  delete: 'old table as changed',
};

let database: TestDatabase;
let served: ServedDepartment;
let relay: Relay;
let sql: Sql;

beforeAll(async () => {
  database = await openTestDatabase(CASE_MIGRATIONS);
  ({ sql } = database);
  served = await serveDepartment({
    name: 'dogs',
    schema: buildSchema('type Query { dogs: Int }'),
    createContext: () => ({}),
    database,
  });
  relay = startRelay(sql, { department: 'dogs', pollMs: 20 });
});
afterAll(async () => {
  await relay[Symbol.asyncDispose]();
  await served[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await sql`drop function if exists announce_changes() cascade`;
  await sql`drop table if exists collars`;
  await sql.unsafe(FUNCTION);
  await sql`create table collars (number int primary key, dog text, owner text)`;
  for (const [event, references] of Object.entries(REFERENCES)) {
    await sql.unsafe(
      `create trigger collars_${event} after ${event} on collars referencing ${references}
       for each statement execute function announce_changes('Collar', 'Collar', 'number', 'Dog', 'dog')`,
    );
  }
});

/** What a follower is told until a mark that the test sets. */
async function toldOf(make: () => Promise<unknown>): Promise<unknown[]> {
  const followed = await createAnnouncedChanges(database.sql).follow();
  const told: unknown[] = [];
  const alive = JSON.parse((await followed.next()).value!) as unknown;
  expect(alive).toEqual({ alive: true });
  await make();
  await sql`insert into outbox (topic, key, payload) values ('data_changed', '{"type":"Mark"}', '{}')`;
  for (;;) {
    const told1 = JSON.parse((await followed.next()).value!) as { type?: string; alive?: boolean };
    if (told1.type === 'Mark') break;
    // Said at the beginning, when the connection has just been opened.
    if (told1.type !== null && !told1.alive) told.push(told1);
  }
  await followed.return?.();
  return told;
}

test('a statement announces its rows by their type, and by the keys of the entities beneath which they are shown', async () => {
  expect(
    await toldOf(async () => {
      await sql`insert into collars values (1, 'Rex', 'A'), (2, 'Rex', 'B'), (3, null, 'C')`;
      await sql`update collars set owner = 'D' where number = 3`;
      await sql`delete from collars where number = 1`;
    }),
  ).toEqual([
    { type: 'Collar', keys: { Collar: ['1', '2', '3'], Dog: ['Rex'] } },
    { type: 'Collar', keys: { Collar: ['3'], Dog: [] } },
    { type: 'Collar', keys: { Collar: ['1'], Dog: ['Rex'] } },
  ]);
});

test('a row that moves to another entity is announced of both', async () => {
  const told = await toldOf(async () => {
    await sql`insert into collars values (1, 'Rex', 'A')`;
    await sql`update collars set dog = 'Bello'`;
  });
  expect(told[1]).toEqual({
    type: 'Collar',
    keys: { Collar: ['1'], Dog: expect.arrayContaining(['Rex', 'Bello']) as string[] },
  });
});

test('what a function of the owner changes is announced, whatever schemas it looks in', async () => {
  await sql.unsafe(`
    create or replace function remove_collars() returns void language sql security definer
    set search_path = pg_catalog, pg_temp as 'delete from public.collars where number = 2'`);
  const told = await toldOf(async () => {
    await sql`insert into collars values (1, 'Rex', 'A'), (2, 'Bello', 'A')`;
    await sql`select remove_collars()`;
  });
  expect(told[1]).toEqual({ type: 'Collar', keys: { Collar: ['2'], Dog: ['Bello'] } });
});

test('a statement without rows announces nothing, nor does a transaction that is undone', async () => {
  expect(
    await toldOf(async () => {
      await sql`update collars set owner = 'D' where number = 99`;
      await sql
        .begin(async (tx) => {
          await tx`insert into collars values (1, 'Rex', 'A')`;
          throw new Error('undone');
        })
        .catch(() => {});
    }),
  ).toEqual([]);
});

test('of many rows it is said that any may have changed, in one message', async () => {
  const told = await toldOf(
    () =>
      sql`insert into collars select n, case n % 2 when 0 then 'Rex' else 'Bello' end from generate_series(1, 500) as n`,
  );
  expect(told).toEqual([
    { type: 'Collar', keys: { Collar: null, Dog: expect.arrayContaining(['Rex', 'Bello']) as string[] } },
  ]);
});

test('keys that would not fit into a notification are left out, however long they are', async () => {
  const told = await toldOf(
    () => sql`insert into collars select n, repeat('犬', 200) || n from generate_series(1, 40) as n`,
  );
  expect(told).toEqual([{ type: 'Collar', keys: { Collar: expect.any(Array) as string[], Dog: null } }]);
});

test('when the connection that listens is lost, it is said that anything may have changed', async () => {
  const followed = await createAnnouncedChanges(database.sql).follow();
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'listen "data_changed"'`;
  for (;;) {
    const { value } = await followed.next();
    if (value === '{"type":null}') break;
  }
  await followed.return?.();
});

const changesUrl = () => new URL(CHANGES_PATH, served.url);
const BINDING = streamBinding({ method: 'GET', path: CHANGES_PATH, offset: null });
const signedBy = (client: string, scopes: string[]) =>
  served.gateway.sign('dogs', { client, scopes, body: bodyDigest(BINDING) });

test('a gateway hears of changes over HTTP, as server-sent events', async () => {
  const stopping = new AbortController();
  const response = await fetch(changesUrl(), {
    headers: await signedBy('gateway:one', [CHANGES_SCOPE]),
    signal: stopping.signal,
  });
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'text/event-stream; charset=utf-8',
  ]);
  let text = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    if (text.includes('"alive"') && !text.includes('sent')) {
      await sql`insert into collars values (1, 'Rex', 'A') on conflict (number) do update set owner = 'E'`;
      text += ' sent ';
    }
    if (text.includes('"Rex"')) break;
  }
  stopping.abort();
  expect(text).toMatch(/event: next\ndata: \{.*"Dog": \["Rex"\].*\}\n\n/);
});

test.each([
  ['nobody', () => Promise.resolve({}), 401, 'UNAUTHENTICATED'],
  ['a client with other scopes', () => signedBy('desk', ['cases:decide']), 403, 'FORBIDDEN'],
])(
  '%s is told nothing: that a row has changed says that it is there',
  async (_who, headers, status, code) => {
    const response = await fetch(changesUrl(), { headers: await headers() });
    expect([response.status, ((await response.json()) as { errors: object[] }).errors[0]]).toMatchObject([
      status,
      { extensions: { code } },
    ]);
  },
);

test('a department without the function says that it announces nothing', async () => {
  await sql`drop function announce_changes() cascade`;
  const response = await fetch(changesUrl(), { headers: await signedBy('gateway:one', [CHANGES_SCOPE]) });
  expect(response.status).toBe(404);
});
