import { explainDatabaseError } from '../database/explain-database-error.ts';
import { report, reportsAreSent } from './report.ts';

/**
 * Runs a department's command to its end. A failure is told in one line, exits with 1, and shows a
 * stack trace only to those who ask for it (DEBUG=1).
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

function explainFault(error: unknown): string {
  const fault: Error & { detail?: string } = error instanceof Error ? error : new Error(String(error));
  if (process.env['DEBUG']) return fault.stack ?? fault.message;
  if (explainDatabaseError(fault)?.code === 'DEPARTMENT_UNAVAILABLE') {
    return `The database does not answer (${fault.message}). Check DATABASE_URL, and that its server runs.`;
  }
  // PostgreSQL tells in the detail which row it was.
  return fault.detail ? `${fault.message}. ${fault.detail}` : fault.message;
}
