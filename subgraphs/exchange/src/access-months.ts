import { changeTables, type LockPatience, openDatabase } from '@yiwang/subgraph-kit/prepare';
import type { Sql } from 'postgres';
import { z } from 'zod';

/** Settings of prepare.ts of the exchange, beside those of every department. */
export const accessMonthSettings = z.object({
  ACCESS_LOG_MONTHS: z.coerce
    .number()
    .int()
    .min(0)
    .max(1200)
    .refine((months) => months === 0 || months >= 6, { error: 'must be 0, or at least 6' })
    .default(0)
    .describe(
      'Whole months, besides the current one, for which the exchange keeps records of the access log; each time that prepare.ts runs, it drops those before. 0 keeps all; otherwise at least 6.',
    ),
});

/** Makes the parts for records of this month and the next one. As the owner; the process that serves makes others when a record needs them. */
export async function makeAccessMonths(url: string): Promise<void> {
  await using database = openDatabase(url, { connections: 1 });
  await database.sql`
    select make_access_partitions(array[now() at time zone 'UTC', now() at time zone 'UTC' + interval '1 month']::date[])`;
}

interface DroppedLog {
  gateway: string;
  /** Sequence of the last record that is dropped. */
  last: string;
  /** From this time on, what is kept has no gap: ISO 8601. The end of the month, unless the gateway's clock was set back over it. */
  from: string;
}

/**
 * Drops the records of the months before those that are kept, oldest first: whole parts of the table, and no single rows. `audit_log` says which, and where
 * what is left of each log begins.
 *
 * @param months whole months that are kept, besides that of `now`
 * @returns the months that were dropped, such as `2025-01`
 */
export async function dropAccessMonths(
  url: string,
  patience: LockPatience,
  months: number,
  now = new Date(),
): Promise<string[]> {
  const firstKept = monthOf(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months)));
  await using database = openDatabase(url, { connections: 1 });
  const { sql } = database;
  const parts = await sql<{ month: string }[]>`
    select replace(right(relname, 7), '_', '-') as month from pg_inherits join pg_class on oid = inhrelid
    where inhparent = 'public.accesses'::regclass and relname ~ '^accesses_[0-9]{4}_[0-9]{2}$' order by 1`;
  const dropped = parts.map(({ month }) => month).filter((month) => month < firstKept);
  for (const month of dropped) await dropMonth(sql, patience, month);
  return dropped;
}

async function dropMonth(sql: Sql, patience: LockPatience, month: string): Promise<void> {
  // Before the lock: nobody adds to a month that was over long ago, but for records that would be dropped as well.
  const logs = await readDropped(sql, month);
  const parts = ['accesses', 'access_enterprises'].map((table) => `${table}_${month.replace('-', '_')}`);
  const what = `Dropping the records of accesses of ${month}`;
  await changeTables(sql, patience, what, async (tx) => {
    // An autovacuum of them gives way after a second, in which nobody else waits yet.
    for (const part of parts) await tx`lock table ${tx(part)} in share update exclusive mode`;
    await tx`drop table if exists ${tx(parts)}`;
    await tx`
      insert into audit_log (action, outcome, subject, kids, reason)
      values ('dropAccesses', 'ACCEPTED', ${month}, '{}', ${logs.map(describe).join('\n')})`;
  });
}

/** What is dropped of each gateway's log with a month. */
async function readDropped(sql: Sql, month: string): Promise<DroppedLog[]> {
  const until = sql`(${`${month}-01T00:00:00Z`}::timestamptz at time zone 'UTC' + interval '1 month') at time zone 'UTC'`;
  return sql<DroppedLog[]>`
    select gateway, last::text, to_json(greatest(${until}, (
      select max(at) + interval '1 ms' from accesses
      where accesses.gateway = ended.gateway and sequence < last and at >= ${until}
    )))#>>'{}' as from
    from (
      select gateway, max(sequence) as last from ${sql(`accesses_${month.replace('-', '_')}`)} group by gateway
    ) as ended
    order by gateway`;
}

function describe({ gateway, last, from }: DroppedLog): string {
  return `${gateway} up to record ${last}; verify from ${new Date(from).toISOString()} on.`;
}

/** The month of a moment in UTC, as `2026-01`. */
function monthOf(moment: Date): string {
  return moment.toISOString().slice(0, 7);
}
