import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { AnswerTimes } from '../generated/types.ts';

type Kind = 'APPLICATION' | 'CORRECTION';

/** Returns the answer times of one department, or of all together where it is null. */
export type AnswerTimesOf = (department: string | null, kind: Kind) => AnswerTimes;

interface AnsweredRow extends Record<string, unknown> {
  /** Null in the row of all departments together. */
  department: string | null;
  kind: Kind;
  answered: number;
  in_time: number;
  median: number;
}

interface WaitingRow extends Record<string, unknown> {
  department: string | null;
  kind: Kind;
  open: number;
  overdue: number;
}

/**
 * Reads how soon departments answered applications and corrections, and how many are waiting now.
 *
 * @param from inclusive
 * @param until exclusive
 */
export async function readAnswerTimes(
  db: PostgresJsDatabase,
  departments: readonly string[],
  { from, until, now }: { from: Date; until: Date; now: Date },
): Promise<AnswerTimesOf> {
  const anyDepartment = sql`any(${sql.param(departments)}::text[])`;
  const [answered, waiting] = await Promise.all([
    db.execute<AnsweredRow>(sql`
      select answered_by as department, kind, count(*)::int as answered,
        (count(*) filter (where in_time))::int as in_time,
        percentile_cont(0.5) within group (order by working_days) as median
      from sharing_events
      where answered_by = ${anyDepartment} and at >= ${from.toISOString()} and at < ${until.toISOString()}
      group by grouping sets ((answered_by, kind), (kind))`),
    db.execute<WaitingRow>(sql`
      select department, kind, count(*)::int as open,
        (count(*) filter (where due_at <= ${now.toISOString()}))::int as overdue
      from (
        select department, due_at, 'APPLICATION' as kind from sharing_applications where due_at is not null
        union all
        select department, due_at, 'CORRECTION' from corrections where due_at is not null
      ) as waiting
      where department = ${anyDepartment}
      group by grouping sets ((department, kind), (kind))`),
  ]);
  const answeredBy = new Map(answered.map((row) => [keyOf(row.department, row.kind), row]));
  const waitingFor = new Map(waiting.map((row) => [keyOf(row.department, row.kind), row]));

  return (department, kind) => {
    const done = answeredBy.get(keyOf(department, kind));
    const open = waitingFor.get(keyOf(department, kind));
    return {
      answered: done?.answered ?? 0,
      inTime: done?.in_time ?? 0,
      inTimeShare: done ? done.in_time / done.answered : null,
      medianWorkingDays: done ? Number(done.median) : null,
      open: open?.open ?? 0,
      overdue: open?.overdue ?? 0,
    };
  };
}

function keyOf(department: string | null, kind: Kind): string {
  return JSON.stringify([department, kind]);
}
