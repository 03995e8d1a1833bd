import type { Db } from '@yiwang/subgraph-kit';
import { dayOf, type WorkingCalendar } from '@yiwang/codes/working-days';
import { and, asc, eq } from 'drizzle-orm';
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
import { columnsOf, type StoredMatter } from './stored-matter.ts';
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
  { row, matter: before }: StoredMatter,
  after: Matter,
  { actor, now, calendar, columns = {} }: Change,
): Promise<MatterCaseRow> {
  const { number } = row;
  const at = now.toISOString();
  const changed = after.steps.filter((step, i) => step !== before.steps[i]);
  for (const step of changed) {
    await tx
      .update(matterSteps)
      .set(columnsOf(step))
      .where(and(eq(matterSteps.caseNumber, number), eq(matterSteps.name, step.name)));
  }
  const earlier = await eventsOf(tx, number);
  const events = eventsBetween(before, after).map((event, i) => ({
    ...event,
    caseNumber: number,
    sequence: earlier.length + i + 1,
    at,
    // What follows from something is done by the machine.
    side: i === 0 ? actor.side : ('MACHINE' as const),
    person: i === 0 ? actor.person : null,
  }));
  if (events.length > 0) await tx.insert(matterEvents).values(events);
  const { state, endsAs, reason } = after;
  const isEnd = isOver(after) && !isOver(before);
  const [stored] = await tx
    .update(matterCases)
    .set({
      ...columns,
      state,
      endsAs,
      reason,
      version: row.version + 1,
      ...(isEnd && { endedAt: at }),
      ...(isEnd &&
        row.submittedAt !== null && {
          ...timesOf([...earlier, ...events], now),
          workingDays: calendar.workingDaysBetween(dayOf(new Date(row.submittedAt)), dayOf(now)) + 1,
        }),
    })
    .where(eq(matterCases.number, number))
    .returning();
  await tx.insert(outbox).values({
    topic: MATTER_CASE_CHANGED,
    key: number,
    payload: { number, version: stored!.version, state },
  });
  return stored!;
}

/** The timeline of an application, first event first. */
function eventsOf(tx: Db, number: string): Promise<MatterEventRow[]> {
  return tx
    .select()
    .from(matterEvents)
    .where(eq(matterEvents.caseNumber, number))
    .orderBy(asc(matterEvents.sequence));
}
