import { buildSchema, getOperationAST, getVariableValues, parse } from 'graphql';
import { expect, test } from 'vitest';
import { compileVariableCoercion } from '../../src/prepared-operation/coerce-variables.ts';

const schema = buildSchema(`
  scalar Any
  input Range { from: Int! to: Int = 3 }
  enum Status { ACTIVE REVOKED }
  type Query { a(id: ID, text: String, count: Int, share: Float, yes: Boolean, any: Any, range: Range, status: Status, ids: [ID!]): Int }
`);

const types = [
  'ID',
  'ID!',
  'String',
  'String!',
  'Int',
  'Int!',
  'Boolean',
  'Boolean!',
  'Float',
  'Any',
  'Range',
  'Status!',
  '[ID!]',
  'String = "x"',
  'Int! = 7',
];
const values = [
  'E1',
  '',
  'ACTIVE',
  '7',
  0,
  -0,
  7,
  -7,
  1.5,
  2 ** 31,
  2 ** 31 - 1,
  true,
  false,
  null,
  undefined,
  [],
  ['E1'],
  {},
  { from: 1 },
];

test.each(types)('variables of the type %s are coerced as graphql-js does', (type) => {
  const document = parse(`query ($plain: ID!, $one: ${type}) { a }`);
  const definitions = getOperationAST(document)!.variableDefinitions!;
  const coerce = compileVariableCoercion(schema, definitions);
  for (const one of values) {
    for (const given of [{ plain: 'E2', one, more: 1 }, { plain: 'E2' }, { one }, { plain: 2, one }]) {
      const expected = getVariableValues(schema, definitions, given).coerced ?? null;
      expect(coerce(given), JSON.stringify(given)).toEqual(expected);
    }
  }
});

test('names that every object has, and none at all', () => {
  const document = parse('query ($toString: String!, $__proto__: ID) { a }');
  const coerce = compileVariableCoercion(schema, getOperationAST(document)!.variableDefinitions!);
  expect(coerce({})).toBeNull();
  expect(coerce({ toString: 'x' })).toEqual({ toString: 'x' });
  expect(compileVariableCoercion(schema, [])({ any: 1 })).toEqual({});
});
