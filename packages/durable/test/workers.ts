import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import type { DurableOptions } from '../src/index.ts';

const WORKER = new URL('worker.ts', import.meta.url).pathname;

/** Starts a process that runs sagas; it is killed at the end of the test. Resolves when it works. */
export async function startWorker(
  url: string,
  workflow: 'saga' | 'longer' = 'saga',
  options: Partial<DurableOptions> = {},
): Promise<ChildProcess & { pid: number }> {
  const child = spawn(process.execPath, [WORKER, url, workflow, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (text) => (errors += String(text)));
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit').then(() => {
    throw new Error(`The worker ended: ${errors}`);
  });
  await Promise.race([once(child.stdout, 'data'), ended]);
  // Its end is expected from now on.
  ended.catch(() => {});
  return child as typeof child & { pid: number };
}

/** Tells a process to stop. Resolves when it begins nothing further; `left` when it has ended, with its exit code. */
export async function stopWorker(child: ChildProcess): Promise<{ left: Promise<unknown> }> {
  const left = once(child, 'exit').then(([code]) => code as unknown);
  child.kill('SIGTERM');
  await Promise.race([once(child.stdout!, 'data'), left]);
  return { left };
}
