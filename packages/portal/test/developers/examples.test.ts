import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { buildApiSchema, composeSupergraph } from '@yiwang/composition';
import { completeSchema } from '@yiwang/schema-directives';
import {
  type DirectiveNode,
  type GraphQLSchema,
  parse,
  print,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { describeHidden, describeType, findTypes } from '../../app/pages/developers/describe-type.ts';
import type { Sharing } from '../../app/graph/read-catalogue.ts';
import { curlOf, EXAMPLES, pythonOf, typescriptOf } from '../../app/pages/developers/examples-data.ts';
import { commandOf, mutationOf, readFields } from '../../app/pages/developers/grant-texts.ts';
import costs from '../../app/pages/developers/generated/costs.json' with { type: 'json' };

const SUBGRAPHS = `${import.meta.dirname}/../../../../subgraphs`;
let schema: GraphQLSchema;
/** Coordinates of fields that are shared with condition; a type may say it of all its fields. */
const conditional = new Set<string>();

beforeAll(() => {
  const names = readdirSync(SUBGRAPHS).filter((name) => existsSync(`${SUBGRAPHS}/${name}/schema.graphql`));
  const { supergraphSdl } = composeSupergraph(
    names.map((name) => ({
      name,
      url: `http://${name}.invalid/graphql`,
      sdl: completeSchema(readFileSync(`${SUBGRAPHS}/${name}/schema.graphql`, 'utf8')),
    })),
  );
  schema = buildApiSchema(parse(supergraphSdl!));
  const isConditional = ({ directives }: { directives?: readonly DirectiveNode[] | undefined }) =>
    directives?.some(
      (one) =>
        one.name.value === 'sharing' &&
        print(one).includes('CONDITIONAL') &&
        !print(one).includes('UNCONDITIONAL'),
    );
  for (const name of names) {
    visit(parse(readFileSync(`${SUBGRAPHS}/${name}/schema.graphql`, 'utf8')), {
      ObjectTypeDefinition(type) {
        for (const field of type.fields ?? []) {
          const isOwn = field.directives?.some((one) => one.name.value === 'sharing');
          if (isConditional(isOwn ? field : type)) conditional.add(`${type.name.value}.${field.name.value}`);
        }
      },
    });
  }
}, 60_000);

test('there are ten examples, and the one schema answers each of them', () => {
  expect(EXAMPLES).toHaveLength(10);
  for (const { name, query } of EXAMPLES) expect(validate(schema, parse(query)), name).toEqual([]);
});

test('just the examples that read what is shared with condition say so', () => {
  for (const { name, query, isConditional } of EXAMPLES) {
    const types = new TypeInfo(schema);
    const read = new Set<string>();
    visit(
      parse(query),
      visitWithTypeInfo(types, {
        Field: ({ name: field }) => void read.add(`${types.getParentType()?.name}.${field.value}`),
      }),
    );
    expect(
      [...read].some((coordinate) => conditional.has(coordinate)),
      name,
    ).toBe(isConditional);
  }
});

test('a shell sends just the operation and its variables', () => {
  const quoted = { name: 'quoted', query: '{ a(b: "it\'s") }', variables: {}, isConditional: false };
  for (const example of [...EXAMPLES, quoted]) {
    const [, body] = /-d '(.*)'$/s.exec(curlOf(example))!;
    expect(JSON.parse(body!.replaceAll(String.raw`'\''`, "'"))).toEqual({
      query: example.query,
      variables: example.variables,
    });
  }
});

test('what is shared with condition is sent with a token and a purpose, and nothing else is', () => {
  for (const example of EXAMPLES) {
    const texts = [curlOf(example), typescriptOf(example), pythonOf(example)];
    for (const text of texts) {
      expect(text.includes('TOKEN')).toBe(example.isConditional);
      expect(text.includes('W-17')).toBe(example.isConditional);
    }
  }
});

test('an application for a grant fits the one schema, for whatever fields', () => {
  const fields = readFields('Taxpayer.arrears, CreditGrade.grade,Taxpayer.arrears,<script>,x');
  expect(fields).toEqual(['Taxpayer.arrears', 'CreditGrade.grade']);
  expect(validate(schema, parse(mutationOf(fields)))).toEqual([]);
  expect(commandOf(fields)).toContain('--fields Taxpayer.arrears,CreditGrade.grade');
  expect(readFields(null)).toEqual([]);
});

test('a word finds types by name, by description and by what their fields are', () => {
  const one = { version: 1, schema, sharing: new Map() };
  expect(
    findTypes(one, '')
      .map(({ name }) => name)
      .slice(0, 3),
  ).toEqual(['Query', 'Mutation', 'Subscription']);
  expect(findTypes(one, 'creditGrade').find(({ name }) => name === 'Taxpayer')?.fields).toContain(
    'Taxpayer.creditGrades',
  );
  expect(findTypes(one, '办件').map(({ name }) => name)).toContain('Case');
  expect(findTypes(one, 'no such word at all')).toEqual([]);
});

test('a field is described with its arguments, its class and its cost', () => {
  const own = {
    class: 'UNCONDITIONAL',
    basis: null,
    cycle: null,
    department: 'permits',
    type: null,
    summary: null,
  };
  const sharing = new Map<string, Sharing>([['Query.serviceItems', own]]);
  const query = describeType(schema.getType('Query')!, { version: 1, schema, sharing });
  const field = query.fields.find(({ name }) => name === 'serviceItems')!;
  expect(field).toMatchObject({
    type: { text: 'ServiceItemConnection', named: 'ServiceItemConnection' },
    sharing: { department: 'permits' },
    cost: { weight: 10, sizedBy: ['first'] },
  });
  expect(field.args.find(({ name }) => name === 'first')).toMatchObject({ byDefault: '20' });
});

test('what a client does not see is named from the catalogue, so that one can apply for it', () => {
  const own = {
    class: 'CONDITIONAL',
    basis: '法',
    cycle: null,
    department: 'tax',
    type: 'Int!',
    summary: 'Unpaid.',
  };
  const sharing = new Map<string, Sharing>([
    ['Region.secret', own],
    ['Hidden', { ...own, type: null }],
    ['Hidden.field', own],
  ]);
  const one = { version: 1, schema, sharing };
  expect(describeType(schema.getType('Region')!, one).hidden).toMatchObject([
    { name: 'secret', type: 'Int!' },
  ]);
  expect(describeHidden('Hidden', one)?.hidden).toMatchObject([{ name: 'field', description: 'Unpaid.' }]);
  expect(describeHidden('Nothing', one)).toBeNull();
});

test('costs are told of fields that the one schema has', () => {
  for (const coordinate of Object.keys(costs)) {
    const [type, field] = coordinate.split('.') as [string, string?];
    const found = schema.getType(type);
    // What is for the platform alone is in no schema that clients read.
    if (!found || field === undefined || !('getFields' in found)) continue;
    expect(Object.keys(found.getFields()), coordinate).toContain(field);
  }
});
