export { type ArchiveOptions, segmentsOf } from './archive/archive-folder.ts';
export { type BaseBackup, measureDatabases, takeBaseBackup } from './backup/base-backup.ts';
export { type CopiedFile, copyFile, copyTree, hashFile, ifThere, syncDisk } from './backup/copy-tree.ts';
export { type ClusterState, clusterState, restoreCluster } from './backup/restore-cluster.ts';
export { type GivenArchive, receiveGivenLog } from './given/given-archive.ts';
export { takeGivenBackup } from './given/given-backup.ts';
export { requireEmpty, restoreGiven } from './given/restore-given.ts';
export { checkServer } from './check-server.ts';
export { createDatabase, databaseUrl, dropDatabase, listDatabases } from './databases.ts';
export { explainFileError } from './explain-file-error.ts';
export { findRunningPostgres } from './find-running-postgres.ts';
export { type Lease, takeLease } from './lease.ts';
export { type DirectoryLock, lockDirectory, lockHolder } from './lock-directory.ts';
export { closeFolder } from './place.ts';
export { PostgresError } from './postgres-error.ts';
export { removeDatabase } from './remove-database.ts';
export { removeEmbeddedPostgres } from './remove-embedded-postgres.ts';
export { REPLICATION_ROLE, settleReplicationRole } from './replication-role.ts';
export { makePassword, quoteName, type RolePasswords, roleUrl, rolesOf, withoutLogin } from './roles.ts';
export { asksForPassword, NeedsAdministrator, settleDatabase, setUpScript } from './settle-database.ts';
export { chooseServerUser } from './server-user.ts';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './start-embedded-postgres.ts';
