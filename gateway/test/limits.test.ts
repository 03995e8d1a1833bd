import { readSettings } from '@yiwang/service/settings';
import { PublicError } from '@yiwang/errors';
import { buildSchema, getIntrospectionQuery, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { gatewaySettings } from '../src/config/config.ts';
import { checkDocument, measureDocument } from '@yiwang/service/http';

const LIMITS = {
  maxTokens: 1000,
  maxDepth: 5,
  maxFields: 20,
  maxAliases: 8,
  maxRootFields: 7,
  maxSameField: 4,
  maxDirectives: 3,
  maxOperations: 2,
};

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
    { depth: 3, fields: 5, aliases: 0, fragmentChain: 0 },
  ],
  [
    'an inline fragment adds no depth',
    '{ ... on Query { a { ... { b } } } }',
    { depth: 2, fields: 2, aliases: 0, fragmentChain: 0 },
  ],
  [
    'a fragment counts wherever it is spread',
    '{ x { ...F } ...F } fragment F on Q { a { c: b } }',
    { depth: 3, fields: 5, aliases: 2, fragmentChain: 1 },
  ],
  [
    'a fragment in a fragment in a fragment',
    '{ ...A } fragment A on Q { a ...B } fragment B on Q { ...C } fragment C on Q { c }',
    { depth: 1, fields: 2, aliases: 0, fragmentChain: 3 },
  ],
  [
    'of several operations the largest counts',
    'query A { a } query B { a { b } c }',
    { depth: 2, fields: 3, aliases: 0, fragmentChain: 0 },
  ],
  [
    'a fragment that nothing spreads is measured as well',
    '{ a } fragment F on Q { a { b } }',
    { depth: 2, fields: 2, aliases: 0, fragmentChain: 1 },
  ],
  [
    'a fragment that is not there counts nothing',
    '{ a ...F }',
    { depth: 1, fields: 1, aliases: 0, fragmentChain: 0 },
  ],
])('%s', (_what, source, size) => {
  expect(measureDocument(parse(source))).toEqual(size);
});

const many = (count: number, text: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');

test.each([
  ['{a{a{a{a{a}}}}}', '{a{a{a{a{a{a}}}}}}', 'nests fields 6 deep; the limit is 5.'],
  [`{${'a '.repeat(20)}}`, `{${'a '.repeat(21)}}`, 'asks for 21 fields; the limit is 20.'],
  [`{a(x: [${'1 '.repeat(991)}])}`, `{a(x: [${'1 '.repeat(992)}])}`, 'has more than 1000 tokens.'],
  [
    `{ a { ${many(4, (i) => `x${i}: b y${i}: c`)} } }`,
    `{ a { ${many(4, (i) => `x${i}: b y${i}: c`)} z: d } }`,
    'has 9 aliases; the limit is 8.',
  ],
  [
    `{ ${many(7, (i) => `a${i}`)} }`,
    `{ ${many(4, (i) => `a${i}`)} ...F } fragment F on Q { ${many(5, (i) => `a${i + 3}`)} }`,
    'has 8 root fields; the limit is 7.',
  ],
  [
    `{ a { ${many(3, (i) => `x${i}: b`)} b } }`,
    `{ a { ${many(3, (i) => `x${i}: b`)} } ...F } fragment F on Q { a { ... { b x3: b } } }`,
    'asks for the field b 5 times in one place, under different names; the limit is 4.',
  ],
  ['{ a @x @x @x }', '{ a @x @x @x ... @x { b } }', 'has 4 directives; the limit is 3.'],
  [
    'query A { a } query B { a }',
    'query A { a } query B { a } query C { a }',
    'has 3 operations; the limit is 2.',
  ],
])('%s is admitted, one more is not, and the message gives both numbers', (within, beyond, fault) => {
  expect(verdict(within)).toBe('admitted');
  expect(verdict(beyond)).toContain(`OPERATION_TOO_COMPLEX: The query ${fault} `);
});

test('the same field under the same name is asked for once, however often it is written', () => {
  expect(verdict(`{ ${many(9, () => 'a { b: c }')} }`)).toContain('aliases');
  expect(verdict(`{ ${many(8, () => 'a { b: c }')} }`)).toBe('admitted');
});

test('what a program needs to know of a refusal is beside its message', () => {
  expect(() => checkDocument('{a{a{a{a{a{a}}}}}}', LIMITS)).toThrow(
    expect.objectContaining({
      extensions: { code: 'OPERATION_TOO_COMPLEX', what: 'depth', count: 6, limit: 5 },
    }),
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
  const { OPERATION_MAX_TOKENS, OPERATION_MAX_DEPTH, OPERATION_MAX_FIELDS, OPERATION_MAX_SAME_FIELD } =
    readSettings(gatewaySettings, { SUPERGRAPH: 'any' });
  const limits = {
    maxTokens: OPERATION_MAX_TOKENS,
    maxDepth: OPERATION_MAX_DEPTH,
    maxFields: OPERATION_MAX_FIELDS,
    maxSameField: OPERATION_MAX_SAME_FIELD,
    maxAliases: 0,
    maxRootFields: 1,
    maxDirectives: 0,
    maxOperations: 1,
  };
  expect(() => checkDocument(source, limits)).not.toThrow();
});

test.each([
  ['one field', (n: number) => `{ a { ${many(n, () => 'b { c }')} } }`],
  ['fields in fields', (n: number) => `{ ${many(n, () => 'a { b { b { c } } }')} }`],
  [
    'fragments',
    (n: number) =>
      `{ ${many(n, (i) => `...F${i}`)} } ${many(n, (i) => `fragment F${i} on Q { a { b { c } } }`)}`,
  ],
])('%s written again and again is refused before validation compares all with all', (_what, document) => {
  const limits = { ...LIMITS, maxTokens: 100_000, maxFields: 100_000, maxAliases: 0, maxRootFields: 100 };

  expect(() => checkDocument(document(60), limits)).not.toThrow();
  expect(() => checkDocument(document(400), limits)).toThrow(
    expect.objectContaining({ extensions: expect.objectContaining({ what: 'comparisons' }) }),
  );
});
