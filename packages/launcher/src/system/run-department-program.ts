import { once } from 'node:events';
import { join } from 'node:path';
import type { DepartmentMessage } from '@yiwang/subgraph-kit';
import type { DepartmentDatabase } from './department-databases.ts';
import { LaunchError } from './launch-error.ts';
import { lastLines } from './log-file.ts';
import { describeExit, spawnProgram } from './spawn-program.ts';
import type { Department } from './system.ts';

export interface DepartmentRun {
  /** `prepare` or `import`: the program src/<command>.ts of the department. */
  command: 'prepare' | 'import';
  args: readonly string[];
  database: DepartmentDatabase;
  logFile: string;
  /** Ends the program when aborted. */
  signal: AbortSignal;
  /** Every message but `failed`, in order. */
  onMessage: (message: DepartmentMessage) => void;
}

/**
 * Runs one of a department's own programs to its end.
 *
 * @throws LaunchError with what the department said, when it fails
 */
export async function runDepartmentProgram(department: Department, run: DepartmentRun): Promise<void> {
  run.signal.throwIfAborted();
  const child = spawnProgram({
    file: join(department.directory, 'src', `${run.command}.ts`),
    args: run.args,
    env: { DATABASE_URL: run.database.ownerUrl, DATABASE_SERVICE_ROLE: run.database.serviceRole },
    logFile: run.logFile,
  });
  let failure: string | undefined;
  child.on('message', (message: DepartmentMessage) => {
    if (message.type === 'failed') failure = message.message;
    else run.onMessage(message);
  });
  const onAbort = () => child.kill('SIGTERM');
  run.signal.addEventListener('abort', onAbort, { once: true });
  try {
    // Messages may still be on their way when the process is gone; the channel closes after the last.
    const [[code, signal]] = await Promise.all([once(child, 'exit'), once(child, 'disconnect')]);
    run.signal.throwIfAborted();
    if (code === 0 && failure === undefined) return;
    throw new LaunchError(await describe(department, run, failure, describeExit(code, signal)));
  } finally {
    run.signal.removeEventListener('abort', onAbort);
  }
}

async function describe(
  { name }: Department,
  { command, logFile }: DepartmentRun,
  failure: string | undefined,
  exit: string,
): Promise<string> {
  if (failure && /No space left on device|ENOSPC|could not extend file/i.test(failure)) {
    return `The disk is full: ${name} could not store its data, and stored nothing. Free some space and start again.`;
  }
  if (failure) return `${name} could not ${command}: ${failure}`;
  const lines = await lastLines(logFile);
  return [`${name} could not ${command} (${exit}). The last lines of ${logFile}:`, ...lines].join('\n  ');
}
