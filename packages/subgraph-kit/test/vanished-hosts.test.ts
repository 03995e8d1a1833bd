import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../src/index.ts';
import { openTestDatabase, type TestDatabase } from '../testing/index.ts';
import { CASE_MIGRATIONS } from './support/open-cases.ts';

// What the driver does when PostgreSQL's host is cut off, and another one takes its place: see src/postgres-repairs.ts.

const STATEMENT_MS = 200;
/** After which a connection is given up: the time of a statement, and what the network takes. */
const SILENT_MS = STATEMENT_MS + 3000;

interface VanishingHost extends AsyncDisposable {
  url: string;
  /** What is connected gets no answer any more, and is not closed either. What connects later does. */
  vanish(): void;
}

/** Passes on what a client sends to the server, until it vanishes. */
async function startVanishingHost(target: URL): Promise<VanishingHost> {
  const sockets = new Set<Socket>();
  let life = 0;
  const server = createServer((client) => {
    const ofLife = life;
    const upstream = connect(Number(target.port || 5432), target.hostname);
    const passOn = (to: Socket) => (data: Buffer) => void (ofLife === life && to.write(data));
    client.on('data', passOn(upstream)).on('close', () => upstream.destroy());
    upstream.on('data', passOn(client)).on('close', () => ofLife === life && client.destroy());
    for (const socket of [client, upstream]) sockets.add(socket.on('error', () => {}));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = new URL(target);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    vanish: () => void life++,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

let database: TestDatabase;
let host: VanishingHost;
beforeAll(async () => {
  database = await openTestDatabase(CASE_MIGRATIONS);
  host = await startVanishingHost(new URL(database.url));
});
afterAll(async () => {
  await host[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const openPool = (connections: number) =>
  openDatabase(host.url, { connections, statementTimeoutMs: STATEMENT_MS });

test('a statement is rejected whose host vanished while the connection was idle, however long', async () => {
  await using pool = openPool(1);
  for (const idleMs of [0, SILENT_MS + 1000]) {
    expect(await pool.sql`select 1 as one`).toEqual([{ one: 1 }]);
    await sleep(idleMs);
    host.vanish();
    const sentAt = Date.now();
    await expect(pool.sql`select 2`).rejects.toMatchObject({ code: 'CONNECTION_SILENT' });
    expect(Date.now() - sentAt).toBeGreaterThan(SILENT_MS - 100);
    // The driver takes it out of the pool a moment later.
    await sleep(50);
  }
});

test('a connection whose host vanished is given up although more is sent on it all the time', async () => {
  await using pool = openPool(2);
  await Promise.all([pool.sql`select 1`, pool.sql`select 1`]);
  host.vanish();
  const asked: Promise<unknown>[] = [];
  const end = Date.now() + SILENT_MS + 2000;
  while (Date.now() < end) {
    asked.push(pool.sql`select 1`.catch((error: { code?: string }) => error.code));
    await sleep(50);
  }
  expect(await pool.sql`select 1 as one`).toEqual([{ one: 1 }]);
  const answers = await Promise.all(asked);
  expect(answers[0]).toBe('CONNECTION_SILENT');
  expect(answers.at(-1)).toEqual([{ '?column?': 1 }]);
});
