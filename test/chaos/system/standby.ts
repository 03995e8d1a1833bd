import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { copyForStandby } from '@yiwang/postgres-server/testing/standby';
import postgres from 'postgres';
import type { ChaosSystem } from './chaos-system.ts';
import { type DatabaseHost, startDatabase } from './databases.ts';
import { mountDisk } from './disks.ts';

/** Until whoever watches the servers is sure that the primary is gone. */
const NOTICED_MS = 3000;

let standby: DatabaseHost | undefined;

/** Starts a standby on its host, for which commits wait from then on. */
export async function startStandby({ hosts, data, database, undo }: ChaosSystem): Promise<void> {
  const folder = join(data, 'standby');
  await mountDisk(folder, 1024);
  await copyForStandby(database.url, database.folder, folder);
  const logFile = join(data, 'logs/standby.log');
  standby = undo.use(await startDatabase(hosts, { host: 'standby', folder, logFile, primary: database.url }));
  await using sql = open(database.url);
  await sql.run(`alter system set synchronous_standby_names = 'standby'`);
  await sql.run('select pg_reload_conf()');
  const isFollowed = `select from pg_stat_replication where sync_state = 'sync'`;
  while ((await sql.run(isFollowed)).length === 0) await sleep(100);
}

/** Cuts the primary off for good and, some seconds later, promotes the standby. */
export async function failOver(system: ChaosSystem): Promise<void> {
  system.hosts.set('postgres', { isDeaf: true, isMute: true });
  await sleep(NOTICED_MS);
  const { url } = standby!;
  await using sql = open(url);
  await sql.run('select pg_promote()');
  await sql.run(`alter system reset synchronous_standby_names`);
  await sql.run('select pg_reload_conf()');
  // As a name service does, or whoever moves an address.
  await system.hosts.rename('postgres', 'standby');
  // The checker asks the one that is left.
  process.env['DATABASE_URL'] = url;
}

function open(url: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  return {
    run: (statement: string) => sql.unsafe(statement),
    [Symbol.asyncDispose]: () => sql.end({ timeout: 1 }),
  };
}
