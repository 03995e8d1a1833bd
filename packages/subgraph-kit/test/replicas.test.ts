import { chmod, mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createDatabase,
  databaseUrl,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '@yiwang/postgres-server';
import { setTimeout as sleep } from 'node:timers/promises';
import { copyForStandby, following, REPLICATED } from '@yiwang/postgres-server/testing/standby';
import { createRedisWire, lookForRedis } from '@yiwang/testing/redis';
import { createLogger } from '@yiwang/service/logging';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSchema, type Database, openDatabase } from '../src/index.ts';
import { openReplicaReads, type ReplicaReads } from '../src/replicas/replica-reads.ts';
import { openWriteMemory } from '../src/replicas/write-memory.ts';
import { type ServedDepartment, serveDepartment, type TestDatabase } from '../testing/index.ts';

const MAX_LAG_MS = 1500;
const { url: REDIS, isThere } = await lookForRedis();
const SILENT = createLogger('notes', 'silent');
const undo = new AsyncDisposableStack();
afterAll(() => undo.disposeAsync());

let primary: EmbeddedPostgres;
let standby: EmbeddedPostgres;
let database: Database;
/** The standby as its administrator. */
let admin: Database;
let served: ServedDepartment;
let reads: ReplicaReads;
let startStandby: () => Promise<EmbeddedPostgres>;

interface Answer {
  data: { note?: { text: string; isReplica: boolean } | null; decision?: { isReplica: boolean } };
  errors?: unknown;
}

const SCHEMA = new URL('support/replicated.graphql', import.meta.url);

beforeAll(async () => {
  const folder = undo.use(await mkdtempDisposable(join(tmpdir(), 'yiwang-replicas-')));
  // PostgreSQL runs as another user under root.
  await chmod(folder.path, 0o711);
  const dataDir = join(folder.path, 'primary');
  primary = await startEmbeddedPostgres({ dataDir, settings: REPLICATED });
  undo.defer(() => primary.stop());
  await createDatabase(primary.url, 'notes');
  const url = databaseUrl(primary.url, 'notes');
  database = undo.use(openDatabase(url, { statementTimeoutMs: 5000 }));
  await database.sql`create table note (id text primary key, text text not null)`;
  const follower = join(folder.path, 'standby');
  await copyForStandby(primary.url, dataDir, follower);
  let port = 0;
  startStandby = () =>
    startEmbeddedPostgres({
      dataDir: follower,
      settings: { ...REPLICATED, ...following(primary.url) },
      ...(port > 0 && { port }),
    });
  standby = await startStandby();
  port = standby.port;
  undo.defer(() => standby.stop());
  admin = undo.use(openDatabase(standby.url, { connections: 1 }));
  const replicaUrl = databaseUrl(standby.url, 'notes');
  const replica = undo.use(openDatabase(replicaUrl, { statementTimeoutMs: 5000 }));
  const schema = buildSchema(SCHEMA, {
    Query: {
      note: (_root: unknown, args: { id: string; seconds: number }, { sql }: { sql: Sql }) => find(sql, args),
      decision: (_root: unknown, _args: unknown, { sql }: { sql: Sql }) =>
        find(sql, { id: '', seconds: 0 }).then(() => whoAnswers(sql)),
    },
    Mutation: {
      async writeNote(_root: unknown, { id, text }: { id: string; text: string }, { sql }: { sql: Sql }) {
        await sql`insert into note values (${id}, ${text}) on conflict (id) do update set text = excluded.text`;
        return find(sql, { id, seconds: 0 });
      },
    },
  });
  reads = undo.use(
    await openReplicaReads({
      department: 'notes',
      schema,
      types: ['Note'],
      primaryUrl: url,
      primary: database,
      replicaUrl,
      maxLagMs: MAX_LAG_MS,
      memory: 'memory',
      logger: SILENT,
      createContext: () => ({ sql: replica.sql }),
    }),
  );
  served = undo.use(
    await serveDepartment({
      name: 'notes',
      schema,
      createContext: () => ({ sql: database.sql }),
      replica: reads,
      database: { ...database, url } as TestDatabase,
    }),
  );
}, 120_000);

async function whoAnswers(sql: Sql) {
  const [row] = await sql<{ isReplica: boolean }[]>`select pg_is_in_recovery() as "isReplica"`;
  return row!;
}

async function find(sql: Sql, { id, seconds }: { id: string; seconds: number }) {
  const [row] = await sql`
    select text, pg_is_in_recovery() as "isReplica" from note, pg_sleep(${seconds}) where id = ${id}`;
  return row ?? null;
}

/** Asks for a user. */
async function ask(query: string, user: string): Promise<Answer> {
  const body = JSON.stringify({ query });
  const headers = {
    'content-type': 'application/json',
    ...(await served.sign({ client: 'portal', user }, body)),
  };
  return (await (await fetch(served.url, { method: 'POST', headers, body })).json()) as Answer;
}

const read = async (id: string, user: string) =>
  (await ask(`{ note(id: "${id}") { text isReplica } }`, user)).data.note;
const write = (id: string, text: string, user: string) =>
  ask(`mutation { writeNote(id: "${id}", text: "${text}") { text } }`, user);
/** Holds the replica at the state that it has. */
const pause = () => admin.sql`select pg_wal_replay_pause()`;
const resume = () => admin.sql`select pg_wal_replay_resume()`;
const untilReplica = (id: string, user: string) =>
  expect.poll(async () => (await read(id, user))?.isReplica, { interval: 50 }).toBe(true);

test('a replica answers others with what it has, and who has written with what it wrote', async () => {
  await write('a', 'first', 'writer');
  await untilReplica('a', 'writer');

  await pause();
  await write('a', 'second', 'writer');
  expect(await read('a', 'writer')).toEqual({ text: 'second', isReplica: false });
  expect(await read('a', 'reader')).toEqual({ text: 'first', isReplica: true });
  await resume();
  await untilReplica('a', 'writer');
  expect(await read('a', 'writer')).toEqual({ text: 'second', isReplica: true });
});

test('types that are not listed for replicas, and mutations, are of the primary', async () => {
  await untilReplica('a', 'reader');
  expect((await ask('{ decision { isReplica } }', 'reader')).data.decision).toEqual({ isReplica: false });
  const both = await ask('{ decision { isReplica } note(id: "a") { isReplica } }', 'reader');
  expect(both.data.note?.isReplica).toBe(false);
  const written = await ask('mutation { writeNote(id: "b", text: "new") { isReplica } }', 'other');
  expect(written).toEqual({ data: { writeNote: { isReplica: false } } });
});

test('a change is told to caches when the replica shows it', async () => {
  await write('g', 'old', 'writer');
  await untilReplica('g', 'reader');
  await pause();
  await write('g', 'new', 'writer');
  const settled = reads.settled().then(() => 'settled');
  expect(await Promise.race([settled, sleep(300, 'waiting')])).toBe('waiting');
  await resume();
  expect(await settled).toBe('settled');
  expect((await read('g', 'reader'))?.text).toBe('new');
});

test('a replica that is too far behind is not asked until it is no more', async () => {
  await write('c', 'old', 'writer');
  await untilReplica('c', 'reader');
  await pause();
  await write('c', 'new', 'writer');
  const isOfPrimary = async () => (await read('c', 'reader'))?.isReplica === false;
  await expect.poll(isOfPrimary, { interval: 50 }).toBe(true);
  expect(await read('c', 'reader')).toEqual({ text: 'new', isReplica: false });
  await resume();
  await untilReplica('c', 'reader');
});

test('when the replica is lost, what it was asked and all that follows is answered by the primary', async () => {
  await write('d', 'kept', 'writer');
  await untilReplica('d', 'reader');
  const slow = ask('{ note(id: "d", seconds: 2) { text isReplica } }', 'reader');
  await expect
    .poll(
      async () =>
        (
          await admin.sql`select 1 from pg_stat_activity where query like '%pg_sleep%' and pid <> pg_backend_pid()`
        ).length,
    )
    .toBe(1);
  await standby.stop();
  expect(await slow).toEqual({ data: { note: { text: 'kept', isReplica: false } } });
  expect(await read('d', 'reader')).toEqual({ text: 'kept', isReplica: false });
  standby = await startStandby();
  await untilReplica('d', 'reader');
});

test.skipIf(!isThere)('what one process notes of a write, another that shares its Redis finds', async () => {
  using one = await openWriteMemory(REDIS, `notes-${process.pid}`, SILENT);
  using other = await openWriteMemory(REDIS, `notes-${process.pid}`, SILENT);
  await expect.poll(() => other.find('somebody')).toBe(null);
  await one.note('somebody', 7n);
  await one.note('somebody', 5n);
  await expect.poll(() => other.find('somebody')).toBe(7n);
  await using wire = await createRedisWire(REDIS);
  using cut = await openWriteMemory(wire.url, `notes-${process.pid}`, SILENT);
  await expect.poll(() => cut.find('somebody')).toBe(7n);
  wire.set('cut');
  // Nobody knows who has written: the primary is asked.
  await expect.poll(() => cut.find('somebody')).toBe(undefined);
});

test('a connection on which nothing comes any more is given up, and the next one works', async () => {
  await using wire = await createRedisWire(primary.url);
  const url = new URL(databaseUrl(primary.url, 'notes'));
  url.port = new URL(wire.url).port;
  await using far = openDatabase(url.href, { connections: 1, statementTimeoutMs: 100 });
  await far.sql`select 1`;
  wire.set('silent');
  await expect(far.sql`select 2`).rejects.toMatchObject({ code: 'CONNECTION_SILENT' });
  wire.set('open');
  await expect.poll(async () => [...(await far.sql`select 3 as n`)]).toEqual([{ n: 3 }]);
});

// Last: there is no way back.
test('of several hosts the one that is the primary is written to, also after the standby was promoted', async () => {
  const url = new URL(databaseUrl(primary.url, 'notes'));
  const several = url.href.replace(url.host, `127.0.0.1:${standby.port},127.0.0.1:${primary.port}`);
  await using far = openDatabase(`${several}?target_session_attrs=primary`, {
    connections: 2,
    statementTimeoutMs: 1000,
  });
  await far.sql`insert into note values ('e', 'before')`;
  await expect.poll(async () => (await read('e', 'reader'))?.isReplica, { interval: 50 }).toBe(true);

  await primary.stop();
  await admin.sql`select pg_promote()`;
  const store = () =>
    far.sql`insert into note values ('f', 'after') on conflict do nothing`.then(
      () => true,
      () => false,
    );
  await expect.poll(store).toBe(true);
  const rows = await far.sql`select id from note where id in ('e', 'f') order by id`;
  expect(rows.map(({ id }) => id)).toEqual(['e', 'f']);
});
