import { searchForm } from '@yiwang/codes';
import { type Db, userError } from '@yiwang/subgraph-kit';
import { and, eq, isNull, lt, ne, sql } from 'drizzle-orm';
import { enterprises } from '../tables.ts';
import type { RegistrationCode } from './check-registration.ts';
import { nameReservations } from './registration-tables.ts';

/** Names the locks of names among advisory locks. Any fixed number will do. */
const NAME_LOCKS = 7_391_062;

/**
 * Locks a name until the end of the transaction: whoever reserves, registers or gives it up waits.
 *
 * @returns the form by which names are compared
 */
export async function lockName(tx: Db, name: string): Promise<string> {
  const searchName = searchForm(name);
  await tx.execute(sql`select pg_advisory_xact_lock(${NAME_LOCKS}, hashtext(${searchName}))`);
  return searchName;
}

/** @throws UserErrors NAME_TAKEN when an enterprise has it that is not deregistered */
export async function requireUnregistered(tx: Db, searchName: string): Promise<void> {
  const [found] = await tx
    .select({ uscc: enterprises.uscc })
    .from(enterprises)
    .where(and(eq(enterprises.searchName, searchName), ne(enterprises.status, 'DEREGISTERED')))
    .limit(1);
  if (found) throw nameTaken(`The enterprise ${found.uscc} has this name.`);
}

/** Ends the reservation of a name whose day is over, unless a case uses it. */
export async function endExpired(tx: Db, searchName: string, today: string): Promise<void> {
  await tx
    .update(nameReservations)
    .set({ ended: 'EXPIRED' })
    .where(
      and(
        eq(nameReservations.searchName, searchName),
        isNull(nameReservations.ended),
        isNull(nameReservations.caseNumber),
        lt(nameReservations.until, today),
      ),
    );
}

export function nameTaken(why: string) {
  return userError<RegistrationCode>('NAME_TAKEN', `${why} Choose another name.`, ['input', 'name']);
}
