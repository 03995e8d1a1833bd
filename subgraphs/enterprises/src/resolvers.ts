import { PublicError } from '@yiwang/errors';
import { checkPageSize, connectionResolvers } from '@yiwang/subgraph-kit';
import { certificateResolvers } from '@yiwang/subgraph-kit/certificates';
import { changeCursor, enterpriseCursor } from './cursors.ts';
import { NAME } from './department.ts';
import { ENTERPRISE_TYPES } from './enterprise-types.ts';
import type { Resolvers } from './generated/types.ts';
import {
  mandateMutations,
  mandateQueries,
  mandatesOfEnterprise,
  mandateTypes,
} from './mandates/mandate-resolvers.ts';
import type { EnterpriseModel } from './models.ts';
import {
  registrationMutations,
  registrationQueries,
  registrationTypes,
} from './registrations/registration-resolvers.ts';
import type { RegistrationChangeRow } from './tables.ts';

export const resolvers: Resolvers = {
  Query: {
    async enterprise(_root, { uscc }, { loaders }) {
      const enterprise = await loaders.enterpriseByUscc.load(uscc);
      if (!enterprise) throw new PublicError('NOT_FOUND', `The register holds no enterprise ${uscc}.`);
      return enterprise;
    },

    enterprises: (_root, { filter, first, after }, { loaders }) =>
      loaders.search(filter ?? {}, { first, after }),

    async industry(_root, { code }, { loaders }) {
      const industry = await loaders.industryByCode.load(code);
      if (!industry) throw new PublicError('NOT_FOUND', `The table of industries holds no ${code}.`);
      return industry;
    },

    ...mandateQueries,
    ...registrationQueries,
  },

  Mutation: { ...mandateMutations, ...registrationMutations },

  ...registrationTypes,

  Enterprise: {
    __resolveReference: ({ uscc }, { loaders }) => loaders.enterpriseByUscc.load(uscc),

    type({ typeCode, typeText }) {
      const name = typeText ?? (typeCode && ENTERPRISE_TYPES[typeCode]);
      return name ? { code: typeCode, name } : null;
    },

    industry: ({ industryCode }, _args, { loaders }) =>
      industryCode === null ? null : loaders.industryByCode.load(industryCode),

    region: ({ regionCode }) => (regionCode === null ? null : { code: regionCode }),

    registeredCapital: ({ capitalAmount, capitalCurrency, capitalText }) =>
      capitalText === null ? null : { amount: capitalAmount, currency: capitalCurrency, text: capitalText },

    formerNames: ({ uscc }, _args, { loaders }) => loaders.formerNamesOf.load(uscc),

    async branches({ uscc }, { first, after }, { loaders }) {
      checkPageSize(first);
      const page = await loaders.branchesOf.load({ parent: uscc, first, after });
      return { ...page, countAll: async () => (await loaders.branchCountOf.load(uscc))?.count ?? 0 };
    },

    parent: ({ parentUscc }, _args, { loaders }) =>
      parentUscc === null ? null : loaders.enterpriseByUscc.load(parentUscc),

    async changes({ uscc }, { first, after }, { loaders }) {
      checkPageSize(first);
      const page = await loaders.changesOf.load({ parent: uscc, first, after });
      return { ...page, countAll: async () => (await loaders.changeCountOf.load(uscc))?.count ?? 0 };
    },

    mandates: mandatesOfEnterprise,
    licence: ({ uscc }, _args, { loaders }) => loaders.licenceOf.load(uscc),
  },

  Certificate: certificateResolvers(NAME),

  EnterpriseConnection: connectionResolvers<EnterpriseModel, number | null>((row) =>
    enterpriseCursor.encode([row.listedOn, row.uscc]),
  ),

  RegistrationChangeConnection: connectionResolvers<RegistrationChangeRow>((row) =>
    changeCursor.encode([row.changedOn, String(row.id)]),
  ),

  Industry: {
    __resolveReference: ({ code }, { loaders }) => loaders.industryByCode.load(code),
    parent: ({ parentCode }, _args, { loaders }) =>
      parentCode === null ? null : loaders.industryByCode.load(parentCode),
    children: ({ code }, _args, { loaders }) => loaders.industriesUnder.load(code),
  },

  Region: {
    enterpriseCount: async ({ code }, _args, { loaders }) =>
      (await loaders.enterpriseCountOf.load(code))?.count ?? 0,
  },

  ...mandateTypes,
};
