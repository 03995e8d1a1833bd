import type { Connection } from '@yiwang/subgraph-kit';
import type { LandCaseRow } from './cases/case-tables.ts';
import type { LandSupplyRow, LandTransferRow, ParcelRow, RealEstateUnitRow } from './tables.ts';

/** What resolvers receive for each type of the schema that is not a plain row. */

/** The columns that fields read; `original` stays in the database. */
export type LandSupplyModel = Omit<LandSupplyRow, 'original' | 'holderKey'>;
export type LandTransferModel = Omit<LandTransferRow, 'original'>;

/** Counts above a bound are not made: null. */
export type ParcelConnectionModel = Connection<ParcelRow, number | null>;
export type RealEstateUnitConnectionModel = Connection<RealEstateUnitRow>;
export type LandSupplyConnectionModel = Connection<LandSupplyModel>;
export type LandTransferConnectionModel = Connection<LandTransferModel>;

/** Too many to be counted, perhaps. */
export type LandCaseConnectionModel = Connection<LandCaseRow, number | null>;

/** A reference: the enterprise itself belongs to the enterprises department. */
export interface EnterpriseModel {
  uscc: string;
  /** Comes with the reference when a field requires it. */
  name?: string;
}

/** A reference: the region itself belongs to the exchange department. */
export interface RegionModel {
  code: string;
}
