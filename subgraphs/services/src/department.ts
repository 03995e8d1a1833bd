import { fileURLToPath } from 'node:url';

export const NAME = 'services';
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/** Tables that the serving process may only add to. */
export const APPEND_ONLY = ['matter_events'];
