import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import fc from 'fast-check';
import { buildClientSchema, getIntrospectionQuery, isScalarType, isSpecifiedScalarType } from 'graphql';
import { expect, test } from 'vitest';
import { runProgram } from '../support/run-program.ts';
import { DEFERRED_PAGE, PAGE, type Served } from './served.ts';

const ROOT = join(import.meta.dirname, '../..');
const SCALARS = join(ROOT, 'docs/scalars.json');

export function testTools(served: () => Served): void {
  test('the schema is read with every option that graphql-js knows, and in every mix of them', async () => {
    const everything = await introspect({});
    const option = fc.boolean();
    const options = fc.record({
      descriptions: option,
      specifiedByUrl: option,
      directiveIsRepeatable: option,
      schemaDescription: option,
      inputValueDeprecation: option,
      oneOf: option,
    });
    await fc.assert(
      fc.asyncProperty(options, async (some) => {
        const schema = await introspect(some);
        expect(Object.keys(schema.getTypeMap())).toEqual(Object.keys(everything.getTypeMap()));
      }),
      { numRuns: 10, examples: [[ALL_OPTIONS]] },
    );

    async function introspect(some: Parameters<typeof getIntrospectionQuery>[0]) {
      const { data, errors } = await served().ask(getIntrospectionQuery(some));
      expect(errors).toBeUndefined();
      return buildClientSchema(data);
    }
  });

  test('the scalar map has a type for each scalar of the schema, and for no other', async () => {
    const { data } = await served().ask(getIntrospectionQuery());
    const scalars = Object.values(buildClientSchema(data).getTypeMap()).filter(
      (type) => isScalarType(type) && !isSpecifiedScalarType(type),
    );
    const map = JSON.parse(await readFile(SCALARS, 'utf8')) as Record<string, string>;

    expect(Object.keys(map)).toEqual(scalars.map(({ name }) => name).sort());
  });

  test('GraphQL Code Generator types a page with the scalar map, and leaves nothing unknown', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yiwang-codegen-'));
    try {
      const document = join(folder, 'page.graphql');
      const wide = `query Wide($uscc: USCC!) { enterprise(uscc: $uscc) { uscc registeredOn region { code } } }`;
      await writeFile(document, `${PAGE}\n${DEFERRED_PAGE.replace('Page', 'Deferred')}\n${wide}`);
      const files = await generate(
        {
          schema: served().url,
          documents: document,
          silent: true,
          generates: {
            [`${folder}/gql/`]: {
              preset: 'client',
              config: { strictScalars: true, scalars: JSON.parse(await readFile(SCALARS, 'utf8')) },
            },
          },
        },
        false,
      );
      const operations = (files as { filename: string; content: string }[]).find(({ filename }) =>
        filename.endsWith('/graphql.ts'),
      )!;

      const results = operations.content.match(/^export type \w+(Query|QueryVariables) = .*/gm)!.join('\n');

      expect(results).toMatch(/registeredOn: string/);
      expect(results).toMatch(/uscc: string/);
      expect(results).not.toMatch(/\b(any|unknown)\b/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('gql.tada reads the schema from the address', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yiwang-tada-'));
    try {
      const schema = join(folder, 'schema.graphql');
      const args = ['node_modules/gql.tada/bin/cli.js', 'generate-schema', served().url, '--output', schema];
      const tada = runProgram(ROOT, args);
      expect({ code: await tada.ended, output: tada.output() }).toMatchObject({ code: 0 });
      expect(await readFile(schema, 'utf8')).toContain('enterprise(uscc: USCC!): Enterprise');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
}

const ALL_OPTIONS = {
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
};
