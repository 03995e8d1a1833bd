import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { settleReplicationRole } from '@yiwang/postgres-server';
import {
  makePostgresFolder,
  POSTGRES_PROGRAMS,
  runDebianPostgres,
  SERVER_USER,
  startDebianPostgres,
} from '@yiwang/postgres-server/testing/debian-postgres';
import { findPorts } from '@yiwang/testing';
import postgres from 'postgres';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ask, launch, SLOW_MS, waitFor } from './launch.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { writeNumbers } from './write-numbers.ts';

vi.setConfig({ testTimeout: 2 * SLOW_MS });

const YIWANG = join(import.meta.dirname, '../../cli/bin/yiwang.mjs');
const PREFIX = 'yiwang_saved';
/** Departments by password, and copies of the server by a role of their own. */
const HBA = `host all all all scram-sha-256
host replication yiwang_replication all scram-sha-256
`;

/** A program of `yiwang`, which runs until it is stopped, or to its end. */
function start(url: string, ...args: string[]) {
  const { DATABASE_URL: _ours, ...env } = process.env;
  const child = spawn(process.execPath, [YIWANG, ...args], {
    env: { ...env, BACKUP_DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (errors += chunk));
  const ended = once(child, 'close').then(([code]) => code as number);
  return { child, output: () => output, errors: () => errors, ended };
}

async function yiwang(url: string, ...args: string[]) {
  const { ended, output, errors } = start(url, ...args, '--json');
  const code = await ended;
  return {
    code,
    errors: errors(),
    said: code === 0 ? (JSON.parse(output()) as Record<string, unknown>) : {},
  };
}

function openAlpha(url: string): postgres.Sql {
  return postgres(`${url.slice(0, url.lastIndexOf('/'))}/${PREFIX}_alpha`, { max: 4, onnotice: () => {} });
}

async function giveToServer(folder: string): Promise<void> {
  if (SERVER_USER.uid === undefined) return;
  for (const path of ['', ...(await readdir(folder, { recursive: true }))])
    await chown(join(folder, path), SERVER_USER.uid, SERVER_USER.gid);
}

test.skipIf(POSTGRES_PROGRAMS === null)(
  'a server of one’s own that is destroyed under load comes back with every write that was acknowledged, and to a moment',
  async () => {
    const [data, archive, backups, servers] = await Promise.all([
      temporaryFolder(),
      temporaryFolder(),
      temporaryFolder(),
      temporaryFolder(),
    ]);
    await giveToServer(servers);
    const hba = join(servers, 'pg_hba.conf');
    await writeFile(hba, HBA, { mode: 0o644 });
    const server = await startDebianPostgres(servers, hba);
    await settleReplicationRole(server.url, 'replicated');
    const login = `postgres://yiwang_replication:replicated@127.0.0.1:${server.port}/postgres`;
    const args = ['--data', data, '--port', String(await findPorts(3))];
    const port = Number(args[3]);
    const system = launch('start', args, { env: { DATABASE_URL: server.url, FAKE_DATABASE_PREFIX: PREFIX } });
    await system.says(/Ctrl-C stops everything/);

    // A login that may not replicate is told so.
    const refused = await yiwang(
      login.replace('yiwang_replication:replicated', 'yiwang:administrator'),
      'backup',
      backups,
      '--data',
      data,
    );
    expect(refused).toMatchObject({
      code: 2,
      errors: expect.stringContaining('needs the attribute REPLICATION'),
    });

    const receiver = start(login, 'archive', archive);
    onTestFinished(() => void receiver.child.kill());
    await waitFor(() => {
      if (receiver.child.exitCode !== null) throw new Error(receiver.errors());
      return receiver.output().includes('arrives in');
    });
    expect(receiver.output()).toContain('synchronous_standby_names');
    const sql = openAlpha(server.url);
    await sql.unsafe(`alter system set synchronous_standby_names = 'yiwang_archive'`);
    await sql`select pg_reload_conf()`;
    const synchronous = async () =>
      (await sql`select sync_state from pg_stat_replication where application_name = 'yiwang_archive'`)[0]?.[
        'sync_state'
      ];
    await waitFor(async () => (await synchronous()) === 'sync');

    const { acknowledged, ended } = writeNumbers(sql, 1000);
    await waitFor(() => acknowledged.size > 20);
    const taken = await yiwang(login, 'backup', backups, '--data', data);
    expect(taken).toMatchObject({ code: 0, errors: expect.any(String) });
    const backup = taken.said['path'] as string;
    const after = acknowledged.size;
    await waitFor(() => acknowledged.size > after + 30);
    const moment = new Date();
    const until = new Set(acknowledged);
    await sleep(500);
    const later = acknowledged.size;
    await waitFor(() => acknowledged.size > later + 30);

    await server.kill();
    await rm(server.dataDir, { recursive: true });
    await system.stop();
    await rm(join(data, 'keys'), { recursive: true });
    await ended;
    await sql.end({ timeout: 0 });
    receiver.child.kill('SIGTERM');
    await receiver.ended;
    // As its administrator would: the server has to read it.
    await giveToServer(archive);

    const elsewhere = await yiwang(login, 'restore', backup, '--data', data, '--archive', archive);
    expect(elsewhere).toMatchObject({ code: 2, errors: expect.stringContaining('with --cluster') });
    const targets = [join(servers, 'last'), join(servers, 'moment')];
    for (const target of targets) await makePostgresFolder(target);
    const restore = (target: string, ...more: string[]) =>
      yiwang(login, 'restore', backup, '--data', data, '--archive', archive, '--cluster', target, ...more);
    expect(await restore(targets[0]!)).toMatchObject({ code: 0 });
    const again = await restore(targets[0]!);
    expect(again).toMatchObject({ code: 2, errors: expect.stringContaining('is not empty') });
    expect(await restore(targets[1]!, '--to', moment.toISOString())).toMatchObject({ code: 0 });
    expect(await readFile(join(data, 'keys/databases.json'), 'utf8')).toContain(PREFIX);

    const restored = await runDebianPostgres(targets[0]!, { hba_file: hba });
    onTestFinished(() => restored[Symbol.asyncDispose]());
    const second = launch('start', args, {
      env: { DATABASE_URL: restored.url, FAKE_DATABASE_PREFIX: PREFIX },
    });
    await second.says(/Ctrl-C stops everything/);
    const numbersAt = async (url: string) => {
      const reader = openAlpha(url);
      const rows = await reader<{ n: number }[]>`select n from numbers`;
      await reader.end();
      return new Set(rows.map(({ n }) => n));
    };
    const found = await numbersAt(restored.url);
    expect([...acknowledged].filter((n) => !found.has(n))).toEqual([]);
    expect((await ask(port + 1)).answer).toBe([...found].reduce((sum, n) => sum + n, 0));

    const former = await runDebianPostgres(targets[1]!, { hba_file: hba });
    onTestFinished(() => former[Symbol.asyncDispose]());
    const then = await numbersAt(former.url);
    expect([...until].filter((n) => !then.has(n))).toEqual([]);
    // Those that were being written at that moment may be there, or not.
    expect(then.size).toBeLessThan(until.size + 100 + 10);
    expect(found.size).toBeGreaterThan(then.size);
  },
);
