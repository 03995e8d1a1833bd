import { parseValue } from 'graphql';
import { expect, test } from 'vitest';
import { JsonScalar } from '../src/scalars/json-scalar.ts';

const literal = (source: string, variables = {}) => JsonScalar.parseLiteral(parseValue(source), variables);
const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);
const withCode = (code: string) => expect.objectContaining({ extensions: expect.objectContaining({ code }) });

test('a JSON value is the same in a variable and in the query, with variables inside', () => {
  const value = { name: '面馆', areaM2: 12.5, kinds: ['A', null, true], owner: {} };
  expect(JsonScalar.parseValue(value)).toEqual(value);
  expect(
    literal('{ name: $name, areaM2: 12.5, kinds: ["A", null, true], owner: {} }', { name: '面馆' }),
  ).toEqual(value);
  expect(literal('$missing')).toBeNull();
});

test('a member named __proto__ is a member and no prototype', () => {
  const value = literal('{ __proto__: { admin: true } }') as { admin?: boolean };
  expect(value.admin).toBeUndefined();
  expect(Object.keys(value)).toEqual(['__proto__']);
});

test('20 levels are read, and 21 are refused, in variables, in the query, and in both together', () => {
  const source = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`;
  expect(JsonScalar.parseValue(nested(20))).toEqual(nested(20));
  expect(literal(source(20))).toEqual(nested(20));
  expect(literal('[$value]', { value: nested(19) })).toEqual(nested(20));
  for (const read of [
    () => JsonScalar.parseValue(nested(21)),
    () => literal(source(21)),
    () => literal('[$value]', { value: nested(20) }),
  ]) {
    expect(read).toThrow(withCode('INVALID_ARGUMENT'));
  }
});

test('an enum value is refused, because JSON has none', () => {
  expect(() => literal('{ kind: RESTAURANT }')).toThrow(withCode('INVALID_ARGUMENT'));
});
