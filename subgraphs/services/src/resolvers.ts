import {
  caseMutations,
  caseQueries,
  caseSubscriptions,
  caseTypes,
  enterpriseFields,
} from './cases/matter-case-resolvers.ts';
import { certificateQueries, certificateTypes } from './certificates/certificate-resolvers.ts';
import { matterMutations, matterQueries, matterTypes } from './definition/matter-resolvers.ts';
import type { Resolvers } from './generated/types.ts';

export const resolvers: Resolvers = {
  Query: { ...matterQueries, ...caseQueries, ...certificateQueries },
  Mutation: { ...caseMutations, ...matterMutations },
  Subscription: caseSubscriptions,
  ...matterTypes,
  ...caseTypes,
  ...certificateTypes,
  Enterprise: enterpriseFields,
};
