import { fillPlaceholders, is, Param, Placeholder, type Query } from 'drizzle-orm';
import { PgDialect, PgPreparedQuery, type PreparedQueryConfig } from 'drizzle-orm/pg-core';
import { drizzle, PostgresJsDatabase, PostgresJsSession } from 'drizzle-orm/postgres-js';
import type { Sql, TransactionSql } from 'postgres';
import { createRowReader } from './row-reader.ts';

/** The client of a transaction, or of the pool. */
export type Client = Sql | TransactionSql;

type NoTables = Record<string, never>;
type Session = PostgresJsSession<Sql, NoTables, NoTables>;

/**
 * Runs a transaction, and gives it both to Drizzle and to {@link compileStatement}s. It is rolled back when `run` throws.
 */
export function transact<Result>(
  client: Sql,
  run: (tx: PostgresJsDatabase, client: TransactionSql) => Promise<Result>,
): Promise<Result> {
  const dialect = new PgDialect();
  return client.begin((one) => {
    const session = new RowSession(one as unknown as Sql, dialect, undefined);
    return run(new PostgresJsDatabase(dialect, session, undefined), one);
  }) as Promise<Result>;
}

/** A statement that was written by Drizzle once, and runs prepared in any transaction. */
export interface Statement<Row> {
  /** @param values by the names of its placeholders */
  run(client: Client, values: Record<string, unknown>): Promise<Row[]>;
}

/**
 * Compiles a statement with placeholders. Drizzle alone writes a statement anew each time it runs in a transaction, and asks
 * PostgreSQL about its parameters first, which doubles the round trips.
 *
 * @param prepared of `.prepare(…)` of a database of {@link createRowDatabase}
 */
export function compileStatement<Row>(prepared: PgPreparedQuery<PreparedQueryConfig>): Statement<Row> {
  const { sql, params } = prepared.getQuery();
  if (prepared instanceof RowQuery) {
    return { run: (client, values) => prepared.runOn(client, fillParameters(params, values)) };
  }
  return {
    async run(client, values) {
      await client.unsafe(sql, fillParameters(params, values), { prepare: true });
      return [];
    },
  };
}

type DriverValues = Parameters<Sql['unsafe']>[1];

/** As Drizzle's `fillPlaceholders`, except that null stays null, which Drizzle would encode: in JSON as a JSON value. */
function fillParameters(params: readonly unknown[], values: Record<string, unknown>): DriverValues {
  return params.map((param) => {
    const placeholder = is(param, Param) ? param.value : param;
    if (!is(placeholder, Placeholder)) return param;
    const value = values[placeholder.name];
    if (value === undefined) throw new Error(`The statement needs a value of ${placeholder.name}.`);
    return value === null || !is(param, Param) ? value : param.encoder.mapToDriverValue(value);
  }) as DriverValues;
}

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

  override execute(placeholders: Record<string, unknown> = {}): Promise<Config['execute']> {
    return this.runOn(this.#client, fillPlaceholders(this.query.params, placeholders) as DriverValues);
  }

  async runOn<Row>(client: Client, parameters: DriverValues): Promise<Row[]> {
    const rows = await client.unsafe(this.query.sql, parameters, this.#options).values();
    return rows.map(this.#readRow) as Row[];
  }
}
