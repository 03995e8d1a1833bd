import { addDays } from '@yiwang/codes/working-days';
import { PublicError } from '@yiwang/errors';
import { type MonthlyTotals, splitPeriod, type SqlPeriod } from '@yiwang/subgraph-kit/totals';
import { type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';

export interface StatisticArguments {
  matter?: string | null | undefined;
  from: string;
  until: string;
}

export interface MatterTimeStatisticRow extends Record<string, unknown> {
  month: string;
  regionCode: string;
  matter: string;
  completed: number;
  undone: number;
  overdue: number;
  /** Means of what was completed; null where they would tell of single applications. */
  workingDays: number | null;
  officialHours: number | null;
  applicantHours: number | null;
  machineHours: number | null;
}

const MAX_ENTRIES = 1_000;
const MAX_MONTHS = 24;
/** Means over fewer would say how long a single application took. */
const MIN_APPLICATIONS = 5;
const HOUR_MS = 3_600_000;

const TOTALS = 'matter_totals';

/** The totals of matter_totals. Source: what has ended does not change any more. */
export const MATTER_TOTALS: MonthlyTotals = {
  name: TOTALS,
  add: (
    months,
  ) => sql`insert into matter_totals (month, city, matter, completed, undone, overdue, working_days, official_ms,
    applicant_ms, machine_ms) ${sumsOf(months)}`,
};

/** How long applications took that ended in a period, by month, city and matter, in this order. */
export function createMatterTimeStatistics(db: PostgresJsDatabase) {
  /** @throws PublicError INVALID_ARGUMENT for a period of more than 24 months */
  return async function matterTimeStatistics({
    matter,
    from,
    until,
  }: StatisticArguments): Promise<MatterTimeStatisticRow[]> {
    checkPeriod(from, until);
    const isMatter = matter == null ? sql`true` : sql`matter = ${matter}`;
    const { months, left } = splitPeriod(from, addDays(until, 1), TOTALS);
    const rows = await db.execute<MatterTimeStatisticRow>(sql`
      with added as (
        select * from matter_totals where month >= ${months.from} and month < ${months.until} and ${isMatter}
        union all ${sumsOf(left[0], isMatter)} union all ${sumsOf(left[1], isMatter)}
      )
      select to_char(month, 'YYYY-MM') as month, city as "regionCode", matter, sum(completed)::int as completed,
        sum(undone)::int as undone, sum(overdue)::int as overdue, ${mean(sql`working_days`)} as "workingDays",
        ${hours(sql`official_ms`)} as "officialHours", ${hours(sql`applicant_ms`)} as "applicantHours",
        ${hours(sql`machine_ms`)} as "machineHours"
      from added group by added.month, city, matter order by added.month, city, matter limit ${MAX_ENTRIES}`);
    return [...rows];
  };
}

/** What is added up of the applications that ended on some days, in the columns of matter_totals. Uses the index matter_cases_ended_at. */
function sumsOf({ from, until }: SqlPeriod, isMatter = sql`true`): SQL {
  const completed = sql`filter (where state = 'COMPLETED')`;
  const sum = (column: string) => sql`coalesce(sum(${sql.identifier(column)}) ${completed}, 0)::bigint`;
  const start = (day: SQL) => sql`(${day})::timestamp at time zone 'Asia/Shanghai'`;
  return sql`
    select date_trunc('month', ended_at at time zone 'Asia/Shanghai')::date as month, left(region_code, 4) as city, matter,
      (count(*) ${completed})::int as completed, (count(*) filter (where state <> 'COMPLETED'))::int as undone,
      (count(*) filter (where state = 'COMPLETED' and working_days > promised_days))::int as overdue,
      ${sum('working_days')} as working_days, ${sum('official_ms')} as official_ms,
      ${sum('applicant_ms')} as applicant_ms, ${sum('machine_ms')} as machine_ms
    from matter_cases
    where ended_at >= ${start(from)} and ended_at < ${start(until)} and submitted_at is not null and ${isMatter}
    group by 1, 2, 3`;
}

function mean(sum: SQL): SQL {
  const completed = sql`sum(completed)`;
  return sql`case when ${completed} >= ${MIN_APPLICATIONS} then (sum(${sum}) / ${completed})::float8 end`;
}

function hours(milliseconds: SQL): SQL {
  return mean(sql`${milliseconds} / ${sql.raw(String(HOUR_MS))}.0`);
}

function checkPeriod(from: string, until: string): void {
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  if (from <= until && months(until) - months(from) <= MAX_MONTHS) return;
  throw new PublicError(
    'INVALID_ARGUMENT',
    `until must not be before from, nor more than ${MAX_MONTHS} months later.`,
  );
}
