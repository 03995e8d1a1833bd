import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { keepRunning } from './keep-running.ts';
import { LaunchError } from './launch-error.ts';
import { lastLines } from './log-file.ts';
import { describeExit, type Program, spawnProgram } from './spawn-program.ts';
import type { Terminal } from './terminal.ts';
import { waitUntilReady } from './wait-until-ready.ts';

/** Milliseconds from the start of the process to its first readiness. */
const READY_TIMEOUT_MS = 60_000;
/** Milliseconds to answer the requests in flight after SIGTERM; then the process is ended at once. */
const STOP_TIMEOUT_MS = 10_000;

export interface ServiceSpec extends Program {
  name: string;
  /** Without a path; `/ready` below it tells when the service can work. */
  url: string;
}

export interface Service extends AsyncDisposable {
  name: string;
  url: string;
  /** Resolves when the service answers for the first time; rejects with a LaunchError when it does not come up. */
  ready: Promise<void>;
}

/**
 * Keeps one service running until disposed. When it dies after it was ready, that is said with the
 * last lines of its log, and it is started again: at once the first time, then at growing intervals.
 */
export function runService(spec: ServiceSpec, terminal: Terminal): Service {
  const stopped = new AbortController();
  let child: ChildProcess | undefined;
  let life = live();

  /** One process from start to end; resolves to how it ended. */
  async function live(): Promise<string> {
    try {
      child = spawnProgram(spec);
      const [code, signal] = await once(child, 'exit');
      return describeExit(code, signal);
    } catch (error) {
      return (error as Error).message;
    }
  }

  async function restart(): Promise<void> {
    life = live();
    void waitUntilReady(spec.url, READY_TIMEOUT_MS, stopped.signal).then((isReady) => {
      if (isReady) terminal.say(`${spec.name} answers again.`);
    });
  }

  function keepAlive(): Promise<void> {
    return keepRunning(
      {
        ended: () => life,
        restart,
        announce: async (reason, delayMs) => terminal.say(await describeDeath(spec, reason, delayMs)),
      },
      stopped.signal,
    );
  }

  return {
    name: spec.name,
    url: spec.url,
    ready: firstReadiness(spec, life, stopped.signal).then(() => void keepAlive()),
    async [Symbol.asyncDispose]() {
      stopped.abort();
      child?.kill('SIGTERM');
      // A channel that is open keeps a Node process alive when all else in it has ended.
      if (child?.connected) child.disconnect();
      const gone = await Promise.race([life, sleep(STOP_TIMEOUT_MS, null, { ref: false })]);
      if (gone === null) child?.kill('SIGKILL');
      await life;
    },
  };
}

async function firstReadiness(spec: ServiceSpec, life: Promise<string>, stopped: AbortSignal): Promise<void> {
  const outcome = await Promise.race([life, waitUntilReady(spec.url, READY_TIMEOUT_MS, stopped)]);
  if (outcome === true) return;
  stopped.throwIfAborted();
  const fault = outcome === false ? `not ready within ${READY_TIMEOUT_MS / 1000} s` : outcome;
  throw new LaunchError(await withLog(`${spec.name} did not start (${fault}).`, spec.logFile));
}

function describeDeath(spec: ServiceSpec, reason: string, delayMs: number): Promise<string> {
  const when = delayMs === 0 ? 'now' : `in ${delayMs / 1000} s`;
  return withLog(
    `${spec.name} ended (${reason}) and is started again ${when}; the others go on.`,
    spec.logFile,
  );
}

async function withLog(text: string, logFile: string): Promise<string> {
  return [`${text} The last lines of ${logFile}:`, ...(await lastLines(logFile))].join('\n  ');
}
