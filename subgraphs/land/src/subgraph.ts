import { buildSchema, enterpriseSubject } from '@yiwang/subgraph-kit';
import { resolvers } from './resolvers.ts';
import type { ParcelRow, RealEstateUnitRow } from './tables.ts';

interface Held {
  holderUscc: string | null;
}

const holderOf = ({ holderUscc }: Held) => (holderUscc === null ? [] : [enterpriseSubject(holderUscc)]);

/** Digits of a county at the beginning of a parcel's code. */
const COUNTY_DIGITS = 6;

export const schema = buildSchema(new URL('../schema.graphql', import.meta.url), resolvers, {
  regionOf: {
    Parcel: ({ regionCode }: ParcelRow) => regionCode,
    RealEstateUnit: ({ parcelCode }: RealEstateUnitRow) => parcelCode.slice(0, COUNTY_DIGITS),
  },
  subjectsOf: {
    Enterprise: ({ uscc }: { uscc: string }) => [enterpriseSubject(uscc)],
    Parcel: holderOf,
    RealEstateUnit: holderOf,
  },
  narrowed: ['Enterprise.parcels', 'Query.parcels'],
});
