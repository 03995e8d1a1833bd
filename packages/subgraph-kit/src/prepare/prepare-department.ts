import { parseArgs } from 'node:util';
import { readSettings } from '@yiwang/service/settings';
import type { Sql } from 'postgres';
import { migrateDatabase } from '../database/migrate-database.ts';
import { type Database, openDatabase } from '../database/open-database.ts';
import type { LockPatience } from '../database/run-migration.ts';
import type { DepartmentMessage } from '../process/messages.ts';
import { ownDatabaseUrl } from '../process/own-database-url.ts';
import { report } from '../process/report.ts';
import { runCommand } from '../process/run-command.ts';
import { advanceIdentities } from './advance-identities.ts';
import { type CopyValue, copyRows } from './copy-rows.ts';
import { grantService } from './grant-service.ts';
import { migrationSettings } from './migration-settings.ts';
import type { TableRights } from './table-rights.ts';
import { withoutTriggers } from './without-triggers.ts';
import { withoutForeignKeys } from './without-foreign-keys.ts';
import { withoutIndexes } from './without-indexes.ts';

// For what a department prepares besides: these load nothing that serves.
export { openDatabase } from '../database/open-database.ts';
export { changeTables, type LockPatience } from '../database/run-migration.ts';

/** One table's first rows. */
export interface TableSeed {
  table: string;
  columns: readonly string[];
  rows: Iterable<readonly CopyValue[]>;
  /** The expected number of rows, for the progress bar; an estimate is enough. */
  expected: number;
  /** True for real data, such as a national classification, which is written at every scale, including 0. */
  isReference?: boolean;
}

export interface DepartmentSeed {
  /** In the order of writing. */
  tables: (scale: number) => readonly TableSeed[] | Promise<readonly TableSeed[]>;
  /** Materialized views to refresh after the rows are written. */
  views?: readonly string[];
  /**
   * Completes what is kept of rows besides them, such as totals. Called at each start, as the owner, outside of the transaction that writes
   * the rows; costs next to nothing where nothing is missing.
   */
  complete?: (database: Database) => Promise<void>;
}

export interface PrepareOptions {
  name: string;
  /** The department's migrations/. */
  migrations: string;
  seed: DepartmentSeed;
  /** What the serving process may do with the rows of the department's tables. */
  rights: TableRights;
  /**
   * Prepares what is not in the department's own migrations, such as the tables of a library. Called each time as the owner, when
   * the database is migrated and filled, with its URL, the role of the process that serves (null when there is none), and the patience with locks that the
   * settings give.
   */
  alsoPrepare?: (url: string, serviceRole: string | null, patience: LockPatience) => Promise<void>;
}

const HELP = (
  name: string,
) => `Brings the ${name} department's database up to date and, when it is new, fills it.

  DATABASE_URL=postgres://… node prepare.ts [--scale N]

  --scale N   1 stands for 20,000 enterprises; decimals are allowed (default 1); 0 makes nothing up
  --help      this text

DATABASE_SERVICE_ROLE names the role of the process that serves, which then may read and write rows and no more.
`;

/** The scale that generators get when nothing is made up: their reference tables do not depend on it. */
const MIN_SCALE = 0.001;

/** The department's prepare.ts: migrates the database, and seeds it when it is new. Running it again changes nothing. */
export async function prepareDepartment({
  name,
  migrations,
  seed,
  rights,
  alsoPrepare,
}: PrepareOptions): Promise<void> {
  await runCommand(async () => {
    const { values } = parseArgs({
      options: { scale: { type: 'string', default: '1' }, help: { type: 'boolean', default: false } },
    });
    if (values.help) {
      process.stdout.write(HELP(name));
      return;
    }
    const scale = Number(values.scale);
    if (!(scale >= 0 && scale <= 1000))
      throw new Error(
        `--scale must be a number above 0 and up to 1000, or 0 to make nothing up; it is ${values.scale}.`,
      );
    const url = ownDatabaseUrl();
    const { MIGRATION_LOCK_TIMEOUT_MS, MIGRATION_PATIENCE_MS } = readSettings(migrationSettings, process.env);
    const patience = { lockTimeoutMs: MIGRATION_LOCK_TIMEOUT_MS, patienceMs: MIGRATION_PATIENCE_MS };
    await migrateDatabase(url, migrations, patience);
    await seedDatabase(url, name, scale, seed);
    const role = process.env['DATABASE_SERVICE_ROLE'];
    await alsoPrepare?.(url, role || null, patience);
    if (!role) return;
    await using database = openDatabase(url, { connections: 1 });
    await grantService(database.sql, role, rights);
  });
}

/** Seeds the database in one transaction, so that a process that is killed leaves an empty database and not half of one. */
export async function seedDatabase(
  url: string,
  name: string,
  scale: number,
  seed: DepartmentSeed,
): Promise<void> {
  await using database = openDatabase(url, { connections: 1 });
  const message = await database.sql.begin(async (transaction): Promise<DepartmentMessage> => {
    const sql = transaction as unknown as Sql;
    // Taken before the table is created: two processes that create it at once fail, even with "if not exists".
    await sql`select pg_advisory_xact_lock(hashtext('yiwang seed'))`;
    await sql`create table if not exists seed_runs (
      scale double precision not null,
      seeded_at timestamptz not null default now()
    )`;
    const [before] = await sql<{ scale: number }[]>`select scale from seed_runs limit 1`;
    if (before) return { type: 'already-seeded', scale: before.scale };
    const made = await seed.tables(scale || MIN_SCALE);
    const tables = scale === 0 ? made.filter(({ isReference }) => isReference) : made;
    await checkEmpty(sql, tables);
    const rows = await writeTables(sql, name, tables);
    for (const view of seed.views ?? []) await sql`refresh materialized view ${sql(view)}`;
    await sql`insert into seed_runs (scale) values (${scale})`;
    return { type: 'seeded', scale, rows };
  });
  await seed.complete?.(database);
  // Makes statistics and visibility maps, which the planner needs for the first queries.
  if (message.type === 'seeded') await database.sql`vacuum analyze`;
  report(message);
}

/** Checks that the tables are empty: made-up rows beside other rows would clash with them, or pass for real ones. */
async function checkEmpty(sql: Sql, tables: readonly TableSeed[]): Promise<void> {
  for (const { table } of tables) {
    const [row] = await sql`select 1 from ${sql(table)} limit 1`;
    if (!row) continue;
    throw new Error(
      `The table ${table} holds rows, but this database was never filled. ` +
        'Prepare a new database first and import the registers into it then.',
    );
  }
}

/**
 * Empties tables that are empty already: what is written to a table that this transaction emptied need not be logged (wal_level=minimal), and
 * may count as old from the beginning, so that no vacuum writes it once more.
 *
 * @returns those whose rows may count as old: no table that one outside of them refers to, which may not be emptied, and none in parts, whose rows
 * PostgreSQL does not freeze while it distributes them
 */
async function emptyTables(sql: Sql, tables: readonly string[]): Promise<ReadonlySet<string>> {
  const free = await sql<{ table: string; isWhole: boolean }[]>`
    select t.relname as table, t.relkind = 'r' as "isWhole" from pg_class t
    where t.relname = any(${tables as string[]}) and t.relnamespace = current_schema()::regnamespace and t.relkind in ('r', 'p')
      and not exists (select from pg_constraint c where c.contype = 'f' and c.confrelid = t.oid and c.conrelid <> t.oid)`;
  if (free.length > 0) await sql`truncate ${sql(free.map(({ table }) => table))}`;
  return new Set(free.filter(({ isWhole }) => isWhole).map(({ table }) => table));
}

async function writeTables(
  sql: Sql,
  name: string,
  tables: readonly TableSeed[],
): Promise<Record<string, number>> {
  const written: Record<string, number> = {};
  const names = tables.map(({ table }) => table);
  const total = tables.reduce((sum, { expected }) => sum + expected, 0);

  async function load(): Promise<void> {
    const emptied = await emptyTables(sql, names);
    let before = 0;
    for (const { table, columns, rows, expected } of tables) {
      // A table may come twice, with other columns.
      written[table] ??= 0;
      const onRows = (count: number) =>
        report({ type: 'progress', task: name, done: before + Math.min(count, expected), total });
      written[table] += await copyRows(sql, table, columns, rows, onRows, emptied.has(table));
      before += expected;
    }
  }

  await withoutTriggers(sql, names, () =>
    withoutForeignKeys(sql, names, () => withoutIndexes(sql, names, load)),
  );
  await advanceIdentities(sql, names);
  return written;
}
