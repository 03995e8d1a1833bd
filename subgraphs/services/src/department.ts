import { fileURLToPath } from 'node:url';

export const NAME = 'services';
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));
