import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalSystem } from '@yiwang/cli/local-system';
import type { Random } from '@yiwang/testing/random-graph';
import type { Killed } from '../history.ts';
import { findProcesses, type SystemProcess } from './find-processes.ts';

export interface KillOptions {
  random: Random;
  /** Milliseconds between one and the next, on average. */
  everyMs: number;
  /** Names of the processes to kill; all when left out. */
  only?: readonly string[];
  onKill?: (killed: Killed) => void;
}

/**
 * Ends one process after the other with SIGKILL until aborted: each as often as any other, in random order, and at random
 * moments. The launcher, and PostgreSQL itself, start them again.
 */
export async function killProcesses(
  system: LocalSystem,
  { random, everyMs, only, onKill }: KillOptions,
  signal: AbortSignal,
): Promise<Killed[]> {
  const killed: Killed[] = [];
  /** Names whose turn is still to come. */
  let left: string[] = [];
  while (!signal.aborted) {
    await sleep(everyMs / 2 + random.below(everyMs), undefined, { signal }).catch(() => {});
    if (signal.aborted) break;
    const processes = (await findProcesses(system)).filter(({ name }) => only?.includes(name) ?? true);
    if (left.length === 0) left = [...new Set(processes.map(({ name }) => name))];
    // One that is just being started again has its turn later.
    const present = left.filter((name) => processes.some((process) => process.name === name));
    if (present.length === 0) continue;
    const name = random.pick(present);
    const victim = random.pick(processes.filter((process) => process.name === name));
    left = left.filter((other) => other !== name);
    // Noted before: reads that were under way then are compared with it.
    const one = { name, at: Date.now() };
    if (!kill(victim)) continue;
    killed.push(one);
    onKill?.(one);
  }
  return killed;
}

/** False when it has ended by itself since it was found. */
function kill({ pid }: SystemProcess): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}
