import type { Connection } from '@yiwang/subgraph-kit';
import type { RegionRow } from '../tables/region-tables.ts';

// What resolvers receive for each type of the schema.

/** A row of the list, with the columns that fields read. */
export type ListedRegion = Pick<RegionRow, 'code' | 'level' | 'parentCode' | 'name' | 'source'>;

/** A code that the list does not hold, or no longer holds, with what the code implies. */
type UnlistedRegion = Pick<RegionRow, 'code' | 'level' | 'parentCode'> & { name: null; source: null };

export type RegionModel = ListedRegion | UnlistedRegion;
export type RegionConnectionModel = Connection<ListedRegion>;
