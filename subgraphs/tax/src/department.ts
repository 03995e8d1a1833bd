import { fileURLToPath } from 'node:url';

export const NAME = 'tax';
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/** Counts that seed and import bring up to date. */
export const VIEWS = ['taxpayer_counts', 'graded_counts'];
