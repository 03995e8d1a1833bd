import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';

/** The database, or one transaction of it. */
export type Db = Pick<
  PostgresJsDatabase,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'execute'
>;
