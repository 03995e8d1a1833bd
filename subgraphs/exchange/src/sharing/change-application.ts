import { PublicError } from '@yiwang/errors';
import { eq } from 'drizzle-orm';
import type { Db } from '../registry/database.ts';
import { refuse } from '../registry/refusal.ts';
import { type Caller, decides, isOwn } from './caller.ts';
import { timing } from './deadlines.ts';
import { addEvent } from './events.ts';
import type { Sharing } from './sharing.ts';
import { sharingApplications, type SharingApplicationRow } from './tables.ts';
import { APPLICATION_TRANSITIONS, type ApplicationAction, type Transition } from './transitions.ts';

/** What is done to which application, by whom. */
export interface ApplicationChange {
  caller: Caller;
  number: string;
  action: ApplicationAction;
  reason: string | null;
}

/** What changes beside the state; runs under the lock of the row. */
type Work = (tx: Db, row: SharingApplicationRow, now: Date) => Promise<Partial<SharingApplicationRow>>;

/**
 * Changes an application: its row is locked, so of several who want to at once the first wins, and the others see what it
 * has become.
 *
 * @throws Refusal UNKNOWN_NUMBER or WRONG_STATE, and what the work throws
 * @throws PublicError FORBIDDEN when it is for the other side to do
 */
export function changeApplication(
  sharing: Sharing,
  { caller, number, action, reason }: ApplicationChange,
  work: Work = async () => ({}),
): Promise<SharingApplicationRow> {
  return sharing.db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(sharingApplications)
      .where(eq(sharingApplications.number, number))
      .for('update');
    if (!row || !maySeeApplication(caller, row)) throw unknown(number);
    const transition: Transition<SharingApplicationRow['state']> = APPLICATION_TRANSITIONS[action];
    requireSide(transition.by, caller, row);
    if (!transition.from.includes(row.state)) throw wrongState(number, row.state, transition.from);

    const now = sharing.now();
    const state = transition.to ?? row.state;
    const changes: Partial<SharingApplicationRow> = {
      ...(transition.to && { state, dueAt: null }),
      ...(reason !== null && { reason }),
      ...(await work(tx, row, now)),
    };
    const [changed] =
      Object.keys(changes).length === 0
        ? [row]
        : await tx
            .update(sharingApplications)
            .set(changes)
            .where(eq(sharingApplications.id, row.id))
            .returning();
    await addEvent(tx, caller, {
      kind: 'APPLICATION',
      subject: number,
      at: now,
      action,
      from: row.state,
      to: state,
      reason,
      ...(transition.answers && {
        answeredBy: row.department,
        ...timing(sharing, row.submittedAt!, row.dueAt!, now),
      }),
    });
    return changed!;
  });
}

/** The client's own; the department's once it was submitted. */
export function maySeeApplication(
  caller: Caller,
  row: Pick<SharingApplicationRow, 'client' | 'department' | 'submittedAt'>,
): boolean {
  return isOwn(caller, row) || (row.submittedAt !== null && decides(caller, row));
}

/** @throws PublicError FORBIDDEN */
export function requireSide(
  side: 'CLIENT' | 'DEPARTMENT',
  caller: Caller,
  matter: { client: string; department: string },
): void {
  if (side === 'CLIENT' && !isOwn(caller, matter)) {
    throw new PublicError('FORBIDDEN', `Only the client ${matter.client} itself may do this.`);
  }
  if (side === 'DEPARTMENT' && !decides(caller, matter)) {
    throw new PublicError('FORBIDDEN', `Only ${matter.department} decides this.`);
  }
}

/** @param argument that names it */
export function unknown(number: string, argument = 'number') {
  return refuse('UNKNOWN_NUMBER', `There is no ${number}, or not for you to see.`, [argument]);
}

/** @param argument that names it */
export function wrongState(number: string, state: string, possible: readonly string[], argument = 'number') {
  const message = `${number} is ${state}; this can be done only while it is ${possible.join(' or ')}.`;
  return refuse('WRONG_STATE', message, [argument]);
}
