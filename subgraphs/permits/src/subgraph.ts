import { buildSchema } from '@yiwang/subgraph-kit';
import { resolvers } from './resolvers.ts';
import type { ApplicationRow, PermitRow } from './tables.ts';

export const schema = buildSchema(new URL('../schema.graphql', import.meta.url), resolvers, {
  regionOf: {
    Application: ({ regionCode }: ApplicationRow) => regionCode,
    Permit: ({ regionCode }: PermitRow) => regionCode,
  },
  narrowed: ['Enterprise.applications'],
});
