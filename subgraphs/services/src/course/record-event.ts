import { isDeepStrictEqual } from 'node:util';
import { dayOf, type WorkingCalendar } from '@yiwang/codes/working-days';
import type { TransactionSql } from 'postgres';
import type { MatterCaseRow, MatterEventRow } from '../tables.ts';
import { eventsBetween } from './events-between.ts';
import { isOver, type Matter, type StepFacts } from './matter.ts';
import type { MatterStatements } from './matter-statements.ts';
import { columnsOf, type LockedMatter } from './stored-matter.ts';
import { timesOf } from './times.ts';

/** The topic on which the numbers of changed applications are told. */
export const MATTER_CASE_CHANGED = 'matter_case_changed';

/** Who made something happen. */
export interface Actor {
  side: MatterEventRow['side'];
  /** `sub`; null when it was no person. */
  person: string | null;
}

export interface Change {
  actor: Actor;
  now: Date;
  calendar: WorkingCalendar;
  /** Further columns of the application. */
  columns?: Partial<MatterCaseRow>;
}

/**
 * Writes what has changed of a locked application: its rows, its timeline, the outbox.
 *
 * @returns the application as it is now
 */
export async function recordChange(
  { updateCase, updateStep, insertEvent, insertTold }: MatterStatements,
  client: TransactionSql,
  { row, matter: before, timeline }: LockedMatter,
  after: Matter,
  { actor, now, calendar, columns = {} }: Change,
): Promise<MatterCaseRow> {
  const { number } = row;
  const at = now.toISOString();
  const { state, endsAs, reason } = after;
  const events = eventsBetween(before, after).map((event, i) => ({
    ...event,
    caseNumber: number,
    sequence: timeline.length + i + 1,
    at,
    // What follows from something is done by the machine.
    side: i === 0 ? actor.side : ('MACHINE' as const),
    person: i === 0 ? actor.person : null,
  }));
  const isEnd = isOver(after) && !isOver(before);
  const changed = after.steps.filter((step, i) => step !== before.steps[i]);
  // That a department's case is at another version, and nothing else, is no change that people have to see.
  const isSeen =
    events.length > 0 || Object.keys(columns).length > 0 || changed.some((step) => showsMore(step, before));
  const version = isSeen ? row.version + 1 : row.version;
  const values: Partial<MatterCaseRow> = {
    ...columns,
    state,
    endsAs,
    reason,
    version,
    ...(isEnd && { endedAt: at }),
    ...(isEnd &&
      row.submittedAt !== null && {
        ...timesOf([...timeline, ...events], now),
        workingDays: calendar.workingDaysBetween(dayOf(new Date(row.submittedAt)), dayOf(now)) + 1,
      }),
  };
  // Sent together, and carried out one after the other.
  const [[stored]] = await Promise.all([
    updateCase(Object.keys(values)).run(client, { ...values, number }),
    ...changed.map((step) => updateStep.run(client, { ...columnsOf(step), caseNumber: number })),
    ...events.map((event) => insertEvent.run(client, event)),
    isSeen
      ? insertTold.run(client, {
          topic: MATTER_CASE_CHANGED,
          key: number,
          payload: { number, version, state },
        })
      : null,
  ]);
  return stored!;
}

/** Whether a step in the same state says something else to people. */
function showsMore({ name, result, problems }: StepFacts, before: Matter): boolean {
  const old = before.steps.find((step) => step.name === name)!;
  return !isDeepStrictEqual([result, problems], [old.result, old.problems]);
}
