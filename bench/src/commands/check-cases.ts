import { runProjectProgram } from '../processes/run-project-program.ts';

export interface CheckOptions {
  users: number;
  seconds: number;
  /** The same seed makes the same choices. */
  seed: string | undefined;
}

/**
 * Lets users work on cases while every process of a system is killed at random, and compares what they were told with what is
 * stored; see test/checker.
 *
 * @throws Error when something was lost, or the run could not be made
 */
export async function checkCases({ users, seconds, seed }: CheckOptions): Promise<void> {
  const args = ['--users', String(users), '--seconds', String(seconds), ...(seed ? ['--seed', seed] : [])];
  process.stdout.write(`### cases: ${users} users for ${seconds} s while every process is killed\n\n`);
  const code = await runProjectProgram('test/checker/main.ts', args);
  if (code !== 0)
    throw new Error('What was told does not agree with what is stored, or the run was not made.');
}
