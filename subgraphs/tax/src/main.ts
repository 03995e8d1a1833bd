import { runDepartment } from '@yiwang/subgraph-kit';
import { settings } from './config.ts';
import { createContextFactory } from './context.ts';
import { MIGRATIONS, NAME } from './department.ts';
import { schema } from './subgraph.ts';

// Returns after SIGTERM, once requests in flight are answered.
await runDepartment({
  name: NAME,
  migrations: MIGRATIONS,
  settings,
  schema,
  // Registers. What is decided on, such as arrears, is of the primary.
  replicaTypes: [
    'Taxpayer',
    'CreditGrade',
    'AssessedTax',
    'TaxPeriod',
    'TaxDeclaration',
    'TaxPayment',
    'InvoiceTotal',
    'Enterprise',
    'Region',
  ],
  createContextFactory,
});
