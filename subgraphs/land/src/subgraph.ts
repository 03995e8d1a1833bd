import { buildSchema } from '@yiwang/subgraph-kit';
import { resolvers } from './resolvers.ts';
import type { ParcelRow, RealEstateUnitRow } from './tables.ts';

/** Digits of a county at the beginning of a parcel's code. */
const COUNTY_DIGITS = 6;

export const schema = buildSchema(new URL('../schema.graphql', import.meta.url), resolvers, {
  regionOf: {
    Parcel: ({ regionCode }: ParcelRow) => regionCode,
    RealEstateUnit: ({ parcelCode }: RealEstateUnitRow) => parcelCode.slice(0, COUNTY_DIGITS),
  },
  narrowed: ['Enterprise.parcels', 'Query.parcels'],
});
