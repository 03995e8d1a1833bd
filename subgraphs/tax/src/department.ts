import { fileURLToPath } from 'node:url';

export const NAME = 'tax';
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/** Tables of records. The database lets the serving process only insert rows, not change or remove any. */
export const APPEND_ONLY = ['voided_taxpayers', 'voided_deed_taxes'];

/** Counts that seed and import bring up to date. */
export const VIEWS = ['taxpayer_counts', 'graded_counts'];
