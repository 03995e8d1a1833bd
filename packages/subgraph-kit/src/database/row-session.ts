import { fillPlaceholders, type Query } from 'drizzle-orm';
import { PgDialect, PgPreparedQuery, type PreparedQueryConfig } from 'drizzle-orm/pg-core';
import { drizzle, PostgresJsDatabase, PostgresJsSession } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { createRowReader } from './row-reader.ts';

type NoTables = Record<string, never>;
type Session = PostgresJsSession<Sql, NoTables, NoTables>;

/** Drizzle over the driver, with a shorter way from a select to its rows: see {@link RowSession}. */
export function createRowDatabase(client: Sql): PostgresJsDatabase {
  drizzle(client); // sets the client's parsers: days and times stay texts
  const dialect = new PgDialect();
  return new PostgresJsDatabase(dialect, new RowSession(client, dialect, undefined), undefined);
}

/**
 * Drizzle's session, but the rows of selects are read by {@link createRowReader}. All else is Drizzle's own:
 * a select with a name is prepared, one without is planned with its values.
 */
class RowSession extends PostgresJsSession<Sql, NoTables, NoTables> {
  override prepareQuery<Config extends PreparedQueryConfig>(
    ...asked: Parameters<Session['prepareQuery']>
  ): PgPreparedQuery<Config> {
    const [query, fields, name] = asked;
    const readRow = fields && createRowReader(fields);
    if (!readRow) return super.prepareQuery(...asked);
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
