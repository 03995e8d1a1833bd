import { PublicError } from '@yiwang/errors';
import { checkPageSize, connectionResolvers } from '@yiwang/subgraph-kit';
import type { Resolvers } from '../generated/types.ts';
import { historyCursor, versionCursor } from './cursors.ts';
import type { SubgraphVersionModel, SupergraphVersionModel } from './models.ts';
import { pairOf } from './pair.ts';

export const registryQueries: Resolvers['Query'] = {
  departments: (_root, _args, { loaders }) => loaders.departments(),

  async department(_root, { name }, { loaders }) {
    const department = await loaders.departmentByName.load(name);
    if (!department) throw new PublicError('NOT_FOUND', `No department ${name} has published.`);
    return department;
  },

  supergraph: (_root, { variant, version }, { loaders }) => loaders.supergraph(variant, version ?? null),

  supergraphVersions: (_root, { first, after }, { loaders }) =>
    loaders.supergraphVersionPage({ first, after }),

  gateways: (_root, _args, { loaders }) => loaders.gateways(),

  checkSubgraph: (_root, { input, credential }, { commands }) =>
    commands.check({ ...input, days: input.days!, credential }),

  checkWithdrawal: (_root, args, { commands }) => commands.checkWithdrawal(args),
};

export const registryMutations: Resolvers['Mutation'] = {
  publishSubgraphs: (_root, args, { commands }) => commands.publish(args),
  withdrawSubgraph: (_root, args, { commands }) => commands.withdraw(args),
  rollbackSupergraph: (_root, args, { commands }) => commands.rollback(args),
  registerKey: (_root, args, { commands }) => commands.registerKey(args),
  revokeKey: (_root, args, { commands }) => commands.revokeKey(args),
  reportGateway: (_root, args, { commands }) => commands.reportGateway(args),
};

export const registryTypes: Resolvers = {
  Department: {
    __resolveReference: ({ name }, { loaders }) => loaders.departmentByName.load(name),

    subgraph: ({ name }, _args, { loaders }) => loaders.subgraphInForce.load(name),

    async history({ name }, { first, after }, { loaders }) {
      checkPageSize(first);
      const page = await loaders.historyOf.load({ parent: name, first, after });
      return { ...page, countAll: async () => (await loaders.historyCountOf.load(name))?.count ?? 0 };
    },
  },

  SubgraphVersion: {
    department: ({ department }) => ({ name: department }),
    sdl: async ({ number, department }, _args, { loaders }) =>
      (await loaders.subgraphSdl.load(pairOf(number, department)))!.sdl,
  },

  SubgraphVersionConnection: connectionResolvers<SubgraphVersionModel>(({ number }) =>
    historyCursor.encode([String(number)]),
  ),

  SupergraphVersion: {
    sdl: async ({ version, variant }, _args, { loaders }) =>
      (await loaders.supergraphSdl.load(pairOf(version, variant)))!.sdl,
    signature: async ({ version, variant }, _args, { loaders }) =>
      (await loaders.supergraphSdl.load(pairOf(version, variant)))!.signature,
    subgraphs: ({ version }, _args, { loaders }) => loaders.subgraphsOfVersion.load(String(version)),
    changes: async ({ version }, _args, { loaders }) =>
      (await loaders.supergraphChanges.load(String(version)))!.changes,
    gateways: ({ version, variant }, _args, { loaders }) =>
      loaders.gatewaysRunning.load(pairOf(version, variant)),
  },

  SupergraphVersionConnection: connectionResolvers<SupergraphVersionModel>(({ version }) =>
    versionCursor.encode([String(version)]),
  ),

  Gateway: {
    running: ({ name }, _args, { loaders }) => loaders.versionsOfGateway.load(name),
  },
};
