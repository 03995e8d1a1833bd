import { dayOf } from '@yiwang/codes/working-days';
import { type SQL, sql } from 'drizzle-orm';
import { date, pgTable, text } from 'drizzle-orm/pg-core';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';

/**
 * How far the tables of monthly totals of a department have come, for its src/tables.ts. One row a table of totals.
 *
 * @example export const monthlyTotals = defineMonthlyTotals();
 */
export function defineMonthlyTotals() {
  return pgTable('monthly_totals', {
    /** The table of totals. */
    name: text().primaryKey(),
    /** First day of a month: the months before it are in that table. */
    until: date({ mode: 'string' }).notNull(),
  });
}

/** A period of days as SQL of type date; `until` is the day after the last one. */
export interface SqlPeriod {
  from: SQL;
  until: SQL;
}

/** A table of sums over rows of a month, which do not change once the month is over. */
export interface MonthlyTotals {
  /** The table of totals. */
  name: string;
  /** The statement that adds whole months to it. */
  add: (months: SqlPeriod) => SQL;
}

const HOUR_MS = 3_600_000;
/** After the end of a month, so that no transaction is open any more that began before it. */
const GRACE_MS = 24 * HOUR_MS;

/** How often a serving process looks whether a month is over. */
export const TOTALS_MS = HOUR_MS;

/**
 * Adds up the months that are over and are not in the table yet. Of several processes at once, one does it. Where nothing is to be done, it
 * reads one row.
 */
export async function addUpMonths(
  db: PostgresJsDatabase,
  { name, add }: MonthlyTotals,
  now: Date,
): Promise<void> {
  const until = `${dayOf(new Date(now.getTime() - GRACE_MS)).slice(0, 7)}-01`;
  const done = await db.execute(sql`select from monthly_totals where name = ${name} and until >= ${until}`);
  if (done.length > 0) return;
  await db.transaction(async (tx) => {
    await tx.execute(
      sql`insert into monthly_totals (name, until) values (${name}, '-infinity') on conflict do nothing`,
    );
    const [before] = await tx.execute<{ until: string }>(
      sql`select until::text from monthly_totals where name = ${name} and until < ${until} for update`,
    );
    if (!before) return;
    await tx.execute(add({ from: day(before.until), until: day(until) }));
    await tx.execute(sql`update monthly_totals set until = ${until} where name = ${name}`);
  });
}

/**
 * Splits a period by where its rows are: the months that the totals hold, and what is left before and after them. Either may be empty, and
 * together they are the period.
 *
 * @param from first day
 * @param until the day after the last one
 * @param name of the table of totals; null for one that holds every month, because its rows are kept with each change
 */
export function splitPeriod(
  from: string,
  until: string,
  name: string | null,
): { months: SqlPeriod; left: readonly [SqlPeriod, SqlPeriod] } {
  const [start, end] = [day(from), day(until)];
  const firstMonth = from.endsWith('-01') ? from : monthAfter(from);
  const lastMonth = `${until.slice(0, 7)}-01`;
  if (firstMonth >= lastMonth) {
    const none = { from: end, until: end };
    return { months: none, left: [{ from: start, until: end }, none] };
  }
  const first = day(firstMonth);
  const last =
    name === null
      ? day(lastMonth)
      : sql`greatest(${first}, least(${day(lastMonth)},
          coalesce((select until from monthly_totals where name = ${name}), '-infinity')))`;
  return {
    months: { from: first, until: last },
    left: [
      { from: start, until: first },
      { from: last, until: end },
    ],
  };
}

function day(text: string): SQL {
  return sql`${text}::date`;
}

function monthAfter(from: string): string {
  const [year, month] = from.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
