import { runDepartment } from '@yiwang/subgraph-kit';
import { openPermitCertificates } from './certificates/permit-certificates.ts';
import { settings } from './config.ts';
import { createContextFactory } from './context.ts';
import { GAUGES, MIGRATIONS, NAME, REPLICA_TYPES } from './department.ts';
import { openCaseMaterials } from './materials/open-case-materials.ts';
import { schema } from './subgraph.ts';

// Returns after SIGTERM, once requests in flight are answered.
await runDepartment({
  name: NAME,
  migrations: MIGRATIONS,
  settings,
  schema,
  gauges: GAUGES,
  replicaTypes: REPLICA_TYPES,
  openMaterials: openCaseMaterials,
  openCertificates: openPermitCertificates,
  createContextFactory,
});
