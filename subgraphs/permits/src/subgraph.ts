import { buildSchema, enterpriseSubject, matterSubject, personSubject } from '@yiwang/subgraph-kit';
import { basicCodeOf } from './cases/case-rights.ts';
import { resolvers } from './resolvers.ts';
import type { OfferRow } from './offers/offer-tables.ts';
import type { CaseRow, PermitRow } from './tables.ts';

export const schema = buildSchema(new URL('../schema.graphql', import.meta.url), resolvers, {
  regionOf: {
    Case: ({ regionCode }: CaseRow) => regionCode,
    Permit: ({ regionCode }: PermitRow) => regionCode,
  },
  subjectsOf: {
    Case: subjectsOfCase,
    Enterprise: ({ uscc }: { uscc: string }) => [enterpriseSubject(uscc)],
    Offer: subjectsOfOffer,
    Permit: ({ holderUscc }: PermitRow) => (holderUscc === null ? [] : [enterpriseSubject(holderUscc)]),
  },
  // What these list is the caller's own, or at its offices.
  narrowed: ['Enterprise.cases', 'Query.myCases', 'Query.caseInbox', 'Enterprise.offers', 'Query.myOffers'],
});

/** An agent may act for the applicant in the matter of the case alone. */
function subjectsOfCase({ applicantUser, applicantUscc, serviceItemCode }: CaseRow): string[] {
  if (applicantUser !== null) return [personSubject(applicantUser)];
  if (applicantUscc === null) return [];
  const item = basicCodeOf(serviceItemCode);
  return [enterpriseSubject(applicantUscc), ...(item === null ? [] : [matterSubject(applicantUscc, item)])];
}

/** As for a case. */
function subjectsOfOffer({ uscc, itemCode }: OfferRow): string[] {
  const item = basicCodeOf(itemCode);
  return [enterpriseSubject(uscc), ...(item === null ? [] : [matterSubject(uscc, item)])];
}
