import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { expect, inject, onTestFinished, test } from 'vitest';
import { createDatabase, databaseUrl, dropDatabase } from '../src/index.ts';
import { takeLease } from '../src/lease.ts';

const SERVER = inject('serverUrl');
const HOLDER = join(import.meta.dirname, 'lease-holder.ts');

async function hold(name: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [HOLDER, SERVER, name], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout!, 'data');
  return child;
}

test('a name is taken once on a server, through whatever database, and free when its holder is killed', async () => {
  const name = `first ${process.pid}`;
  const holder = await hold(name);
  const other = `yiwang_lease_${process.pid}`;
  await createDatabase(SERVER, other);
  onTestFinished(async () => void (await dropDatabase(SERVER, other)));
  for (const url of [SERVER, databaseUrl(SERVER, other)]) {
    await expect(takeLease(url, name, 'me')).rejects.toThrow(
      `are in use by another system: process ${holder.pid} on `,
    );
  }
  await using _another = await takeLease(SERVER, `another ${process.pid}`, 'me');

  holder.kill('SIGKILL');
  await using _mine = await takeLease(SERVER, name, 'me', 10_000);
  await expect(takeLease(SERVER, name, 'me')).rejects.toThrow(`process ${process.pid} on `);
});

test('a holder whose session was ended takes its name again, or learns who has it now', async () => {
  const name = `second ${process.pid}`;
  const admin = postgres(SERVER, { max: 1 });
  onTestFinished(() => admin.end());
  const holder = await hold(name);
  const ofHolder = async () =>
    (
      await admin<{ pid: number }[]>`
      select a.pid from pg_stat_activity a join pg_locks l using (pid)
      where locktype = 'advisory' and application_name like ${`yiwang process ${holder.pid} on %`}`
    )[0]?.pid;

  const before = (await ofHolder())!;
  await admin`select pg_terminate_backend(${before})`;
  let after: number | undefined;
  while (after === undefined || after === before) {
    await sleep(50);
    after = await ofHolder();
  }

  const told = once(holder.stdout!, 'data');
  await admin`select pg_terminate_backend(${after})`;
  await using _mine = await takeLease(SERVER, name, 'me', 500);
  expect(String((await told)[0])).toContain(`lost to process ${process.pid} on `);
});
