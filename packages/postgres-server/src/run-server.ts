import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PostgresError } from './postgres-error.ts';
import { readPidFile } from './processes.ts';
import { explainEnd, openLog } from './server-log.ts';
import { SERVER_SETTINGS, settingArguments } from './server-settings.ts';
import { SERVER_PROCESS, type ServerUser } from './server-user.ts';

/** Milliseconds; recovery after a crash replays at most max_wal_size, which takes a minute or two on a slow disk. */
const READY_TIMEOUT_MS = 10 * 60_000;
const FAST_STOP_MS = 60_000;
const POLL_MS = 25;

export interface ServerOptions {
  dataDir: string;
  cluster: string;
  clusterName: string;
  binaries: string;
  user: ServerUser;
  port: number;
  logFile: string;
  /** Beside {@link SERVER_SETTINGS}, and in place of those of the same name. */
  settings?: Readonly<Record<string, string>>;
  /** Milliseconds until it must accept connections. */
  readyTimeoutMs?: number;
}

export interface RunningServer {
  /** Resolves when the process is gone, with the reason in one line. */
  exited: Promise<string>;
  /** Ends it cleanly: transactions in flight roll back, buffers are written out. */
  stop(): Promise<void>;
  /** Ends it at once; the next start recovers. */
  kill(): void;
}

/**
 * Runs `postgres` until it accepts connections.
 *
 * @throws PostgresError with the reason when it ends before
 */
export async function runServer(options: ServerOptions): Promise<RunningServer> {
  const { dataDir, cluster, clusterName, binaries, user, port, logFile, settings } = options;
  const log = await openLog(logFile);
  const child = spawn(
    join(binaries, 'bin', 'postgres'),
    [
      '-D',
      cluster,
      '-p',
      String(port),
      ...settingArguments({ ...SERVER_SETTINGS, ...settings, cluster_name: clusterName }),
    ],
    {
      ...user,
      ...SERVER_PROCESS,
      // A group of its own: Ctrl-C must reach the departments first, and PostgreSQL last, from us.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    },
  );
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`PostgreSQL could not be started: ${error.message}.`));
    child.once('exit', () =>
      resolve(
        readFile(logFile, 'utf8')
          .catch(() => '')
          .then((log) => explainEnd(log, { dataDir, port })),
      ),
    );
  });
  await log.close();

  const ended = await Promise.race([
    exited,
    untilReady(child, cluster, options.readyTimeoutMs ?? READY_TIMEOUT_MS),
  ]);
  if (ended !== null) throw new PostgresError(ended);
  return { exited, stop: () => stop(child), kill: () => void child.kill('SIGQUIT') };
}

/** Resolves to null when connections are accepted; never when the process ends before. */
async function untilReady(child: ChildProcess, cluster: string, timeoutMs: number): Promise<string | null> {
  for (const end = Date.now() + timeoutMs; Date.now() < end; await sleep(POLL_MS)) {
    if (isGone(child)) return new Promise(() => {});
    const { pid, ready } = await readPidFile(cluster);
    if (ready && pid === child.pid) return null;
  }
  await stop(child);
  return `PostgreSQL was not ready within ${timeoutMs / 60_000} minutes.`;
}

async function stop(child: ChildProcess): Promise<void> {
  if (isGone(child)) return;
  const gone = once(child, 'exit');
  child.kill('SIGINT');
  const inTime = await Promise.race([gone, sleep(FAST_STOP_MS, null, { ref: false })]);
  if (inTime) return;
  child.kill('SIGQUIT');
  await gone;
}

function isGone(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}
