import { PublicError } from '@yiwang/errors';
import { checkPageSize, connectionResolvers } from '@yiwang/subgraph-kit';
import { checkReadable, type Readable, type Reader, requireReader } from '../credentials/readers.ts';
import type { ApprovalState, Resolvers } from '../generated/types.ts';
import { pairKey } from '../shared/pair-key.ts';
import { mayNameUsers, withoutNames } from '../usage/usage-readers.ts';
import type { ChangeApprovalModel, SubgraphVersionModel, SupergraphVersionModel } from './registry-models.ts';
import { historyCursor } from './subgraph-loaders.ts';
import { versionCursor } from './supergraph-loaders.ts';

export const registryQueries: Resolvers['Query'] = {
  departments: (_root, _args, { loaders }) => loaders.departments(),

  async department(_root, { name, credential }, context) {
    const field = { root: 'department', args: { name } };
    const reader = credential == null ? undefined : await requireReader(context, field, credential);
    const department = await context.loaders.departmentByName.load(name);
    if (!department) throw new PublicError('NOT_FOUND', `There is no department ${name}.`);
    return { ...department, reader };
  },

  async supergraph(_root, { variant, version, credential }, context) {
    const field = { root: 'supergraph', args: { variant, version } };
    const reader = await requireReader(context, field, credential);
    const supergraph = await context.loaders.supergraph(variant, version ?? null);
    return supergraph && { ...supergraph, reader };
  },

  async supergraphVersions(_root, { first, after, credential }, context) {
    const field = { root: 'supergraphVersions', args: { first, after } };
    const reader = await requireReader(context, field, credential);
    return readableBy(reader, await context.loaders.supergraphVersionPage({ first, after }));
  },

  async gateways(_root, { credential }, context) {
    await requireReader(context, { root: 'gateways', args: {} }, credential);
    return context.loaders.gateways();
  },

  checkSubgraph: (_root, { input, credential }, { commands }) =>
    commands.check({ ...input, days: input.days!, credential }),

  checkWithdrawal: (_root, args, { commands }) => commands.checkWithdrawal(args),
  changeApprovals: (_root, args, { commands }) => commands.changeApprovals(args),
};

export const registryMutations: Resolvers['Mutation'] = {
  publishSubgraphs: (_root, args, { commands }) => commands.publish(args),
  withdrawSubgraph: (_root, args, { commands }) => commands.withdraw(args),
  rollbackSupergraph: (_root, args, { commands }) => commands.rollback(args),
  registerKey: (_root, args, { commands }) => commands.registerKey(args),
  revokeKey: (_root, args, { commands }) => commands.revokeKey(args),
  approveChange: (_root, args, { commands }) => commands.approveChange(args),
  withdrawApproval: (_root, args, { commands }) => commands.withdrawApproval(args),
  reportGateway: (_root, args, { commands }) => commands.reportGateway(args),
};

export const registryTypes: Resolvers = {
  Department: {
    __resolveReference: ({ name }, { loaders }) => loaders.departmentByName.load(name),

    async subgraph({ name, reader }, _args, context) {
      checkReadable({ reader }, context, 'Department.subgraph');
      const subgraph = await context.loaders.subgraphInForce.load(name);
      return subgraph && { ...subgraph, reader };
    },

    async history({ name, reader }, { first, after }, context) {
      checkReadable({ reader }, context, 'Department.history');
      checkPageSize(first);
      const { loaders } = context;
      const page = readableBy(reader, await loaders.historyOf.load({ parent: name, first, after }));
      return { ...page, countAll: async () => (await loaders.historyCountOf.load(name))?.count ?? 0 };
    },
  },

  SubgraphVersion: {
    department: ({ department, reader }) => ({ name: department, reader }),
    sdl: async ({ number, department }, _args, { loaders }) =>
      (await loaders.subgraphSdl.load(pairKey(number, department)))!.sdl,
  },

  SubgraphVersionConnection: connectionResolvers<SubgraphVersionModel>(({ number }) =>
    historyCursor.encode([String(number)]),
  ),

  SupergraphVersion: {
    sdl: async ({ version, variant }, _args, { loaders }) =>
      (await loaders.supergraphSdl.load(pairKey(version, variant)))!.sdl,
    signature: async ({ version, variant }, _args, { loaders }) =>
      (await loaders.supergraphSdl.load(pairKey(version, variant)))!.signature,
    async subgraphs({ version, reader }, _args, { loaders }) {
      const subgraphs = await loaders.subgraphsOfVersion.load(String(version));
      return subgraphs.map((subgraph) => ({ ...subgraph, reader }));
    },
    async changes({ version, reader }, _args, { loaders, caller }) {
      const { changes } = (await loaders.supergraphChanges.load(String(version)))!;
      if (mayNameUsers(reader, caller)) return changes;
      return changes.map((change) => ({ ...change, usedBy: withoutNames(change.usedBy) }));
    },
    gateways: ({ version, variant }, _args, { loaders }) =>
      loaders.gatewaysRunning.load(pairKey(version, variant)),
  },

  SupergraphVersionConnection: connectionResolvers<SupergraphVersionModel>(({ version }) =>
    versionCursor.encode([String(version)]),
  ),

  Gateway: {
    running: ({ name }, _args, { loaders }) => loaders.versionsOfGateway.load(name),
  },

  SchemaChange: {
    // Versions that were stored before consents existed have none.
    consentOf: ({ consentOf }) => consentOf ?? [],
  },

  ChangeApproval: {
    id: ({ id }) => String(id),
    state: stateOf,
    isStandIn: ({ role }) => role === 'OPERATOR',
  },
};

/** The page, whose nodes are read with the same credential. */
function readableBy<Node extends Readable, Found extends { rows: Node[] }>(
  reader: Reader | undefined,
  page: Found,
): Found {
  return { ...page, rows: page.rows.map((row) => ({ ...row, reader })) };
}

function stateOf({ approvedAt, withdrawnAt, version, expiresAt }: ChangeApprovalModel): ApprovalState {
  if (version !== null) return 'USED';
  if (withdrawnAt !== null) return 'WITHDRAWN';
  if (approvedAt === null) return 'REQUESTED';
  return new Date(expiresAt!) > new Date() ? 'APPROVED' : 'EXPIRED';
}
