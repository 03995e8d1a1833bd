import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DEPARTMENT_FLAGS } from '@yiwang/testing';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../testing/index.ts';
import { CASE_MIGRATIONS, until } from './support/open-cases.ts';

const PROGRAM = fileURLToPath(new URL('support/relay-program.ts', import.meta.url));
const KEYS = ['a', 'b', 'c', 'd', 'e'];

let database: TestDatabase;
let sql: Sql;
let folder: string;
const running = new Set<ChildProcess>();
beforeAll(async () => {
  database = await openTestDatabase(CASE_MIGRATIONS);
  ({ sql } = database.service);
  folder = await mkdtemp(join(tmpdir(), 'yiwang-outbox-'));
});
afterAll(async () => {
  for (const process of running) process.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
  await database[Symbol.asyncDispose]();
});

interface Published {
  id: string;
  key: string;
  n: number;
}

/** A relay in a process of its own, once it works. */
async function startRelay(stopAfter: number) {
  const args = [PROGRAM, database.url, 'yiwang_test_service', file(), String(stopAfter)];
  const relay = spawn(process.execPath, [...DEPARTMENT_FLAGS, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(relay);
  const lines = createInterface(relay.stdout)[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe('started');
  return {
    /** That it has published rows which it has not noted as published. */
    stopped: async () => expect((await lines.next()).value).toBe('stopped'),
    async kill() {
      const ended = once(relay, 'exit');
      relay.kill('SIGKILL');
      expect(await ended).toEqual([null, 'SIGKILL']);
      running.delete(relay);
    },
  };
}

const file = () => join(folder, 'published');
const published = async () =>
  (await readFile(file(), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Published);
const bytesPublished = async () => (await stat(file())).size;

/** Writes rows of each key, one after the other, until it is told to stop; several keys at once. */
function startWriting() {
  let isOver = false;
  const counts = new Map(KEYS.map((key) => [key, 0]));
  const writing = Promise.all(
    KEYS.map(async (key) => {
      while (!isOver) {
        const n = counts.get(key)! + 1;
        await sql.begin(async (tx) => {
          await tx`
            insert into outbox (topic, key, payload) values ('case_changed', ${key}, jsonb_build_object('n', ${n}::int))`;
          // Whoever has taken an id may be committed after those who took later ones.
          if (n % 5 === 0) await sleep(15);
        });
        counts.set(key, n);
        await sleep(5);
      }
    }),
  );
  return {
    async stop() {
      isOver = true;
      await writing;
      return counts;
    },
  };
}

/** Reads by position, as those do who come back for what they missed, until everything is published. */
function startReading() {
  const read: Published[] = [];
  let position = 0n;
  let isOver = false;
  const reading = (async () => {
    for (let rest = 1; !isOver || rest > 0;) {
      const rows = await sql<(Published & { position: string })[]>`
        select id::text, key, (payload ->> 'n')::int as n, position::text from outbox
        where position > ${position.toString()}::bigint order by outbox.position limit 50`;
      rest = rows.length;
      read.push(...rows);
      position = BigInt(rows.at(-1)?.position ?? position);
      await sleep(2);
    }
  })();
  return {
    async stop() {
      isOver = true;
      await reading;
      return read;
    },
  };
}

const numbersOf = (rows: readonly Published[], key: string) =>
  rows.filter((row) => row.key === key).map(({ n }) => n);

test('relays are killed while they publish and others take over: every row is published, a key in its order, and no reader misses one', async () => {
  const writing = startWriting();
  const reading = startReading();

  for (const stopAfter of [40, 1, 90]) {
    const relay = await startRelay(stopAfter);
    await relay.stopped();
    // Waits for its turn, and takes over.
    const next = await startRelay(0);
    const before = await bytesPublished();
    await relay.kill();
    await until(async () => (await bytesPublished()) > before + 500);
    await sleep(Math.random() * 40);
    await next.kill();
  }

  const counts = await writing.stop();
  const last = await startRelay(0);
  await until(async () => (await sql`select 1 from outbox where published_at is null limit 1`).length === 0);
  await last.kill();
  const [all, read] = [await published(), await reading.stop()];

  for (const key of KEYS) {
    const written = Array.from({ length: counts.get(key)! }, (_, i) => i + 1);
    // By position: each row once, in its order.
    expect(numbersOf(read, key)).toEqual(written);
    // Elsewhere: what was not noted is published again, from there on; nothing is left out on the way.
    let newest = 0;
    for (const n of numbersOf(all, key)) {
      expect(n).toBeLessThanOrEqual(newest + 1);
      newest = Math.max(newest, n);
    }
    expect(newest).toBe(written.length);
  }
  // What is published again has the same id, by which others tell.
  const ids = new Map(all.map(({ id, key, n }) => [id, `${key}${n}`]));
  expect(ids.size).toBe(read.length);
  expect(all.length).toBeGreaterThan(read.length);
}, 60_000);
