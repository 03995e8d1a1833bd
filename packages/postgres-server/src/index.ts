export { checkServer } from './check-server.ts';
export { createDatabase, databaseUrl, dropDatabase, listDatabases } from './databases.ts';
export { explainFileError } from './explain-file-error.ts';
export { findRunningPostgres } from './find-running-postgres.ts';
export { type DirectoryLock, lockDirectory, lockHolder } from './lock-directory.ts';
export { PostgresError } from './postgres-error.ts';
export { removeEmbeddedPostgres } from './remove-embedded-postgres.ts';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './start-embedded-postgres.ts';
