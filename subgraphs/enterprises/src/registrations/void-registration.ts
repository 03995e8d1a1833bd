import { dayOf } from '@yiwang/codes/working-days';
import { type Caller, checkText, type Db, runOnce, userError } from '@yiwang/subgraph-kit';
import {
  CASE_CHANGED,
  type CaseOffice,
  readCaseNumber,
  requireFiled,
  requireFilingClient,
  unknownNumber,
} from '@yiwang/subgraph-kit/cases';
import { tellEnterpriseChanged } from '@yiwang/subgraph-kit/outbox';
import { eq, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { LICENCE, type Licences } from '../certificates/licences.ts';
import type { MutationVoidRegistrationArgs as VoidArgs } from '../generated/types.ts';
import { idempotencyKeys } from '../mandates/mandate-tables.ts';
import { type EnterpriseRow, enterprises } from '../tables.ts';
import type { RegistrationCode } from './check-registration.ts';
import { lockName } from './enterprise-names.ts';
import { cases, outbox, type RegistrationRow } from './registration-tables.ts';

const MAX_REASON_CHARACTERS = 2000;
/** States in which a case may still register something. */
const OPEN: readonly RegistrationRow['state'][] = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'ACCEPTED',
  'UNDER_REVIEW',
  'SUSPENDED',
];

/**
 * Voids what a granted case has registered, for the client that filed it: see `voidRegistration` of the schema.
 *
 * @param licences null where none are issued
 */
export function createVoidRegistration(
  db: PostgresJsDatabase,
  { now, onChange }: CaseOffice,
  licences: Pick<Licences, 'setState'> | null,
) {
  return async function voidRegistration(caller: Caller, args: VoidArgs): Promise<RegistrationRow> {
    requireFilingClient(caller);
    const number = readCaseNumber(args.number);
    const input = { number, reason: args.reason };
    const reason = checkText(args.reason, MAX_REASON_CHARACTERS, ['reason']);
    const row = await db.transaction(async (tx) => {
      const at = now();
      const command = { caller, key: args.idempotencyKey, name: 'voidRegistration', input, now: at };
      await runOnce(tx, idempotencyKeys, command, async () => {
        const found = await lockFiled(tx, caller, number);
        if (OPEN.includes(found.state)) {
          throw userError<RegistrationCode>(
            'WRONG_STATE',
            `The case is ${found.state}, and has registered nothing yet: withdraw it.`,
          );
        }
        if (found.uscc !== null) {
          await voidGranted(tx, caller, found, reason, at);
          await licences?.setState(tx, { kind: LICENCE, record: found.uscc }, 'REVOKED', at);
        }
        return number;
      });
      return lockFiled(tx, caller, number);
    });
    onChange();
    return row;
  };
}

/** @throws UserErrors UNKNOWN_NUMBER when the client did not file it */
async function lockFiled(tx: Db, caller: Caller, number: string): Promise<RegistrationRow> {
  const [found] = await tx.select().from(cases).where(eq(cases.number, number)).for('update');
  if (!found) throw unknownNumber(number);
  requireFiled(caller, found);
  return found;
}

async function voidGranted(
  tx: Db,
  { client }: Caller,
  row: RegistrationRow,
  reason: string,
  at: Date,
): Promise<void> {
  const { number, uscc, version, state, filedThrough } = row;
  // In the order in which commands on mandates lock: the enterprise before persons.
  const [enterprise] = await tx.select().from(enterprises).where(eq(enterprises.uscc, uscc!)).for('update');
  await lockName(tx, row.name);
  await requireFree(tx, enterprise);
  await tx.execute(
    sql`select void_registration(${number}, ${client}, ${reason}, ${at.toISOString()}::timestamptz)`,
  );
  await tx
    .update(cases)
    .set({ uscc: null, voidedOn: dayOf(at) })
    .where(eq(cases.number, number));
  const payload = { number, version, action: 'VOID', state };
  await tx.insert(outbox).values({ topic: CASE_CHANGED, key: number, payload, filedThrough });
  await tellEnterpriseChanged(tx, outbox, uscc!);
}

/** @throws UserErrors ENTERPRISE_IN_USE when it has branches, or has come into a register that was imported */
async function requireFree(tx: Db, enterprise: EnterpriseRow | undefined): Promise<void> {
  const [branch] = await tx
    .select({ uscc: enterprises.uscc })
    .from(enterprises)
    .where(eq(enterprises.parentUscc, enterprise?.uscc ?? ''))
    .limit(1);
  if (enterprise && enterprise.source !== 'REGISTER' && !branch) return;
  throw userError<RegistrationCode>(
    'ENTERPRISE_IN_USE',
    branch
      ? `The enterprise has a branch, ${branch.uscc}.`
      : 'The enterprise is in a register that was imported: it is deregistered there.',
    ['number'],
  );
}
