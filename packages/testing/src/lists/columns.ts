import type { Sql } from 'postgres';

/** A column, with values of it that are frequent, and others from all over its range, as text. */
export interface Column {
  table: string;
  name: string;
  type: string;
  frequent: readonly string[];
  spread: readonly string[];
}

const FREQUENT = 3;
const SPREAD = 4;

/** The columns of a department's tables by the statistics of PostgreSQL: `analyze` has run. As their owner. */
export async function readColumns(sql: Sql): Promise<Column[]> {
  const rows = await sql<
    { table: string; name: string; type: string; frequent: string[] | null; bounds: string[] | null }[]
  >`
    select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
      s.most_common_vals::text::text[] as frequent, s.histogram_bounds::text::text[] as bounds
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_stats s on s.schemaname = 'public' and s.tablename = c.relname and s.attname = a.attname and not s.inherited
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'm')
    order by c.reltuples desc, c.relname, a.attnum`;
  return rows.map(({ table, name, type, frequent, bounds }) => ({
    table,
    name,
    type,
    frequent: (frequent ?? []).slice(0, FREQUENT),
    spread: [...(frequent ?? []).slice(FREQUENT).slice(-1), ...spreadOf(bounds ?? [])],
  }));
}

function spreadOf(bounds: readonly string[]): string[] {
  const step = Math.max(1, Math.floor(bounds.length / SPREAD));
  return bounds.filter((_, index) => index % step === Math.floor(step / 2)).slice(0, SPREAD);
}

/** A rectangle around the first shape of a table, as west, south, east and north; null when there is none. */
export async function readRectangle(
  sql: Sql,
  table: string,
  column: string,
): Promise<[number, number, number, number] | null> {
  const [row] = await sql<{ corners: string }[]>`
    select ${sql(column)}::polygon::box::text as corners from ${sql(table)} where ${sql(column)} is not null limit 1`;
  const [east, north, west, south] = row?.corners.match(/-?[\d.]+/g)?.map(Number) ?? [];
  return south === undefined ? null : [west!, south, east!, north!];
}

/** Rows of each table, by the statistics. */
export async function readTableSizes(sql: Sql): Promise<Map<string, number>> {
  const rows = await sql<{ table: string; rows: number }[]>`
    select relname as table, greatest(reltuples, 0)::float8 as rows from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'm')`;
  return new Map(rows.map(({ table, rows: count }) => [table, count]));
}
