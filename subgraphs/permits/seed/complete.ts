import type { Database } from '@yiwang/subgraph-kit';
import { addUpMonths } from '@yiwang/subgraph-kit/totals';
import { RECEIVED_TOTALS } from '../src/reform/received-totals.ts';

const CASES_AT_ONCE = 5000;

/** Fills what is kept of cases besides them. */
export async function complete({ db, sql }: Database): Promise<void> {
  await fillCaseTimes(sql);
  await addUpMonths(db, RECEIVED_TOTALS, new Date());
}

/**
 * Fills the times of cases that were decided before the database kept them, in steps of their own, so that a process that is killed goes on where
 * it was. Steps that are taken meanwhile write theirs themselves.
 */
async function fillCaseTimes(sql: Database['sql']): Promise<void> {
  for (let last = ''; ;) {
    const rows = await sql<{ number: string }[]>`
      select number from cases where filed_by is not null and decision is not null and decided_on is not null and number > ${last}
        and not exists (select from case_times where case_number = number)
      order by number limit ${CASES_AT_ONCE}`;
    if (rows.length === 0) return;
    await sql`select refresh_case_times(${rows.map(({ number }) => number)}::text[])`;
    last = rows.at(-1)!.number;
  }
}
