import { runDepartment } from '@yiwang/subgraph-kit';
import { settings } from './config.ts';
import { createContextFactory } from './context.ts';
import { MIGRATIONS, NAME } from './department.ts';
import { RUN_GAUGES } from './run/run-gauges.ts';
import { schema } from './subgraph.ts';

// Returns after SIGTERM, once requests in flight are answered.
await runDepartment({
  name: NAME,
  migrations: MIGRATIONS,
  settings,
  schema,
  gauges: RUN_GAUGES,
  createContextFactory,
});
