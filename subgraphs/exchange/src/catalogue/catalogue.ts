import { searchForm } from '@yiwang/codes';
import { deriveCatalogue } from '@yiwang/composition';
import type { DataResourceModel } from './models.ts';

/** Tags of what departments keep for running themselves. */
export const NO_RESOURCES = ['internal'];

interface PublishedSubgraph {
  department: string;
  sdl: string;
}

/** The data catalogue at one version of the supergraph. */
export interface Catalogue {
  /** By code. */
  resources: readonly DataResourceModel[];
  byCode: ReadonlyMap<string, DataResourceModel>;
  /** What search compares, of each resource. */
  texts: ReadonlyMap<DataResourceModel, string>;
  /** Who has a field, by coordinate: one department, or several that all resolve it. */
  holdings: ReadonlyMap<string, readonly Holding[]>;
}

/** A field in the hands of one department. */
export interface Holding {
  resource: DataResourceModel;
  field: DataResourceModel['fields'][number];
}

/**
 * Makes the function that derives the catalogue at a version, once while that is in force.
 *
 * @returns takes null when nothing is published
 */
export function createCatalogue(readSubgraphs: (version: number) => Promise<PublishedSubgraph[]>) {
  const none = Promise.resolve(indexResources([]));
  let kept: { version: number; catalogue: Promise<Catalogue> } | null = null;

  async function derive(version: number): Promise<Catalogue> {
    const subgraphs = await readSubgraphs(version);
    const inputs = subgraphs.map(({ department, sdl }) => ({ name: department, sdl }));
    return indexResources(deriveCatalogue(inputs, version, { excludeTags: NO_RESOURCES }));
  }

  return function catalogueAt(version: number | null): Promise<Catalogue> {
    if (version === null) return none;
    if (kept?.version === version) return kept.catalogue;
    const mine = { version, catalogue: derive(version) };
    kept = mine;
    mine.catalogue.catch(() => {
      if (kept === mine) kept = null;
    });
    return mine.catalogue;
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

/** A line for each text, so that nothing is found across two of them. */
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
