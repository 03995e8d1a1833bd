import { buildSchema } from '@yiwang/subgraph-kit';
import type { TaxpayerModel } from './models.ts';
import { resolvers } from './resolvers.ts';

export const schema = buildSchema(new URL('../schema.graphql', import.meta.url), resolvers, {
  regionOf: { Taxpayer: ({ regionCode }: TaxpayerModel) => regionCode },
  narrowed: ['Query.taxpayers'],
});
