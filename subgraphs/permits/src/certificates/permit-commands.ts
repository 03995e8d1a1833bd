import { randomUUID } from 'node:crypto';
import { repairCode } from '@yiwang/codes';
import { dayOf } from '@yiwang/codes/working-days';
import { PublicError } from '@yiwang/errors';
import { checkText, type Db, runOnce, userError } from '@yiwang/subgraph-kit';
import type { CaseErrorCode } from '@yiwang/subgraph-kit/cases';
import type { Certificates, CertificateState } from '@yiwang/subgraph-kit/certificates';
import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type CasePrincipal, isOfficial, officesOf } from '../cases/case-rights.ts';
import { isCode } from '../codes.ts';
import type { LookAgain } from '../offers/follow-changes.ts';
import { idempotencyKeys, type PermitRow, permits, serviceItems } from '../tables.ts';
import { permitEvents, type PermitEventRow } from './certificate-tables.ts';
import { PERMIT } from './permit-certificates.ts';

type Change = PermitEventRow['change'];

export interface PermitArgs {
  number: string;
  reason?: string;
  idempotencyKey: string;
}

const MAX_REASON_CHARACTERS = 2000;

/** What a change makes of the certificate. */
const STATES: Readonly<Record<Change, CertificateState>> = {
  REVOKED: 'REVOKED',
  CANCELLED: 'REVOKED',
  SUSPENDED: 'SUSPENDED',
  RESUMED: 'VALID',
};

/** What follows a change of the permits of an enterprise: it may be entitled to something else now. Nothing where nothing is offered. */
export interface HolderChanges {
  lookAgain?: LookAgain | undefined;
  /** Called after the commit. */
  onOfferRun?: () => void;
}

export type PermitCommands = ReturnType<typeof createPermitCommands>;

/**
 * The commands on permits. Each changes the permit, its certificate and its history in one transaction, and throws UserErrors, or
 * PublicError FORBIDDEN.
 */
export function createPermitCommands(
  db: PostgresJsDatabase,
  issued: Pick<Certificates, 'setState'> | null,
  now: () => Date,
  { lookAgain, onOfferRun }: HolderChanges,
) {
  async function change(
    caller: CasePrincipal,
    name: string,
    { idempotencyKey, ...given }: PermitArgs & { how?: string },
    to: Change,
  ): Promise<PermitRow> {
    if (!isOfficial(caller)) {
      throw new PublicError('FORBIDDEN', 'Only an official of the department may do this.');
    }
    const at = now();
    const reason =
      given.reason === undefined ? null : checkText(given.reason, MAX_REASON_CHARACTERS, ['reason']);
    const row = await db.transaction(async (tx) => {
      const permit = await lockPermit(tx, given.number);
      const office = await officeOf(tx, caller.user, permit, dayOf(at));
      const command = { caller, key: idempotencyKey, name, input: given, now: at };
      const { isRepeat } = await runOnce(tx, idempotencyKeys, command, async () => {
        const set = changed(permit, to, dayOf(at));
        await tx.update(permits).set(set).where(eq(permits.number, permit.number));
        await tx.insert(permitEvents).values({
          id: randomUUID(),
          permitNumber: permit.number,
          change: to,
          reason,
          person: caller.user,
          office,
          client: caller.client,
          at: at.toISOString(),
        });
        // A permit of a register has no certificate.
        await issued?.setState(tx, { kind: PERMIT, record: permit.number }, STATES[to], at);
        if (permit.holderUscc !== null) await lookAgain?.(tx, permit.holderUscc);
        return permit.number;
      });
      if (isRepeat) return permit;
      const [after] = await tx.select().from(permits).where(eq(permits.number, permit.number));
      return after!;
    });
    onOfferRun?.();
    return row;
  }

  return {
    end: (caller: CasePrincipal, args: PermitArgs & { how: 'REVOKED' | 'CANCELLED' }) =>
      change(caller, 'endPermit', args, args.how),
    suspend: (caller: CasePrincipal, args: PermitArgs) => change(caller, 'suspendPermit', args, 'SUSPENDED'),
    resume: (caller: CasePrincipal, args: PermitArgs) => change(caller, 'resumePermit', args, 'RESUMED'),
  };
}

/** @throws UserErrors UNKNOWN_NUMBER */
async function lockPermit(tx: Db, given: string): Promise<PermitRow> {
  const number = repairCode(given);
  const [permit] = isCode('Permit.number', number)
    ? await tx.select().from(permits).where(eq(permits.number, number)).for('update')
    : [];
  if (permit) return permit;
  throw userError<CaseErrorCode>('UNKNOWN_NUMBER', `There is no permit ${given}.`, ['number']);
}

/**
 * The office by which a person may change a permit: of the department that offers the item, for the region of the permit.
 *
 * @throws UserErrors NOT_YOUR_REGION
 */
async function officeOf(
  tx: Db,
  user: string,
  { number, serviceItemCode, regionCode }: PermitRow,
  day: string,
): Promise<string> {
  const [item] = await tx
    .select({ department: serviceItems.departmentCode })
    .from(serviceItems)
    .where(eq(serviceItems.code, serviceItemCode ?? ''));
  const office = (await officesOf(tx, user, day)).find(
    (one) => one.departmentCode === item?.department && (regionCode ?? '').startsWith(one.regionCode),
  );
  if (office) return `${office.departmentCode}/${office.regionCode}`;
  throw userError<CaseErrorCode>(
    'NOT_YOUR_REGION',
    `${number} was issued where you do not decide: officials decide for their own office and region.`,
    ['number'],
  );
}

/**
 * The columns that a change sets.
 *
 * @throws UserErrors WRONG_STATE
 */
function changed({ number, endedOn, suspendedOn }: PermitRow, to: Change, day: string): Partial<PermitRow> {
  const wrong = (what: string) =>
    userError<CaseErrorCode>('WRONG_STATE', `${number} ${what}: nothing was changed.`, ['number']);
  if (endedOn !== null) throw wrong('has ended');
  if (to === 'SUSPENDED') {
    if (suspendedOn !== null) throw wrong('is suspended already');
    return { suspendedOn: day };
  }
  if (to !== 'RESUMED') return { endedOn: day, endedBy: to };
  if (suspendedOn === null) throw wrong('is not suspended');
  return { suspendedOn: null };
}
