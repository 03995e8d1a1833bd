import { fileURLToPath } from 'node:url';

export const NAME = 'land';
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/** Counts that seed and import bring up to date. */
export const VIEWS = ['parcel_counts'];
