import { fileURLToPath } from 'node:url';

export const MIGRATIONS = fileURLToPath(new URL('../fixtures/migrations', import.meta.url));
