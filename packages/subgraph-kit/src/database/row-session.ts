import { fillPlaceholders, type Query } from 'drizzle-orm';
import { PgDialect, PgPreparedQuery, type PreparedQueryConfig } from 'drizzle-orm/pg-core';
import { drizzle, PostgresJsDatabase, PostgresJsSession } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { createRowReader } from './row-reader.ts';

/** PostgreSQL and the driver keep a prepared statement for ever; searches by ever other filters stop here. */
const MOST_PREPARED = 300;

type NoTables = Record<string, never>;
type Session = PostgresJsSession<Sql, NoTables, NoTables>;

/** Drizzle over the driver, with a shorter way from a select to its rows: see {@link RowSession}. */
export function createRowDatabase(client: Sql): PostgresJsDatabase {
  drizzle(client); // sets the client's parsers: days and times stay texts
  const dialect = new PgDialect();
  return new PostgresJsDatabase(dialect, new RowSession(client, dialect, undefined), undefined);
}

/**
 * Drizzle's session, but selects are prepared, whether they have a name or not, and so take one round
 * trip; and their rows are read by {@link createRowReader}. All else is Drizzle's own.
 */
class RowSession extends PostgresJsSession<Sql, NoTables, NoTables> {
  readonly #prepared = new Set<string>();

  override prepareQuery<Config extends PreparedQueryConfig>(
    ...asked: Parameters<Session['prepareQuery']>
  ): PgPreparedQuery<Config> {
    const [query, fields] = asked;
    const readRow = fields && createRowReader(fields);
    if (!readRow) return super.prepareQuery(...asked);
    return new RowQuery(this.client, query, this.#mayPrepare(query.sql), readRow);
  }

  #mayPrepare(sql: string): boolean {
    if (this.#prepared.size < MOST_PREPARED) this.#prepared.add(sql);
    return this.#prepared.has(sql);
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
