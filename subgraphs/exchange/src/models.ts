import type { Connection } from '@yiwang/subgraph-kit';
import type { RegionRow } from './tables.ts';

/** What resolvers receive for each type of the schema. */

/** The columns that fields read. */
export type ListedRegion = Pick<RegionRow, 'code' | 'level' | 'parentCode' | 'name' | 'source'>;

/** A code that the list does not hold (any more), with what the code alone tells. */
type UnlistedRegion = Pick<RegionRow, 'code' | 'level' | 'parentCode'> & { name: null; source: null };

export type RegionModel = ListedRegion | UnlistedRegion;
export type RegionConnectionModel = Connection<ListedRegion>;
