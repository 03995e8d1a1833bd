import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from '../places.ts';
import { PROJECT_NODE } from '../processes/node-binary.ts';

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
  const child = spawn(
    PROJECT_NODE,
    ['--import=./packages/subgraph-kit/src/drizzle-as-commonjs.ts', 'test/checker/main.ts', ...args],
    { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0)
    throw new Error('What was told does not agree with what is stored, or the run was not made.');
}
