import {
  anyOf,
  askedKey,
  askedKeys,
  createPageLoader,
  createRowLoader,
  preparePages,
} from '@yiwang/subgraph-kit';
import { and, count, desc, eq, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { askedHolders, readHolders } from './asked-holders.ts';
import { supplyColumns } from './columns.ts';
import { supplyCursor } from './cursors.ts';
import type { LandSupplyModel } from './models.ts';
import { behindSupply, createSupplySearch } from './supply-search.ts';
import { landSupplies } from './tables.ts';

/** A result of land supply, found for a holder by code or name. */
type SupplyOfHolder = LandSupplyModel & { asked: string };

/** The loaders of land supplies, a part of prepareLoaders. */
export function prepareSupplyLoaders(db: PostgresJsDatabase) {
  const searchSupplies = createSupplySearch(db);

  /** The code where the register gives it, else the name. Uses the index land_supplies_holder. */
  const isAskedHolder = sql`${landSupplies.holderKey} in (asked.uscc, asked.name)`;

  const suppliesById = db
    .select(supplyColumns)
    .from(landSupplies)
    .where(anyOf(landSupplies.id, sql.placeholder('keys')))
    .prepare('supplies_by_id');

  const suppliesOfHolders = preparePages<SupplyOfHolder>(supplyCursor, ({ limit, after }) => {
    const page = db
      .select(supplyColumns)
      .from(landSupplies)
      .where(and(isAskedHolder, after ? behindSupply(after) : undefined))
      .orderBy(desc(landSupplies.listedOn), desc(landSupplies.id))
      .limit(limit)
      .as('page');
    return db
      .select({ ...page._.selectedFields, asked: askedKey.as('asked_key') })
      .from(askedHolders)
      .crossJoinLateral(page);
  });

  const supplyCountsOfHolders = db
    .select({ asked: askedKey, count: count() })
    .from(askedHolders)
    .innerJoin(landSupplies, isAskedHolder)
    .groupBy(askedKey)
    .prepare('supply_counts_of_holders');

  /** Uses the index land_supplies_parcel. */
  const suppliesOfParcels = preparePages<LandSupplyModel>(supplyCursor, ({ keys, limit, after }) => {
    const page = db
      .select(supplyColumns)
      .from(landSupplies)
      .where(and(eq(landSupplies.parcelCode, askedKey), after ? behindSupply(after) : undefined))
      .orderBy(desc(landSupplies.listedOn), desc(landSupplies.id))
      .limit(limit)
      .as('page');
    return db.select(page._.selectedFields).from(askedKeys(keys)).crossJoinLateral(page);
  });

  function supplyCountsOfParcels(codes: string[]) {
    return db
      .select({ parcelCode: sql<string>`${landSupplies.parcelCode}`, count: count() })
      .from(landSupplies)
      .where(anyOf(landSupplies.parcelCode, codes))
      .groupBy(landSupplies.parcelCode);
  }

  return {
    searchSupplies,
    supplyById: createRowLoader<LandSupplyModel>(
      ({ id }) => id,
      (ids) => suppliesById.execute({ keys: ids }),
    ),
    /** Parents are keys of holderKey. */
    suppliesOfHolder: createPageLoader<SupplyOfHolder>(
      ({ asked }) => asked,
      (holders, limit, after) => suppliesOfHolders(holders, limit, after, readHolders(holders)),
    ),
    supplyCountOfHolder: createRowLoader<{ asked: string; count: number }>(
      ({ asked }) => asked,
      (holders) => supplyCountsOfHolders.execute(readHolders(holders)),
    ),
    suppliesOfParcel: createPageLoader<LandSupplyModel>(({ parcelCode }) => parcelCode!, suppliesOfParcels),
    supplyCountOfParcel: createRowLoader(({ parcelCode }) => parcelCode, supplyCountsOfParcels),
  };
}
