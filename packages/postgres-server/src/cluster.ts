import { chown, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readOrMakePassword, readPassword } from './password.ts';
import { PostgresError } from './postgres-error.ts';
import { runAs, type ServerUser } from './server-user.ts';

/** Major version of the binaries this package depends on; a cluster serves one major version only. */
const MAJOR_VERSION = '18';

export interface ClusterPlace {
  /** Holds the password and the lock. */
  dataDir: string;
  /** Holds `cluster`; the data folder itself, or its stand-in. */
  place: string;
  user: ServerUser;
}

/**
 * The folder of the cluster, made by initdb when there is none.
 *
 * initdb works in a draft folder that gets its name when all is on disk, so `cluster` is complete
 * or absent however the machine died. Only drafts are ever deleted here.
 *
 * @throws PostgresError when `cluster` holds something else, or a cluster of another major version
 */
export async function ensureCluster(at: ClusterPlace, binaries: string): Promise<string> {
  const cluster = join(at.place, 'cluster');
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version === null) {
    const content = await readdir(cluster).catch(() => []);
    if (content.length > 0) {
      throw new PostgresError(
        `${cluster} is not a PostgreSQL cluster. Move it away, or choose another place with --data.`,
      );
    }
    await createCluster(at, binaries, cluster);
  } else if (version.trim() !== MAJOR_VERSION) {
    throw new PostgresError(
      `${cluster} was made by PostgreSQL ${version.trim()}; this is ${MAJOR_VERSION}. Keep the old one and choose another place with --data.`,
    );
  } else if (!(await readPassword(at.dataDir))) {
    throw new PostgresError(
      `${join(at.dataDir, 'password')} is gone, and with it the way into ${cluster}. Restore it.`,
    );
  }
  return cluster;
}

/** Removes what an interrupted start left behind. Call it only under the lock of the data folder. */
export async function removeDrafts(place: string): Promise<void> {
  for (const name of await readdir(place)) {
    // An orphaned initdb may still be writing: retry until it has found its folder gone.
    if (/\.partial-\w{6}$/.test(name))
      await rm(join(place, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

async function createCluster(
  { dataDir, place, user }: ClusterPlace,
  binaries: string,
  cluster: string,
): Promise<void> {
  const draft = await mkdtemp(`${cluster}.partial-`);
  const passwordFile = join(draft, 'password');
  await writeFile(passwordFile, `${await readOrMakePassword(dataDir)}\n`, { mode: 0o600 });
  if ('uid' in user) for (const path of [draft, passwordFile]) await chown(path, user.uid, user.gid);

  const folder = join(draft, 'cluster');
  const { code, output } = await runAs(user, join(binaries, 'bin', 'initdb'), [
    `--pgdata=${folder}`,
    `--pwfile=${passwordFile}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
  ]);
  if (code !== 0) {
    const fault = output.match(/No space left on device/)
      ? `The disk that holds ${place} is full. Free some space, or choose another place with --data.`
      : `PostgreSQL could not create its files in ${place}: ${output.match(/error: (.*)/)?.[1] ?? output.trim()}`;
    await rm(draft, { recursive: true, force: true });
    throw new PostgresError(fault);
  }
  await rename(folder, cluster);
  const parent = await open(place);
  await parent.sync();
  await parent.close();
  await rm(draft, { recursive: true, force: true });
}
