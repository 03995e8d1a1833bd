import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { removeDatabase } from '@yiwang/postgres-server';
import { inject, onTestFinished } from 'vitest';

const FAKE_SYSTEM = join(import.meta.dirname, 'fake-system');
const POLL_MS = 50;

/** For tests that start whole systems, on machines that do something else as well. */
export const SLOW_MS = 180_000;

export interface Launched {
  process: ChildProcess;
  /** All that was printed so far. */
  output: () => string;
  errors: () => string;
  /** Waits until the output matches. */
  says: (pattern: RegExp) => Promise<RegExpMatchArray>;
  /** Waits for the end; resolves to the exit code. */
  ended: () => Promise<number | null>;
  /** Asks to stop as Ctrl-C does, and waits. */
  stop: () => Promise<number | null>;
}

export interface LaunchOptions {
  env?: Record<string, string>;
  uid?: number;
}

/**
 * Databases on the server of this run, for a case that is not about an embedded one, which takes a second to make. They are
 * removed when the test is over: call it before the first launch.
 */
export function givenServer(): Record<string, string> {
  const server = inject('serverUrl');
  const prefix = `yiwang_given_${process.pid}`;
  onTestFinished(async () => {
    for (const name of ['alpha', 'beta']) await removeDatabase(server, `${prefix}_${name}`);
  });
  return { DATABASE_URL: server, FAKE_DATABASE_PREFIX: prefix };
}

/** Runs a command of the launcher over the fake system, as a process of its own. */
export function launch(
  command: 'start' | 'import' | 'prepare' | 'tokens' | 'rotate-key',
  args: string[],
  options: LaunchOptions = {},
): Launched {
  const { DATABASE_URL: _ours, ...env } = process.env;
  const child = spawn(process.execPath, [join(FAKE_SYSTEM, `${command}.ts`), ...args], {
    env: { ...env, ...options.env },
    ...(options.uid !== undefined && { uid: options.uid, gid: options.uid }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const closed = once(child, 'close').then(([code]) => code as number | null);
  const launched: Launched = {
    process: child,
    output: () => output,
    errors: () => errors,
    async says(pattern) {
      for (;;) {
        const match = output.match(pattern);
        if (match) return match;
        if (child.exitCode !== null || child.signalCode !== null) {
          throw new Error(`It ended without saying ${pattern}:\n${output}\n${errors}`);
        }
        await sleep(POLL_MS);
      }
    },
    ended: () => closed,
    async stop() {
      child.kill('SIGINT');
      return closed;
    },
  };
  onTestFinished(async () => {
    child.kill('SIGINT');
    await closed;
  });
  return launched;
}

export interface FakeAnswer {
  /** Sum of the department's numbers; null while its database does not answer. */
  answer: number | null;
  pid: number;
}

/** What a fake department or gateway answers. */
export async function ask(port: number): Promise<FakeAnswer> {
  const response = await fetch(`http://127.0.0.1:${port}/`);
  return (await response.json()) as FakeAnswer;
}

export async function waitFor(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(POLL_MS);
}
