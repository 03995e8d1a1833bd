import { buildSchema, enterpriseSubject, matterSubject, personSubject } from '@yiwang/subgraph-kit';
import type { LandCaseRow } from './cases/case-tables.ts';
import { LAND_CASE_KINDS } from './cases/land-case-kinds.ts';
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
    LandCase: ({ regionCode }: LandCaseRow) => regionCode,
    Parcel: ({ regionCode }: ParcelRow) => regionCode,
    RealEstateUnit: ({ parcelCode }: RealEstateUnitRow) => parcelCode.slice(0, COUNTY_DIGITS),
  },
  subjectsOf: {
    Enterprise: ({ uscc }: { uscc: string }) => [enterpriseSubject(uscc)],
    LandCase: subjectsOfCase,
    Parcel: holderOf,
    RealEstateUnit: holderOf,
  },
  // What the last two list is the caller's own, or at its office.
  narrowed: ['Enterprise.parcels', 'Query.parcels', 'Query.myLandCases', 'Query.landCaseInbox'],
});

/** An agent may act for the applicant in the matter of the case alone. */
function subjectsOfCase({ applicantUser, applicantUscc, kind }: LandCaseRow): string[] {
  if (applicantUser !== null) return [personSubject(applicantUser)];
  return [enterpriseSubject(applicantUscc!), matterSubject(applicantUscc!, LAND_CASE_KINDS[kind].item)];
}
