import { explainFileError, PostgresError } from '@yiwang/postgres-server';
import { LaunchError } from './launch-error.ts';

/**
 * Runs a command to its end and sets the exit code. A failure is told in one line; a stack trace is
 * shown only for a fault of our own, to those who ask for it (DEBUG=1).
 *
 * @param command resolves to the exit code
 */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}

function explain(error: unknown): string {
  const fault = error instanceof Error ? error : new Error(String(error));
  if (process.env['DEBUG']) return fault.stack ?? fault.message;
  if (fault instanceof LaunchError || fault instanceof PostgresError) return fault.message;
  return (
    explainFileError(fault, 'the data folder') ?? `Unexpected fault: ${fault.message} (DEBUG=1 shows where).`
  );
}
