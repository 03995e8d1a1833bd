import { accessMutations, accessQueries, accessTypes } from './access-log/resolvers.ts';
import { catalogueQueries, catalogueTypes } from './catalogue/resolvers.ts';
import type { Resolvers } from './generated/types.ts';
import { regionQueries, regionTypes } from './region-resolvers.ts';
import { registryMutations, registryQueries, registryTypes } from './registry/resolvers.ts';
import { sharingMutations } from './sharing/mutations.ts';
import { sharingQueries } from './sharing/queries.ts';
import { sharingTypes } from './sharing/types.ts';
import { statisticsQueries, statisticsTypes } from './statistics/resolvers.ts';
import { usageMutations, usageQueries } from './usage/resolvers.ts';

export const resolvers: Resolvers = {
  Query: {
    ...regionQueries,
    ...registryQueries,
    ...usageQueries,
    ...catalogueQueries,
    ...sharingQueries,
    ...statisticsQueries,
    ...accessQueries,
  },
  Mutation: { ...registryMutations, ...usageMutations, ...sharingMutations, ...accessMutations },
  ...regionTypes,
  ...registryTypes,
  ...catalogueTypes,
  ...sharingTypes,
  ...statisticsTypes,
  ...accessTypes,
};
