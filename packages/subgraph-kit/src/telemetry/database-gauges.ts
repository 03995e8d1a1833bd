import type { Metrics, Sample } from '@yiwang/service/telemetry';
import type { Sql } from 'postgres';

/** A figure that a department reads from its database for operators. */
export interface DepartmentGauge {
  /** Begins with `yiwang_`; described in docs/observability.md. */
  name: string;
  help: string;
  labels?: readonly string[];
  /** Milliseconds for which a figure is good enough; 15 seconds when left out. */
  everyMs?: number;
  /** Must be cheap at any size of the database. */
  read(sql: Sql): Promise<readonly Sample[]>;
}

/** Beyond this, a count says `at least`. */
const MAX_COUNTED = 10_000;
const RARELY_MS = 60_000;
/** Where the law counts its days. */
const TODAY = "(now() at time zone 'Asia/Shanghai')::date";

const SIZE: DepartmentGauge = {
  name: 'yiwang_database_size_bytes',
  help: 'Size of the database of the department.',
  everyMs: RARELY_MS,
  async read(sql) {
    const [row] = await sql<{ size: string }[]>`select pg_database_size(current_database())::text as size`;
    return [[{}, Number(row!.size)]];
  },
};

const OUTBOX_ROWS: DepartmentGauge = {
  name: 'yiwang_outbox_unpublished_rows',
  help: `Rows of the outbox that are not published everywhere; counted up to ${MAX_COUNTED}.`,
  async read(sql) {
    const [row] = await sql<{ rows: number }[]>`
      select count(*)::int as rows from (
        select 1 from outbox where published_at is null limit ${MAX_COUNTED}) as unpublished`;
    return [[{}, row!.rows]];
  },
};

const OUTBOX_AGE: DepartmentGauge = {
  name: 'yiwang_outbox_oldest_age_seconds',
  help: 'Age of the oldest row of the outbox that is not published everywhere; 0 when there is none.',
  async read(sql) {
    // Positions are given in the order of time; a row without one is newer than all that have one, or the relay stands still.
    const [row] = await sql<{ age: number }[]>`
      select coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as age from (
        (select created_at from outbox where published_at is null and position is not null order by position limit 1)
        union all
        (select created_at from outbox where position is null order by id limit 1)) as oldest`;
    return [[{}, row!.age]];
  },
};

/**
 * Open cases whose day to act is over.
 *
 * @param kinds by table, the SQL expression that says of what kind a case is: a word of the department's own, of which there are few. Null where
 *   all are of one kind
 */
export function overdueCases(kinds: Readonly<Record<string, string | null>>): DepartmentGauge {
  return {
    name: 'yiwang_cases_overdue',
    help: `Open cases whose day to act is over, by the table that holds them and their kind; counted up to ${MAX_COUNTED}.`,
    labels: ['table', 'kind'],
    everyMs: RARELY_MS,
    async read(sql) {
      const samples = await Promise.all(
        Object.entries(kinds).map(async ([table, kind]): Promise<readonly Sample[]> => {
          const rows = await sql<{ kind: string; overdue: number }[]>`
            select coalesce(${sql.unsafe(kind ?? 'null')}, '') as kind, count(*)::int as overdue from (
              select * from ${sql(table)}
              where act_by < ${sql.unsafe(TODAY)} and state <> 'SUSPENDED' limit ${MAX_COUNTED}) as late
            group by 1`;
          // The figure is there when there are none, so that an alert can end.
          if (rows.length === 0) return [[{ table, kind: '' }, 0]];
          return rows.map(({ kind: found, overdue }) => [{ table, kind: found }, overdue]);
        }),
      );
      return samples.flat();
    },
  };
}

/**
 * Adds the figures of what is in the database: outbox and cases where there are any, and those of the department's own, which replace one of
 * the same name.
 */
export async function addDatabaseGauges(
  metrics: Metrics,
  sql: Sql,
  own: readonly DepartmentGauge[],
): Promise<void> {
  const tables = await sql<{ name: string; column: string }[]>`
    select table_name as name, column_name as column from information_schema.columns
    where table_schema = current_schema()
      and (column_name in ('act_by', 'kind') or (table_name = 'outbox' and column_name = 'position'))
    order by table_name`;
  const tablesWith = (wanted: string) =>
    tables.flatMap(({ name, column }) => (column === wanted ? [name] : []));
  const cases = tablesWith('act_by');
  const withKind = new Set(tablesWith('kind'));
  const gauges = [
    SIZE,
    ...(tables.some(({ name }) => name === 'outbox') ? [OUTBOX_ROWS, OUTBOX_AGE] : []),
    ...(cases.length > 0
      ? [overdueCases(Object.fromEntries(cases.map((table) => [table, withKind.has(table) ? 'kind' : null])))]
      : []),
  ].filter(({ name }) => own.every((one) => one.name !== name));
  for (const { name, help, labels = [], read, everyMs } of [...gauges, ...own]) {
    metrics.sampledGauge(name, help, labels, () => read(sql), everyMs);
  }
}
