import { PublicError } from '@yiwang/errors';
import { checkPageSize, connectionResolvers, toPage } from '@yiwang/subgraph-kit';
import { certificateQueries, certificateTypes } from './certificates/certificate-resolvers.ts';
import { recordCursor } from './cursors.ts';
import type { Resolvers } from './generated/types.ts';
import type { RecordRow } from './tables.ts';

export const resolvers: Resolvers = {
  Query: {
    async servicesRecord(_root, { number }, { loaders }) {
      const record = await loaders.recordByNumber.load(number);
      if (!record) throw new PublicError('NOT_FOUND', `There is no record ${number}.`);
      return record;
    },

    async servicesRecords(_root, { first, after }, { loaders }) {
      checkPageSize(first);
      const rows = await loaders.findRecords(undefined, first + 1, after);
      return { ...toPage(rows, first), countAll: loaders.countRecords };
    },

    ...certificateQueries,
  },

  ...certificateTypes,

  ServicesRecord: {
    __resolveReference: ({ number }, { loaders }) => loaders.recordByNumber.load(number),
    // Another department has its other fields.
    holder: ({ holderUscc }) => ({ uscc: holderUscc }),
  },

  ServicesRecordConnection: connectionResolvers<RecordRow>(({ number }) => recordCursor.encode([number])),

  Enterprise: {
    async servicesRecords({ uscc }, { first, after }, { loaders }) {
      checkPageSize(first);
      const page = await loaders.recordsOf.load({ parent: uscc, first, after });
      return { ...page, countAll: async () => (await loaders.recordCountOf.load(uscc))?.count ?? 0 };
    },
  },
};
