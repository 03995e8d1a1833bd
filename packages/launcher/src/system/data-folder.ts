import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LOCAL_SYSTEM_FILE } from '@yiwang/cli/local-system';
import {
  chooseServerUser,
  closeFolder,
  explainFileError,
  lockDirectory,
  lockHolder,
} from '@yiwang/postgres-server';
import { holdsPublicKeys } from './keys.ts';
import { LaunchError } from './launch-error.ts';
import { makeFilesPrivate, makePrivate } from './private-files.ts';

/** Marks a folder as ours. Without it nothing is ever written or removed there. */
const MARKER = '.yiwang';
const MARKER_TEXT = 'Yiwang keeps its databases and logs here. `npm start -- --reset` empties this folder.\n';

/** Milliseconds that a launcher just told to stop gets to let go. */
const LOCK_WAIT_MS = 1000;

export interface DataFolder {
  path: string;
  /** Folder of the embedded server. */
  postgres: string;
  /** Folder of the gateway's last good supergraphs. */
  supergraphs: string;
  /** Folder in which the gateway writes down who reads what, until the exchange has it. */
  accessLog: string;
  /** Folder in which each department has one, where it writes down who has read what of it. */
  departmentLogs: string;
  /** Folder in which each department that takes materials has one. */
  materials: string;
  /** Folder of the keys of registry, operator, gateway, issuer, auditor and departments; see keys.ts. */
  keys: string;
  /** Folder of the rows that imports rejected. */
  rejected: string;
  /** Where former versions wrote those rows: still closed to others, and removed by a reset. */
  formerlyRejected: string;
  logs: string;
  /** The archive of the embedded server; see archive-setting.ts. */
  archive: string;
  /** What was made here; see recorded-scale.ts. */
  scale: string;
  /** Present while a system runs; see running-system.ts. */
  running: string;
}

/** Where everything is in a data folder, which need not be there. */
export function dataFolderAt(path: string): DataFolder {
  return {
    path,
    postgres: join(path, 'postgres'),
    supergraphs: join(path, 'supergraphs'),
    accessLog: join(path, 'access-log'),
    departmentLogs: join(path, 'department-logs'),
    materials: join(path, 'materials'),
    keys: join(path, 'keys'),
    rejected: join(path, 'rejected'),
    formerlyRejected: join(path, 'refused'),
    logs: join(path, 'logs'),
    archive: join(path, 'archive.json'),
    scale: join(path, 'scale'),
    running: join(path, LOCAL_SYSTEM_FILE),
  };
}

/**
 * Makes the data folder if need be, marks it as ours, and closes it to other users.
 *
 * @throws LaunchError when it cannot be written or is somebody else's
 */
export async function claimDataFolder(path: string): Promise<DataFolder> {
  const folder = dataFolderAt(path);
  try {
    await makeFolder(path);
    await mark(path);
    await closeDataFolder(folder);
    await makeFolder(folder.logs);
    await makeFolder(folder.keys);
    return folder;
  } catch (error) {
    const fault = error instanceof LaunchError ? null : explainFileError(error, path);
    throw fault ? new LaunchError(fault, { cause: error }) : error;
  }
}

/**
 * Takes a data folder for this process alone until disposed.
 *
 * @throws LaunchError when another process has it
 */
export async function lockDataFolder({ path }: DataFolder): Promise<Disposable> {
  const lock = await lockDirectory(path, LOCK_WAIT_MS);
  if (lock) return { [Symbol.dispose]: () => lock.release() };
  const holder = await lockHolder(path);
  throw new LaunchError(
    `${path} is in use by ${holder ? `process ${holder}` : 'another process'}. Stop that one, or choose another folder with --data.`,
  );
}

/**
 * Makes a folder and those above it. Not with the option `recursive` of Node: that says ENOENT on a read-only
 * disk, and never ends under /proc.
 */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && (await isFolder(path))) return;
    if (code !== 'ENOENT') throw error;
    const above = dirname(path);
    if (await isFolder(above)) {
      throw new LaunchError(
        `${path} cannot be made: ${above} takes no folders. Choose another place with --data.`,
        {
          cause: error,
        },
      );
    }
    await makeFolder(above);
    await makeFolder(path);
  }
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() ?? false;
}

async function mark(path: string): Promise<void> {
  const content = await readdir(path);
  if (content.includes(MARKER)) return;
  if (content.length > 0) {
    throw new LaunchError(
      `${path} holds files that are not Yiwang's. Choose an empty or a new folder with --data.`,
    );
  }
  await writeFile(join(path, MARKER), MARKER_TEXT, { flag: 'a', mode: 0o600 });
}

/** Also what a former version left open. Under root PostgreSQL runs as another user, which must pass through here. */
async function closeDataFolder(folder: DataFolder): Promise<void> {
  const user = await chooseServerUser(join(folder.postgres, 'cluster'));
  await closeFolder(folder.path, user).catch((error: NodeJS.ErrnoException) => {
    // Another user's folder in which this one may write: what is inside is closed all the same.
    if (error.code !== 'EPERM') throw error;
  });
  const { supergraphs, accessLog, rejected, formerlyRejected, logs } = folder;
  for (const path of [supergraphs, accessLog, rejected, formerlyRejected, logs]) await makePrivate(path);
  await makePrivate(folder.keys, holdsPublicKeys);
  for (const path of [folder.path, folder.postgres]) await makeFilesPrivate(path);
}
