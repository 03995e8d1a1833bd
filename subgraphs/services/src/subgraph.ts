import { buildSchema, enterpriseSubject, matterSubject, personSubject } from '@yiwang/subgraph-kit';
import { resolvers } from './resolvers.ts';
import type { MatterCaseRow } from './tables.ts';

export const schema = buildSchema(new URL('../schema.graphql', import.meta.url), resolvers, {
  regionOf: { MatterCase: ({ regionCode }: MatterCaseRow) => regionCode },
  subjectsOf: {
    MatterCase: subjectsOfCase,
    Enterprise: ({ uscc }: { uscc: string }) => [enterpriseSubject(uscc)],
  },
  // What it lists is the caller's own.
  narrowed: ['Query.myMatterCases'],
});

/** An agent may act for the applicant in the matter alone. */
function subjectsOfCase({ applicantUser, applicantUscc, matter }: MatterCaseRow): string[] {
  if (applicantUser !== null) return [personSubject(applicantUser)];
  return [enterpriseSubject(applicantUscc!), matterSubject(applicantUscc!, matter)];
}
