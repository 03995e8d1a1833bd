import { buildSchema, enterpriseSubject, matterSubject } from '@yiwang/subgraph-kit';
import { resolvers } from './resolvers.ts';
import { parseServiceItemCode } from './service-item-code.ts';
import type { CaseRow, PermitRow } from './tables.ts';

export const schema = buildSchema(new URL('../schema.graphql', import.meta.url), resolvers, {
  regionOf: {
    Case: ({ regionCode }: CaseRow) => regionCode,
    Permit: ({ regionCode }: PermitRow) => regionCode,
  },
  subjectsOf: {
    Case: subjectsOfCase,
    Enterprise: ({ uscc }: { uscc: string }) => [enterpriseSubject(uscc)],
    Permit: ({ holderUscc }: PermitRow) => (holderUscc === null ? [] : [enterpriseSubject(holderUscc)]),
  },
  narrowed: ['Enterprise.cases'],
});

/** An agent may act for the applicant in the matter of the case alone. */
function subjectsOfCase({ applicantUscc, serviceItemCode }: CaseRow): string[] {
  if (applicantUscc === null) return [];
  const item = serviceItemCode === null ? null : parseServiceItemCode(serviceItemCode).basicCode;
  return [enterpriseSubject(applicantUscc), ...(item === null ? [] : [matterSubject(applicantUscc, item)])];
}
