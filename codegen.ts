import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';

/** What `npm run new-department` copies. */
const TEMPLATE = 'packages/subgraph-kit/template';

/**
 * Every folder of subgraphs/ that holds a schema is a department, and the template of the kit becomes one; its mappers.json says what
 * its resolvers receive.
 */
const DEPARTMENTS = [...readdirSync('subgraphs').map((name) => `subgraphs/${name}`), TEMPLATE].filter(
  (folder) => existsSync(`${folder}/schema.graphql`),
);

const config: CodegenConfig = {
  overwrite: true,
  generates: Object.fromEntries(
    DEPARTMENTS.map((department) => [
      `${department}/src/generated/types.ts`,
      {
        schema: `${department}/schema.graphql`,
        plugins: ['typescript', 'typescript-resolvers'],
        config: {
          federation: true,
          enumsAsTypes: true,
          useTypeImports: true,
          contextType: '../context.ts#Context',
          mappers: JSON.parse(readFileSync(`${department}/mappers.json`, 'utf8')),
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
