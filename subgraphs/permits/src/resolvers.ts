import { PublicError } from '@yiwang/errors';
import {
  checkPageSize,
  connectionResolvers,
  enterpriseSubject,
  regionsOfArguments,
} from '@yiwang/subgraph-kit';
import { readCode } from './codes.ts';
import { caseCursor, permitCursor, serviceItemCursor } from './cursors.ts';
import type { Context } from './context.ts';
import type { Resolvers, SubscriptionCaseChangedArgs } from './generated/types.ts';
import { hasGuide } from './has-guide.ts';
import { itemFields, itemMutations, itemQueries, itemTypes } from './items/item-resolvers.ts';
import type { Loaders } from './loaders.ts';
import type { ServiceItemModel } from './models.ts';
import { statusOn, todayInChina } from './permit-status.ts';
import type { CaseRow, PermitRow } from './tables.ts';
import { timelineOf } from './timeline.ts';

export const resolvers: Resolvers = {
  ...itemTypes,

  Query: {
    ...itemQueries,

    async serviceItem(_root, { code }, { loaders }) {
      const item = await loaders.serviceItemByCode.load(readCode('ServiceItem.code', code));
      if (!item) throw new PublicError('NOT_FOUND', 'The register holds no service item of this code.');
      return item;
    },

    serviceItems: (_root, { filter, first, after }, { loaders }) =>
      loaders.search(filter ?? {}, { first, after }),

    case: (_root, { number }, { loaders }) => findCase(loaders, number),

    async permit(_root, { number }, { loaders }) {
      const permit = await loaders.permitByNumber.load(readCode('Permit.number', number));
      if (!permit) throw new PublicError('NOT_FOUND', 'The register holds no permit of this number.');
      return permit;
    },
  },

  Mutation: itemMutations,

  Subscription: {
    caseChanged: {
      async subscribe(_root, { number }, { loaders, progress }) {
        const found = await findCase(loaders, number);
        return progress.follow(found.number);
      },
      resolve: (_event: unknown, { number }: SubscriptionCaseChangedArgs, { loaders }: Context) =>
        findCase(loaders, number),
    },
  },

  ServiceItem: {
    ...itemFields,
    __resolveReference: ({ code }, { loaders }) =>
      loaders.serviceItemByCode.load(readCode('ServiceItem.code', code)),
    department: ({ departmentCode, departmentName }) => ({ code: departmentCode, name: departmentName }),
    region: ({ regionCode }) => regionReference(regionCode),
    guide: (item) => (hasGuide(item) ? item : null),
    noVisit: ({ visits }) => (visits === null ? null : visits === 0),
  },

  Case: {
    __resolveReference: ({ number }, { loaders }) =>
      loaders.caseByNumber.load(readCode('Case.number', number)),
    serviceItem: ({ serviceItemCode }, _args, { loaders }) =>
      serviceItemCode === null ? null : loaders.serviceItemByCode.load(serviceItemCode),
    applicant: ({ applicantUscc }) => enterpriseReference(applicantUscc),
    region: ({ regionCode }) => regionReference(regionCode),
    timeline: timelineOf,
    permit: ({ number }, _args, { loaders }) => loaders.permitOfCase.load(number),
  },

  Permit: {
    __resolveReference: ({ number }, { loaders }) =>
      loaders.permitByNumber.load(readCode('Permit.number', number)),
    serviceItem: ({ serviceItemCode }, _args, { loaders }) =>
      serviceItemCode === null ? null : loaders.serviceItemByCode.load(serviceItemCode),
    holder: ({ holderUscc }) => enterpriseReference(holderUscc),
    region: ({ regionCode }) => regionReference(regionCode),
    status: (permit, { on }) => statusOn(permit, on ?? todayInChina()),
    case: ({ caseNumber }, _args, { loaders }) =>
      caseNumber === null ? null : loaders.caseByNumber.load(caseNumber),
  },

  Enterprise: {
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
  CaseConnection: connectionResolvers<CaseRow>(({ receivedOn, number }) =>
    caseCursor.encode([receivedOn, number]),
  ),
  PermitConnection: connectionResolvers<PermitRow>(({ validFrom, number }) =>
    permitCursor.encode([validFrom, number]),
  ),
};

async function findCase(loaders: Loaders, number: string): Promise<CaseRow> {
  const found = await loaders.caseByNumber.load(readCode('Case.number', number));
  if (!found) throw new PublicError('NOT_FOUND', 'The register holds no case of this number.');
  return found;
}

function regionReference(code: string | null) {
  return code === null ? null : { code };
}

function enterpriseReference(uscc: string | null) {
  return uscc === null ? null : { uscc };
}
