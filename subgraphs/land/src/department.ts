import { fileURLToPath } from 'node:url';
import type { TableRights } from '@yiwang/subgraph-kit';

export const NAME = 'land';
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/**
 * What the serving process may do with the rows of each table, besides those of the kit. Of a unit, a case that is granted changes the
 * holder.
 */
export const RIGHTS = {
  land_supplies: 'select',
  land_transfers: 'select',
  land_uses: 'select',
  parcels: 'select',
  real_estate_units: 'select, update (holder_uscc, holder_name, registered_on, source)',
  unit_hold_events: 'select, insert',
  unit_holder_events: 'select, insert',
  unit_holds: 'select, insert, delete',
} as const satisfies TableRights;

/** Counts that seed and import bring up to date. */
export const VIEWS = ['parcel_counts'];

/** Types of registers, which a replica may answer. What is decided on, such as units that are held, is of the primary. */
export const REPLICA_TYPES: readonly string[] = [
  'Parcel',
  'LandFeature',
  'GeoJsonPolygon',
  'LandSupply',
  'LandTransfer',
  'LandUse',
  'Enterprise',
  'Region',
];
