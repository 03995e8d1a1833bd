import { spawn } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { PostgresError } from './postgres-error.ts';

/** Whom the server runs as: ids of an unprivileged user, or `{}` for the user of this process. */
export type ServerUser = { uid: number; gid: number } | Record<string, never>;

/**
 * PostgreSQL refuses to run as root. Under root it runs as the owner of the cluster that is there,
 * or as `nobody` for a new one; so nobody needs to be added to the machine.
 *
 * @param cluster folder of the cluster, which need not exist yet
 */
export async function chooseServerUser(cluster: string): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return {};
  const owner = await stat(cluster).catch(() => null);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const nobody = (await readFile('/etc/passwd', 'utf8')).match(/^nobody:[^:]*:(-?\d+):(-?\d+):/m);
  if (!nobody) {
    throw new PostgresError(
      'PostgreSQL refuses to run as root, and this machine has no user "nobody". Run as another user, or set DATABASE_URL.',
    );
  }
  return { uid: Number(nobody[1]), gid: Number(nobody[2]) };
}

export interface RunResult {
  code: number | null;
  /** Standard output and error together. */
  output: string;
}

/**
 * Runs a program as the server's user, with a clean environment: PGDATA, PGPORT and their like in
 * ours must not reach it. The result of a program that cannot even be started has code null.
 */
export function runAs(user: ServerUser, command: string, args: string[]): Promise<RunResult> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, { ...user, ...SERVER_PROCESS, stdio: ['ignore', 'pipe', 'pipe'] });
    const keep = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => resolve({ code: null, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** Where and with which environment the server's programs run. Our working folder may be closed to their user. */
export const SERVER_PROCESS = { cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' } };
