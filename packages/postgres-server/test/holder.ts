import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const PROGRAM = join(import.meta.dirname, 'hold-server.ts');

export interface Holder {
  process: ChildProcess;
  /** What the program printed. */
  said: { url: string; port: number; leftovers: number; error?: string };
}

/** Starts the embedded server of a folder from another process, which can then be killed. */
export async function holdServer(
  dataDir: string,
  user: { uid?: number; gid?: number } = {},
): Promise<Holder> {
  const child = spawn(process.execPath, [PROGRAM, dataDir], {
    ...user,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface(child.stdout), 'line');
  return { process: child, said: JSON.parse(line) };
}

/** Kills a process and waits until it is gone. */
export async function killNow(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Ids of the server process and of its children; Linux only. */
export async function serverProcesses(dataDir: string): Promise<{ postmaster: number; backends: number[] }> {
  const postmaster = Number((await readFile(join(dataDir, 'cluster/postmaster.pid'), 'utf8')).split('\n')[0]);
  const children = await readFile(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8');
  return { postmaster, backends: children.trim().split(' ').filter(Boolean).map(Number) };
}

/** False also for the dead that nobody has buried yet. Linux only. */
export async function isAlive(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => 'State:\tX');
  return !/^State:\s+[XZ]/m.test(status);
}
