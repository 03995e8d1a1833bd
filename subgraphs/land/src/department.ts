import { fileURLToPath } from 'node:url';

export const NAME = 'land';
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/** Tables of records. The database lets the serving process only insert rows, not change or remove any. */
export const APPEND_ONLY = ['case_events', 'unit_hold_events', 'unit_holder_events'];

/** Counts that seed and import bring up to date. */
export const VIEWS = ['parcel_counts'];
