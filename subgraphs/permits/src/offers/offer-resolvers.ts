import { PublicError } from '@yiwang/errors';
import { type Caller, catchUserErrors, checkPageSize, connectionResolvers } from '@yiwang/subgraph-kit';
import type { CaseErrorCode } from '@yiwang/subgraph-kit/cases';
import type { CaseInputErrorCode } from '../cases/start-case.ts';
import { readCode } from '../codes.ts';
import type { ItemErrorCode, Resolvers } from '../generated/types.ts';
import { versionKey } from '../items/item-loaders.ts';
import { seesDrafts } from '../items/versions/authorize-official.ts';
import { todayInChina } from '../permit-status.ts';
import type { OfferErrorCode } from './offer-commands.ts';
import { offerCursor, offerRunCursor, stateOf } from './offer-lists.ts';
import type { OfferRow, OfferRunRow } from './offer-tables.ts';

export const offerQueries = {
  myOffers: (_root, { filter, first, after }, { loaders, caller }) =>
    loaders.myOffers(caller, filter ?? {}, { first, after }),
  offerRuns: (_root, { item, first, after }, { loaders, caller }) => {
    if (!seesDrafts(caller)) {
      throw new PublicError('FORBIDDEN', 'Only officials of this department may list runs.');
    }
    return loaders.offerRuns(item == null ? null : readCode('ServiceItem.code', item), { first, after });
  },
} satisfies Resolvers['Query'];

export const offerMutations = {
  async runOffers(_root, args, { commands, caller }) {
    const { result, userErrors } = await catchUserErrors<OfferRunRow, ItemErrorCode>(() =>
      commands.offerRuns.run(caller, args),
    );
    return { run: result, userErrors };
  },
  async acceptOffer(_root, args, { commands, caller, loaders }) {
    const { result, userErrors } = await outcome(caller, () => commands.offers.accept(caller, args));
    return { offer: result && (await loaders.offerOfCase.load(result.number)), case: result, userErrors };
  },
  async declineOffer(_root, args, { commands, caller }) {
    const { result, userErrors } = await outcome(caller, () => commands.offers.decline(caller, args));
    return { offer: result, case: null, userErrors };
  },
} satisfies Resolvers['Mutation'];

export const offerFields = {
  Case: {
    async offer({ number, source }, _args, { loaders }) {
      const offer = source === 'GRAPH' ? await loaders.offerOfCase.load(number) : null;
      return offer?.state === 'ACCEPTED' ? offer : null;
    },
  },
  Enterprise: {
    async offers({ uscc }, { first, after }, { loaders }) {
      checkPageSize(first);
      const page = await loaders.offersOf.load({ parent: uscc, first, after });
      return { ...page, countAll: async () => (await loaders.offerCountOf.load(uscc))?.count ?? 0 };
    },
  },
} satisfies Partial<Resolvers>;

export const offerTypes = {
  Offer: {
    __resolveReference: ({ id }, { loaders }) => loaders.offerById.load(id),
    serviceItem: async ({ itemCode }, _args, { loaders }) =>
      (await loaders.serviceItemByCode.load(itemCode))!,
    itemVersion: ({ version }) => version,
    enterprise: ({ uscc }) => ({ uscc }),
    state: (offer, _args, { now }) => stateOf(offer, todayInChina(now())),
    version: ({ revision }) => revision,
    reason: async (offer, _args, { loaders }) =>
      rowOf(offer, await loaders.itemVersionByKey.load(versionKey(offer)))?.title ?? null,
    reasonEn: async (offer, _args, { loaders }) =>
      rowOf(offer, await loaders.itemVersionByKey.load(versionKey(offer)))?.['x-title-en'] ?? null,
    case: ({ caseNumber, state }, _args, { loaders }) =>
      caseNumber === null || state !== 'ACCEPTED' ? null : loaders.caseByNumber.load(caseNumber),
  },
  OfferConnection: connectionResolvers<OfferRow>(({ id }) => offerCursor.encode([id])),
  OfferRun: {
    id: ({ id }) => String(id),
    serviceItem: async ({ itemCode }, _args, { loaders }) =>
      (await loaders.serviceItemByCode.load(itemCode))!,
    itemVersion: ({ version }) => version,
    enterprise: ({ uscc }) => (uscc === null ? null : { uscc }),
  },
  OfferRunConnection: connectionResolvers<OfferRunRow>(({ id }) => offerRunCursor.encode([String(id)])),
} satisfies Partial<Resolvers>;

function rowOf({ entitledBy }: OfferRow, version: { entitlement: ItemEntitlement } | null) {
  return version?.entitlement?.conditions[entitledBy];
}

type ItemEntitlement = { conditions: { title: string; 'x-title-en': string }[] } | null;

/** While nobody can find out for whom the caller acts, nobody is told that there is no such offer. */
async function outcome<Result>({ areMandatesKnown }: Caller, command: () => Promise<Result>) {
  const found = await catchUserErrors<Result, CaseErrorCode | CaseInputErrorCode | OfferErrorCode>(command);
  const isHidden = found.userErrors.some(({ code }) => code === 'UNKNOWN_OFFER' || code === 'NO_MANDATE');
  if (areMandatesKnown || !isHidden) return found;
  throw new PublicError(
    'GRANTS_UNAVAILABLE',
    'It cannot be found out at the moment for whom you act. Try again in a moment.',
  );
}
