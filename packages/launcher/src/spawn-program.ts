import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Program {
  /** A .ts file that this Node can run. */
  file: string;
  args: readonly string[];
  /** Added to our own environment. */
  env: Readonly<Record<string, string>>;
  /** Takes what it prints; appended to. */
  logFile: string;
}

const PRELOAD = pathToFileURL(join(import.meta.dirname, 'drizzle-as-commonjs.ts')).href;

/**
 * Left to itself, V8 takes what a large machine has: three times 32 MiB for new objects, and hundreds for old ones
 * before it first looks for garbage among them. The first three save a third of the memory and cost one request in twenty.
 *
 * V8 may also come to take what lives for one request for what lives for long, and allocate it among the old objects. There
 * it keeps alive whatever it refers to, answers among it: where that happened, a request took half as much CPU time again.
 */
const HEAP_FLAGS = [
  '--max-semi-space-size=16',
  '--initial-old-space-size=64',
  '--heap-growing-percent=100',
  '--no-allocation-site-pretenuring',
];

const NODE_FLAGS = [...HEAP_FLAGS, '--import', PRELOAD];

/** Every child that lives, so that a forced end can take them all along. */
const living = new Set<ChildProcess>();

/**
 * Starts a program as a child with an IPC channel, which also tells it when we are gone.
 *
 * It gets a process group of its own, so that Ctrl-C reaches only us, and we can end the parts in
 * their order.
 */
export function spawnProgram({ file, args, env, logFile }: Program): ChildProcess {
  const log = openSync(logFile, 'a');
  try {
    const child = spawn(process.execPath, [...NODE_FLAGS, file, ...args], {
      env: { ...process.env, ...env },
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

/** Ends every child at once, without a chance to clean up. */
export function killAllPrograms(): void {
  for (const child of living) child.kill('SIGKILL');
}

/** How a process ended, in words: `exit code 1` or `SIGKILL`. */
export function describeExit(code: number | null, signal: NodeJS.Signals | null): string {
  return signal ?? `exit code ${code}`;
}
