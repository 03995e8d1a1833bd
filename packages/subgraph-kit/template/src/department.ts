import { fileURLToPath } from 'node:url';

export const NAME = 'template';
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));
/** Tables to whose rows the service may only add. */
export const APPEND_ONLY = ['case_events'];
