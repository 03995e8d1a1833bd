import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { findRunningPostgres } from '@yiwang/postgres-server';
import { findPorts, isFree } from '@yiwang/testing';
import postgres from 'postgres';
import { expect, test, vi } from 'vitest';
import { ask, givenServer, type Launched, launch, SLOW_MS, waitFor } from './launch.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { writeNumbers } from './write-numbers.ts';

vi.setConfig({ testTimeout: SLOW_MS });

const YIWANG = join(import.meta.dirname, '../../cli/bin/yiwang.mjs');

/** Runs `yiwang backup` or `yiwang restore`. */
async function yiwang(
  ...args: string[]
): Promise<{ code: number; said: Record<string, unknown>; errors: string }> {
  const { DATABASE_URL: _ours, ...env } = process.env;
  const child = spawn(process.execPath, [YIWANG, ...args, '--json'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [[code], output, errors] = await Promise.all([
    once(child, 'exit') as Promise<[number]>,
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, said: code === 0 ? JSON.parse(output) : {}, errors };
}

async function start(data: string, port: number, ...args: string[]): Promise<Launched> {
  const system = launch('start', ['--data', data, '--port', String(port), ...args]);
  await system.says(/Ctrl-C stops everything/);
  return system;
}

async function openAlpha(data: string): Promise<postgres.Sql> {
  const url = new URL((await findRunningPostgres(join(data, 'postgres')))!);
  url.pathname = '/yiwang_fake_alpha';
  return postgres(url.href, { max: 4, onnotice: () => {}, connect_timeout: 2 });
}

/** All that a power cut, or a person, takes: the launcher, the server, and the folders of keys and databases. */
async function destroy(system: Launched, data: string, port: number): Promise<void> {
  const pidFile = await readFile(join(data, 'postgres/cluster/postmaster.pid'), 'utf8');
  system.process.kill('SIGKILL');
  process.kill(Number(pidFile.split('\n')[0]), 'SIGKILL');
  for (const part of ['postgres', 'keys'])
    await rm(join(data, part), { recursive: true, force: true, maxRetries: 20 });
  await waitFor(async () => (await isFree(port)) && (await isFree(port + 1)) && (await isFree(port + 2)));
}

/** A system whose archive is in a folder of its own, and a folder for backups. */
async function startArchived() {
  const [data, archive, backups] = await Promise.all([
    temporaryFolder(),
    temporaryFolder(),
    temporaryFolder(),
  ]);
  const port = await findPorts(3);
  const system = await start(data, port, '--archive', archive);
  return { data, backups, port, system };
}

test('a system that is destroyed under load comes back with every write that was acknowledged, its keys and files', async () => {
  const { data, backups, port, system } = await startArchived();
  const sql = await openAlpha(data);
  const { acknowledged, ended } = writeNumbers(sql, 1000);
  await waitFor(() => acknowledged.size > 20);
  await writeFile(join(data, 'keys/some.key'), 'secret');

  const dry = await yiwang('backup', backups, '--data', data, '--dry-run');
  expect(dry.said).toMatchObject({ dryRun: true });
  expect(await readdir(backups)).toEqual([]);
  const { said, code } = await yiwang('backup', backups, '--data', data);
  expect(code).toBe(0);
  const backup = said['path'] as string;
  const before = acknowledged.size;
  await waitFor(() => acknowledged.size > before + 100);

  const whileRunning = await yiwang('restore', backup, '--data', data);
  expect(whileRunning).toMatchObject({ code: 2, errors: expect.stringContaining('A system is running') });

  await destroy(system, data, port);
  await ended;
  await sql.end({ timeout: 0 });
  // A start makes no empty databases in place of those that are gone.
  const empty = launch('start', ['--data', data, '--port', String(port)]);
  expect(await empty.ended()).toBe(1);
  expect(empty.errors()).toContain('Restore them with yiwang restore');

  const restored = await yiwang('restore', backup, '--data', data);
  expect(restored).toMatchObject({ code: 0, errors: expect.any(String) });
  expect(await readFile(join(data, 'keys/some.key'), 'utf8')).toBe('secret');
  const again = await yiwang('restore', backup, '--data', data);
  expect(again).toMatchObject({
    code: 2,
    errors: expect.stringContaining('holds databases, which are not overwritten'),
  });

  await start(data, port);
  const reader = await openAlpha(data);
  const rows = await reader<{ n: number }[]>`select n from numbers`;
  await reader.end();
  const found = new Set(rows.map(({ n }) => n));
  expect([...acknowledged].filter((n) => !found.has(n))).toEqual([]);
  expect((await ask(port + 1)).answer).toBe(rows.reduce((sum, { n }) => sum + n, 0));
});

test('an archive in the data folder is refused, and so is a backup to it', async () => {
  const data = await temporaryFolder();
  const system = launch('start', [
    '--data',
    data,
    '--port',
    String(await findPorts(3)),
    '--archive',
    join(data, 'a'),
  ]);
  expect(await system.ended()).toBe(1);
  expect(system.errors()).toContain('is in the data folder, and would be lost with it');
  const refused = await yiwang('backup', join(data, 'b'), '--data', data);
  expect(refused).toMatchObject({ code: 2, errors: expect.stringContaining('would be lost with it') });
});

test('a damaged backup changes nothing, and only the newest backups stay', async () => {
  const { data, backups, system } = await startArchived();
  const first = (await yiwang('backup', backups, '--data', data)).said['path'] as string;
  expect(await system.stop()).toBe(0);
  // Of a system that is stopped as well.
  const second = await yiwang('backup', backups, '--data', data, '--keep', '1');
  expect(second.said).toMatchObject({ removed: { backups: 1 } });
  await expect(access(first)).rejects.toThrow();
  const backup = second.said['path'] as string;

  await rm(join(data, 'postgres/cluster'), { recursive: true });
  const rehearsed = await yiwang('restore', backup, '--data', data, '--dry-run');
  expect(rehearsed.said).toMatchObject({ dryRun: true, put: 0, kept: [] });

  await appendFile(join(backup, 'files/keys/registry.key'), ' ');
  const refused = await yiwang('restore', backup, '--data', data);
  expect(refused).toMatchObject({
    code: 2,
    errors: expect.stringContaining('files/keys/registry.key is not what was saved'),
  });
  await expect(access(join(data, 'postgres/cluster'))).rejects.toThrow();
});

test('with databases on a server of others and no login for copies, the rest is saved, and comes back to an empty folder', async () => {
  const env = givenServer();
  const [data, backups, other] = await Promise.all([temporaryFolder(), temporaryFolder(), temporaryFolder()]);
  const port = await findPorts(3);
  const system = launch('start', ['--data', data, '--port', String(port)], { env });
  await system.says(/Ctrl-C stops everything/);
  const refused = await yiwang('backup', backups, '--data', data);
  expect(refused).toMatchObject({ code: 2, errors: expect.stringContaining('set BACKUP_DATABASE_URL') });
  const { said } = await yiwang('backup', backups, '--data', data, '--files-only');
  const restored = await yiwang('restore', said['path'] as string, '--data', other);
  expect(restored).toMatchObject({ code: 0, said: { same: 1, kept: [], lastCommit: null } });
  expect(await readFile(join(other, 'keys/databases.json'), 'utf8')).toBe(
    await readFile(join(data, 'keys/databases.json'), 'utf8'),
  );
});
