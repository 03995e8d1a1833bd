import { existsSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { BENCH } from '../places.ts';
import type { Seen } from './watch-request-thread.ts';

/** What a gateway has to be started with so that its request thread can be watched. */
export function watched(file: string): { nodeFlags: string[]; env: Record<string, string> } {
  const watcher = fileURLToPath(new URL('src/growth/watch-request-thread.ts', BENCH));
  return { nodeFlags: ['--expose-gc', '--import', watcher], env: { BENCH_WATCH_FILE: file } };
}

/** What was seen since the last look; null when the program does not say. */
export async function lookAt(pid: number, file: string): Promise<Seen | null> {
  rmSync(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  for (let tries = 0; tries < 200; tries += 1) {
    await sleep(50);
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Seen;
  }
  return null;
}
