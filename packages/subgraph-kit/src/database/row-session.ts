import { fillPlaceholders, type Query } from 'drizzle-orm';
import { PgDialect, PgPreparedQuery, type PreparedQueryConfig } from 'drizzle-orm/pg-core';
import { drizzle, PostgresJsDatabase, PostgresJsSession } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { createRowReader } from './row-reader.ts';

type NoTables = Record<string, never>;
type Session = PostgresJsSession<Sql, NoTables, NoTables>;

/** Creates a Drizzle database that reads the rows of selects faster: see {@link RowSession}. */
export function createRowDatabase(client: Sql): PostgresJsDatabase {
  drizzle(client); // sets the client's parsers, so that days and times stay text
  const dialect = new PgDialect();
  return new PostgresJsDatabase(dialect, new RowSession(client, dialect, undefined), undefined);
}

/**
 * Drizzle's session, except that {@link createRowReader} reads the rows of selects. As in Drizzle, a select with a name is
 * prepared, and one without is planned with its values.
 */
class RowSession extends PostgresJsSession<Sql, NoTables, NoTables> {
  override prepareQuery<Config extends PreparedQueryConfig>(
    ...args: Parameters<Session['prepareQuery']>
  ): PgPreparedQuery<Config> {
    const [query, fields, name] = args;
    const readRow = fields && createRowReader(fields);
    if (!readRow) return super.prepareQuery(...args);
    return new RowQuery(this.client, query, name !== undefined, readRow);
  }
}

class RowQuery<Config extends PreparedQueryConfig> extends PgPreparedQuery<Config> {
  readonly #client: Sql;
  readonly #options: { prepare: boolean };
  readonly #readRow: (values: unknown[]) => unknown;

  constructor(client: Sql, query: Query, prepare: boolean, readRow: (values: unknown[]) => unknown) {
    super(query, undefined, undefined);
    this.#client = client;
    this.#options = { prepare };
    this.#readRow = readRow;
  }

  override async execute(placeholders: Record<string, unknown> = {}): Promise<Config['execute']> {
    const { sql, params } = this.query;
    const values = fillPlaceholders(params, placeholders) as Parameters<Sql['unsafe']>[1];
    const rows = await this.#client.unsafe(sql, values, this.#options).values();
    return rows.map(this.#readRow);
  }
}
