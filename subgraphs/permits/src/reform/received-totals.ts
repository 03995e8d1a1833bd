import { type MonthlyTotals, splitPeriod } from '@yiwang/subgraph-kit/totals';
import { type SQL, sql } from 'drizzle-orm';

/** What was received, without drafts. Uses the index cases_received_facts. */
const IS_RECEIVED = sql`(filed_by is null or submitted_at is not null)`;

/** The totals of received_totals. */
export const RECEIVED_TOTALS: MonthlyTotals = {
  name: 'received_totals',
  add: ({ from, until }) => sql`
    insert into received_totals (month, service_item_code, count)
    select date_trunc('month', received_on)::date, service_item_code, count(*)::int from cases
    where received_on >= ${from} and received_on < ${until} and ${IS_RECEIVED} group by 1, 2`,
};

/**
 * The statement that counts the cases of each item, as `code` and `cases`, which were received in a period.
 *
 * @param until the day after the last one
 */
export function countReceived(from: string, until: string): SQL {
  const { months, left } = splitPeriod(from, until, RECEIVED_TOTALS.name);
  const others = left.map(
    (days) => sql`union all select service_item_code, count(*) from cases
      where received_on >= ${days.from} and received_on < ${days.until} and ${IS_RECEIVED} group by 1`,
  );
  return sql`
    select code, sum(cases)::int as cases from (
      select service_item_code as code, count::bigint as cases from received_totals
      where month >= ${months.from} and month < ${months.until} ${sql.join(others, sql` `)}
    ) as added group by code`;
}
