import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PostgresError } from './postgres-error.ts';
import { runAs } from './server-user.ts';

/** Milliseconds that a server gets to write out its buffers and end; then it is cut off, which costs a recovery only. */
const FAST_STOP_MS = 60_000;
const IMMEDIATE_STOP_MS = 10_000;
const POLL_MS = 50;

/** The postmaster shows its path, which may hold blanks; its backends `postgres: <cluster_name>: …`. */
const POSTGRES_COMMAND = /(^|\/)postgres[:\0 ]/;

/**
 * Ends what is left of a server whose launcher died: cleanly while its postmaster lives, at once
 * when only backends are left. Nothing committed is lost either way.
 *
 * Call it only under the lock of the data folder: then no living launcher owns these processes.
 *
 * @param clusterName the server's `cluster_name` setting; PostgreSQL shows it in the command line of
 *   each of its processes, which other users may read where /proc/PID/cwd is closed to them
 * @returns how many processes were left
 */
export async function stopLeftovers(cluster: string, clusterName: string): Promise<number> {
  const found = await findProcesses(clusterName);
  const { pid } = await readPidFile(cluster);
  if (found.length > 0) await endProcesses(found, pid, cluster, clusterName);
  if (pid !== null) await removeMisleadingPidFile(cluster, pid);
  return found.length;
}

async function endProcesses(
  found: number[],
  postmaster: number | null,
  cluster: string,
  clusterName: string,
): Promise<void> {
  const ended =
    (postmaster !== null &&
      found.includes(postmaster) &&
      (await signalAndWait([postmaster], 'SIGINT', clusterName, FAST_STOP_MS))) ||
    (await signalAndWait(await findProcesses(clusterName), 'SIGQUIT', clusterName, IMMEDIATE_STOP_MS));
  if (!ended) {
    const left = await findProcesses(clusterName);
    throw new PostgresError(
      `A former PostgreSQL still runs in ${cluster} and does not stop: end process ${left.join(', ')}.`,
    );
  }
}

export interface PidFile {
  pid: number | null;
  port: number | null;
  /** The server accepts connections. */
  ready: boolean;
}

/** What PostgreSQL writes to postmaster.pid: process id in line 1, port in line 4, status in line 8. May be stale. */
export async function readPidFile(cluster: string): Promise<PidFile> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  return {
    pid: Number.parseInt(lines[0] ?? '', 10) || null,
    port: Number.parseInt(lines[3] ?? '', 10) || null,
    ready: lines[7]?.trim() === 'ready',
  };
}

/**
 * PostgreSQL passes over a stale postmaster.pid by itself, unless the process id is still taken: by
 * another program since (in containers ids start anew), or by its own corpse where process 1 buries
 * none. Then it would refuse to start for ever.
 */
async function removeMisleadingPidFile(cluster: string, pid: number): Promise<void> {
  const holder = (await listProcesses()).find((process) => process.pid === pid);
  if (holder?.command != null && !POSTGRES_COMMAND.test(holder.command)) {
    await rm(join(cluster, 'postmaster.pid'), { force: true });
  }
}

async function signalAndWait(
  pids: number[],
  signal: NodeJS.Signals,
  clusterName: string,
  timeoutMs: number,
): Promise<boolean> {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EPERM') {
        throw new PostgresError(
          `A former PostgreSQL of another user still runs here: end process ${pid}, or start as that user.`,
        );
      }
    }
  }
  for (const end = Date.now() + timeoutMs; Date.now() < end; await sleep(POLL_MS)) {
    if ((await findProcesses(clusterName)).length === 0) return true;
  }
  return false;
}

async function findProcesses(clusterName: string): Promise<number[]> {
  return (await listProcesses())
    .filter(
      ({ command }) => command !== null && POSTGRES_COMMAND.test(command) && command.includes(clusterName),
    )
    .map(({ pid }) => pid);
}

function listProcesses(): Promise<RunningCommand[]> {
  return process.platform === 'linux' ? commandsFromProc() : commandsFromPs();
}

interface RunningCommand {
  pid: number;
  /** Empty for a process that is dead but not buried; null when it may not be read. */
  command: string | null;
}

async function commandsFromProc(): Promise<RunningCommand[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  return Promise.all(
    pids.map(async (pid) => ({
      pid: Number(pid),
      command: await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null), // it ended meanwhile, or /proc hides it
    })),
  );
}

async function commandsFromPs(): Promise<RunningCommand[]> {
  const { output } = await runAs({}, 'ps', ['-axww', '-o', 'pid=,command=']);
  return output.split('\n').map((line) => {
    const [, pid, command] = line.match(/^\s*(\d+)\s+(.*)$/) ?? [];
    return { pid: Number(pid), command: command ?? null };
  });
}
