import { fileURLToPath } from 'node:url';

export const NAME = 'permits';
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/** Tables that the serving process may only add to. */
export const APPEND_ONLY = ['case_events', 'item_version_events', 'permit_events', 'voided_permits'];

/** Counts that seed and import bring up to date. */
export const VIEWS = ['permit_counts'];
