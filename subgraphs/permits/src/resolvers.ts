import { PublicError } from '@yiwang/errors';
import {
  checkPageSize,
  connectionResolvers,
  enterpriseSubject,
  regionsOfArguments,
} from '@yiwang/subgraph-kit';
import { caseMutations, caseQueries, caseSubscriptions, caseTypes } from './cases/case-resolvers.ts';
import { filedCaseMutations, filedCaseQueries, filedCaseTypes } from './cases/filed-case-resolvers.ts';
import {
  certificateFields,
  certificateTypes,
  permitMutations,
} from './certificates/certificate-resolvers.ts';
import { readCode } from './codes.ts';
import { permitCursor, serviceItemCursor } from './cursors.ts';
import type { Resolvers } from './generated/types.ts';
import { offerFields, offerMutations, offerQueries, offerTypes } from './offers/offer-resolvers.ts';
import { hasGuide } from './has-guide.ts';
import { indexQueries, indexTypes } from './indices/index-resolvers.ts';
import { itemFields, itemMutations, itemQueries, itemTypes } from './items/item-resolvers.ts';
import { materialFields, materialMutations, materialTypes } from './materials/material-resolvers.ts';
import type { ServiceItemModel } from './models.ts';
import { statusOn, todayInChina } from './permit-status.ts';
import { prefillFields, prefillMutations } from './prefill/prefill-resolvers.ts';
import { reformFields, reformMutations, reformQueries, reformTypes } from './reform/reform-resolvers.ts';
import type { PermitRow } from './tables.ts';
import { webhookMutations, webhookQueries, webhookTypes } from './webhooks/webhook-resolvers.ts';

export const resolvers: Resolvers = {
  ...itemTypes,
  ...filedCaseTypes,
  ...webhookTypes,
  ...certificateTypes,
  ...reformTypes,
  ...indexTypes,
  ...offerTypes,

  Query: {
    ...itemQueries,

    async serviceItem(_root, { code }, { loaders }) {
      const item = await loaders.serviceItemByCode.load(readCode('ServiceItem.code', code));
      if (!item) throw new PublicError('NOT_FOUND', 'The register holds no service item of this code.');
      return item;
    },

    serviceItems: (_root, { filter, first, after }, { loaders }) =>
      loaders.search(filter ?? {}, { first, after }),

    ...caseQueries,
    ...filedCaseQueries,
    ...webhookQueries,
    ...reformQueries,
    ...indexQueries,
    ...offerQueries,

    async permit(_root, { number }, { loaders }) {
      const permit = await loaders.permitByNumber.load(readCode('Permit.number', number));
      if (!permit) throw new PublicError('NOT_FOUND', 'The register holds no permit of this number.');
      return permit;
    },
  },

  Mutation: {
    ...caseMutations,
    ...filedCaseMutations,
    ...materialMutations,
    ...prefillMutations,
    ...itemMutations,
    ...webhookMutations,
    ...permitMutations,
    ...reformMutations,
    ...offerMutations,
  },

  Subscription: caseSubscriptions,

  ServiceItem: {
    ...itemFields,
    ...reformFields,
    __resolveReference: ({ code }, { loaders }) =>
      loaders.serviceItemByCode.load(readCode('ServiceItem.code', code)),
    department: ({ departmentCode, departmentName }) => ({ code: departmentCode, name: departmentName }),
    region: ({ regionCode }) => regionReference(regionCode),
    guide: (item) => (hasGuide(item) ? item : null),
    noVisit: ({ visits }) => (visits === null ? null : visits === 0),
  },

  ...caseTypes,
  ...materialTypes,
  Case: { ...caseTypes.Case, ...materialFields, ...prefillFields, ...offerFields.Case },

  Permit: {
    ...certificateFields,
    __resolveReference: ({ number }, { loaders }) =>
      loaders.permitByNumber.load(readCode('Permit.number', number)),
    serviceItem: ({ serviceItemCode }, _args, { loaders }) =>
      serviceItemCode === null ? null : loaders.serviceItemByCode.load(serviceItemCode),
    holder: ({ holderUscc }) => enterpriseReference(holderUscc),
    region: ({ regionCode }) => regionReference(regionCode),
    status: (permit, { on }) => statusOn(permit, on ?? todayInChina()),
    async case({ caseNumber }, _args, { loaders }) {
      return caseNumber === null ? null : loaders.caseByNumber.load(caseNumber);
    },
  },

  Enterprise: {
    ...offerFields.Enterprise,

    async permits({ uscc }, { first, after }, { loaders }) {
      checkPageSize(first);
      const page = await loaders.permitsOf.load({ parent: uscc, first, after });
      return { ...page, countAll: async () => (await loaders.permitCountOf.load(uscc))?.count ?? 0 };
    },

    async cases({ uscc }, args, { loaders, caller }, info) {
      const { first, after } = args;
      checkPageSize(first);
      const regions = regionsOfArguments(caller, info, args, [enterpriseSubject(uscc)]);
      const { pageOf, countOf } = loaders.casesOf({ regions });
      const page = await pageOf.load({ parent: uscc, first, after });
      return { ...page, countAll: async () => (await countOf.load(uscc))?.count ?? 0 };
    },
  },

  Region: {
    permitCount: async ({ code }, _args, { loaders }) =>
      (await loaders.permitCountUnder.load(code))?.count ?? 0,
  },

  ServiceItemConnection: connectionResolvers<ServiceItemModel>(({ code }) =>
    serviceItemCursor.encode([code]),
  ),
  PermitConnection: connectionResolvers<PermitRow>(({ validFrom, number }) =>
    permitCursor.encode([validFrom, number]),
  ),
};

function regionReference(code: string | null) {
  return code === null ? null : { code };
}

function enterpriseReference(uscc: string | null) {
  return uscc === null ? null : { uscc };
}
