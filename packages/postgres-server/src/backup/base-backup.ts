import { realpath, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type postgres from 'postgres';
import { withConnection } from '../connect.ts';
import { movedTo } from '../place.ts';
import { PostgresError } from '../postgres-error.ts';
import { type CopiedFile, copyTree, hashFile } from './copy-tree.ts';

/** What a base backup of a cluster needs to be restored. */
export interface BaseBackup {
  /** Of the copied cluster. */
  files: CopiedFile[];
  /** `system_identifier` of the cluster. */
  system: string;
  /** Version of PostgreSQL, such as 18.4. */
  version: string;
  /** The first segment of the WAL that a restore reads. */
  firstSegment: string;
}

/** Folders whose content PostgreSQL makes anew. @see https://www.postgresql.org/docs/current/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP-DATA */
const EMPTIED = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);
const LEFT_OUT = new Set(['postmaster.pid', 'postmaster.opts', 'backup_label', 'recovery.signal']);

/**
 * Copies the cluster of an embedded server that runs and archives, while it serves: `pg_backup_start`, the files, `pg_backup_stop`. Returns when
 * the WAL that the copy needs is archived. It is what pg_basebackup does, which does not come with the embedded server.
 *
 * @param url of the server, as its superuser
 * @param dataDir of the server
 * @param target a folder that is not there yet
 * @param onFile called for each file that was copied
 * @throws PostgresError when the server does not archive
 */
export async function takeBaseBackup(
  url: string,
  dataDir: string,
  target: string,
  onFile?: (file: CopiedFile) => void,
): Promise<BaseBackup> {
  const directory = await realpath(resolve(dataDir));
  const cluster = join((await movedTo(directory)) ?? directory, 'cluster');
  // The backup ends with the session that began it.
  return withConnection(url, async (sql) => {
    await requireArchive(sql);
    const [server] = await sql<{ system: string; version: string; tablespaces: number }[]>`
      select system_identifier::text as system, current_setting('server_version') as version,
        (select count(*)::int from pg_tablespace where spcname not like 'pg\\_%') as tablespaces
      from pg_control_system()`;
    if (server!.tablespaces > 0)
      throw new PostgresError(
        'The server has tablespaces of its own, which this backup does not copy. Use pg_basebackup.',
      );
    const [start] = await sql<{ segment: string }[]>`
      select pg_walfile_name(pg_backup_start('yiwang', fast => true)) as segment`;
    const copied = await copyTree(cluster, target, {
      skip: skipped,
      ...(onFile && { onFile }),
    });
    const [stop] = await sql<{ label: string }[]>`
      select labelfile as label from pg_backup_stop(wait_for_archive => true)`;
    const label = join(target, 'backup_label');
    await writeFile(label, stop!.label, { mode: 0o600, flush: true });
    const file = {
      path: 'backup_label',
      bytes: Buffer.byteLength(stop!.label),
      sha256: await hashFile(label),
    };
    const { system, version } = server!;
    return { files: [...copied, file], system, version, firstSegment: start!.segment };
  });
}

/** Bytes of the databases of a server whose size its login may see, about what a base backup of it holds. */
export async function measureDatabases(url: string): Promise<number> {
  return withConnection(url, async (sql) => {
    const [row] = await sql`
      select coalesce(sum(pg_database_size(oid)), 0)::float8 as bytes from pg_database
      where has_database_privilege(oid, 'connect') or pg_has_role('pg_read_all_stats', 'usage')`;
    return row!['bytes'];
  });
}

function skipped(path: string): boolean | 'content' {
  if (EMPTIED.has(path)) return 'content';
  const name = path.slice(path.lastIndexOf('/') + 1);
  return LEFT_OUT.has(path) || name.startsWith('pgsql_tmp') || name === 'pg_internal.init';
}

async function requireArchive(sql: postgres.Sql): Promise<void> {
  const [row] = await sql`select current_setting('archive_mode') as mode`;
  if (row!['mode'] === 'off') {
    throw new PostgresError(
      'The server keeps no archive of its log, without which a copy of a running server is worth nothing. Start the system with --archive.',
    );
  }
}
