import { stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import postgres from 'postgres';
import { expect, onTestFinished, test, vi } from 'vitest';
import { findRunningPostgres, removeEmbeddedPostgres, startEmbeddedPostgres } from '../src/index.ts';
import { temporaryFolder } from './temporary-folder.ts';

// A server starts in half a second, but not on a machine that does ten other things.
vi.setConfig({ testTimeout: 120_000 });

async function startIn(dataDir: string, port?: number) {
  const server = await startEmbeddedPostgres({ dataDir, ...(port && { port }) });
  onTestFinished(() => server.stop());
  return server;
}

async function ask<Row extends object>(url: string, query: string): Promise<Row[]> {
  const sql = postgres(url, { max: 1, connect_timeout: 5 });
  try {
    return await sql.unsafe<Row[]>(query);
  } finally {
    await sql.end();
  }
}

test('the server starts in an empty folder, keeps its data over a stop, and uses the folder again', async () => {
  const dataDir = await temporaryFolder();
  const first = await startIn(dataDir);
  await ask(first.url, 'create table kept as select 42 as answer');
  await first.stop();
  await first.stop(); // may be repeated

  const second = await startIn(dataDir);
  expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  expect(second.leftovers).toBe(0);
});

test('only loopback with the password lets in, and commits go to the disk', async () => {
  const dataDir = await temporaryFolder();
  const { url, port } = await startIn(dataDir);

  const settings = await ask(
    url,
    `select name, setting from pg_settings where name in ('listen_addresses', 'fsync', 'synchronous_commit', 'server_encoding') order by name`,
  );
  expect(settings).toEqual([
    { name: 'fsync', setting: 'on' },
    { name: 'listen_addresses', setting: '127.0.0.1' },
    { name: 'server_encoding', setting: 'UTF8' },
    { name: 'synchronous_commit', setting: 'on' },
  ]);
  await expect(ask(`postgres://postgres:guess@127.0.0.1:${port}/postgres`, 'select 1')).rejects.toThrow(
    'password authentication failed',
  );
  expect((await stat(join(dataDir, 'password'))).mode & 0o777).toBe(0o600);
});

test('a second start in the same folder is told which process has it', async () => {
  const dataDir = await temporaryFolder();
  await startIn(dataDir);
  await expect(startIn(dataDir)).rejects.toThrow(
    `${dataDir} is in use by process ${process.pid}. Stop that one, or choose another place with --data.`,
  );
});

test('a port in use is named, and the folder is free afterwards', async () => {
  const dataDir = await temporaryFolder();
  const blocker = createServer().listen(5501, '127.0.0.1');
  onTestFinished(() => void blocker.close());

  await expect(startIn(dataDir, 5501)).rejects.toThrow('Port 5501 on 127.0.0.1 is in use.');
  expect((await startIn(dataDir, 5502)).port).toBe(5502);
});

test('another process finds the running server of a folder, and none once it has stopped', async () => {
  const dataDir = await temporaryFolder();
  expect(await findRunningPostgres(dataDir)).toBeNull();
  const server = await startIn(dataDir);
  expect(await findRunningPostgres(dataDir)).toBe(server.url);
  await server.stop();
  expect(await findRunningPostgres(dataDir)).toBeNull();
});

test('a running server is not removed; a stopped one is, and what is not its own stays', async () => {
  const dataDir = await temporaryFolder();
  const server = await startIn(dataDir);
  await expect(removeEmbeddedPostgres(dataDir)).rejects.toThrow('is running');
  await server.stop();

  expect(await removeEmbeddedPostgres(dataDir)).toBe(join(dataDir, 'cluster'));
  await expect(stat(join(dataDir, 'cluster'))).rejects.toThrow('ENOENT');
  await expect(stat(join(dataDir, 'password'))).rejects.toThrow('ENOENT');
});
