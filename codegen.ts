import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { buildApiSchema, composeSupergraph } from '@yiwang/composition';
import { completeSchema } from '@yiwang/schema-directives';
import { parse, printSchema } from 'graphql';

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
/** The gateway knows it without a definition in any schema. */
const DEFER = 'directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT';
/** The types of the shared scalars, as front ends take them. */
const SCALARS: Record<string, string> = JSON.parse(readFileSync('docs/scalars.json', 'utf8'));

/** What may hold operations of the portal. */
const PAGES = 'packages/portal/{app,server}/**/*.{ts,tsx}';

type Output = CodegenConfig['generates'][string];

const config: CodegenConfig = {
  overwrite: true,
  generates: {
    ...Object.fromEntries(
      DEPARTMENTS.map((folder) => [`${folder}/src/generated/types.ts`, departmentTypes(folder)]),
    ),
    ...(hasOperations(PAGES) ? { 'packages/portal/app/graphql/generated/': pageTypes(PAGES) } : {}),
  },
};

/** Types of a department's resolvers. */
function departmentTypes(folder: string): Output {
  return {
    schema: completeSchema(readFileSync(`${folder}/schema.graphql`, 'utf8')),
    plugins: ['typescript', 'typescript-resolvers'],
    config: {
      federation: true,
      enumsAsTypes: true,
      useTypeImports: true,
      contextType: '../context.ts#Context',
      mappers: JSON.parse(readFileSync(`${folder}/mappers.json`, 'utf8')),
      scalars: { ID: 'string', ...SCALARS },
      maybeValue: 'T | null | undefined',
    },
  };
}

/** The preset writes files that do not compile when there is no operation. */
function hasOperations(pattern: string): boolean {
  const written = globSync(pattern).filter((file) => !file.includes('/generated/'));
  return written.some((file) => /\bgraphql\(/.test(readFileSync(file, 'utf8')));
}

/** Types and hashes of the operations that a front end asks, as docs/front-end.md has it. */
function pageTypes(documents: string): Output {
  return {
    schema: apiSdl(),
    documents,
    preset: 'client',
    presetConfig: { fragmentMasking: false, persistedDocuments: { hashAlgorithm: 'sha256' } },
    config: {
      documentMode: 'string',
      enumsAsTypes: true,
      useTypeImports: true,
      strictScalars: true,
      scalars: SCALARS,
      importExtension: '.ts',
    },
  };
}

/** The schema that a client with every right reads from the gateway. */
function apiSdl(): string {
  const names = readdirSync('subgraphs').filter((name) => existsSync(`subgraphs/${name}/schema.graphql`));
  const { supergraphSdl } = composeSupergraph(
    names.map((name) => ({
      name,
      url: `http://${name}.invalid/graphql`,
      sdl: completeSchema(readFileSync(`subgraphs/${name}/schema.graphql`, 'utf8')),
    })),
  );
  return `${DEFER}\n${printSchema(buildApiSchema(parse(supergraphSdl)))}`;
}

export default config;
