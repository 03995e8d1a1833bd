import { PublicError } from '@yiwang/errors';
import { and, eq, gte, lt, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { matterCases } from '../tables.ts';

export interface StatisticArguments {
  matter?: string | null | undefined;
  from: string;
  until: string;
}

export type MatterTimeStatisticRow = Awaited<
  ReturnType<ReturnType<typeof createMatterTimeStatistics>>
>[number];

const MAX_ENTRIES = 1_000;
const MAX_MONTHS = 24;
/** Means over fewer would say how long a single application took. */
const MIN_APPLICATIONS = 5;
const HOUR_MS = 3_600_000;

/** How long applications took that ended in a period, by month, city and matter, in this order. */
export function createMatterTimeStatistics(db: PostgresJsDatabase) {
  const month = sql<string>`to_char(${matterCases.endedAt} at time zone 'Asia/Shanghai', 'YYYY-MM')`;
  const region = sql<string>`left(${matterCases.regionCode}, 4)`;
  const isCompleted = sql`${matterCases.state} = 'COMPLETED'`;
  const counted = (condition: ReturnType<typeof sql>) =>
    sql<number>`(count(*) filter (where ${condition}))::int`;
  const mean = (value: ReturnType<typeof sql>) =>
    sql<
      number | null
    >`case when count(*) filter (where ${isCompleted}) >= ${sql.raw(String(MIN_APPLICATIONS))} then (avg(${value}) filter (where ${isCompleted}))::float8 end`;
  const hours = (milliseconds: ReturnType<typeof sql>) =>
    mean(sql`${milliseconds} / ${sql.raw(String(HOUR_MS))}.0`);

  /** @throws PublicError INVALID_ARGUMENT for a period of more than 24 months */
  return async function matterTimeStatistics({ matter, from, until }: StatisticArguments) {
    checkPeriod(from, until);
    const startsAt = sql`(${from}::date)::timestamp at time zone 'Asia/Shanghai'`;
    const endsAt = sql`(${until}::date + 1)::timestamp at time zone 'Asia/Shanghai'`;
    return db
      .select({
        month,
        regionCode: region,
        matter: matterCases.matter,
        completed: counted(isCompleted),
        undone: counted(sql`not ${isCompleted}`),
        overdue: counted(sql`${isCompleted} and ${matterCases.workingDays} > ${matterCases.promisedDays}`),
        workingDays: mean(sql`${matterCases.workingDays}`),
        officialHours: hours(sql`${matterCases.officialMs}`),
        applicantHours: hours(sql`${matterCases.applicantMs}`),
        machineHours: hours(sql`${matterCases.machineMs}`),
      })
      .from(matterCases)
      .where(
        and(
          matter == null ? undefined : eq(matterCases.matter, matter),
          gte(matterCases.endedAt, startsAt),
          lt(matterCases.endedAt, endsAt),
          sql`${matterCases.submittedAt} is not null`,
        ),
      )
      .groupBy(month, region, matterCases.matter)
      .orderBy(month, region, matterCases.matter)
      .limit(MAX_ENTRIES);
  };
}

function checkPeriod(from: string, until: string): void {
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  if (from <= until && months(until) - months(from) <= MAX_MONTHS) return;
  throw new PublicError(
    'INVALID_ARGUMENT',
    `until must not be before from, nor more than ${MAX_MONTHS} months later.`,
  );
}
