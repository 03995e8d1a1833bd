import { PublicError } from '@yiwang/errors';
import { buildSchema, getIntrospectionQuery, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { checkDocument } from '../src/limits/check-document.ts';
import { measureDocument } from '../src/limits/measure-document.ts';

const LIMITS = { maxTokens: 1000, maxDepth: 5, maxFields: 20 };

function verdict(source: string): string {
  try {
    checkDocument(source, LIMITS);
    return 'admitted';
  } catch (error) {
    if (error instanceof PublicError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

test.each([
  [
    'fields count, and so do the fields in them',
    '{ a { b c { d } } e }',
    { depth: 3, fields: 5, fragmentChain: 0 },
  ],
  [
    'an inline fragment adds no depth',
    '{ ... on Query { a { ... { b } } } }',
    { depth: 2, fields: 2, fragmentChain: 0 },
  ],
  [
    'a fragment counts wherever it is spread',
    '{ x { ...F } ...F } fragment F on Q { a { b } }',
    { depth: 3, fields: 5, fragmentChain: 1 },
  ],
  [
    'a fragment in a fragment in a fragment',
    '{ ...A } fragment A on Q { a ...B } fragment B on Q { ...C } fragment C on Q { c }',
    { depth: 1, fields: 2, fragmentChain: 3 },
  ],
  [
    'of several operations the largest counts',
    'query A { a } query B { a { b } c }',
    { depth: 2, fields: 3, fragmentChain: 0 },
  ],
  [
    'a fragment that nothing spreads is measured as well',
    '{ a } fragment F on Q { a { b } }',
    { depth: 2, fields: 2, fragmentChain: 1 },
  ],
  ['a fragment that is not there counts nothing', '{ a ...F }', { depth: 1, fields: 1, fragmentChain: 0 }],
])('%s', (_what, source, size) => {
  expect(measureDocument(parse(source))).toEqual(size);
});

test('what is at the limit is admitted, one more is not, and the message gives both numbers', () => {
  expect(verdict('{a{a{a{a{a}}}}}')).toBe('admitted');
  expect(verdict('{a{a{a{a{a{a}}}}}}')).toBe(
    'OPERATION_TOO_COMPLEX: The query nests fields 6 deep; the limit is 5.',
  );
  expect(verdict(`{${'a '.repeat(20)}}`)).toBe('admitted');
  expect(verdict(`{${'a '.repeat(21)}}`)).toBe(
    'OPERATION_TOO_COMPLEX: The query asks for 21 fields; the limit is 20.',
  );
  expect(verdict(`{a(x: [${'1 '.repeat(1000 - 9)}])}`)).toBe('admitted');
  expect(verdict(`{a(x: [${'1 '.repeat(1000 - 8)}])}`)).toBe(
    'OPERATION_TOO_COMPLEX: The query has more than 1000 tokens.',
  );
});

test('measuring takes no longer for fragments that spread each other exponentially', () => {
  const fragments = Array.from(
    { length: 90 },
    (_, i) => `fragment F${i} on Q { a { ...F${i + 1} } b { ...F${i + 1} } }`,
  );
  const { fields } = measureDocument(parse(`{ ...F0 } ${fragments.join(' ')} fragment F90 on Q { c }`));

  expect(fields).toBeGreaterThan(2 ** 90);
});

test('text that is not GraphQL is left for the parser to complain about', () => {
  for (const source of ['', '{', '}', '"', '{ a', 'no query', '{ a(b: "\\u12") }', '\u0000', '}}}}{{{{']) {
    expect(verdict(source)).toBe('admitted');
  }
});

test('the query by which tools read the schema fits the default limits', () => {
  const source = getIntrospectionQuery({
    descriptions: true,
    inputValueDeprecation: true,
    specifiedByUrl: true,
  });

  expect(validate(buildSchema('type Query { a: Int }'), parse(source))).toEqual([]);
  expect(() => checkDocument(source, { maxTokens: 10_000, maxDepth: 20, maxFields: 2000 })).not.toThrow();
});
