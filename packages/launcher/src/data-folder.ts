import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { explainFileError, lockDirectory, lockHolder } from '@yiwang/postgres-server';
import { LaunchError } from './launch-error.ts';

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
  /** Folder of the keys of registry, operator, gateway, issuer and departments; see keys.ts. */
  keys: string;
  /** Folder of the rows that imports refused. */
  refused: string;
  logs: string;
  /** What was made here; see recorded-scale.ts. */
  scale: string;
  /** Present while a system runs; see running-system.ts. */
  running: string;
}

function dataFolderAt(path: string): DataFolder {
  return {
    path,
    postgres: join(path, 'postgres'),
    supergraphs: join(path, 'supergraphs'),
    accessLog: join(path, 'access-log'),
    keys: join(path, 'keys'),
    refused: join(path, 'refused'),
    logs: join(path, 'logs'),
    scale: join(path, 'scale'),
    running: join(path, 'running.json'),
  };
}

/**
 * Makes the data folder if need be, and marks it as ours.
 *
 * @throws LaunchError when it cannot be written or is somebody else's
 */
export async function claimDataFolder(path: string): Promise<DataFolder> {
  const folder = dataFolderAt(path);
  try {
    await makeFolder(path);
    await mark(path);
    await makeFolder(folder.logs);
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
    await mkdir(path);
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
  await writeFile(join(path, MARKER), MARKER_TEXT, { flag: 'a' });
  // Under root PostgreSQL runs as another user, which must pass through here whatever the umask.
  if (process.getuid?.() === 0) await chmod(path, (await stat(path)).mode | 0o111);
}
