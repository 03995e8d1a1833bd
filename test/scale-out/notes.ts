import { fileURLToPath } from 'node:url';

export const MIGRATIONS = fileURLToPath(new URL('migrations', import.meta.url));
export const SCHEMA = new URL('notes.graphql', import.meta.url);
