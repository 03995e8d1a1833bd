import { eq } from 'drizzle-orm';
import type { Db } from '../shared/database.ts';
import { userError } from '../shared/user-errors.ts';
import { type SharingApplicationRow, sharingApplications } from '../tables/sharing-tables.ts';
import { maySeeApplication, type Principal, requireSide } from './authorize.ts';
import { timing } from './deadlines.ts';
import { addEvent } from './event-log.ts';
import type { Sharing } from './sharing.ts';
import { APPLICATION_TRANSITIONS, type ApplicationAction, type Transition } from './transitions.ts';

/** One change of one application. */
export interface ApplicationChange {
  caller: Principal;
  number: string;
  action: ApplicationAction;
  reason: string | null;
}

/** Computes the columns that change besides the state. It runs while the row is locked. */
type Work = (tx: Db, row: SharingApplicationRow, now: Date) => Promise<Partial<SharingApplicationRow>>;

/**
 * Changes an application while its row is locked. Of several concurrent changes the first one wins; the others see its result.
 *
 * @throws UserErrors UNKNOWN_NUMBER or WRONG_STATE, and what `work` throws
 * @throws PublicError FORBIDDEN when only the other side may do this
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
    if (!row || !maySeeApplication(caller, row)) throw unknownNumber(number);
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

/**
 * The error for a number that does not exist, or that the caller may not see: the two look the same.
 *
 * @param argument the one that holds the number
 */
export function unknownNumber(number: string, argument = 'number') {
  return userError('UNKNOWN_NUMBER', `${number} does not exist, or you may not see it.`, [argument]);
}

/**
 * The error for something that cannot be done in the present state.
 *
 * @param argument the one that holds the number
 */
export function wrongState(number: string, state: string, allowed: readonly string[], argument = 'number') {
  const message = `${number} is ${state}. This is possible only while it is ${allowed.join(' or ')}.`;
  return userError('WRONG_STATE', message, [argument]);
}
