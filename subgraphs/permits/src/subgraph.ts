import { buildSchema } from '@yiwang/subgraph-kit';
import { resolvers } from './resolvers.ts';
import type { CaseRow, PermitRow } from './tables.ts';

export const schema = buildSchema(new URL('../schema.graphql', import.meta.url), resolvers, {
  regionOf: {
    Case: ({ regionCode }: CaseRow) => regionCode,
    Permit: ({ regionCode }: PermitRow) => regionCode,
  },
  narrowed: ['Enterprise.cases'],
});
