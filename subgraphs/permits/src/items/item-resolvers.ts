import { PublicError } from '@yiwang/errors';
import { catchUserErrors, connectionResolvers } from '@yiwang/subgraph-kit';
import { readCode } from '../codes.ts';
import type { ItemErrorCode, ItemVersionInput, Resolvers } from '../generated/types.ts';
import { checkForm } from '@yiwang/subgraph-kit/forms';
import { guideOf, storedMaterial } from './guides/published-guide.ts';
import { catalogueItemCursor, itemDeviationCursor, itemVersionCursor } from './item-cursors.ts';
import { versionKey } from './item-loaders.ts';
import type { ItemDeviationModel } from './item-models.ts';
import type { CatalogueItemRow, ItemVersionRow } from './item-tables.ts';
import { requirementsOf } from './rules/requirements.ts';
import type { Entitlement } from '../offers/entitlement.ts';
import { seesDrafts } from './versions/authorize-official.ts';
import type { VersionContent } from './versions/check-content.ts';
import type { ChangedVersion } from './versions/item-commands.ts';

export const itemQueries = {
  async serviceDepartments(_root, { region }, { loaders }) {
    const offers = await loaders.departmentsOfRegion(region);
    return offers.map(({ itemCount, ...department }) => ({ department, itemCount }));
  },

  async catalogueItem(_root, { basicCode }, { loaders }) {
    const item = await loaders.catalogueItemByCode.load(readCode('CatalogueItem.basicCode', basicCode));
    if (!item) throw new PublicError('NOT_FOUND', 'The catalogue holds no item of this code.');
    return item;
  },

  catalogueItems: (_root, { filter, first, after }, { loaders }) =>
    loaders.searchCatalogue(filter ?? {}, { first, after }),

  itemDeviations: (_root, { filter, first, after }, { loaders }) =>
    loaders.searchDeviations(filter ?? {}, { first, after }),

  async itemVersion(_root, { item, version }, { loaders, caller }) {
    const itemCode = readCode('ServiceItem.code', item);
    const row = isNumber(version)
      ? await loaders.itemVersionByKey.load(versionKey({ itemCode, version }))
      : null;
    if (row && (isPublic(row) || seesDrafts(caller))) return row;
    throw new PublicError('NOT_FOUND', 'There is no such version, or you may not see it.');
  },

  itemVersions: (_root, { item, state, first, after }, { loaders, caller }) => {
    if (!seesDrafts(caller)) {
      throw new PublicError(
        'FORBIDDEN',
        'Only officials of this department may list versions that are not published.',
      );
    }
    const itemCode = item == null ? null : readCode('ServiceItem.code', item);
    return loaders.searchVersions({ item: itemCode, state }, { first, after });
  },
} satisfies Resolvers['Query'];

export const itemMutations = {
  draftItemVersion: (_root, { item, content, revision, idempotencyKey }, { commands, caller }) =>
    payload(() =>
      commands.items.draft(caller, {
        item,
        content: contentOf(content),
        revision: revision ?? null,
        idempotencyKey,
      }),
    ),
  submitItemVersion: (_root, args, { commands, caller }) =>
    payload(() => commands.items.submit(caller, args)),
  returnItemVersion: (_root, args, { commands, caller }) =>
    payload(() => commands.items.sendBack(caller, args)),
  publishItemVersion: (_root, args, { commands, caller }) =>
    payload(() => commands.items.publish(caller, args)),
} satisfies Resolvers['Mutation'];

/** Fields of a service item that its published version fills. */
export const itemFields = {
  catalogueItem: ({ basicCode }, _args, { loaders }) =>
    basicCode === null ? null : loaders.catalogueItemByCode.load(basicCode),
  version: ({ code }, _args, { loaders }) => loaders.publishedVersionOf.load(code),
  form: async ({ code }, _args, { loaders }) => (await loaders.publishedVersionOf.load(code))?.form ?? null,

  async requirements({ code }, { answers }, { loaders }) {
    const version = await loaders.publishedVersionOf.load(code);
    return version && requirements(version, answers);
  },
} satisfies Resolvers['ServiceItem'];

export const itemTypes = {
  CatalogueItem: {
    __resolveReference: ({ basicCode }, { loaders }) =>
      loaders.catalogueItemByCode.load(readCode('CatalogueItem.basicCode', basicCode)),
  },
  CatalogueItemConnection: connectionResolvers<CatalogueItemRow>(({ basicCode }) =>
    catalogueItemCursor.encode([basicCode]),
  ),

  ItemDeviation: {
    serviceItem: async ({ itemCode }, _args, { loaders }) =>
      (await loaders.serviceItemByCode.load(itemCode))!,
    catalogueItem: ({ basicCode }, _args, { loaders }) =>
      basicCode === null ? null : loaders.catalogueItemByCode.load(basicCode),
  },
  ItemDeviationConnection: {
    ...connectionResolvers<ItemDeviationModel>(({ itemCode, aspect }) =>
      itemDeviationCursor.encode([itemCode, aspect]),
    ),
    counts: ({ countByAspect }) => countByAspect(),
  },

  ItemVersion: {
    serviceItem: async ({ itemCode }, _args, { loaders }) =>
      (await loaders.serviceItemByCode.load(itemCode))!,
    guide: async (version, _args, { loaders }) =>
      guideOf(version, (await loaders.serviceItemByCode.load(version.itemCode))!),
    history: (version, _args, { loaders, caller }) =>
      seesDrafts(caller) ? loaders.eventsOfVersion.load(versionKey(version)) : null,
  },
  ItemVersionConnection: connectionResolvers<ItemVersionRow>(({ itemCode, version }) =>
    itemVersionCursor.encode([itemCode, String(version)]),
  ),

  GuideMaterial: {
    code: ({ code }) => code ?? null,
    nameEn: ({ nameEn }) => nameEn ?? null,
    heldBy: ({ heldBy }) => heldBy ?? null,
    need: ({ need, fromSharedData }) => need ?? (fromSharedData ? 'NEVER' : null),
    neededWhen: ({ neededWhen }) => neededWhen ?? null,
  },
} satisfies Partial<Resolvers>;

function requirements({ form, guide, rules }: ItemVersionRow, answers: unknown) {
  const problems = checkForm(form, answers, { isPartial: true });
  const nothing = { rule: null, ruleEn: null, materials: [], steps: [] };
  if (problems.length > 0) {
    const userErrors = problems.map(({ code, message, path }) => ({
      code,
      message,
      field: ['answers', ...path],
    }));
    return { ...nothing, userErrors };
  }
  const found = requirementsOf(guide, rules, answers);
  if (!found) {
    const message =
      'No rule of this item decides for these answers. Ask the department, or fill in more of the form.';
    return { ...nothing, userErrors: [{ code: 'NO_RULE_APPLIES' as const, message, field: ['answers'] }] };
  }
  const rule = rules.rows[found.row]!;
  return {
    rule: rule.title,
    ruleEn: rule['x-title-en'],
    materials: found.materials.map(storedMaterial),
    steps: found.steps,
    userErrors: [],
  };
}

async function payload(command: () => Promise<ChangedVersion>) {
  const { result, userErrors } = await catchUserErrors<ChangedVersion, ItemErrorCode>(command);
  return { itemVersion: result?.row ?? null, warnings: result?.warnings ?? [], userErrors };
}

function contentOf({ guide, form, rules, prefill, entitlement }: ItemVersionInput): VersionContent {
  const materials = guide.materials.map(({ originals = 1, copies = 0, heldBy, ...material }) => ({
    ...material,
    originals,
    copies,
    heldBy: heldBy ?? null,
  }));
  return {
    guide: { ...guide, materials },
    form,
    rules,
    prefill: prefill ?? null,
    entitlement: entitlementOf(entitlement),
  };
}

/** Conditions and answers are whatever JSON an official sent, until they are checked. */
function entitlementOf(input: ItemVersionInput['entitlement']): Entitlement | null {
  if (!input) return null;
  const { subject = 'uscc', validDays = 90, form = {} } = input;
  return { ...input, subject, validDays, form } as Entitlement;
}

function isPublic({ state }: ItemVersionRow): boolean {
  return state === 'PUBLISHED' || state === 'SUPERSEDED';
}

/** Whether a version may have this number. */
function isNumber(version: number): boolean {
  return version >= 1;
}
