// Runs an embedded PostgreSQL that other hosts reach, until it ends: `postgres-host.ts <data folder> <pg_hba file> [<primary_conninfo>]`.
import { startEmbeddedPostgres } from '@yiwang/postgres-server';

const [dataDir, hbaFile, primary] = process.argv.slice(2) as [string, string, string?];

const server = await startEmbeddedPostgres({
  dataDir,
  port: 5432,
  settings: {
    listen_addresses: '0.0.0.0',
    hba_file: hbaFile,
    // What a standby needs, and taking a copy for it.
    wal_level: 'replica',
    max_wal_senders: '4',
    wal_keep_size: '256MB',
    archive_mode: 'on',
    archive_command: '/bin/true',
    // A standby that is cut off is noticed.
    wal_sender_timeout: '5s',
    wal_receiver_timeout: '5s',
    ...(primary && { primary_conninfo: primary }),
  },
});
process.once('SIGTERM', () => void server.stop());
process.stdout.write(`${await server.exited}\n`);
