import { explainDatabaseError } from '../database/explain-database-error.ts';

/** The message of a fault for the person who started the process; with its stack when DEBUG=1 is set. */
export function explainFault(error: unknown): string {
  const fault: Error & { detail?: string } = error instanceof Error ? error : new Error(String(error));
  if (process.env['DEBUG']) return fault.stack ?? fault.message;
  if (explainDatabaseError(fault)?.code === 'DEPARTMENT_UNAVAILABLE') {
    return `The database does not answer (${fault.message}). Check DATABASE_URL, and that its server runs.`;
  }
  // The detail of PostgreSQL identifies the row by its key or by all its values, which may include names of people.
  const isKey = fault.detail?.startsWith('Key ');
  return isKey ? `${fault.message}. ${fault.detail}` : fault.message;
}
