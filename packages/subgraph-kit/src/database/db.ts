import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';

/** The database, or a transaction. */
export type Db = Pick<
  PostgresJsDatabase,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'execute'
>;
