import type { CodegenConfig } from '@graphql-codegen/cli';

/** The departments; each maps its object types to the rows that its loaders return. */
const DEPARTMENTS = ['enterprises', 'permits', 'tax', 'land', 'exchange'];

const config: CodegenConfig = {
  overwrite: true,
  generates: Object.fromEntries(
    DEPARTMENTS.map((department) => [
      `subgraphs/${department}/src/generated/types.ts`,
      {
        schema: [`subgraphs/${department}/schema.graphql`, 'packages/subgraph-kit/federation.graphql'],
        plugins: ['typescript', 'typescript-resolvers'],
        config: {
          federation: true,
          enumsAsTypes: true,
          useTypeImports: true,
          contextType: '../context.ts#Context',
          mapperTypeSuffix: 'Model',
          scalars: {
            ID: 'string',
            Date: 'string',
            DateTime: 'string',
            Decimal: 'string',
            USCC: 'string',
            RegionCode: 'string',
            IndustryCode: 'string',
            ParcelCode: 'string',
            RealEstateUnitCode: 'string',
          },
          maybeValue: 'T | null | undefined',
        },
      },
    ]),
  ),
};

export default config;
