import { searchForm } from '@yiwang/codes';
import { type DataResource, deriveCatalogue } from '@yiwang/composition';
import type { Connection } from '@yiwang/subgraph-kit';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { readCurrentVersion, readParts } from '../registry/current-graph.ts';
import { oncePerVersion } from '../shared/once-per-version.ts';

/** What resolvers receive. Its department is a name; related resources are codes. */
export type DataResourceModel = DataResource;
export type DataResourceConnectionModel = Connection<DataResourceModel>;

/** Tags of types that departments need to operate, and which are no data resources. */
export const EXCLUDED_TAGS = ['internal'];

/** The data catalogue of one version of the supergraph. */
export interface Catalogue {
  /** Sorted by code. */
  resources: readonly DataResourceModel[];
  byCode: ReadonlyMap<string, DataResourceModel>;
  /** The text of each resource in which search looks. */
  texts: ReadonlyMap<DataResourceModel, string>;
  /** The departments that provide a field, by coordinate: one, or several that all resolve it. */
  holdings: ReadonlyMap<string, readonly Holding[]>;
}

/** A field as one department provides it. */
export interface Holding {
  resource: DataResourceModel;
  field: DataResourceModel['fields'][number];
}

/** Returns a function that reads the catalogue in force. The catalogue is derived once for each version, and empty when nothing is published. */
export function createReadCatalogue(db: PostgresJsDatabase): () => Promise<Catalogue> {
  const derive = oncePerVersion(async (version) => {
    const subgraphs = await readParts(db, version);
    const inputs = subgraphs.map(({ department, sdl }) => ({ name: department, sdl }));
    return indexResources(deriveCatalogue(inputs, version, { excludeTags: EXCLUDED_TAGS }));
  });

  return async () => {
    const version = await readCurrentVersion(db);
    return version === null ? indexResources([]) : derive(version);
  };
}

function indexResources(derived: readonly DataResourceModel[]): Catalogue {
  const resources = [...derived].sort((left, right) => (left.code < right.code ? -1 : 1));
  return {
    resources,
    byCode: new Map(resources.map((resource) => [resource.code, resource])),
    texts: new Map(resources.map((resource) => [resource, searchText(resource)])),
    holdings: Map.groupBy(
      resources.flatMap((resource) => resource.fields.map((field) => ({ resource, field }))),
      ({ field }) => field.coordinate,
    ),
  };
}

/** One line for each text, so that no match spans two of them. */
function searchText({ code, name, coordinate, summary, fields }: DataResourceModel): string {
  const texts = [
    code,
    name,
    coordinate,
    summary,
    ...fields.flatMap((field) => [field.name, field.coordinate, field.summary]),
  ];
  return texts.map((text) => searchForm(text ?? '')).join('\n');
}
