import { dayOf } from '@yiwang/codes/working-days';
import { checkText, type Db, keepRejection, runOnce, userError } from '@yiwang/subgraph-kit';
import {
  CASE_CHANGED,
  type CaseErrorCode,
  readCaseNumber,
  requireFiled,
  requireFilingClient,
  unknownNumber,
} from '@yiwang/subgraph-kit/cases';
import type { Certificates } from '@yiwang/subgraph-kit/certificates';
import { eq, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { PERMIT } from '../certificates/permit-certificates.ts';
import type { MutationVoidFiledCaseArgs as VoidArgs } from '../generated/types.ts';
import { type CaseRow, cases, idempotencyKeys, outbox, permits } from '../tables.ts';
import type { CasePrincipal } from './case-rights.ts';

const MAX_REASON_CHARACTERS = 2000;
/** States in which a case may still give a permit. */
const OPEN: readonly CaseRow['state'][] = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'ACCEPTED',
  'UNDER_REVIEW',
  'SUSPENDED',
];

interface VoidOptions {
  /** Null where no certificates are issued. */
  issued: Pick<Certificates, 'setState'> | null;
  now: () => Date;
  /** Called after the commit. */
  onChange: () => void;
}

/**
 * Voids the permit of a granted case, for the client that filed it: see `voidFiledCase` of the schema. A rejection stays one for its key.
 *
 * @throws UserErrors UNKNOWN_NUMBER, WRONG_STATE, MALFORMED_TEXT, a key's errors
 * @throws PublicError FORBIDDEN without the scope matters:run
 */
export function createVoidFiledCase(db: PostgresJsDatabase, { issued, now, onChange }: VoidOptions) {
  return async function voidFiledCase(caller: CasePrincipal, args: VoidArgs): Promise<CaseRow> {
    requireFilingClient(caller);
    const number = readCaseNumber(args.number);
    const at = now();
    const input = { number, reason: args.reason };
    const command = { caller, key: args.idempotencyKey, name: 'voidFiledCase', input, now: at };
    const row = await keepRejection(db, idempotencyKeys, command, () =>
      db.transaction(async (tx) => {
        await runOnce(tx, idempotencyKeys, command, async () => {
          const reason = checkText(args.reason, MAX_REASON_CHARACTERS, ['reason']);
          const found = await lockFiled(tx, caller, number);
          if (OPEN.includes(found.state)) {
            throw userError<CaseErrorCode>(
              'WRONG_STATE',
              `The case is ${found.state}, and has given no permit yet: withdraw it.`,
              ['number'],
            );
          }
          if (found.decision === 'GRANTED' && found.voidedOn === null) {
            await voidGranted(tx, caller, found, reason, at);
          }
          return number;
        });
        return lockFiled(tx, caller, number);
      }),
    );
    onChange();
    return row;
  };

  async function voidGranted(tx: Db, { client }: CasePrincipal, row: CaseRow, reason: string, at: Date) {
    const { number, version, state, filedThrough } = row;
    // Officials lock a permit before its certificate.
    const [permit] = await tx
      .select({ number: permits.number })
      .from(permits)
      .where(eq(permits.caseNumber, number))
      .for('update');
    await tx.execute(
      sql`select void_permit(${number}, ${client}, ${reason}, ${at.toISOString()}::timestamptz)`,
    );
    await issued?.setState(tx, { kind: PERMIT, record: permit!.number }, 'REVOKED', at);
    await tx
      .update(cases)
      .set({ voidedOn: dayOf(at) })
      .where(eq(cases.number, number));
    const payload = { number, version, action: 'VOID', state };
    await tx.insert(outbox).values({ topic: CASE_CHANGED, key: number, payload, filedThrough });
  }
}

/** @throws UserErrors UNKNOWN_NUMBER when the client did not file it */
async function lockFiled(tx: Db, caller: CasePrincipal, number: string): Promise<CaseRow> {
  const [found] = await tx.select().from(cases).where(eq(cases.number, number)).for('update');
  if (!found) throw unknownNumber(number);
  requireFiled(caller, found);
  return found;
}
