import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';

/** Every folder of subgraphs/ that holds a schema is a department; its mappers.json says what its resolvers receive. */
const DEPARTMENTS = readdirSync('subgraphs').filter((name) => existsSync(`subgraphs/${name}/schema.graphql`));

const config: CodegenConfig = {
  overwrite: true,
  generates: Object.fromEntries(
    DEPARTMENTS.map((department) => [
      `subgraphs/${department}/src/generated/types.ts`,
      {
        schema: `subgraphs/${department}/schema.graphql`,
        plugins: ['typescript', 'typescript-resolvers'],
        config: {
          federation: true,
          enumsAsTypes: true,
          useTypeImports: true,
          contextType: '../context.ts#Context',
          mappers: JSON.parse(readFileSync(`subgraphs/${department}/mappers.json`, 'utf8')),
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
            LandUseCode: 'string',
          },
          maybeValue: 'T | null | undefined',
        },
      },
    ]),
  ),
};

export default config;
