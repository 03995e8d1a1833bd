import { buildASTSchema, parse, printSchema, validateSchema } from 'graphql';
import { expect, test } from 'vitest';
import { buildSchema, divideSdl } from '../../src/planning/build-schema.ts';

const MANY = Array.from(
  { length: 900 },
  (_, n) => `"""Type\n\n${n}""" type T${n} { id: ID! next: T${(n + 1) % 900} }`,
);

const SDLS = {
  'with types of every kind': `
    type Query { a(b: I = { c: 1 }): E @deprecated(reason: "old") n: N u: U s: S }
    type Mutation { u: [U!]! }
    interface N { a: Int }
    type A implements N { a: Int }
    union U = A | Query
    input I @oneOf { c: Int d: I }
    enum E { A B @deprecated }
    scalar S @specifiedBy(url: "https://example.org/s")
    directive @mark(n: Int = 3) repeatable on FIELD`,
  'whose root types have names of their own':
    '"all" schema { query: Q } type Q { a: Int } type Query { b: Int }',
  'of many parts': `type Query { t: T0 } ${MANY.join('\n\n')}`,
};

test.each(Object.entries(SDLS))('a schema %s is what graphql-js makes of it', async (_what, sdl) => {
  const schema = await buildSchema(divideSdl(sdl));

  expect(printSchema(schema)).toBe(printSchema(buildASTSchema(parse(sdl))));
  expect(validateSchema(buildASTSchema(parse(sdl)))).toEqual([]);
});
