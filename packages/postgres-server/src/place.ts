import { createHash } from 'node:crypto';
import { access, chmod, chown, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PostgresError } from './postgres-error.ts';
import { runAs, type ServerUser } from './server-user.ts';

/** Where the server keeps its files when its user cannot reach the data folder. */
const ELSEWHERE = '/var/lib/yiwang';

/**
 * The folder for the cluster and, if need be, the binaries: the data folder itself wherever the
 * server's user can reach it. A data folder under, say, /root (mode 0700) it cannot: then a folder
 * under /var/lib/yiwang, whose path is noted in the data folder's file `moved-to`.
 *
 * @param dataDir an existing folder
 * @throws PostgresError when a cluster is there already but cannot be reached, or no place can be had
 */
export async function choosePlace(dataDir: string, user: ServerUser): Promise<string> {
  const moved = await movedTo(dataDir);
  if (moved) {
    if (await reaches(user, moved)) return moved;
    throw new PostgresError(
      `The databases of ${dataDir} are in ${moved}, which is gone or cannot be reached by the user that PostgreSQL runs as.`,
    );
  }
  if (!('uid' in user)) return dataDir;

  // The folder is the server's own; only those above it are somebody else's.
  await closeFolder(dataDir, user);
  if (await reaches(user, dataDir)) return dataDir;
  if (await exists(join(dataDir, 'cluster'))) {
    throw new PostgresError(
      `The databases in ${dataDir} cannot be reached by the user that PostgreSQL runs as (uid ${user.uid}). Allow it to pass: chmod o+x on each folder above.`,
    );
  }
  const place = join(ELSEWHERE, `${basename(dataDir)}-${digest(dataDir)}`);
  await mkdir(place, { recursive: true });
  await chmod(ELSEWHERE, 0o755);
  await closeFolder(place, user);
  if (!(await reaches(user, place))) {
    throw new PostgresError(
      `Neither ${dataDir} nor ${place} can be reached by the user that PostgreSQL runs as (uid ${user.uid}). Choose another place with --data.`,
    );
  }
  await writeFile(join(dataDir, 'moved-to'), `${place}\n`, { mode: 0o600 });
  return place;
}

/**
 * Closes a folder to all but this user. The user that the server runs as, where that is another, may pass through to what
 * is its own, and see nothing else.
 */
export async function closeFolder(path: string, user: ServerUser): Promise<void> {
  if (!('uid' in user)) return chmod(path, 0o700);
  await chown(path, process.getuid!(), user.gid);
  await chmod(path, 0o710);
}

/** The folder that stands in for the data folder; null when the files are in the data folder itself. */
export async function movedTo(dataDir: string): Promise<string | null> {
  const text = await readFile(join(dataDir, 'moved-to'), 'utf8').catch(() => '');
  return text.trim() || null;
}

/** Sixteen hexadecimal digits that tell one path from another. */
export function digest(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}

// Tried for real: modes alone do not tell what access lists and mounts allow.
async function reaches(user: ServerUser, directory: string): Promise<boolean> {
  return (await runAs(user, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', directory])).code === 0;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
