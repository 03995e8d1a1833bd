import { runProjectProgram } from '../processes/run-project-program.ts';

export interface ChaosOptions {
  /** Names of faults; all when left out. */
  fault: readonly string[] | undefined;
  /** Whether two processes of some services run behind a balancer; the faults are then others. */
  pairs: boolean | undefined;
  seconds: number;
  /** The same seed makes the same choices, and loses packets as often. */
  seed: string | undefined;
  logs: string | undefined;
  list: boolean | undefined;
}

/**
 * Lets users work while the network, disks, clocks and processes of a system fail one after the other, each process on a host of its own in a network
 * namespace; see test/chaos.
 *
 * @throws Error when something was lost or is not as before, or the run could not be made
 */
export async function tryChaos({ fault, pairs, seconds, seed, logs, list }: ChaosOptions): Promise<void> {
  const args = [
    ...(fault ? ['--fault', ...fault] : []),
    ...(pairs ? ['--pairs'] : []),
    ...['--seconds', String(seconds)],
    ...(seed ? ['--seed', seed] : []),
    ...(logs ? ['--logs', logs] : []),
    ...(list ? ['--list'] : []),
  ];
  if (!list) process.stdout.write(`### chaos: each fault for ${seconds} s while users work\n\n`);
  const code = await runProjectProgram('test/chaos/main.ts', args);
  if (code !== 0) throw new Error('Something was lost or is not as before, or the run was not made.');
}
