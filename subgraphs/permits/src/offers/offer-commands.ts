import { repairCode } from '@yiwang/codes';
import { dayOf } from '@yiwang/codes/working-days';
import { type Db, runOnce, userError } from '@yiwang/subgraph-kit';
import type { CaseErrorCode as KitErrorCode } from '@yiwang/subgraph-kit/cases';
import { checkAnswers } from '@yiwang/subgraph-kit/forms';
import {
  fillForm,
  type FormPrefill,
  type GatewayClient,
  PREFILL_BASIS,
  type PrefilledValue,
  runPrefill,
} from '@yiwang/subgraph-kit/prefill';
import { and, eq, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { CaseCommands } from '../cases/case-commands.ts';
import { basicCodeOf, type CasePrincipal } from '../cases/case-rights.ts';
import { NAME } from '../department.ts';
import { type ItemVersionRow, itemVersions } from '../items/item-tables.ts';
import { casePrefills } from '../prefill/prefill-tables.ts';
import { type CaseRow, cases, idempotencyKeys } from '../tables.ts';
import { type OfferRow, offers } from './offer-tables.ts';

export type OfferErrorCode = 'UNKNOWN_OFFER' | 'DAY_PASSED' | 'WRONG_STATE' | 'STALE_VERSION';

interface Answer {
  id: string;
  expectedVersion: number;
  idempotencyKey: string;
}

export interface Acceptance extends Answer {
  form?: unknown;
}

export interface OfferCommandOptions {
  db: PostgresJsDatabase;
  client: GatewayClient | null;
  cases: CaseCommands;
  formPrefill: FormPrefill;
  now: () => Date;
}

/** What applicants do with offers. Each throws UserErrors. */
export function createOfferCommands({ db, client, cases: commands, formPrefill, now }: OfferCommandOptions) {
  return {
    /**
     * Begins a case as a draft, notes it in the offer, fills in its form and submits it. Sent again after it broke off between the two, it goes
     * on with the same case.
     */
    async accept(caller: CasePrincipal, args: Acceptance): Promise<CaseRow> {
      const { id, expectedVersion, idempotencyKey } = args;
      const given = args.form ?? {};
      const offer = await requireOffer(db, caller, id);
      const isRepeat = offer.state === 'ACCEPTED';
      if (!isRepeat) await requireOpen(db, offer, expectedVersion);
      const version = await versionOf(db, offer);
      checkAnswers(version.form, given, true, ['form']);
      const values = isRepeat ? [] : await readValues(offer, version);
      const { form, rows } = fillForm(version.form, { ...version.entitlement?.form, ...given }, values);
      // Before anything is begun: what is missing is asked for at once.
      if (!isRepeat) checkAnswers(version.form, form, false, ['form']);
      const before = offer.caseNumber === null ? null : await readCase(offer.caseNumber);
      // A draft that the applicant has submitted or withdrawn himself is none of the offer any more.
      const goesOn = before !== null && (isRepeat || before.state === 'DRAFT');
      const { number, version: seen } = goesOn ? before : await readCase(await begin(caller, offer));
      const input = { id, form: given, expectedVersion };
      const step = { number, expectedVersion: seen, idempotencyKey };
      return commands.take(
        'acceptOffer',
        caller,
        step,
        { action: 'SUBMIT' },
        async (tx) => {
          await requireOpen(tx, await lock(tx, id), expectedVersion);
          const at = now().toISOString();
          await answer(tx, id, { state: 'ACCEPTED', answeredBy: caller.user, changedAt: at });
          for (const row of rows) {
            const columns = { ...row, caseNumber: number, readAt: at };
            await tx.insert(casePrefills).values(columns).onConflictDoNothing();
          }
          return { form, receivedOn: dayOf(now()) };
        },
        input,
      );
    },

    async decline(caller: CasePrincipal, { idempotencyKey: key, ...args }: Answer): Promise<OfferRow> {
      await requireOffer(db, caller, args.id);
      await db.transaction(async (tx) => {
        const command = { caller, key, name: 'declineOffer', input: args, now: now() };
        await runOnce(tx, idempotencyKeys, command, async () => {
          await requireOpen(tx, await lock(tx, args.id), args.expectedVersion);
          const changedAt = now().toISOString();
          await answer(tx, args.id, { state: 'DECLINED', answeredBy: caller.user, changedAt });
          return args.id;
        });
      });
      return requireOffer(db, caller, args.id);
    },
  };

  /** The draft of an offer's case: one, however many begin it at once. */
  async function begin(
    caller: CasePrincipal,
    { id, itemCode, uscc, revision, caseNumber: before }: OfferRow,
  ): Promise<string> {
    const input = { item: itemCode, applicant: uscc, form: {} };
    const idempotencyKey = [id, revision, before].join('/');
    const { number } = await commands.start(caller, { input, idempotencyKey }, async (tx, made) => {
      const { caseNumber } = await lock(tx, id);
      if (caseNumber !== before) throw stale('Somebody else accepts this offer at this moment.');
      await tx.update(offers).set({ caseNumber: made }).where(eq(offers.id, id));
    });
    return number;
  }

  async function readCase(number: string): Promise<CaseRow> {
    const [row] = await db.select().from(cases).where(eq(cases.number, number));
    return row!;
  }

  async function readValues(offer: OfferRow, version: ItemVersionRow): Promise<PrefilledValue[]> {
    const compiled = await formPrefill.find(version);
    if (client === null || compiled === null) return [];
    const variables = { uscc: offer.uscc, region: null };
    return runPrefill(client, compiled, variables, {
      basis: PREFILL_BASIS,
      caseNumber: offer.id,
      requester: NAME,
    });
  }

  /** @throws UserErrors WRONG_STATE, STALE_VERSION, DAY_PASSED */
  async function requireOpen(tx: Db, offer: OfferRow, expectedVersion: number): Promise<void> {
    const { id, state, revision, validUntil } = offer;
    if (state !== 'OFFERED') {
      throw userError<OfferErrorCode>(
        'WRONG_STATE',
        `The offer ${id} is ${state}: it cannot be answered any more.`,
        ['id'],
      );
    }
    if (validUntil < dayOf(now())) {
      throw userError<OfferErrorCode>(
        'DAY_PASSED',
        `The offer ${id} could be accepted until ${validUntil}.`,
        ['id'],
      );
    }
    if (revision !== expectedVersion) {
      throw stale(
        `The offer is at version ${revision}, and you saw version ${expectedVersion}. Read it again.`,
      );
    }
    if ((await versionOf(tx, offer)).state === 'PUBLISHED') return;
    throw userError<OfferErrorCode>(
      'WRONG_STATE',
      'The item has a new version. Whoever is entitled under it gets a new offer.',
      ['id'],
    );
  }
}

/** @throws UserErrors UNKNOWN_OFFER for whoever does not act for the enterprise in the matter, as if there were none */
async function requireOffer(db: Db, caller: CasePrincipal, given: string): Promise<OfferRow> {
  const id = repairCode(given);
  const [row] = OFFER_ID.test(id) ? await db.select().from(offers).where(eq(offers.id, id)) : [];
  if (row && caller.user !== null && caller.mandateFor(row.uscc, basicCodeOf(row.itemCode)) !== null)
    return row;
  throw userError<OfferErrorCode>(
    'UNKNOWN_OFFER',
    'There is no such offer, or you do not act for whom it was made to.',
    ['id'],
  );
}

const OFFER_ID = /^OF-\d{4}-\d{8,18}$/;

async function lock(tx: Db, id: string): Promise<OfferRow> {
  const [row] = await tx.select().from(offers).where(eq(offers.id, id)).for('update');
  return row!;
}

async function answer(tx: Db, id: string, set: Partial<OfferRow>): Promise<void> {
  await tx
    .update(offers)
    .set({ ...set, revision: sql`${offers.revision} + 1` })
    .where(eq(offers.id, id));
}

async function versionOf(tx: Db, { itemCode, version }: OfferRow): Promise<ItemVersionRow> {
  const [row] = await tx
    .select()
    .from(itemVersions)
    .where(and(eq(itemVersions.itemCode, itemCode), eq(itemVersions.version, version)));
  return row!;
}

function stale(message: string) {
  return userError<KitErrorCode>('STALE_VERSION', message, ['expectedVersion']);
}
