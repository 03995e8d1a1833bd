import { fileURLToPath } from 'node:url';

export const NAME = 'enterprises';
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/** Counts that seed and import bring up to date. */
export const VIEWS = ['enterprise_counts'];
