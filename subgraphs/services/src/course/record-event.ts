import type { Db } from '@yiwang/subgraph-kit';
import { dayOf, type WorkingCalendar } from '@yiwang/codes/working-days';
import { and, eq } from 'drizzle-orm';
import {
  type MatterCaseRow,
  matterCases,
  type MatterEventRow,
  matterEvents,
  matterSteps,
  outbox,
} from '../tables.ts';
import { eventsBetween } from './events-between.ts';
import { isOver, type Matter } from './matter.ts';
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
  tx: Db,
  { row, matter: before, timeline }: LockedMatter,
  after: Matter,
  { actor, now, calendar, columns = {} }: Change,
): Promise<MatterCaseRow> {
  const { number } = row;
  const at = now.toISOString();
  const version = row.version + 1;
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
  // Sent together, and carried out one after the other.
  const [[stored]] = await Promise.all([
    tx
      .update(matterCases)
      .set({
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
      })
      .where(eq(matterCases.number, number))
      .returning(),
    ...changed.map((step) =>
      tx
        .update(matterSteps)
        .set(columnsOf(step))
        .where(and(eq(matterSteps.caseNumber, number), eq(matterSteps.name, step.name))),
    ),
    events.length > 0 ? tx.insert(matterEvents).values(events) : null,
    tx
      .insert(outbox)
      .values({ topic: MATTER_CASE_CHANGED, key: number, payload: { number, version, state } }),
  ]);
  return stored!;
}
