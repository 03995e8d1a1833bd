import { PublicError } from '@yiwang/errors';
import { catchUserErrors, connectionResolvers } from '@yiwang/subgraph-kit';
import { NAME } from '../department.ts';
import type { ItemErrorCode, Resolvers } from '../generated/types.ts';
import { seesDrafts } from '../items/versions/authorize-official.ts';
import { type AbolishableMaterialModel, abolishableMaterialCursor } from './abolishable-materials.ts';
import type { MaterialCoordinateModel } from './resolve-material.ts';
import { materialSourceCursor } from './material-source-search.ts';
import type { MaterialSourceRow } from './material-source-tables.ts';

export const reformQueries = {
  abolishableMaterials: (_root, { first, after, ...question }, { loaders }) =>
    loaders.abolishable.list(question, { first, after }),
  nextGrants: (_root, { first, ...question }, { loaders }) => loaders.abolishable.nextGrants(question, first),
  materialSources: (_root, { first, after }, { loaders, caller }) => {
    if (seesDrafts(caller)) return loaders.searchMaterialSources({ first, after });
    throw new PublicError('FORBIDDEN', 'Only officials of this department may list mappings of materials.');
  },
} satisfies Resolvers['Query'];

export const reformMutations = {
  addMaterialSource: (_root, args, { commands, caller }) =>
    payload(() => commands.materialSources.add(caller, args)),
  removeMaterialSource: (_root, args, { commands, caller }) =>
    payload(() => commands.materialSources.remove(caller, args)),
} satisfies Resolvers['Mutation'];

export const reformFields = {
  abolishableMaterials: async ({ code, materials }, _args, { loaders }) =>
    materials === null ? null : loaders.abolishableOfItem.load(code),
} satisfies Resolvers['ServiceItem'];

const paperFields = {
  abolishableMaterials: (papers, { until }, { loaders }) => loaders.matterMaterials.list(papers, until),
  nextGrants: (papers, { until }, { loaders }) => loaders.matterMaterials.nextGrants(papers, until),
} satisfies Resolvers['MatterPapers'];

export const reformTypes = {
  MatterPapers: paperFields,
  MatterMaterial: {
    async catalogueItems({ items }, _args, { loaders }) {
      const found = await Promise.all(items.map((item) => loaders.catalogueItemByCode.load(item)));
      return found.filter((item) => item !== null);
    },
  },
  AbolishableMaterial: {
    serviceItem: async ({ itemCode }, _args, { loaders }) =>
      (await loaders.serviceItemByCode.load(itemCode))!,
  },
  AbolishableMaterialConnection: connectionResolvers<AbolishableMaterialModel>(
    ({ papersAYear, itemCode, place }) =>
      abolishableMaterialCursor.encode([String(papersAYear), itemCode, String(place)]),
  ),
  NextGrant: { apply: ({ coordinates }) => applications(coordinates) },
  MaterialSource: { material: ({ pattern }) => pattern },
  MaterialSourceConnection: connectionResolvers<MaterialSourceRow>(({ pattern, coordinate }) =>
    materialSourceCursor.encode([pattern, coordinate]),
  ),
} satisfies Partial<Resolvers>;

/** How this department applies for the coordinates, one command for each department that grants them. */
function applications(coordinates: readonly MaterialCoordinateModel[]): string[] {
  return [...Map.groupBy(coordinates, ({ department }) => department)].map(
    ([department, needed]) =>
      `yiwang application apply --department ${department} --fields ${needed.map((one) => one.coordinate).join(',')} --basis … --purpose … --until … (as the client of ${NAME})`,
  );
}

async function payload(command: () => Promise<MaterialSourceRow | null>) {
  const { result, userErrors } = await catchUserErrors<MaterialSourceRow | null, ItemErrorCode>(command);
  return { materialSource: result ?? null, userErrors };
}
