import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { checkServer, createDatabase, startEmbeddedPostgres } from '../src/index.ts';

// A server starts in half a second, but not on a machine that does ten other things.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let server: Awaited<ReturnType<typeof startEmbeddedPostgres>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-postgres-'));
  server = await startEmbeddedPostgres({ dataDir: folder });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** The server's URL with parts replaced. */
function urlWith(parts: Partial<Pick<URL, 'username' | 'password' | 'pathname' | 'port'>>): string {
  return Object.assign(new URL(server.url), parts).href;
}

async function listenFor(listener: Server): Promise<number> {
  onTestFinished(() => void listener.close());
  await once(listener.listen(0, '127.0.0.1'), 'listening');
  return (listener.address() as AddressInfo).port;
}

test('a server that can be used passes', async () => {
  await checkServer(server.url);
});

test.each([
  ['no postgres URL', () => 'mysql://127.0.0.1/x', 'DATABASE_URL must look like postgres://'],
  ['nothing listens', () => urlWith({ port: '5599' }), 'Nothing listens at 127.0.0.1:5599.'],
  ['no such host', () => 'postgres://u@no-such-host.invalid:5432/postgres', 'no-such-host.invalid'],
  ['a wrong password', () => urlWith({ password: 'guess' }), 'refuses the password of "postgres"'],
  ['an unknown user', () => urlWith({ username: 'someone' }), 'refuses the password of "someone"'],
  ['an unknown database', () => urlWith({ pathname: '/absent' }), 'has no database "absent"'],
])('%s is told in one line without the password', async (_case, url, message) => {
  const error = await checkServer(url()).catch((reason: Error) => reason);
  expect(error).toMatchObject({ name: 'PostgresError', message: expect.stringContaining(message) });
  expect((error as Error).message).not.toMatch(/\n|guess/);
});

test('a server that is not PostgreSQL is told', async () => {
  const port = await listenFor(createHttpServer());
  await expect(checkServer(`postgres://u@127.0.0.1:${port}/postgres`)).rejects.toThrow(
    'does not answer as PostgreSQL',
  );
});

test('a server that never answers is told after some seconds', async () => {
  const port = await listenFor(createServer(() => {}));
  await expect(checkServer(`postgres://u@127.0.0.1:${port}/postgres`)).rejects.toThrow(
    'does not answer as PostgreSQL',
  );
});

test('a version older than needed is told', async () => {
  await expect(checkServer(server.url, 99)).rejects.toThrow(
    /PostgreSQL 18\.\d+ is too old: 99 or newer is needed/,
  );
});

test('a user without the right to create databases is told which right to give', async () => {
  const sql = postgres(server.url, { max: 1 });
  onTestFinished(() => sql.end());
  await sql`create role clerk login password 'pen'`;
  const url = urlWith({ username: 'clerk', password: 'pen' });
  await checkServer(url);
  await expect(createDatabase(url, 'yiwang_tax')).rejects.toThrow('alter role "clerk" createdb');
});
