import { buildSchema, enterpriseSubject } from '@yiwang/subgraph-kit';
import type { TaxpayerModel } from './models.ts';
import { resolvers } from './resolvers.ts';
import { parseTaxpayerNumber } from './taxpayer-number.ts';

export const schema = buildSchema(new URL('../schema.graphql', import.meta.url), resolvers, {
  regionOf: { Taxpayer: ({ regionCode }: TaxpayerModel) => regionCode },
  subjectsOf: { Taxpayer: subjectsOfTaxpayer },
  narrowed: ['Query.taxpayers'],
});

/** An old number names no enterprise, so nobody acts for it. */
function subjectsOfTaxpayer({ id }: TaxpayerModel): string[] {
  const { uscc } = parseTaxpayerNumber(id);
  return uscc === null ? [] : [enterpriseSubject(uscc)];
}
