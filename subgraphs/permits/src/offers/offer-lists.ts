import { PublicError } from '@yiwang/errors';
import {
  anyOf,
  askedKey,
  askedKeys,
  type Caller,
  checkPageSize,
  type Connection,
  createPageLoader,
  createRowLoader,
  defineKeyset,
  type PageArguments,
  preparePages,
  toPage,
} from '@yiwang/subgraph-kit';
import { and, count, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { OfferFilter } from '../generated/types.ts';
import { serviceItems } from '../tables.ts';
import { todayInChina as todayOf } from '../permit-status.ts';
import { type OfferRow, type OfferRunRow, offerRuns, offers, type OfferState } from './offer-tables.ts';

export type OfferConnectionModel = Connection<OfferRow>;
export type OfferRunConnectionModel = Connection<OfferRunRow>;

/** Newest first. */
export const offerCursor = defineKeyset('offers', ['text']);
export const offerRunCursor = defineKeyset('offerRuns', ['integer']);

/** The loaders of offers; see prepareLoaders. */
export function prepareOfferLoaders(db: PostgresJsDatabase, now: () => Date) {
  const keys = sql.placeholder('keys');
  const byId = db.select().from(offers).where(anyOf(offers.id, keys)).prepare('offers_by_id');
  const byCase = db.select().from(offers).where(anyOf(offers.caseNumber, keys)).prepare('offers_by_case');
  const counts = db
    .select({ uscc: offers.uscc, count: count() })
    .from(offers)
    .where(anyOf(offers.uscc, keys))
    .groupBy(offers.uscc)
    .prepare('offer_counts_by_enterprise');
  /** Uses the index offers_list. */
  const ofEnterprise = preparePages<OfferRow>(offerCursor, ({ keys: usccs, limit, after }) => {
    const page = db
      .select()
      .from(offers)
      .where(and(eq(offers.uscc, askedKey), after ? sql`${offers.id} < ${after[0]}::text` : undefined))
      .orderBy(desc(offers.id))
      .limit(limit)
      .as('page');
    return db.select(page._.selectedFields).from(askedKeys(usccs)).crossJoinLateral(page);
  });

  return {
    offerById: createRowLoader<OfferRow>(
      ({ id }) => id,
      (ids) => byId.execute({ keys: ids }),
    ),
    offerOfCase: createRowLoader<OfferRow>(
      ({ caseNumber }) => caseNumber!,
      (numbers) => byCase.execute({ keys: numbers }),
    ),
    offersOf: createPageLoader<OfferRow>(({ uscc }) => uscc, ofEnterprise),
    offerCountOf: createRowLoader<{ uscc: string; count: number }>(
      ({ uscc }) => uscc,
      (usccs) => counts.execute({ keys: usccs }),
    ),

    /** @throws PublicError FORBIDDEN when no person is signed in, INVALID_ARGUMENT, CONTRADICTORY_FILTER, MALFORMED_CURSOR */
    async myOffers(
      { user, mandates }: Pick<Caller, 'user' | 'mandates'>,
      { states, enterprise }: OfferFilter,
      { first, after }: PageArguments,
    ): Promise<OfferConnectionModel> {
      checkPageSize(first);
      if (user === null) {
        throw new PublicError(
          'FORBIDDEN',
          'Nobody is signed in: an application that acts for itself has no offers.',
        );
      }
      if (states && states.length === 0) {
        throw new PublicError('CONTRADICTORY_FILTER', 'filter.states is empty: leave it out for all states.');
      }
      const held = mandates.filter(({ uscc }) => enterprise == null || uscc === enterprise);
      const behind = after == null ? undefined : sql`${offers.id} < ${offerCursor.decode(after)[0]}`;
      const matching = and(
        or(sql`false`, ...held.map(({ uscc, items }) => and(eq(offers.uscc, uscc), isOfMatter(items)))),
        states ? or(...states.map((state) => isIn(state, now()))) : undefined,
      );
      const rows = await db
        .select()
        .from(offers)
        .where(and(matching, behind))
        .orderBy(desc(offers.id))
        .limit(first + 1);
      return { ...toPage(rows, first), countAll: () => db.$count(offers, matching) };
    },

    async offerRuns(item: string | null, { first, after }: PageArguments): Promise<OfferRunConnectionModel> {
      checkPageSize(first);
      const matching = item === null ? undefined : eq(offerRuns.itemCode, item);
      const behind =
        after == null ? undefined : sql`${offerRuns.id} < ${offerRunCursor.decode(after)[0]}::bigint`;
      const rows = await db
        .select()
        .from(offerRuns)
        .where(and(matching, behind))
        .orderBy(desc(offerRuns.id))
        .limit(first + 1);
      return { ...toPage(rows, first), countAll: () => db.$count(offerRuns, matching) };
    },
  };
}

/** How an offer stands now: its last day may be over before a run has marked it. */
export function stateOf({ state, validUntil }: OfferRow, today: string): OfferState {
  return state === 'OFFERED' && validUntil < today ? 'EXPIRED' : state;
}

function isIn(state: OfferState, now: Date): SQL {
  const today = todayOf(now);
  if (state === 'OFFERED') return and(eq(offers.state, state), sql`${offers.validUntil} >= ${today}::date`)!;
  if (state !== 'EXPIRED') return inArray(offers.state, [state]);
  return or(
    eq(offers.state, state),
    and(eq(offers.state, 'OFFERED'), sql`${offers.validUntil} < ${today}::date`),
  )!;
}

/** Whether the item of an offer is one of those, by basic code; null for all. */
function isOfMatter(items: readonly string[] | null): SQL | undefined {
  if (items === null) return undefined;
  return sql`exists (select 1 from ${serviceItems} where ${serviceItems.code} = ${offers.itemCode} and ${anyOf(serviceItems.basicCode, items)})`;
}
