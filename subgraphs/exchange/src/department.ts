import { fileURLToPath } from 'node:url';

export const NAME = 'exchange';
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/** Tables of records. The database lets the serving process only insert rows, not change or remove any. */
export const APPEND_ONLY = ['accesses', 'access_enterprises', 'audit_log', 'sharing_events'];
