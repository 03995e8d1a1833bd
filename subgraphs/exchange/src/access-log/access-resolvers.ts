import { isDeepStrictEqual } from 'node:util';
import { hashOf, readRecord } from '@yiwang/access-log';
import { PublicError } from '@yiwang/errors';
import { type Caller, checkPageSize, connectionResolvers } from '@yiwang/subgraph-kit';
import type { Resolvers } from '../generated/types.ts';
import { cursorOf, MAX_COUNTED, recordKey } from './access-loaders.ts';
import { type AccessModel, readAccess } from './access-models.ts';
import { enterprisesOf, indexColumns } from './index-columns.ts';

/** Scope of clients that may read the access logs of all gateways. */
const ACCESS_SCOPE = 'accesses:read';

/** Most records of one log in an answer. */
const MAX_RECORDS = 1000;

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
          return count > MAX_COUNTED ? null : count;
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
      if (first < 1 || first > MAX_RECORDS) {
        throw new PublicError(
          'INVALID_ARGUMENT',
          `first must be between 1 and ${MAX_RECORDS}; it is ${first}.`,
        );
      }
      if (!Number.isSafeInteger(after) || after < 0) {
        throw new PublicError('INVALID_ARGUMENT', 'after must be the sequence number of a record, or 0.');
      }
      return loaders.recordsOfLog(gateway, { first, after, from: from ?? null });
    },
  },

  AccessRecord: {
    text({ text }, _args, context) {
      requireSensitive(context);
      return text;
    },
    async isFiledAsWritten(row, _args, { loaders }) {
      const record = readRecord(row.text);
      if (!record || hashOf(row.text) !== row.hash) return false;
      const expected = indexColumns(record);
      const stored = await loaders.enterprisesOfRecord.load(recordKey(row));
      return isDeepStrictEqual(
        [expected, new Set(enterprisesOf(expected))],
        [storedColumns(row), new Set(stored.map(({ enterprise }) => enterprise))],
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

/** The columns of {@link indexColumns}, as they are stored. */
function storedColumns(row: AccessModel): ReturnType<typeof indexColumns> {
  const { at, gateway, sequence, client, subjectTypes, subjectKeys } = row;
  return { at: new Date(at).toISOString(), gateway, sequence, client, subjectTypes, subjectKeys };
}

type AccessCaller = Pick<Caller, 'user' | 'scopes' | 'seesSensitive'>;

const ANONYMOUS: AccessCaller = { user: null, scopes: [], seesSensitive: false };

/** The caller that the gateway asserts. */
function callerOf(context: object): AccessCaller {
  return (context as { caller?: AccessCaller }).caller ?? ANONYMOUS;
}

/** @throws PublicError FORBIDDEN without the scope accesses:read */
function requireAuditor(context: object): void {
  if (callerOf(context).scopes.includes(ACCESS_SCOPE)) return;
  throw new PublicError('FORBIDDEN', `Reading access logs requires the scope ${ACCESS_SCOPE}.`);
}

/** @throws PublicError FORBIDDEN without the scope sensitive:read */
function requireSensitive(context: object): void {
  if (callerOf(context).seesSensitive) return;
  throw new PublicError(
    'FORBIDDEN',
    'The text of a record names people. Reading it requires the scope sensitive:read.',
  );
}

/** @throws PublicError FORBIDDEN unless the caller is an auditor, or acts for the enterprise */
function requireEnterprise(context: object, uscc: string): void {
  const { user, scopes } = callerOf(context);
  if (user === uscc || scopes.includes(ACCESS_SCOPE)) return;
  throw new PublicError(
    'FORBIDDEN',
    `Accesses to data of ${uscc} are shown only to that enterprise, and to clients with the scope ${ACCESS_SCOPE}.`,
  );
}
