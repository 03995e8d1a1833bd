// Runs an embedded PostgreSQL that other hosts reach, until it ends: `postgres-host.ts <data folder> <pg_hba file> [<URL of its primary>]`.
import { startEmbeddedPostgres } from '@yiwang/postgres-server';
import { following, REPLICATED } from '@yiwang/postgres-server/testing/standby';

const [dataDir, hbaFile, primary] = process.argv.slice(2) as [string, string, string?];

const server = await startEmbeddedPostgres({
  dataDir,
  port: 5432,
  settings: {
    ...REPLICATED,
    listen_addresses: '0.0.0.0',
    hba_file: hbaFile,
    ...(primary && following(primary)),
  },
});
process.once('SIGTERM', () => void server.stop());
process.stdout.write(`${await server.exited}\n`);
