import { createRowsLoader } from '@yiwang/subgraph-kit';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type AbolishableMaterialModel, createAbolishableMaterials } from './abolishable-materials.ts';
import { createMaterialSourceSearch } from './material-source-search.ts';
import type { ReadSharedFields } from './shared-fields.ts';

/** The loaders of materials that could be abolished; see prepareLoaders. */
export function prepareReformLoaders(
  db: PostgresJsDatabase,
  readSharedFields: ReadSharedFields,
  now: () => Date,
) {
  const abolishable = createAbolishableMaterials(db, readSharedFields, now);
  return {
    abolishable,
    searchMaterialSources: createMaterialSourceSearch(db),
    /** By place in the guide. */
    abolishableOfItem: createRowsLoader<AbolishableMaterialModel>(
      ({ itemCode }) => itemCode,
      (codes) => abolishable.ofItems(codes),
    ),
  };
}
