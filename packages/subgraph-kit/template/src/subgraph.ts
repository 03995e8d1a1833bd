import { buildSchema, enterpriseSubject } from '@yiwang/subgraph-kit';
import { resolvers } from './resolvers.ts';
import type { CaseRow } from './tables.ts';

export const schema = buildSchema(new URL('../schema.graphql', import.meta.url), resolvers, {
  // A grant may hold for some regions only; and whoever acts for the applicant reads its cases without one.
  regionOf: { TemplateCase: ({ regionCode }: CaseRow) => regionCode },
  subjectsOf: { TemplateCase: ({ applicantUscc }: CaseRow) => [enterpriseSubject(applicantUscc!)] },
});
