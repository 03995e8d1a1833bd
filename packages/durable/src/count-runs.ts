import type { Sql } from 'postgres';

/** How many runs are to be done, by what keeps them. */
export interface RunCounts {
  /** Runs that wait for their turn, or are worked on. */
  due: number;
  /** Runs that failed, and go on only when somebody resumes them. */
  stuck: number;
  /** Seconds since the oldest run that is due was begun; 0 when none is. */
  oldestDueSeconds: number;
}

/** Counts the runs of all processes, by an index. Needs no open durable execution, so that any process can say how the work goes. */
export async function countRuns(sql: Sql): Promise<RunCounts> {
  const [row] = await sql<{ due: number; stuck: number; oldest: number }[]>`
    select count(*) filter (where status in ('ENQUEUED', 'PENDING'))::int as due,
      count(*) filter (where status in ('ERROR', 'MAX_RECOVERY_ATTEMPTS_EXCEEDED'))::int as stuck,
      coalesce(
        extract(epoch from now()) - min(created_at) filter (where status in ('ENQUEUED', 'PENDING')) / 1000.0, 0
      )::float8 as oldest
    from dbos.workflow_status
    where status in ('ENQUEUED', 'PENDING', 'ERROR', 'MAX_RECOVERY_ATTEMPTS_EXCEEDED')`;
  const { due, stuck, oldest } = row!;
  return { due, stuck, oldestDueSeconds: oldest };
}
