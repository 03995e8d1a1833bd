import { PublicError } from '@yiwang/errors';
import { checkPageSize, connectionResolvers } from '@yiwang/subgraph-kit';
import type { Resolvers } from '../generated/types.ts';
import { loadFullName, loadPath, loadRegion, type RegionLoader } from './load-region.ts';
import type { ListedRegion } from './region-models.ts';
import { regionCursor } from './region-search.ts';

export const regionQueries: Resolvers['Query'] = {
  async region(_root, { code }, { loaders }) {
    const region = await loaders.regionByCode.load(code);
    if (!region) throw new PublicError('NOT_FOUND', `The list of regions has no ${code}.`);
    return region;
  },

  async regions(_root, { filter, first, after }, { loaders }) {
    await Promise.all([
      checkListed('filter.parent', filter?.parent, loaders),
      checkListed('filter.within', filter?.within, loaders),
    ]);
    return loaders.searchRegions(filter ?? {}, { first, after });
  },
};

export const regionTypes: Resolvers = {
  Region: {
    __resolveReference: ({ code }, { loaders }) => loadRegion(code, loaders),

    parent: ({ parentCode }, _args, { loaders }) =>
      parentCode === null ? null : loaders.regionByCode.load(parentCode),

    async children({ code }, { first, after }, { loaders }) {
      checkPageSize(first);
      const page = await loaders.childrenOf.load({ parent: code, first, after });
      return { ...page, countAll: async () => (await loaders.childCountOf.load(code))?.count ?? 0 };
    },

    path: (region, _args, { loaders }) => loadPath(region, loaders),

    fullName: (region, _args, { loaders }) => loadFullName(region, loaders),
  },

  RegionConnection: connectionResolvers<ListedRegion>((row) => regionCursor.encode([row.code])),
};

/** @throws PublicError UNKNOWN_CODE */
async function checkListed(
  argument: string,
  code: string | null | undefined,
  { regionByCode }: RegionLoader,
) {
  if (code && !(await regionByCode.load(code))) {
    throw new PublicError('UNKNOWN_CODE', `${argument} ${code} is not in the list of regions.`);
  }
}
