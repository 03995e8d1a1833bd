import { fileURLToPath } from 'node:url';

export const NAME = 'permits';
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/** Counts that seed and import bring up to date. */
export const VIEWS = ['permit_counts'];
