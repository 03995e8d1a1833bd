import { runDepartment } from '@yiwang/subgraph-kit';
import { openPermitCertificates } from './certificates/permit-certificates.ts';
import { settings } from './config.ts';
import { createContextFactory } from './context.ts';
import { MIGRATIONS, NAME } from './department.ts';
import { openCaseMaterials } from './materials/open-case-materials.ts';
import { schema } from './subgraph.ts';

// Returns after SIGTERM, once requests in flight are answered.
await runDepartment({
  name: NAME,
  migrations: MIGRATIONS,
  settings,
  schema,
  // Registers. What is decided on, such as cases, is of the primary.
  replicaTypes: [
    'ServiceItem',
    'CatalogueItem',
    'ServiceDepartment',
    'ServiceGuide',
    'GuideMaterial',
    'GuideStep',
    'Permit',
    'Enterprise',
    'Region',
  ],
  openMaterials: openCaseMaterials,
  openCertificates: openPermitCertificates,
  createContextFactory,
});
