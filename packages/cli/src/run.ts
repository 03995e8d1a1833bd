import { CommanderError } from 'commander';
import { CommandError, EXIT, type ExitCode } from './shared/command-error.ts';
import { terminal } from './shared/output.ts';
import { createProgram } from './program.ts';
import { style } from './report/style.ts';

/**
 * Runs one command to its end. A failure is told in words; a stack only for a fault of our own, to those
 * who ask for it (DEBUG=1).
 *
 * @param args without `node` and the program
 */
export async function run(args: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.FINE;
  try {
    await createProgram((code) => (exitCode = code)).parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    // commander has said it already; help that was asked for is no fault.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.FINE : EXIT.FAILED;
    terminal.note(style.bad(explain(error)));
    return error instanceof CommandError ? error.exitCode : EXIT.FAILED;
  }
}

function explain(error: unknown): string {
  if (error instanceof CommandError) return error.message;
  const fault = error instanceof Error ? error : new Error(String(error));
  if (process.env['DEBUG']) return fault.stack ?? fault.message;
  return `Unexpected fault: ${fault.message} (DEBUG=1 shows where).`;
}
