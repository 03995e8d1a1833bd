import { runDepartment } from '@yiwang/subgraph-kit';
import { openLandCertificates } from './certificates/land-certificates.ts';
import { settings } from './config.ts';
import { createContextFactory } from './context.ts';
import { MIGRATIONS, NAME, REPLICA_TYPES } from './department.ts';
import { schema } from './subgraph.ts';

// Returns after SIGTERM, once requests in flight are answered.
await runDepartment({
  name: NAME,
  migrations: MIGRATIONS,
  settings,
  schema,
  replicaTypes: REPLICA_TYPES,
  openCertificates: openLandCertificates,
  createContextFactory,
});
