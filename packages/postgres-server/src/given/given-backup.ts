import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { systemOf } from '../archive/archive-folder.ts';
import type { BaseBackup } from '../backup/base-backup.ts';
import { type CopiedFile, hashFile } from '../backup/copy-tree.ts';
import { PostgresError } from '../postgres-error.ts';
import { runTool } from './run-tool.ts';

/**
 * Copies the cluster of a server that others run, over the network, while it serves: `pg_basebackup`. The copy holds the log that it needs
 * to be whole, so that it can be restored without an archive too.
 *
 * @param url with a login that may replicate
 * @param target a folder that is not there yet
 * @param onFile called for each file that was read back
 * @throws PostgresError
 */
export async function takeGivenBackup(
  url: string,
  target: string,
  onFile?: (file: CopiedFile) => void,
): Promise<BaseBackup> {
  await runTool('pg_basebackup', url, 'yiwang_backup', [
    ...['--pgdata', target, '--format=plain', '--wal-method=stream', '--checkpoint=fast'],
    '--manifest-checksums=NONE',
  ]);
  if ((await readdir(join(target, 'pg_tblspc'))).length > 0)
    throw new PostgresError(
      'The server has tablespaces of its own, which this backup does not restore. Use pgBackRest or Barman.',
    );
  const files: CopiedFile[] = [];
  for (const entry of await readdir(target, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const copied = {
      path: file.slice(target.length + 1),
      bytes: (await stat(file)).size,
      sha256: await hashFile(file),
    };
    files.push(copied);
    onFile?.(copied);
  }
  const label = await readFile(join(target, 'backup_label'), 'utf8');
  const [, firstSegment] = /^START WAL LOCATION: .* \(file ([0-9A-F]{24})\)$/m.exec(label) ?? [];
  if (firstSegment === undefined) throw new PostgresError('pg_basebackup wrote no backup_label.');
  const version = (await readFile(join(target, 'PG_VERSION'), 'utf8')).trim();
  return { files, system: await systemOf(target), version, firstSegment };
}
