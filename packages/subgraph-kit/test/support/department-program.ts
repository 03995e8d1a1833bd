import { buildSchema } from '../../src/serve/build-schema.ts';
import { runDepartment } from '../../src/serve/run-department.ts';
import { serviceSettings } from '../../src/serve/service-settings.ts';
import { MIGRATIONS } from './migrations.ts';

/** A department's main.ts over the schema and the migrations of the fixtures. */
await runDepartment({
  name: 'things',
  migrations: MIGRATIONS,
  settings: serviceSettings(0),
  schema: buildSchema(new URL('../fixtures/schema.graphql', import.meta.url), {
    Query: { echo: (_root: unknown, { text }: { text: string }) => text },
  }),
  createContextFactory: () => () => ({}),
});
