import { report } from './report.ts';

/**
 * Runs a department's command to its end. A failure is told in one line, exits with 1, and shows a
 * stack trace only to those who ask for it (DEBUG=1).
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const fault = error instanceof Error ? error : new Error(String(error));
    report({
      type: 'failed',
      message: process.env['DEBUG'] ? (fault.stack ?? fault.message) : fault.message,
    });
    process.exitCode = 1;
  } finally {
    // An open IPC channel would keep the process alive.
    if (process.channel) process.disconnect?.();
  }
}
