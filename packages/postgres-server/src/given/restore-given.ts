import { appendFile, chmod, chown, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { segmentsOf } from '../archive/archive-folder.ts';
import { copyTree, ifThere, syncDisk } from '../backup/copy-tree.ts';
import { pgTime } from '../backup/restore-cluster.ts';
import { PostgresError } from '../postgres-error.ts';

export interface RestoreGivenOptions {
  /** The copied cluster, as takeGivenBackup wrote it. */
  backup: string;
  /** Data folder of a server: empty, or not there. */
  target: string;
  /** Folder of the archive; null restores the moment of the backup. */
  archive: string | null;
  /** The moment to restore; everything that the archive has when null. */
  until: Date | null;
  /** Called with the bytes of each file that was copied. */
  onCopied?: (bytes: number) => void;
}

/** An empty folder is one that an administrator has made for a server, and whose owner runs it. */
export async function requireEmpty(target: string): Promise<void> {
  const found = (await ifThere(readdir(target))) ?? [];
  if (found.length > 0)
    throw new PostgresError(`${target} is not empty, and is not overwritten. Name an empty folder.`);
}

/**
 * Puts the cluster of a server back into a folder, from which its own PostgreSQL recovers at its next start: it replays the log of the
 * archive to its end, or to a moment, and then serves.
 *
 * @throws PostgresError when the folder is not empty
 */
export async function restoreGiven(options: RestoreGivenOptions): Promise<void> {
  const { backup, target, archive, until, onCopied } = options;
  await requireEmpty(target);
  await mkdir(target, { recursive: true, mode: 0o700 });
  const owner = await stat(target);
  await copyTree(backup, target, { onFile: ({ bytes }) => onCopied?.(bytes) });
  await appendFile(join(target, 'postgresql.auto.conf'), `${recoverySettings(archive, until).join('\n')}\n`);
  if (archive !== null) await writeFile(join(target, 'recovery.signal'), '', { mode: 0o600 });
  // What was said of the copy is not true of the restored cluster, which goes on.
  await rm(join(target, 'backup_manifest'), { force: true });
  await chmod(target, 0o700);
  if (process.getuid?.() === 0) {
    for (const entry of await readdir(target, { recursive: true, withFileTypes: true }))
      await chown(join(entry.parentPath, entry.name), owner.uid, owner.gid);
  }
  await syncDisk(target);
}

function recoverySettings(archive: string | null, until: Date | null): string[] {
  const settings: Record<string, string> = {
    // No archive follows the restored server yet: its commits would wait for ever.
    synchronous_standby_names: '',
    ...(archive !== null && {
      restore_command: receivedCommand(archive),
      recovery_target_timeline: 'latest',
      recovery_target_action: 'promote',
    }),
    ...(until && { recovery_target_time: pgTime(until) }),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  return ['# Added by yiwang restore.', ...lines];
}

/** The complete segment, else what had arrived of it, which ends with zeros: pg_receivewal calls that .partial. */
function receivedCommand(archive: string): string {
  const folder = `'${segmentsOf(archive).replaceAll("'", `'\\''`).replaceAll('%', '%%')}'`;
  return `cp ${folder}/%f "%p" 2>/dev/null || cp ${folder}/%f.partial "%p" 2>/dev/null`;
}
