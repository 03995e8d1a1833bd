import { explainDatabaseError } from '../database/explain-database-error.ts';

/** A fault in words for the person who started the process; with its stack for those who ask (DEBUG=1). */
export function explainFault(error: unknown): string {
  const fault: Error & { detail?: string } = error instanceof Error ? error : new Error(String(error));
  if (process.env['DEBUG']) return fault.stack ?? fault.message;
  if (explainDatabaseError(fault)?.code === 'DEPARTMENT_UNAVAILABLE') {
    return `The database does not answer (${fault.message}). Check DATABASE_URL, and that its server runs.`;
  }
  // PostgreSQL tells in the detail which row it was: by its key, or by all its values, names of people among them.
  const isKey = fault.detail?.startsWith('Key ');
  return isKey ? `${fault.message}. ${fault.detail}` : fault.message;
}
