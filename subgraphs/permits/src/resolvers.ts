import { PublicError } from '@yiwang/errors';
import { checkPageSize, connectionResolvers, regionsOfArguments } from '@yiwang/subgraph-kit';
import { readCode } from './codes.ts';
import { applicationCursor, permitCursor, serviceItemCursor } from './cursors.ts';
import type { Context } from './context.ts';
import type { Resolvers, SubscriptionApplicationProgressedArgs } from './generated/types.ts';
import { hasGuide } from './has-guide.ts';
import type { Loaders } from './loaders.ts';
import type { ServiceItemModel } from './models.ts';
import { statusOn, todayInChina } from './permit-status.ts';
import type { ApplicationRow, PermitRow } from './tables.ts';
import { timelineOf } from './timeline.ts';

export const resolvers: Resolvers = {
  Query: {
    async serviceItem(_root, { code }, { loaders }) {
      const item = await loaders.serviceItemByCode.load(readCode('ServiceItem.code', code));
      if (!item) throw new PublicError('NOT_FOUND', 'The register holds no service item of this code.');
      return item;
    },

    serviceItems: (_root, { filter, first, after }, { loaders }) =>
      loaders.search(filter ?? {}, { first, after }),

    application: (_root, { number }, { loaders }) => findApplication(loaders, number),

    async permit(_root, { number }, { loaders }) {
      const permit = await loaders.permitByNumber.load(readCode('Permit.number', number));
      if (!permit) throw new PublicError('NOT_FOUND', 'The register holds no permit of this number.');
      return permit;
    },
  },

  Subscription: {
    applicationProgressed: {
      async subscribe(_root, { number }, { loaders, progress }) {
        const application = await findApplication(loaders, number);
        return progress.follow(application.number);
      },
      resolve: (_event: unknown, { number }: SubscriptionApplicationProgressedArgs, { loaders }: Context) =>
        findApplication(loaders, number),
    },
  },

  ServiceItem: {
    __resolveReference: ({ code }, { loaders }) =>
      loaders.serviceItemByCode.load(readCode('ServiceItem.code', code)),
    department: ({ departmentCode, departmentName }) => ({ code: departmentCode, name: departmentName }),
    region: ({ regionCode }) => regionReference(regionCode),
    guide: (item) => (hasGuide(item) ? item : null),
    noVisit: ({ visits }) => (visits === null ? null : visits === 0),
  },

  Application: {
    __resolveReference: ({ number }, { loaders }) =>
      loaders.applicationByNumber.load(readCode('Application.number', number)),
    serviceItem: ({ serviceItemCode }, _args, { loaders }) =>
      serviceItemCode === null ? null : loaders.serviceItemByCode.load(serviceItemCode),
    applicant: ({ applicantUscc }) => enterpriseReference(applicantUscc),
    region: ({ regionCode }) => regionReference(regionCode),
    timeline: timelineOf,
    permit: ({ number }, _args, { loaders }) => loaders.permitOfApplication.load(number),
  },

  Permit: {
    __resolveReference: ({ number }, { loaders }) =>
      loaders.permitByNumber.load(readCode('Permit.number', number)),
    serviceItem: ({ serviceItemCode }, _args, { loaders }) =>
      serviceItemCode === null ? null : loaders.serviceItemByCode.load(serviceItemCode),
    holder: ({ holderUscc }) => enterpriseReference(holderUscc),
    region: ({ regionCode }) => regionReference(regionCode),
    status: (permit, { on }) => statusOn(permit, on ?? todayInChina()),
    application: ({ applicationNumber }, _args, { loaders }) =>
      applicationNumber === null ? null : loaders.applicationByNumber.load(applicationNumber),
  },

  Enterprise: {
    async permits({ uscc }, { first, after }, { loaders }) {
      checkPageSize(first);
      const page = await loaders.permitsOf.load({ parent: uscc, first, after });
      return { ...page, countAll: async () => (await loaders.permitCountOf.load(uscc))?.count ?? 0 };
    },

    async applications({ uscc }, args, { loaders, caller }, info) {
      const { first, after } = args;
      checkPageSize(first);
      const regions = regionsOfArguments(caller, info, args);
      const { pageOf, countOf } = loaders.applicationsOf({ regions });
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
  ApplicationConnection: connectionResolvers<ApplicationRow>(({ receivedOn, number }) =>
    applicationCursor.encode([receivedOn, number]),
  ),
  PermitConnection: connectionResolvers<PermitRow>(({ validFrom, number }) =>
    permitCursor.encode([validFrom, number]),
  ),
};

async function findApplication(loaders: Loaders, number: string): Promise<ApplicationRow> {
  const application = await loaders.applicationByNumber.load(readCode('Application.number', number));
  if (!application) throw new PublicError('NOT_FOUND', 'The register holds no application of this number.');
  return application;
}

function regionReference(code: string | null) {
  return code === null ? null : { code };
}

function enterpriseReference(uscc: string | null) {
  return uscc === null ? null : { uscc };
}
