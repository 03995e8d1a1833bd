import { randomUUID } from 'node:crypto';
import { createConnection } from 'node:net';
import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openNats, startRelay } from '../src/outbox/index.ts';
import { openTestDatabase, type TestDatabase } from '../testing/index.ts';
import { CASE_MIGRATIONS, until } from './support/open-cases.ts';

// Against a real NATS with JetStream, the one that NATS_URL names. Where there is none, these tests fail and say so.

const NATS_URL = process.env['NATS_URL'] ?? 'nats://127.0.0.1:4222';
/** A stream of its own. */
const DEPARTMENT = `dogs-${randomUUID().slice(0, 8)}`;
const STREAM = `yiwang_${DEPARTMENT.replaceAll('-', '_')}`;

let database: TestDatabase;
let nats: NatsConnection;
let manager: JetStreamManager;

beforeAll(async () => {
  nats = await connect({ servers: NATS_URL }).catch((cause: unknown) => {
    throw new Error(
      `No NATS answers at ${NATS_URL}. Start one with JetStream (nats-server -js), or set NATS_URL to one.`,
      { cause },
    );
  });
  manager = await jetstreamManager(nats);
  database = await openTestDatabase(CASE_MIGRATIONS);
});
beforeEach(async () => {
  await database.sql`truncate outbox`;
  await manager.streams.delete(STREAM).catch(() => {});
});
afterAll(async () => {
  await manager.streams.delete(STREAM).catch(() => {});
  await nats.close();
  await database[Symbol.asyncDispose]();
});

const write = (key: string, n: number) =>
  database.sql.unsafe(
    `insert into outbox (topic, key, payload) values ('case_changed', $1, jsonb_build_object('n', $2::int))`,
    [key, n],
  );
const relayTo = (natsUrl: string, onError = (_error: unknown) => {}) =>
  startRelay(database.service.sql, { department: DEPARTMENT, natsUrl, pollMs: 20, onError });
const allPublished = () =>
  until(async () => (await database.sql`select 1 from outbox where published_at is null`).length === 0);

/** What the stream holds, in its order. */
async function kept(): Promise<{ subject: string; id: string; key: string; n: number }[]> {
  const { state } = await manager.streams.info(STREAM);
  const messages = [];
  for (let seq = state.first_seq; seq <= state.last_seq; seq++) {
    const message = (await manager.streams.getMessage(STREAM, { seq }))!;
    messages.push({
      subject: message.subject,
      id: message.header.get('Nats-Msg-Id'),
      key: decodeURIComponent(message.header.get('Yiwang-Key')),
      n: message.json<{ n: number }>().n,
    });
  }
  return messages;
}

test('rows are kept by JetStream with their ids, those of a key in their order', async () => {
  for (let n = 1; n <= 40; n++) for (const key of ['A', '乙-2']) await write(key, n);
  await using _relay = relayTo(NATS_URL);
  await allPublished();
  const messages = await kept();
  expect(messages).toHaveLength(80);
  expect(new Set(messages.map(({ subject }) => subject))).toEqual(
    new Set([`yiwang.${DEPARTMENT}.case_changed`]),
  );
  for (const key of ['A', '乙-2']) {
    const numbers = messages.filter((message) => message.key === key).map(({ n }) => n);
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  }
  const ids = (await database.sql`select id::text from outbox`).map(({ id }) => id as string);
  expect(messages.map(({ id }) => id).sort()).toEqual(ids.sort());
});

test('what a relay publishes again is kept once', async () => {
  for (const n of [1, 2, 3]) await write('A', n);
  {
    await using _relay = relayTo(NATS_URL);
    await allPublished();
  }
  // As if it had been killed before it noted what it had published.
  await database.sql`update outbox set published_at = null`;
  await write('A', 4);
  await using _relay = relayTo(NATS_URL);
  await allPublished();
  expect((await kept()).map(({ n }) => n)).toEqual([1, 2, 3, 4]);
});

test('a stream that is full refuses what is new, which waits until there is room', async () => {
  const publisher = await openNats(NATS_URL, DEPARTMENT);
  await publisher[Symbol.asyncDispose]();
  const { config } = await manager.streams.info(STREAM);
  await manager.streams.update(STREAM, { ...config, max_msgs: 2 });
  const errors: unknown[] = [];
  for (const n of [1, 2, 3]) await write('A', n);
  await using _relay = relayTo(NATS_URL, (error) => errors.push(error));
  await until(async () => errors.length > 0);
  expect((await kept()).map(({ n }) => n)).toEqual([1, 2]);
  await manager.streams.update(STREAM, { ...config, max_msgs: -1 });
  await allPublished();
  expect((await kept()).map(({ n }) => n)).toEqual([1, 2, 3]);
});

test('a NATS that is away delays what is published there, and nobody who follows in the department', async () => {
  const errors: unknown[] = [];
  const relay = relayTo(`nats://127.0.0.1:${await closedPort()}`, (error) => errors.push(error));
  await write('A', 1);
  await until(async () => errors.length > 0);
  await until(async () => (await database.sql`select 1 from outbox where position is not null`).length === 1);
  await relay[Symbol.asyncDispose]();
  await using _relay = relayTo(NATS_URL);
  await allPublished();
  expect((await kept()).map(({ n }) => n)).toEqual([1]);
});

/** A port on which nobody answers. */
async function closedPort(): Promise<number> {
  for (let port = 4300; ; port++) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = createConnection(port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (!isOpen) return port;
  }
}
