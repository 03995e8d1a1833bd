import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ALLOCATOR, DEPARTMENT_HEAP } from './heap-flags.ts';

export interface Program {
  /** A .ts file that this Node can run. */
  file: string;
  args: readonly string[];
  /** Added to our own environment, of which the way into the databases is taken away. */
  env: Readonly<Record<string, string>>;
  /** Takes what it prints; appended to. */
  logFile: string;
  /** Of V8; those of a department when left out. */
  heap?: readonly string[];
}

const PRELOAD = pathToFileURL(
  join(import.meta.dirname, '../../../subgraph-kit/src/drizzle-as-commonjs.ts'),
).href;

/** Every child that lives, so that a forced end can take them all along. */
const living = new Set<ChildProcess>();

/**
 * Starts a program as a child with an IPC channel, which also tells it when we are gone.
 *
 * It gets a process group of its own, so that Ctrl-C reaches only us, and we can end the parts in
 * their order.
 */
export function spawnProgram({ file, args, env, logFile, heap = DEPARTMENT_HEAP }: Program): ChildProcess {
  const log = openSync(logFile, 'a', 0o600);
  try {
    const child = spawn(process.execPath, [...heap, '--import', PRELOAD, file, ...args], {
      env: { ...ALLOCATOR, ...withoutDatabase(process.env), ...env },
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
    });
    living.add(child);
    child.once('exit', () => living.delete(child));
    return child;
  } finally {
    closeSync(log);
  }
}

/** The administrator's login is for the launcher: a service gets its own, and the gateway none. */
function withoutDatabase(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const isKept = (name: string) =>
    !/^(DATABASE_(URL|PASSWORD_FILE|SERVICE_ROLE)|PG(USER|PASSWORD|PASSFILE|SERVICE|SERVICEFILE))$/.test(
      name,
    );
  return Object.fromEntries(Object.entries(env).filter(([name]) => isKept(name)));
}

/** Ends every child at once, without a chance to clean up. */
export function killAllPrograms(): void {
  for (const child of living) child.kill('SIGKILL');
}

/** How a process ended, in words: `exit code 1` or `SIGKILL`. */
export function describeExit(code: number | null, signal: NodeJS.Signals | null): string {
  return signal ?? `exit code ${code}`;
}
