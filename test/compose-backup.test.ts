import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { settleReplicationRole } from '@yiwang/postgres-server';
import {
  makePostgresFolder,
  POSTGRES_PROCESS,
  POSTGRES_PROGRAMS,
  runDebianPostgres,
  startDebianPostgres,
} from '@yiwang/postgres-server/testing/debian-postgres';
import postgres from 'postgres';
import { expect, onTestFinished, test } from 'vitest';
import { ROOT } from './support/compose-file.ts';

const SCRIPT = join(ROOT, 'deploy/backup/backup.sh');
const HBA = join(ROOT, 'deploy/postgres/pg_hba.conf');

// The script of the services log-archive and restore, as PostgreSQL's user.
test.skipIf(POSTGRES_PROGRAMS === null)(
  'the script of docker-compose.yml brings a destroyed server back with every write that was acknowledged, and to a moment',
  async () => {
    const root = await mkdtemp(join(tmpdir(), 'yiwang-compose-backup-'));
    onTestFinished(() => rm(root, { recursive: true, force: true }));
    const folder = await makePostgresFolder(join(root, 'all'));
    await chmod(root, 0o755);
    const [archive, backups] = [join(folder, 'archive'), join(folder, 'backups')];
    await makePostgresFolder(archive);
    await makePostgresFolder(backups);
    const server = await startDebianPostgres(folder, HBA, { synchronous_standby_names: 'yiwang_archive' });
    // Until the archive is there, the commits of whoever sets it up wait for nobody.
    await settleReplicationRole(`${server.url}?options=-c%20synchronous_commit%3Dlocal`, 'replicated');
    const password = join(folder, 'password');
    await writeFile(password, 'replicated\n', { mode: 0o644 });
    const env = {
      ...POSTGRES_PROCESS.env,
      ARCHIVE: archive,
      BACKUPS: backups,
      REPLICATION_PASSWORD_FILE: password,
      PRIMARY_HOST: '127.0.0.1',
      PRIMARY_PORT: String(server.port),
    };
    const script = (more: Record<string, string>, ...words: string[]) =>
      spawnSync('sh', [SCRIPT, ...words], {
        ...POSTGRES_PROCESS,
        env: { ...env, ...more },
        encoding: 'utf8',
      });

    expect(script({}, 'check').status).not.toBe(0);
    const receiver = spawn('sh', [SCRIPT, 'receive'], { ...POSTGRES_PROCESS, env, stdio: 'ignore' });
    onTestFinished(() => end(receiver));
    await expect.poll(() => script({}, 'check').status, { timeout: 60_000 }).toBe(0);

    const sql = postgres(server.url, { max: 3, onnotice: () => {} });
    await sql`create table written (n integer primary key)`;
    const acknowledged = new Set<number>();
    let next = 1;
    const write = async (): Promise<void> => {
      for (;;) {
        const n = next++;
        await sql`insert into written values (${n})`;
        acknowledged.add(n);
      }
    };
    const writing = Promise.allSettled([write(), write()]);
    await expect.poll(() => acknowledged.size).toBeGreaterThan(20);
    const taken = script({}, 'base');
    expect(taken.status, taken.stderr).toBe(0);
    const name = taken.stdout.trim().split('/').at(-1)!;
    const after = acknowledged.size;
    await expect.poll(() => acknowledged.size).toBeGreaterThan(after + 30);
    const moment = new Date().toISOString().replace('T', ' ').replace('Z', '+00');
    const until = [...acknowledged];
    await sleep(300);
    const later = acknowledged.size;
    await expect.poll(() => acknowledged.size).toBeGreaterThan(later + 30);
    await server.kill();
    await rm(server.dataDir, { recursive: true });
    await writing;
    await sql.end({ timeout: 0 });
    await end(receiver);

    const targets = ['last', 'moment'].map((target) => join(folder, target));
    const [last, then] = [[], [moment]].map((time, index) =>
      script({ PGDATA: targets[index]! }, 'restore', name, ...time),
    );
    expect([last!.status, then!.status], last!.stderr + then!.stderr).toEqual([0, 0]);
    const again = script({ PGDATA: targets[0]! }, 'restore', name);
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('is not empty')]);
    const [all, before] = [await numbersOf(targets[0]!), await numbersOf(targets[1]!)];
    expect([...acknowledged].filter((n) => !all.has(n))).toEqual([]);
    expect(until.filter((n) => !before.has(n))).toEqual([]);
    expect(before.size).toBeLessThan(all.size);
  },
);

async function numbersOf(dataDir: string): Promise<Set<number>> {
  await using server = await runDebianPostgres(dataDir, { hba_file: HBA });
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  const rows = await sql<{ n: number }[]>`select n from written`;
  await sql.end();
  return new Set(rows.map(({ n }) => n));
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGINT');
  await once(child, 'exit');
}
