import { createRowsLoader, perRequest } from '@yiwang/subgraph-kit';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type AbolishableMaterialModel, createAbolishableMaterials } from './abolishable-materials.ts';
import { createMaterialSourceSearch } from './material-source-search.ts';
import { createMatterMaterials, createReadItemMaterials, type ItemMaterialRow } from './matter-materials.ts';
import { readResolveMaterial } from './read-resolve-material.ts';
import type { ReadSharedFields } from './shared-fields.ts';

/** The loaders of materials that could be abolished; see prepareLoaders. */
export function prepareReformLoaders(
  db: PostgresJsDatabase,
  readSharedFields: ReadSharedFields,
  now: () => Date,
) {
  const abolishable = createAbolishableMaterials(db, readSharedFields, now);
  const itemMaterials = createRowsLoader<ItemMaterialRow>(({ item }) => item, createReadItemMaterials(db));
  return {
    abolishable,
    matterMaterials: perRequest(() => {
      const loader = itemMaterials();
      let resolve: ReturnType<typeof readResolveMaterial> | null = null;
      return createMatterMaterials({
        loadMaterials: (item) => loader.load(item),
        // The same for all matters of a request.
        readResolve: () => (resolve ??= readResolveMaterial(db, readSharedFields)),
        now,
      });
    }),
    searchMaterialSources: createMaterialSourceSearch(db),
    /** By place in the guide. */
    abolishableOfItem: createRowsLoader<AbolishableMaterialModel>(
      ({ itemCode }) => itemCode,
      (codes) => abolishable.ofItems(codes),
    ),
  };
}
