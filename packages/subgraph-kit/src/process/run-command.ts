import { explainFault } from './explain-fault.ts';
import { report, reportsAreSent } from './report.ts';

/**
 * Runs a department's command to its end. A failure is reported in one line, with a stack trace when DEBUG=1 is set, and the
 * process exits with 1.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    report({ type: 'failed', message: explainFault(error) });
    process.exitCode = 1;
  } finally {
    await reportsAreSent();
    // An open IPC channel would keep the process alive.
    if (process.channel) process.disconnect?.();
  }
}
