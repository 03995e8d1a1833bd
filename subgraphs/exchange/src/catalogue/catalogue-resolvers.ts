import { PublicError } from '@yiwang/errors';
import { connectionResolvers } from '@yiwang/subgraph-kit';
import type { Resolvers } from '../generated/types.ts';
import { resourceCursor, searchCatalogue } from './catalogue-search.ts';
import type { DataResourceModel } from './catalogue.ts';

export const catalogueQueries: Resolvers['Query'] = {
  dataResources: async (_root, { filter, first, after }, { loaders }) =>
    searchCatalogue(await loaders.catalogue(), filter ?? {}, { first, after }),

  async dataResource(_root, { code }, { loaders }) {
    const resource = (await loaders.catalogue()).byCode.get(code);
    if (!resource) throw new PublicError('NOT_FOUND', `The catalogue has no data resource ${code}.`);
    return resource;
  },

  dataCatalogue: (_root, { format }, { loaders }) => loaders.exportedCatalogue(format),
};

export const catalogueTypes: Resolvers = {
  DataResource: {
    department: ({ department }) => ({ name: department }),

    async related({ related }, _args, { loaders }) {
      const { byCode } = await loaders.catalogue();
      return related.flatMap((code) => byCode.get(code) ?? []);
    },
  },

  DataResourceConnection: connectionResolvers<DataResourceModel>(({ code }) => resourceCursor.encode([code])),
};
