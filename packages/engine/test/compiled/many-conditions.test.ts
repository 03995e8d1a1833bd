import { isPublicError } from '@yiwang/errors';
import {
  buildSchema,
  execute,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { expect, test } from 'vitest';
import { buildShape } from '../../src/response-shape/build-shape.ts';
import { compileWriter } from '../../src/response/compile-writer.ts';
import { writeText } from '../../src/response/write-json.ts';

const schema = buildSchema('type Query { a: Int b: Int c: Int q: Query }');
const DATA = { a: 1, b: 2, c: 3, q: { a: 4, b: 5, c: 6, q: null } };
const variables = (count: number) => Array.from({ length: count }, (_, i) => `v${i}`);
const declare = (names: readonly string[]) => names.map((name) => `$${name}: Boolean!`).join(' ');

function shapeOf(query: string) {
  const [operation, ...fragments] = parse(query).definitions;
  const byName = fragments.map((one) => [(one as FragmentDefinitionNode).name.value, one]);
  return buildShape(
    schema,
    operation as OperationDefinitionNode,
    Object.fromEntries(byName),
    (field) => field.name.value,
  );
}

function write(query: string, values: Record<string, unknown>) {
  return writeText(compileWriter(shapeOf(query)), DATA, values, { broken: false, ready: new Map() });
}

test('fragments that overlap under twelve conditions stand where they stand by the specification', () => {
  const names = variables(12);
  const all = (what: string) => names.map((name) => `${what} @include(if: $${name})`).join(' ');
  const query = `query(${declare(names)}) { ${all('...F')} }
    fragment F on Query { ${all('c')} ${all('...G')} a }
    fragment G on Query { ${all('...H')} b q { ${all('...H')} } }
    fragment H on Query { c b @skip(if: $v3) q { a b @include(if: $v7) } }`;

  for (let one = 0; one < 40; one++) {
    const values = Object.fromEntries(names.map((name, i) => [name, (one * 2654435761) % (i + 2) === 0]));
    const { data } = execute({ schema, document: parse(query), rootValue: DATA, variableValues: values }) as {
      data: object;
    };
    expect(write(query, values), JSON.stringify(values)).toBe(JSON.stringify(data));
  }
});

test('what is written for one field under many conditions grows no faster than the operation', () => {
  const written = (count: number) => {
    const names = variables(count);
    const query = `query(${declare(names)}) { ${names.map((name) => `a @include(if: $${name})`).join(' ')} }`;
    return JSON.stringify(shapeOf(query).fieldsByType.get('Query')).length;
  };

  expect(written(800)).toBeLessThan(written(100) * 9);
});

test('a selection under two conditions that exclude each other never counts', () => {
  expect(
    write('query($x: Boolean!) { a ... @include(if: $x) { b @skip(if: $x) ... { c } } }', { x: true }),
  ).toBe('{"a":1,"c":3}');
});

test('fragments that meet in more ways than can be told apart are refused', () => {
  const depth = 24;
  const fragments = Array.from({ length: depth }, (_, i) => {
    const next =
      i + 1 < depth ? `...F${i + 1} @include(if: $v${2 * i}) ...F${i + 1} @include(if: $v${2 * i + 1})` : '';
    return `fragment F${i} on Query { a ${next} }`;
  });
  const query = `query(${declare(variables(2 * depth))}) { ...F0 }\n${fragments.join('\n')}`;

  let thrown: unknown;
  try {
    shapeOf(query);
  } catch (error) {
    thrown = error;
  }
  expect(isPublicError(thrown) && thrown.code).toBe('OPERATION_TOO_COMPLEX');
});
