import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

export interface RunningProgram {
  child: ChildProcess;
  /** All that it printed so far. */
  output(): string;
  /** Waits until it has printed this; fails when it ends before. */
  says(pattern: RegExp): Promise<void>;
  /** Resolves to the exit code. */
  ended: Promise<number | null>;
  /** As Ctrl-C does. */
  stop(): Promise<number | null>;
}

/** A program of the project, as npm would run it, without the settings of whoever runs the tests. */
export function runProgram(
  folder: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
  user: { uid?: number; gid?: number } = {},
): RunningProgram {
  const { DATABASE_URL: _, YIWANG_REGISTRY: __, YIWANG_KEY: ___, INIT_CWD: ____, ...env } = process.env;
  const child = spawn(process.execPath, [...args], {
    cwd: folder,
    env: {
      ...env,
      ...settings,
      NO_COLOR: '1',
      VITEST: undefined,
      VITEST_POOL_ID: undefined,
      VITEST_WORKER_ID: undefined,
    },
    ...user,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    child,
    output: () => output,
    ended,
    async says(pattern) {
      while (!pattern.test(output)) {
        if (child.exitCode !== null) throw new Error(`It ended without saying ${pattern}:\n${output}`);
        await sleep(50);
      }
    },
    stop() {
      child.kill('SIGINT');
      return ended;
    },
  };
}
