import { anyOf, createRowLoader, createRowsLoader } from '@yiwang/subgraph-kit';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { serviceItems } from '../tables.ts';
import { createCatalogueSearch } from './catalogue/catalogue-search.ts';
import { createDeviationSearch } from './catalogue/deviation-search.ts';
import {
  type CatalogueItemRow,
  catalogueItems,
  type ItemVersionEventRow,
  type ItemVersionRow,
  itemVersionEvents,
  itemVersions,
} from './item-tables.ts';
import { createVersionSearch } from './versions/version-search.ts';

/** The key by which loaders find a version. No code of a service item has a blank. */
export function versionKey({ itemCode, version }: Pick<ItemVersionRow, 'itemCode' | 'version'>): string {
  return `${itemCode} ${version}`;
}

/** A region has some dozens. */
const MAX_DEPARTMENTS = 200;

/** The loaders of items and their versions; see prepareLoaders. */
export function prepareItemLoaders(db: PostgresJsDatabase) {
  const keys = sql.placeholder('keys');

  const catalogueItemsByCode = db
    .select()
    .from(catalogueItems)
    .where(anyOf(catalogueItems.basicCode, keys))
    .prepare('catalogue_items_by_code');

  const items = sql<number>`count(*)::int`;
  /** Uses the index service_items_region. */
  const departmentsOfRegion = db
    .select({
      code: serviceItems.departmentCode,
      name: serviceItems.departmentName,
      itemCount: items,
    })
    .from(serviceItems)
    .where(eq(serviceItems.regionCode, sql.placeholder('region')))
    .groupBy(serviceItems.departmentCode, serviceItems.departmentName)
    .orderBy(desc(items), asc(serviceItems.departmentName), asc(serviceItems.departmentCode))
    .limit(MAX_DEPARTMENTS)
    .prepare('departments_of_region');

  /** Uses the index item_versions_published. */
  const publishedVersions = db
    .select()
    .from(itemVersions)
    .where(and(anyOf(itemVersions.itemCode, keys), eq(itemVersions.state, sql`'PUBLISHED'`)))
    .prepare('published_versions');

  const askedVersions = sql`(
    select split_part(key, ' ', 1), split_part(key, ' ', 2)::int from unnest(${keys}::text[]) as asked(key)
  )`;

  const versionsByKey = db
    .select()
    .from(itemVersions)
    .where(sql`(${itemVersions.itemCode}, ${itemVersions.version}) in ${askedVersions}`)
    .prepare('item_versions_by_key');

  const eventsByVersion = db
    .select()
    .from(itemVersionEvents)
    .where(sql`(${itemVersionEvents.itemCode}, ${itemVersionEvents.version}) in ${askedVersions}`)
    .orderBy(asc(itemVersionEvents.id))
    .prepare('item_version_events_by_version');

  return {
    searchCatalogue: createCatalogueSearch(db),
    /** Those with most items first; at most 200. */
    departmentsOfRegion: (region: string) => departmentsOfRegion.execute({ region }),
    searchDeviations: createDeviationSearch(db),
    searchVersions: createVersionSearch(db),
    catalogueItemByCode: createRowLoader<CatalogueItemRow>(
      ({ basicCode }) => basicCode,
      (codes) => catalogueItemsByCode.execute({ keys: codes }),
    ),
    /** By code of the service item. */
    publishedVersionOf: createRowLoader<ItemVersionRow>(
      ({ itemCode }) => itemCode,
      (codes) => publishedVersions.execute({ keys: codes }),
    ),
    /** By {@link versionKey}, in any state. */
    itemVersionByKey: createRowLoader<ItemVersionRow>(versionKey, (found) =>
      versionsByKey.execute({ keys: found }),
    ),
    /** By {@link versionKey}; first event first. */
    eventsOfVersion: createRowsLoader<ItemVersionEventRow>(versionKey, (found) =>
      eventsByVersion.execute({ keys: found }),
    ),
  };
}
