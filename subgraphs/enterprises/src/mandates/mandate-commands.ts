import { dayOf } from '@yiwang/codes/working-days';
import { checkText, type Db, type KeyedCommand, runOnce, userError } from '@yiwang/subgraph-kit';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { LegalRepresentativeInput, MandateInput } from '../generated/types.ts';
import { isOfficial, type Person, type Principal, requireOfficial, requirePerson } from './authorize.ts';
import { checkItems, checkPerson, checkUntil } from './check-input.ts';
import type { MandateModel } from './mandate-models.ts';
import {
  endMandate,
  insertMandate,
  isMandateId,
  lockEnterprise,
  lockRepresentative,
  lockVisible,
  readVisible,
  requireRoom,
} from './mandate-rows.ts';
import { hasEnded, isClosed, type MandateCode, MAX_REASON_CHARACTERS, stateOf } from './mandate-rules.ts';
import { idempotencyKeys, type MandateEventRow } from './mandate-tables.ts';

/** A command's arguments, with the key by which it is done once. */
interface Keyed {
  idempotencyKey: string;
}

export interface Revocation extends Keyed {
  id: string;
  expectedVersion?: number | null | undefined;
  reason: string;
}

/** The part of a command that runs once, in its transaction. Returns the mandate's id. */
type Work = (tx: Db, now: Date) => Promise<string>;

export type MandateCommands = ReturnType<typeof createMandateCommands>;

/** The commands on mandates. Each is decided in one transaction, and throws UserErrors, or PublicError FORBIDDEN. */
export function createMandateCommands(db: PostgresJsDatabase, clock: () => Date) {
  return {
    give(
      caller: Principal,
      { input, idempotencyKey }: Keyed & { input: MandateInput },
    ): Promise<MandateModel> {
      const giver = requirePerson(caller);
      return once(giver, { name: 'giveMandate', key: idempotencyKey, input }, async (tx, now) => {
        const { uscc, person, until } = input;
        checkPerson(person);
        const items = checkItems(input.items);
        checkUntil(until, dayOf(now));
        const enterprise = await lockEnterprise(tx, uscc);
        const representative = await lockRepresentative(tx, uscc);
        if (enterprise === null || representative?.person !== giver.user) throw notRepresentative(uscc);
        if (isClosed(enterprise.status)) throw enterpriseClosed(uscc, enterprise.status);
        if (person === giver.user) {
          throw userError<MandateCode>(
            'OWN_MANDATE',
            'You are the legal representative, and act in all matters without a mandate of an agent.',
            ['input', 'person'],
          );
        }
        await requireRoom(tx, person, uscc, now);
        return insertMandate(tx, giver, now, { kind: 'AGENT', uscc, person, items, until }, null);
      });
    },

    registerLegalRepresentative(
      caller: Principal,
      { input, idempotencyKey }: Keyed & { input: LegalRepresentativeInput },
    ): Promise<MandateModel> {
      const official = requireOfficial(caller);
      const command = { name: 'registerLegalRepresentative', key: idempotencyKey, input };
      return once(official, command, async (tx, now) => {
        const { uscc, person } = input;
        checkPerson(person);
        const reason = checkText(input.reason, MAX_REASON_CHARACTERS, ['input', 'reason']);
        const enterprise = await lockEnterprise(tx, uscc);
        if (!enterprise) {
          throw userError<MandateCode>('UNKNOWN_ENTERPRISE', `The register holds no enterprise ${uscc}.`, [
            'input',
            'uscc',
          ]);
        }
        // One whose licence is revoked is wound up by somebody who represents it.
        if (hasEnded(enterprise.status)) throw enterpriseClosed(uscc, enterprise.status);
        const former = await lockRepresentative(tx, uscc);
        if (former?.person === person) {
          throw userError<MandateCode>(
            'ALREADY_REPRESENTATIVE',
            `The person is the legal representative of ${uscc} already, by ${former.id}.`,
            ['input', 'person'],
          );
        }
        if (former)
          await endMandate(tx, official, now, former, { action: 'REPLACE', as: 'OFFICIAL', reason });
        await requireRoom(tx, person, uscc, now);
        const mandate = { kind: 'LEGAL_REPRESENTATIVE', uscc, person, items: null, until: null } as const;
        return insertMandate(tx, official, now, mandate, reason);
      });
    },

    revoke(caller: Principal, { idempotencyKey, ...input }: Revocation): Promise<MandateModel> {
      const principal = isOfficial(caller) ? caller : requirePerson(caller);
      return once(principal, { name: 'revokeMandate', key: idempotencyKey, input }, async (tx, now) => {
        const { id, expectedVersion } = input;
        const reason = checkText(input.reason, MAX_REASON_CHARACTERS, ['reason']);
        const seen = isMandateId(id) ? await readVisible(tx, principal, id) : null;
        if (!seen) throw unknownMandate(id);
        const enterprise = await lockEnterprise(tx, seen.uscc);
        // Another legal representative may have been registered while this waited.
        const mandate = await lockVisible(tx, principal, id);
        if (!mandate) throw unknownMandate(id);
        if (expectedVersion != null && expectedVersion !== mandate.version) {
          throw userError<MandateCode>(
            'STALE_VERSION',
            `${id} has version ${mandate.version}, not ${expectedVersion}: read it again.`,
            ['expectedVersion'],
          );
        }
        const state = stateOf(mandate, enterprise!.status, dayOf(now));
        if (state !== 'IN_FORCE') {
          throw userError<MandateCode>('WRONG_STATE', `${id} is ${state}: only one in force can be ended.`, [
            'id',
          ]);
        }
        await endMandate(tx, principal, now, mandate, { ...actionOf(principal, mandate), reason });
        return id;
      });
    },
  };

  /** Runs a command in a transaction, once for its key, and returns the mandate as it is now. */
  function once(
    caller: Principal,
    command: Pick<KeyedCommand, 'name' | 'key' | 'input'>,
    work: Work,
  ): Promise<MandateModel> {
    return db.transaction(async (tx) => {
      const now = clock();
      const { result } = await runOnce(tx, idempotencyKeys, { ...command, caller, now }, () => work(tx, now));
      const mandate = await readVisible(tx, caller, result);
      // Whoever sends a command again may have lost the right to see its mandate.
      if (!mandate) throw unknownMandate(result);
      return mandate;
    });
  }
}

/** @throws UserErrors REGISTRATION_REQUIRED when the principal may not end the mandate */
function actionOf(
  principal: Principal | Person,
  mandate: MandateModel,
): Pick<MandateEventRow, 'action' | 'as'> {
  if (isOfficial(principal)) return { action: 'REVOKE', as: 'OFFICIAL' };
  if (mandate.kind === 'LEGAL_REPRESENTATIVE') {
    throw userError<MandateCode>(
      'REGISTRATION_REQUIRED',
      'A legal representative is changed by registration: apply for it at the department, and an official ends this mandate.',
      ['id'],
    );
  }
  if (mandate.person === principal.user) return { action: 'GIVE_UP', as: 'AGENT' };
  // Nobody else sees the mandate.
  return { action: 'REVOKE', as: 'LEGAL_REPRESENTATIVE' };
}

/** The error for a mandate that does not exist, or that the caller may not see: the two look the same. */
function unknownMandate(id: string) {
  return userError<MandateCode>('UNKNOWN_MANDATE', `${id} does not exist, or you may not see it.`, ['id']);
}

function notRepresentative(uscc: string) {
  return userError<MandateCode>(
    'NOT_LEGAL_REPRESENTATIVE',
    `Only the legal representative of ${uscc} may do this, and you are not registered as that.`,
    ['input', 'uscc'],
  );
}

function enterpriseClosed(uscc: string, status: string) {
  return userError<MandateCode>(
    'ENTERPRISE_CLOSED',
    `${uscc} is ${status}: nobody is given a mandate for it.`,
    ['input', 'uscc'],
  );
}
