import type { Connection } from '@yiwang/subgraph-kit';
import type { EnterpriseRow, RegistrationChangeRow } from './tables.ts';

/** What resolvers receive for each type of the schema that is not a plain row. */

/** The columns that fields read; `original` stays in the database. */
export type EnterpriseModel = Omit<EnterpriseRow, 'original' | 'searchName' | 'nameInitials'>;

/** Counts above a bound are not made: null. */
export type EnterpriseConnectionModel = Connection<EnterpriseModel, number | null>;
export type RegistrationChangeConnectionModel = Connection<RegistrationChangeRow>;

/** A reference: the region itself belongs to the exchange department. */
export interface RegionModel {
  code: string;
}
