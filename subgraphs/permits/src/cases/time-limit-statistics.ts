import { repairCode, regionRange } from '@yiwang/codes';
import { addDays } from '@yiwang/codes/working-days';
import { PublicError } from '@yiwang/errors';
import { splitPeriod, type SqlPeriod } from '@yiwang/subgraph-kit/totals';
import { type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { QueryTimeLimitStatisticsArgs } from '../generated/types.ts';
import type { TimeLimitStatisticModel } from '../models.ts';
import { type CasePrincipal, isOfficial } from './case-rights.ts';

const MAX_DAYS = 731;
const MAX_ENTRIES = 1000;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Counts how long cases took that were decided in a period: whole months by case_totals, other days by case_times. */
export function createTimeLimitStatistics(db: PostgresJsDatabase) {
  /** @throws PublicError FORBIDDEN to whoever is no official, INVALID_ARGUMENT for a period that is too long or finds too much */
  return async function timeLimitStatistics(
    caller: CasePrincipal,
    { from, until, region, item }: QueryTimeLimitStatisticsArgs,
  ): Promise<TimeLimitStatisticModel[]> {
    if (!isOfficial(caller)) {
      throw new PublicError('FORBIDDEN', 'Only officials of this department count its cases.');
    }
    const days = (Date.parse(until) - Date.parse(from)) / DAY_MS;
    if (!(days >= 0 && days <= MAX_DAYS)) {
      throw new PublicError(
        'INVALID_ARGUMENT',
        'until must be from or later, and at most 24 months after it.',
      );
    }
    const { months, left } = splitPeriod(from, addDays(until, 1), null);
    const isChosen = sql.join(
      [
        sql`true`,
        ...(region == null ? [] : [isIn(regionRange(region))]),
        ...(item == null ? [] : [sql`service_item_code = ${repairCode(item)}`]),
      ],
      sql` and `,
    );
    const found = await db.execute<Record<keyof TimeLimitStatisticModel, string | number>>(sql`
      with added as (
        select month, region_code, service_item_code, decided, granted, overdue, extended, suspended, ${TIMES}
        from case_totals where month >= ${months.from} and month < ${months.until} and ${isChosen}
        ${sql.join(
          left.map((days) => sql`union all ${casesOf(days, isChosen)}`),
          sql` `,
        )}
      )
      select to_char(month, 'YYYY-MM') as month, left(region_code, 4) as "regionCode", service_item_code as "itemCode",
        sum(decided)::int as decided, sum(granted)::int as granted, sum(overdue)::int as overdue,
        sum(extended)::int as extended, sum(suspended)::int as suspended, ${meanHours('applicant_ms')} as "applicantHours",
        ${meanHours('official_ms')} as "officialHours", ${meanHours('suspended_ms')} as "suspendedHours",
        ${meanHours('machine_ms')} as "machineHours"
      from added group by added.month, left(region_code, 4), service_item_code having sum(decided) > 0
      order by added.month, left(region_code, 4), service_item_code limit ${MAX_ENTRIES + 1}`);
    if (found.length > MAX_ENTRIES) {
      throw new PublicError(
        'INVALID_ARGUMENT',
        `There are more than ${MAX_ENTRIES} entries: ask for a shorter period, a region or an item.`,
      );
    }
    return found as unknown as TimeLimitStatisticModel[];
  };
}

const TIMES = sql.raw('applicant_ms, official_ms, suspended_ms, machine_ms');

/** Cases that were decided on some days, each as a row of case_totals. */
function casesOf({ from, until }: SqlPeriod, isChosen: SQL): SQL {
  return sql`select date_trunc('month', decided_on)::date, region_code, service_item_code, 1, granted::int, overdue::int, extended::int,
      suspended::int, ${TIMES}
    from case_times where decided_on >= ${from} and decided_on < ${until} and ${isChosen}`;
}

function isIn({ from, to }: { from: string; to: string }): SQL {
  return sql`region_code >= ${from} and region_code < ${to}`;
}

function meanHours(column: string): SQL {
  return sql`sum(${sql.identifier(column)})::float8 / sum(decided) / ${sql.raw(String(HOUR_MS))}`;
}
