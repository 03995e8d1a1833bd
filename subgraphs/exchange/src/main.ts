import { migrateDatabase, openDatabase, serveSubgraph } from '@yiwang/subgraph-kit';
import { config } from './config.ts';
import { createContextFactory } from './context.ts';
import { MIGRATIONS, NAME } from './department.ts';
import { schema } from './subgraph.ts';

await migrateDatabase(config.DATABASE_URL, MIGRATIONS);
await using database = openDatabase(config.DATABASE_URL, {
  connections: config.DATABASE_CONNECTIONS,
  statementTimeoutMs: config.STATEMENT_TIMEOUT_MS,
});

// Returns after SIGTERM, once requests in flight are answered.
await serveSubgraph({
  name: NAME,
  schema,
  createContext: createContextFactory(database.db),
  database,
  config,
});
