import { dayOf } from '@yiwang/codes/working-days';
import { checkText, type Db, keepRejection, runOnce, userError } from '@yiwang/subgraph-kit';
import { type CasePrincipal, requireFilingClient } from '@yiwang/subgraph-kit/cases';
import { and, eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type {
  MutationReleaseEnterpriseNameArgs as ReleaseArgs,
  MutationReserveEnterpriseNameArgs as ReserveArgs,
} from '../generated/types.ts';
import { idempotencyKeys } from '../mandates/mandate-tables.ts';
import { checkName, checkRegion, type RegistrationCode } from './check-registration.ts';
import { endExpired, lockName, nameTaken, requireUnregistered } from './enterprise-names.ts';
import { nameReservations, type ReservationRow } from './registration-tables.ts';

const MAX_REFERENCE_CHARACTERS = 100;
const DAY_MS = 86_400_000;
/** What a command that had nothing to do has made. */
const NOTHING = '';

export type NameCommands = ReturnType<typeof createNameCommands>;

/** Reserves names and gives them up, for clients that run matters. Each throws UserErrors, or PublicError FORBIDDEN. */
export function createNameCommands(db: PostgresJsDatabase, now: () => Date, reservationDays: number) {
  return {
    reserve(caller: CasePrincipal, { input, idempotencyKey }: ReserveArgs): Promise<ReservationRow | null> {
      const command = { name: 'reserveEnterpriseName', key: idempotencyKey, input };
      return once(caller, command, async (tx, at) => {
        const name = checkName(input.name);
        checkRegion(input.region);
        const reference = checkText(input.reference, MAX_REFERENCE_CHARACTERS, ['input', 'reference']);
        const searchName = await lockName(tx, name);
        await endExpired(tx, searchName, dayOf(at));
        await requireUnregistered(tx, searchName);
        const [made] = await tx
          .insert(nameReservations)
          .values({
            name,
            searchName,
            regionCode: input.region,
            reservedThrough: caller.client,
            reference,
            reservedAt: at.toISOString(),
            until: dayOf(new Date(at.getTime() + reservationDays * DAY_MS)),
          })
          .onConflictDoNothing()
          .returning({ id: nameReservations.id });
        if (!made) throw nameTaken('The name is reserved.');
        return made.id;
      });
    },

    release(caller: CasePrincipal, { id, idempotencyKey }: ReleaseArgs): Promise<ReservationRow | null> {
      const command = { name: 'releaseEnterpriseName', key: idempotencyKey, input: { id } };
      return once(caller, command, async (tx) => {
        const [found] = await tx.select().from(nameReservations).where(ownedBy(caller, id)).for('update');
        if (!found) return NOTHING;
        if (found.ended !== null) return found.id;
        if (found.caseNumber !== null) {
          throw userError<RegistrationCode>(
            'NAME_IN_USE',
            `The case ${found.caseNumber} uses the name: withdraw it first.`,
            ['id'],
          );
        }
        await tx
          .update(nameReservations)
          .set({ ended: 'RELEASED' })
          .where(eq(nameReservations.sequence, found.sequence));
        return found.id;
      });
    },
  };

  /** Runs a command once for its key. */
  async function once(
    caller: CasePrincipal,
    command: { name: string; key: string; input: object },
    work: (tx: Db, at: Date) => Promise<string>,
  ): Promise<ReservationRow | null> {
    requireFilingClient(caller);
    const at = now();
    const keyed = { ...command, caller, now: at };
    return keepRejection(db, idempotencyKeys, keyed, () =>
      db.transaction(async (tx) => {
        const { result } = await runOnce(tx, idempotencyKeys, keyed, () => work(tx, at));
        const [found] = await tx.select().from(nameReservations).where(ownedBy(caller, result));
        return found ?? null;
      }),
    );
  }
}

/** The reservation, if the client made it. */
export function ownedBy({ client }: CasePrincipal, id: string) {
  return and(eq(nameReservations.id, id), eq(nameReservations.reservedThrough, client));
}
