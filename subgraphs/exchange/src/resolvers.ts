import { accessMutations, accessQueries, accessTypes } from './access-log/resolvers.ts';
import { catalogueQueries, catalogueTypes } from './catalogue/resolvers.ts';
import type { Resolvers } from './generated/types.ts';
import { regionQueries, regionTypes } from './region-resolvers.ts';
import { registryMutations, registryQueries, registryTypes } from './registry/resolvers.ts';
import { usageMutations, usageQueries } from './usage/resolvers.ts';

export const resolvers: Resolvers = {
  Query: { ...regionQueries, ...registryQueries, ...usageQueries, ...catalogueQueries, ...accessQueries },
  Mutation: { ...registryMutations, ...usageMutations, ...accessMutations },
  ...regionTypes,
  ...registryTypes,
  ...catalogueTypes,
  ...accessTypes,
};
