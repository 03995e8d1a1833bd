import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from '../places.ts';
import { PROJECT_NODE } from './node-binary.ts';

/** Runs a program of the project's tests to its end, which prints what it found. @returns its exit code */
export async function runProjectProgram(file: string, args: readonly string[]): Promise<number | null> {
  const child = spawn(
    PROJECT_NODE,
    ['--import=./packages/subgraph-kit/src/drizzle-as-commonjs.ts', file, ...args],
    { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}
