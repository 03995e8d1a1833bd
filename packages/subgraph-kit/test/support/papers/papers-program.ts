import { runDepartment } from '../../../src/serve/run-department.ts';
import { MIGRATIONS, NAME, openPapers, schema, settings } from './papers.ts';

await runDepartment({
  name: NAME,
  migrations: MIGRATIONS,
  settings,
  schema,
  openMaterials: openPapers,
  createContextFactory: (db, _sql, _config, _logger, _stack, materials) => () => ({ db, materials }),
});
