import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createChannel, openDatabase } from '../src/index.ts';
import {
  type OutboxMessage,
  packKeys,
  type Publisher,
  publishRows,
  type Relay,
  removePublished,
  startRelay,
  tellFollowers,
} from '../src/outbox/index.ts';
import { openTestDatabase, type TestDatabase } from '../testing/index.ts';
import { CASE_MIGRATIONS, until } from './support/open-cases.ts';

let database: TestDatabase;
/** With the rights of a process that serves. */
let sql: Sql;
beforeAll(async () => {
  database = await openTestDatabase(CASE_MIGRATIONS);
  ({ sql } = database.service);
});
beforeEach(() => database.sql`truncate outbox`);
afterAll(() => database[Symbol.asyncDispose]());

const write = (on: Pick<Sql, 'unsafe'>, key: string, n: number) =>
  on.unsafe(
    `insert into outbox (topic, key, payload) values ('case_changed', $1, jsonb_build_object('n', $2::int))`,
    [key, n],
  );
const relayOf = (options = {}) => startRelay(sql, { department: 'dogs', pollMs: 20, ...options });
const unpublished = async () => (await database.sql`select 1 from outbox where published_at is null`).length;
const allPublished = () => until(async () => (await unpublished()) === 0);
const inOrder = async () =>
  (
    await database.sql<{ key: string; n: number }[]>`
      select key, (payload ->> 'n')::int as n from outbox where position is not null order by position`
  ).map(({ key, n }) => `${key}${n}`);

/** Listens like another process; what it was told so far. */
async function listen(): Promise<{ told: string[]; stop(): Promise<void> }> {
  const told: string[] = [];
  const { unlisten } = await database.sql.listen('case_changed', (payload) => told.push(payload));
  return { told, stop: unlisten };
}

test('rows that are committed are told at once, whoever wrote them, and rows of undone transactions never', async () => {
  await using relay = relayOf();
  const others = await listen();
  const followed = await createChannel(database.sql, 'case_changed').follow('A');
  await followed.next();
  const next = followed.next();
  await sql
    .begin(async (tx) => {
      await write(tx, 'U', 1);
      throw new Error('undone');
    })
    .catch(() => {});
  await sql.begin(async (tx) => {
    await write(tx, 'A', 1);
    await write(tx, 'B', 1);
  });
  relay.wake();
  await next;
  await until(async () => others.told.length > 0);
  expect(others.told.join('\n').split('\n').sort()).toEqual(['A', 'B']);
  expect(await inOrder()).toEqual(['A1', 'B1']);
  await followed.return!();
  await others.stop();
});

test('a transaction that is committed late is not passed over: its row comes when it is there', async () => {
  await using _relay = relayOf();
  const gate = Promise.withResolvers<void>();
  const written = Promise.withResolvers<void>();
  const late = sql.begin(async (tx) => {
    await write(tx, 'L', 1);
    written.resolve();
    await gate.promise;
  });
  await written.promise;
  // Their ids are behind that of the late one.
  await write(sql, 'E', 1);
  await write(sql, 'E', 2);
  await allPublished();
  expect(await inOrder()).toEqual(['E1', 'E2']);
  gate.resolve();
  await late;
  await until(async () => (await inOrder()).length === 3);
  expect(await inOrder()).toEqual(['E1', 'E2', 'L1']);
});

test('whoever reads by position while many write misses nothing and sees each key in its order', async () => {
  const relays = [relayOf(), relayOf()];
  await database.sql`create table if not exists locks (key text primary key)`;
  await database.sql`grant select, update on locks to yiwang_test_service`;
  const keys = ['a', 'b', 'c', 'd', 'e'];
  for (const key of keys) await database.sql`insert into locks values (${key}) on conflict do nothing`;

  const seen: string[] = [];
  let position = '0';
  let isOver = false;
  const reading = (async () => {
    for (let rest = 1; !isOver || rest > 0;) {
      const rows = await database.sql<{ key: string; n: number; position: string }[]>`
        select key, (payload ->> 'n')::int as n, position::text from outbox
        where position > ${position}::bigint order by outbox.position`;
      rest = rows.length;
      for (const row of rows) seen.push(`${row.key}${row.n}`);
      position = rows.at(-1)?.position ?? position;
    }
  })();

  const counts = new Map(keys.map((key) => [key, 0]));
  await using pool = openDatabase(database.url, { connections: 8, role: 'yiwang_test_service' });
  await Promise.all(
    Array.from({ length: 8 }, async (_, worker) => {
      for (let i = 0; i < 60; i++) {
        const key = keys[(worker + i) % keys.length]!;
        await pool.sql.begin(async (tx) => {
          // Its id comes before the lock, as that of a command's idempotency key does.
          await write(tx, `w${worker}-`, i);
          await tx`select 1 from locks where key = ${key} for update`;
          const n = counts.get(key)! + 1;
          await write(tx, key, n);
          if (i % 7 === 0) await sleep(3);
          counts.set(key, n);
        });
        relays[worker % 2]!.wake();
      }
    }),
  );
  await allPublished();
  isOver = true;
  await reading;
  for (const relay of relays) await relay[Symbol.asyncDispose]();

  expect(seen).toHaveLength(960);
  expect(new Set(seen).size).toBe(960);
  for (const key of keys) {
    const numbers = seen.filter((one) => one.startsWith(key)).map((one) => Number(one.slice(1)));
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  }
});

test('of two relays at once one works at a time: nothing is told twice', async () => {
  const others = await listen();
  for (let n = 0; n < 300; n++) await write(sql, `k${n}`, 1);
  await Promise.all(Array.from({ length: 10 }, () => tellFollowers(sql, true, 50)));
  const relays = [relayOf(), relayOf()];
  await allPublished();
  for (const relay of relays) await relay[Symbol.asyncDispose]();
  const told = others.told.join('\n').split('\n');
  expect(told).toHaveLength(300);
  expect(new Set(told).size).toBe(300);
  await others.stop();
});

test('many keys are told together, and no notification is longer than PostgreSQL takes', () => {
  const keys = Array.from({ length: 3000 }, (_, i) => `32010220260302${String(i).padStart(6, '0')}`);
  const payloads = packKeys(keys);
  expect(payloads.length).toBeLessThan(10);
  expect(payloads.join('\n').split('\n')).toEqual(keys);
  for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThan(8000);
  expect(packKeys([])).toEqual([]);
});

/** Keeps what is published, and fails as it is told to. */
function memory(): Publisher & { kept: string[]; fails: (message: OutboxMessage) => boolean } {
  const memory = {
    kept: [] as string[],
    fails: (_message: OutboxMessage) => false,
    async publish(messages: readonly OutboxMessage[]) {
      for (const message of messages) {
        if (memory.fails(message)) throw new Error('away');
        memory.kept.push(`${message.key}${message.payload['n'] as number}`);
      }
    },
    async [Symbol.asyncDispose]() {},
  };
  return memory;
}

test('what fails to be published is published again from its place on, and followers are told meanwhile', async () => {
  const publisher = memory();
  for (const n of [1, 2, 3]) await write(sql, 'A', n);
  publisher.fails = ({ payload }) => payload['n'] === 2;
  expect(await tellFollowers(sql, false)).toBe(3);
  await expect(publishRows(sql, publisher)).rejects.toThrow('away');
  expect(await unpublished()).toBe(3);
  publisher.fails = () => false;
  expect(await publishRows(sql, publisher)).toBe(true);
  expect(publisher.kept).toEqual(['A1', 'A1', 'A2', 'A3']);
  expect(await unpublished()).toBe(0);
  expect(await publishRows(sql, publisher)).toBe(false);
});

test('a relay whose connection is killed between publishing and noting it publishes again, in the same order', async () => {
  const publisher = memory();
  for (const n of [1, 2, 3, 4]) await write(sql, 'A', n);
  await tellFollowers(sql, false);
  const killing: Publisher = {
    async publish(messages) {
      await publisher.publish(messages.slice(0, 3));
      await database.sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and state = 'idle in transaction'`;
      await sleep(50);
    },
    async [Symbol.asyncDispose]() {},
  };
  await expect(publishRows(sql, killing)).rejects.toThrow();
  expect(await unpublished()).toBe(4);
  await publishRows(sql, publisher);
  expect(publisher.kept).toEqual(['A1', 'A2', 'A3', 'A1', 'A2', 'A3', 'A4']);
});

test('a relay that cannot reach the database goes on when it can, and reports the failure', async () => {
  const errors: unknown[] = [];
  await using relay: Relay = relayOf({ onError: (error: unknown) => errors.push(error) });
  await database.sql`alter table outbox rename to outbox_away`;
  relay.wake();
  await until(async () => errors.length > 0);
  await database.sql`alter table outbox_away rename to outbox`;
  await write(sql, 'A', 1);
  await allPublished();
  expect(errors[0]).toMatchObject({ code: '42P01' });
});

test('rows that were published long ago are removed, others stay', async () => {
  for (const n of [1, 2, 3]) await write(sql, 'A', n);
  await tellFollowers(sql, true, 2);
  await removePublished(sql, 24);
  expect((await database.sql`select 1 from outbox`).length).toBe(3);
  await removePublished(sql, 24, new Date(Date.now() + 25 * 3_600_000));
  expect(await database.sql`select payload from outbox`).toEqual([{ payload: { n: 3 } }]);
});
