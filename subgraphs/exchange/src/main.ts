import { runDepartment } from '@yiwang/subgraph-kit';
import { settings } from './config.ts';
import { createContextFactory } from './context.ts';
import { MIGRATIONS, NAME } from './department.ts';
import { createComposer } from '@yiwang/composition';
import { readOptions } from './read-options.ts';
import { schema } from './subgraph.ts';

const composer = createComposer();

// Returns after SIGTERM, once requests in flight are answered.
await runDepartment({
  name: NAME,
  migrations: MIGRATIONS,
  settings,
  schema,
  createContextFactory: async (db, _sql, config) =>
    createContextFactory(db, composer, await readOptions(config)),
});
await composer.close();
