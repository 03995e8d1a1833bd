import { buildSchema, enterpriseSubject, personSubject } from '@yiwang/subgraph-kit';
import type { RegistrationRow } from './registrations/registration-tables.ts';
import { resolvers } from './resolvers.ts';

export const schema = buildSchema(new URL('../schema.graphql', import.meta.url), resolvers, {
  regionOf: { RegistrationCase: ({ regionCode }: RegistrationRow) => regionCode },
  subjectsOf: {
    RegistrationCase: ({ applicantUser, uscc }: RegistrationRow) => [
      personSubject(applicantUser!),
      ...(uscc === null ? [] : [enterpriseSubject(uscc)]),
    ],
  },
  // What these list is the caller's own, or in its regions.
  narrowed: ['Query.myRegistrations', 'Query.registrationInbox', 'Query.filedRegistrations'],
});
