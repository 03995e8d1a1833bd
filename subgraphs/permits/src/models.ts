import type { Connection } from '@yiwang/subgraph-kit';
import type { CaseRow, PermitRow, ServiceItemRow } from './tables.ts';

/** What resolvers receive for each type of the schema that is not a plain row. */

/** The columns that fields read; `original` stays in the database. */
export type ServiceItemModel = Omit<
  ServiceItemRow,
  'original' | 'searchName' | 'nameInitials' | 'searchText' | 'guideText'
>;

export type ServiceItemConnectionModel = Connection<ServiceItemModel>;
export type CaseConnectionModel = Connection<CaseRow>;
/** Too many to be counted, perhaps. */
export type ManyCasesConnectionModel = Connection<CaseRow, number | null>;
export type PermitConnectionModel = Connection<PermitRow>;

/** A reference: the enterprise itself belongs to market regulation. */
export interface EnterpriseModel {
  uscc: string;
}

/** A reference: the region itself belongs to the exchange department. */
export interface RegionModel {
  code: string;
}

/** How long the cases of a month, region and item took; hours are means. */
export interface TimeLimitStatisticModel {
  month: string;
  regionCode: string;
  itemCode: string;
  decided: number;
  granted: number;
  overdue: number;
  extended: number;
  suspended: number;
  applicantHours: number;
  officialHours: number;
  suspendedHours: number;
  machineHours: number;
}
