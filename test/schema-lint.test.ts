import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Linter } from 'eslint';
import { expect, test } from 'vitest';
// @ts-expect-error It is JavaScript, as editors load it, and has no types.
import { graphqlConfig } from '../eslint.graphql.js';

const ROOT = join(import.meta.dirname, '..');
const PATH = 'subgraphs/tax/schema.graphql';
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const SDL = read(PATH);
const SCHEMAS = ['packages/schema-directives/definitions.graphql', 'subgraphs/*/schema.graphql'];
const CONFIG = graphqlConfig([PATH], globSync(SCHEMAS, { cwd: ROOT }).map(read));
const FIRST_LINE = SDL.split('\n').length;

/** What ESLint says about SDL behind that of a department, as `line rule message`; the first line is 1. */
function lint(sdl = ''): string[] {
  return new Linter()
    .verify(`${SDL}${sdl}`, CONFIG, PATH)
    .map(({ line, ruleId, message }) => `${line - FIRST_LINE + 1} ${ruleId} ${message}`);
}

test('the schema of a department is without a finding', () => {
  expect(lint()).toEqual([]);
});

test.each([
  [
    'a type in snake_case',
    '"An office." type tax_office { _kind: Kind } "Kinds." enum Kind { IN_USE }',
    ['1 @graphql-eslint/naming-convention Type "tax_office" should be in PascalCase format'],
  ],
  [
    'fields, arguments and values in a wrong case',
    '"An office." type Office {\n"Its name."\nName(Of: Int): String }\n"Kinds." enum Kind { inUse A__B }',
    [
      '3 @graphql-eslint/naming-convention Field "Name" should be in camelCase format',
      '3 @graphql-eslint/naming-convention Input value "Of" should be in camelCase format',
      expect.stringMatching(/^4 @graphql-eslint\/naming-convention Enum value "inUse"/),
      expect.stringMatching(/^4 @graphql-eslint\/naming-convention Enum value "A__B"/),
    ],
  ],
  [
    'a type and a field without a description, where the key and a described type need none',
    'type Office @key(fields: "id") {\nid: ID!\nregion: RegionCode\nname: String! }',
    [
      '1 @graphql-eslint/require-description Description is required for type "Office"',
      '4 @graphql-eslint/require-description Description is required for field "name" in type "Office"',
    ],
  ],
  [
    'a connection without pageInfo, and an edge without cursor',
    '"Offices." type OfficeConnection { edges: [OfficeEdge!]! }\ntype OfficeEdge { node: [Taxpayer!] }',
    [
      '1 @graphql-eslint/relay-connection-types Connection type must contain a field `pageInfo` that return a non-null `PageInfo` Object type.',
      '2 no-restricted-syntax An edge type must have the field `cursor`.',
      '2 no-restricted-syntax A field of an edge type must not be a list.',
    ],
  ],
  [
    'a page without after',
    'extend type Query {\n"All."\nall(first: Int): TaxpayerConnection }',
    [
      expect.stringMatching(
        /^3 @graphql-eslint\/relay-arguments A field that returns a Connection type must include/,
      ),
    ],
  ],
  [
    'a directive and a type that nothing defines',
    '"An office." type Office { region: RegionCode @gone kind: Gone }',
    [
      '1 @graphql-eslint/known-directives Unknown directive "@gone".',
      '1 @graphql-eslint/known-type-names Unknown type "Gone".',
    ],
  ],
])('%s', (_what, sdl, findings) => {
  expect(lint(sdl)).toEqual(findings);
});
