import { isDeepStrictEqual } from 'node:util';
import { hashOf, readRecord } from '@yiwang/access-log';
import { PublicError } from '@yiwang/errors';
import { checkPageSize, connectionResolvers } from '@yiwang/subgraph-kit';
import type { Resolvers } from '../generated/types.ts';
import { requireAuditor, requireEnterprise, requireNames } from './caller.ts';
import { cursorOf } from './cursors.ts';
import { columnsOf, enterprisesOf } from './file-record.ts';
import { MOST_COUNTED, placeOf } from './loaders.ts';
import { type AccessModel, readAccess } from './models.ts';

const MOST_RECORDS = 1000;

export const accessQueries: Resolvers['Query'] = {
  async accessLogs(_root, { gateway }, context) {
    requireAuditor(context);
    if (gateway == null) return context.loaders.accessLogs();
    const log = await context.loaders.accessLogOf.load(gateway);
    return log ? [log] : [];
  },

  accessRecords(_root, { filter, first, after }, context) {
    requireAuditor(context);
    return context.loaders.accessRecords(filter ?? {}, { first, after });
  },
};

export const accessMutations: Resolvers['Mutation'] = {
  recordAccesses: (_root, args, { commands }) => commands.recordAccesses(args),
};

export const accessTypes: Resolvers = {
  Enterprise: {
    async accesses({ uscc }, { first, after }, context) {
      requireEnterprise(context, uscc);
      checkPageSize(first);
      const { loaders } = context;
      const page = await loaders.accessesOf.load({ parent: uscc, first, after });
      return {
        ...page,
        async countAll() {
          const count = (await loaders.accessCountOf.load(uscc))?.count ?? 0;
          return count > MOST_COUNTED ? null : count;
        },
      };
    },
  },

  Access: {
    client: (access) => readAccess(access).client,
    department: (access) => readAccess(access).department,
    basis: (access) => readAccess(access).purpose?.basis ?? null,
    caseNumber: (access) => readAccess(access).purpose?.caseNumber ?? null,
    fields: (access) => [...readAccess(access).fields],
    outcome: (access) => readAccess(access).outcome,
  },

  AccessConnection: connectionResolvers<AccessModel, number | null>(cursorOf),

  AccessLog: {
    keys: ({ gateway }, _args, { loaders }) => loaders.sealKeysOf(gateway),

    records({ gateway }, { after, from, first }, { loaders }) {
      if (first < 1 || first > MOST_RECORDS) {
        throw new PublicError(
          'INVALID_ARGUMENT',
          `first must be between 1 and ${MOST_RECORDS}; it is ${first}.`,
        );
      }
      if (!Number.isSafeInteger(after) || after < 0) {
        throw new PublicError('INVALID_ARGUMENT', 'after is the number of a record, or 0.');
      }
      return loaders.recordsOf(gateway, { first, behind: after, from: from ?? null });
    },
  },

  AccessRecord: {
    text({ text }, _args, context) {
      requireNames(context);
      return text;
    },
    async isFiledAsWritten(row, _args, { loaders }) {
      const record = readRecord(row.text);
      if (!record || hashOf(row.text) !== row.hash) return false;
      const columns = columnsOf(record);
      const filed = await loaders.filedEnterprisesOf.load(placeOf(row));
      return isDeepStrictEqual(
        [columns, new Set(enterprisesOf(columns))],
        [pickColumns(row), new Set(filed.map(({ enterprise }) => enterprise))],
      );
    },
    client: (row) => readAccess(row).client,
    user: (row) => readAccess(row).user,
    department: (row) => readAccess(row).department,
    grants: (row) => [...readAccess(row).grants],
    basis: (row) => readAccess(row).purpose?.basis ?? null,
    caseNumber: (row) => readAccess(row).purpose?.caseNumber ?? null,
    requester: (row) => readAccess(row).purpose?.requester ?? null,
    subjects: (row) => [...readAccess(row).subjects],
    moreSubjects: (row) => readAccess(row).moreSubjects,
    fields: (row) => [...readAccess(row).fields],
    request: (row) => readAccess(row).request,
    requestHash: (row) => readAccess(row).requestHash,
    outcome: (row) => readAccess(row).outcome,
  },

  AccessRecordConnection: connectionResolvers<AccessModel, number | null>(cursorOf),
};

/** As {@link columnsOf} tells them. */
function pickColumns(row: AccessModel): ReturnType<typeof columnsOf> {
  const { at, gateway, sequence, client, subjectTypes, subjectKeys } = row;
  return { at: new Date(at).toISOString(), gateway, sequence, client, subjectTypes, subjectKeys };
}
