import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync } from 'node:fs';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '../src/free-port.ts';
import { debianFolders } from '../src/given/run-tool.ts';

/** Programs of a PostgreSQL that is not the embedded one, which lacks those for replicas and backups: Debian's, the newest. Null where none is. */
export const POSTGRES_PROGRAMS = findPrograms();

if (POSTGRES_PROGRAMS === null)
  process.stderr.write('Tests with a PostgreSQL server are skipped: install Debian’s package postgresql.\n');

function findPrograms(): string | null {
  return debianFolders().find((folder) => existsSync(join(folder, 'pg_receivewal'))) ?? null;
}

/** It refuses to run as root, and as a user without a name: under root it is `nobody`. */
export const SERVER_USER = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** How its programs are run. */
export const POSTGRES_PROCESS = {
  ...SERVER_USER,
  cwd: '/',
  env: { PATH: `${POSTGRES_PROGRAMS}:${process.env['PATH']}`, LC_ALL: 'C', TZ: 'UTC' },
};

/** A server of its own folder, as an administrator would set it up. */
export interface DebianPostgres extends AsyncDisposable {
  /** As its administrator `yiwang`. */
  url: string;
  port: number;
  dataDir: string;
  /** Ends it at once, as a power cut does. */
  kill(): Promise<void>;
}

/** A folder that its user owns. */
export async function makePostgresFolder(path: string): Promise<string> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  if (SERVER_USER.uid !== undefined) chownSync(path, SERVER_USER.uid, SERVER_USER.gid);
  return path;
}

/** Makes a cluster in a folder, and runs it. @param hba file of who may log in */
export async function startDebianPostgres(
  folder: string,
  hba: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<DebianPostgres> {
  const dataDir = await makePostgresFolder(join(folder, 'cluster'));
  const secret = join(dataDir, '../secret');
  await writeFile(secret, 'administrator\n', { mode: 0o644 });
  const words = ['-D', dataDir, '-U', 'yiwang', '--pwfile', secret, '--encoding=UTF8', '--no-sync'];
  execFileSync('initdb', words, { ...POSTGRES_PROCESS, stdio: 'ignore' });
  // In the file, so that what is copied from it makes no socket either.
  await appendFile(join(dataDir, 'postgresql.conf'), "unix_socket_directories = ''\n");
  return runDebianPostgres(dataDir, { ...settings, hba_file: hba });
}

/** Runs a cluster that is there, until it accepts connections. */
export async function runDebianPostgres(
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<DebianPostgres> {
  const port = await findFreePort();
  const all = { listen_addresses: '127.0.0.1', ...settings };
  const words = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn('postgres', ['-D', dataDir, '-p', String(port), ...words], {
    ...POSTGRES_PROCESS,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const ended = once(child, 'exit');
  while (!said.includes('ready to accept connections')) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended:\n${said}`);
    await sleep(50);
  }
  const stop = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return {
    url: `postgres://yiwang:administrator@127.0.0.1:${port}/postgres`,
    port,
    dataDir,
    kill: () => stop('SIGQUIT'),
    [Symbol.asyncDispose]: () => stop('SIGINT'),
  };
}
