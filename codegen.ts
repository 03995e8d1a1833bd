import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { completeSchema } from '@yiwang/schema-directives';

/** What `npm run new-department` copies. */
const TEMPLATE = 'packages/subgraph-kit/template';

/**
 * Every folder of subgraphs/ that holds a schema is a department, and the template of the kit becomes one; its mappers.json says what
 * its resolvers receive.
 */
const DEPARTMENTS = [...readdirSync('subgraphs').map((name) => `subgraphs/${name}`), TEMPLATE].filter(
  (folder) => existsSync(`${folder}/schema.graphql`),
);

// What is written is source, for everyone who works on the project, whatever the umask.
process.umask(0o022);
/** The types of the shared scalars, as front ends take them. */
const SCALARS: Record<string, string> = JSON.parse(readFileSync('docs/scalars.json', 'utf8'));

const config: CodegenConfig = {
  overwrite: true,
  generates: Object.fromEntries(
    DEPARTMENTS.map((department) => [
      `${department}/src/generated/types.ts`,
      {
        schema: completeSchema(readFileSync(`${department}/schema.graphql`, 'utf8')),
        plugins: ['typescript', 'typescript-resolvers'],
        config: {
          federation: true,
          enumsAsTypes: true,
          useTypeImports: true,
          contextType: '../context.ts#Context',
          mappers: JSON.parse(readFileSync(`${department}/mappers.json`, 'utf8')),
          scalars: { ID: 'string', ...SCALARS },
          maybeValue: 'T | null | undefined',
        },
      },
    ]),
  ),
};

export default config;
