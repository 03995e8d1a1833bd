import {
  creditGrade,
  enterpriseRecord,
  enterprisesOfPage,
  inArrears,
  paidCny,
  parcelRecord,
  parcelsOfEnterprise,
  parcelsOfPage,
  permit,
} from './data.ts';

interface EnterpriseKey {
  uscc: string;
}
interface ParcelKey {
  code: string;
  areaM2?: number;
  rateCnyPerM2?: number;
}
interface Page {
  page: number;
  first: number;
}

/** What each synthetic department answers, for `buildSubgraphSchema`. Slow and plain: see answer-cache.ts. */
export const RESOLVERS = {
  enterprises: {
    Query: {
      enterprise: (_root: unknown, { uscc }: EnterpriseKey) => enterpriseRecord(uscc),
      enterprises: (_root: unknown, { page, first }: Page) => enterprisesOfPage(page, first),
    },
    Enterprise: { __resolveReference: ({ uscc }: EnterpriseKey) => enterpriseRecord(uscc) },
  },
  permits: {
    Permit: { __resolveReference: ({ number }: { number: string }) => permit.byNumber(number) },
    Enterprise: {
      permits: ({ uscc }: EnterpriseKey) => permit.ofEnterprise(uscc),
      permitCount: ({ uscc }: EnterpriseKey) => permit.ofEnterprise(uscc).length,
    },
    Parcel: { permits: ({ code }: ParcelKey) => permit.ofParcel(code) },
  },
  land: {
    Query: { parcels: (_root: unknown, { page, first }: Page) => parcelsOfPage(page, first) },
    Parcel: { __resolveReference: ({ code }: ParcelKey) => parcelRecord(code) },
    Enterprise: {
      parcels: ({ uscc }: EnterpriseKey) => parcelsOfEnterprise(uscc),
      landAreaM2: ({ uscc }: EnterpriseKey) => parcelsOfEnterprise(uscc)[0]!.areaM2,
    },
  },
  tax: {
    Enterprise: {
      creditGrade: ({ uscc }: EnterpriseKey) => creditGrade(uscc),
      paidCny: ({ uscc }: EnterpriseKey) => paidCny(uscc),
    },
    Parcel: {
      inArrears: ({ code }: ParcelKey) => inArrears(code),
      // Computed from what the gateway sends: one that does not keep @requires is found out.
      landTaxCny: ({ areaM2, rateCnyPerM2 }: ParcelKey) =>
        areaM2 === undefined || rateCnyPerM2 === undefined ? null : areaM2 * rateCnyPerM2,
    },
  },
};
