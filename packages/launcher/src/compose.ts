import { once } from 'node:events';
import { join } from 'node:path';
import { LaunchError } from './launch-error.ts';
import { lastLines } from './log-file.ts';
import { spawnProgram } from './spawn-program.ts';
import type { DepartmentAddress } from './write-supergraph.ts';

const PROGRAM = join(import.meta.dirname, 'compose-program.ts');

/**
 * Composes in a process of its own; see {@link writeSupergraph}.
 *
 * @throws LaunchError with every reason why the departments do not fit together
 */
export async function composeInChild(
  departments: readonly DepartmentAddress[],
  file: string,
  logFile: string,
): Promise<void> {
  const child = spawnProgram({ file: PROGRAM, args: [JSON.stringify(departments), file], env: {}, logFile });
  let failure: string | undefined;
  child.on('message', (message: string) => {
    failure = message;
  });
  const [[code]] = await Promise.all([once(child, 'exit'), once(child, 'disconnect')]);
  if (code !== 0)
    throw new LaunchError(
      failure ?? ['The supergraph could not be composed:', ...(await lastLines(logFile))].join('\n  '),
    );
}
