import { fileURLToPath } from 'node:url';

export const NAME = 'enterprises';
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/** Counts that seed and import bring up to date. */
export const VIEWS = ['enterprise_counts'];

/** Tables of records. The database lets the serving process only insert rows, not change or remove any. */
export const APPEND_ONLY = ['mandate_events', 'case_events', 'voided_registrations'];
