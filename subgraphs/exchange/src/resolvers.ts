import { accessMutations, accessQueries, accessTypes } from './access-log/access-resolvers.ts';
import { catalogueQueries, catalogueTypes } from './catalogue/catalogue-resolvers.ts';
import { NAME } from './department.ts';
import type { Resolvers } from './generated/types.ts';
import { regionQueries, regionTypes } from './regions/region-resolvers.ts';
import { registryMutations, registryQueries, registryTypes } from './registry/registry-resolvers.ts';
import { sharingMutations } from './sharing/sharing-mutations.ts';
import { sharingQueries } from './sharing/sharing-queries.ts';
import { sharingTypes } from './sharing/sharing-types.ts';
import { createStatisticsQueries, statisticsTypes } from './statistics/statistics-resolvers.ts';
import { usageMutations, usageQueries } from './usage/usage-resolvers.ts';

export const resolvers: Resolvers = {
  Query: {
    ...regionQueries,
    ...registryQueries,
    ...usageQueries,
    ...catalogueQueries,
    ...sharingQueries,
    ...createStatisticsQueries(NAME),
    ...accessQueries,
  },
  Mutation: {
    ...registryMutations,
    ...usageMutations,
    ...sharingMutations,
    ...accessMutations,
  },
  ...regionTypes,
  ...registryTypes,
  ...catalogueTypes,
  ...sharingTypes,
  ...statisticsTypes,
  ...accessTypes,
};
