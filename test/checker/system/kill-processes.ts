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
  let names: string[] = [];
  while (!signal.aborted) {
    await sleep(everyMs / 2 + random.below(everyMs), undefined, { signal }).catch(() => {});
    if (signal.aborted) break;
    const processes = (await findProcesses(system)).filter(({ name }) => only?.includes(name) ?? true);
    if (processes.length === 0) continue;
    names = names.filter((name) => processes.some((process) => process.name === name));
    if (names.length === 0) names = [...new Set(processes.map(({ name }) => name))];
    const name = random.pick(names);
    const victim = random.pick(processes.filter((process) => process.name === name));
    names = names.filter((other) => other !== name);
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
