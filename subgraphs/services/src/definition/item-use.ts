import type { Db } from '@yiwang/subgraph-kit';
import { sql } from 'drizzle-orm';
import { itemOf, type MatterDefinition } from './definition.ts';

/** How many applications took a step that were submitted in one month. */
export interface StepCountRow extends Record<string, unknown> {
  matter: string;
  step: string;
  /** 1 is the last whole month. */
  monthsAgo: number;
  count: number;
}

/** Whole months that are counted: whoever wants a year may look two years back. */
const MONTHS = 36;

/** Counts the steps of matters. Uses the index matter_cases_submitted. */
export function createCountSteps(db: Db, now: () => Date) {
  return async (matters: readonly string[]): Promise<StepCountRow[]> => {
    // Months are those of China.
    const thisMonth = sql`date_trunc('month', ${now().toISOString()}::timestamptz at time zone 'Asia/Shanghai')`;
    const rows = await db.execute<StepCountRow>(sql`
      with submitted as (
        select number, matter,
          (extract(year from age) * 12 + extract(month from age))::int as months_ago
        from matter_cases cross join lateral age(
          ${thisMonth}, date_trunc('month', submitted_at at time zone 'Asia/Shanghai')
        ) as age
        where matter = any(${sql.param([...matters])}::text[])
          and submitted_at >= (${thisMonth} - make_interval(months => ${MONTHS})) at time zone 'Asia/Shanghai'
          and submitted_at < ${thisMonth} at time zone 'Asia/Shanghai'
      )
      select matter, name as step, months_ago as "monthsAgo", count(*)::int as count
      from submitted join matter_steps on case_number = number
      where matter_steps.state <> 'SKIPPED'
      group by matter, name, months_ago`);
    return [...rows];
  };
}

/**
 * For each item of the steps, the applications of each month that took such a step, newest month first. An item of several steps has those of
 * the step that was taken most often.
 */
export function itemUse(
  { steps }: Pick<MatterDefinition, 'steps'>,
  rows: readonly StepCountRow[],
): Record<string, number[]> {
  const found: Record<string, number[]> = {};
  for (const step of steps) {
    const item = itemOf(step);
    if (item === null) continue;
    const counts = (found[item] ??= Array.from({ length: MONTHS }, () => 0));
    for (const { step: name, monthsAgo, count } of rows) {
      if (name === step.name) counts[monthsAgo - 1] = Math.max(count, counts[monthsAgo - 1]!);
    }
  }
  return found;
}
