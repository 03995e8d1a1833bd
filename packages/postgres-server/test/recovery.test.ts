import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startEmbeddedPostgres } from '../src/index.ts';
import { holdServer, isAlive, killNow, serverProcesses } from './holder.ts';
import { temporaryFolder } from './temporary-folder.ts';

// A server starts in half a second, but not on a machine that does ten other things.
vi.setConfig({ testTimeout: 120_000 });

async function startIn(dataDir: string) {
  const server = await startEmbeddedPostgres({ dataDir });
  onTestFinished(() => server.stop());
  return server;
}

/** Commits a row that must be found again, and leaves a long statement running. */
async function commitAndStayBusy(url: string): Promise<void> {
  const sql = postgres(url, { max: 2, onnotice: () => {} });
  onTestFinished(() => sql.end({ timeout: 0 }));
  await sql`create table if not exists kept (answer integer)`;
  await sql`insert into kept values (42)`;
  // A backend that computes notices neither the death of its server nor of its client.
  sql`select count(*) from generate_series(1, 1000000000)`.catch(() => {});
  await sql`select pg_sleep(0.1)`;
}

async function keptRows(url: string): Promise<number> {
  const sql = postgres(url, { max: 1 });
  const rows = await sql`select answer from kept`;
  await sql.end();
  return rows.length;
}

test('after kill -9 of the launcher the next start ends the orphaned server and loses nothing', async () => {
  const dataDir = await temporaryFolder();
  const holder = await holdServer(dataDir);
  await commitAndStayBusy(holder.said.url);
  const { postmaster } = await serverProcesses(dataDir);
  await killNow(holder.process);
  expect(await isAlive(postmaster)).toBe(true);

  const next = await startIn(dataDir);
  expect(next.leftovers).toBeGreaterThan(0);
  expect(await isAlive(postmaster)).toBe(false);
  expect(await keptRows(next.url)).toBe(1);
});

test('after kill -9 of the launcher and the server, backends that still compute are ended and nothing is lost', async () => {
  const dataDir = await temporaryFolder();
  const holder = await holdServer(dataDir);
  await commitAndStayBusy(holder.said.url);
  const { postmaster } = await serverProcesses(dataDir);
  await killNow(holder.process);
  process.kill(postmaster, 'SIGKILL');

  expect(await keptRows((await startIn(dataDir)).url)).toBe(1);
});

test('after kill -9 of everything the next start recovers from the log and loses nothing', async () => {
  const dataDir = await temporaryFolder();
  const holder = await holdServer(dataDir);
  await commitAndStayBusy(holder.said.url);
  const { postmaster, backends } = await serverProcesses(dataDir);
  holder.process.kill('SIGKILL');
  for (const pid of [postmaster, ...backends]) process.kill(pid, 'SIGKILL');
  await once(holder.process, 'exit');

  const next = await startIn(dataDir);
  expect(await keptRows(next.url)).toBe(1);
  expect(await readFile(join(dataDir, 'server.log'), 'utf8')).toContain('automatic recovery');
});

test('the handle tells when the server dies under a living launcher, which can start it again', async () => {
  const dataDir = await temporaryFolder();
  const server = await startIn(dataDir);
  await commitAndStayBusy(server.url);
  process.kill((await serverProcesses(dataDir)).postmaster, 'SIGKILL');

  expect(await server.exited).toContain('PostgreSQL ended');
  expect(await keptRows((await startIn(dataDir)).url)).toBe(1);
});

test('an initdb killed half-way is cleared away and done anew', async () => {
  const dataDir = await temporaryFolder();
  holdServer(dataDir).catch(() => {}); // it will not live to say a word
  const draft = await untilFound(dataDir, /^cluster\.partial-/);
  await untilFound(join(dataDir, draft, 'cluster'), /^PG_VERSION$/);
  const pid = Number(await readFile(join(dataDir, 'lock.pid'), 'utf8'));
  process.kill(pid, 'SIGKILL');
  expect(await readdir(dataDir)).not.toContain('cluster');

  const next = await startIn(dataDir);
  expect((await readdir(dataDir)).filter((name) => name.includes('partial'))).toEqual([]);
  expect(next.url).toContain('postgres://');
});

test('a folder that is not a cluster is refused and left as it was', async () => {
  const dataDir = await temporaryFolder();
  await mkdir(join(dataDir, 'cluster'));
  await writeFile(join(dataDir, 'cluster', 'letter.txt'), 'mine');

  await expect(startIn(dataDir)).rejects.toThrow('is not a PostgreSQL cluster');
  expect(await readFile(join(dataDir, 'cluster', 'letter.txt'), 'utf8')).toBe('mine');
});

test('a stale process id that now belongs to another program does not stop the start, nor that program', async () => {
  const dataDir = await temporaryFolder();
  const server = await startIn(dataDir);
  await server.stop();
  // Of the server's own user: PostgreSQL passes over ids of other users by itself.
  const bystander = spawn('sleep', ['60'], process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {});
  onTestFinished(() => void bystander.kill());
  await writeFile(join(dataDir, 'cluster', 'postmaster.pid'), `${bystander.pid}\n`);

  await startIn(dataDir);
  expect(await isAlive(bystander.pid!)).toBe(true);
});

async function untilFound(folder: string, name: RegExp): Promise<string> {
  for (;;) {
    const found = (await readdir(folder).catch(() => [])).find((entry) => name.test(entry));
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
