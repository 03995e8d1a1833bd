import { composeSupergraph } from '@yiwang/composition';
import { completeSchema } from '@yiwang/schema-directives';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { cachePolicyOf } from '../../src/caching/cache-policy.ts';
import { readCacheControl } from '../../src/caching/read-cache-control.ts';
import { readSupergraph } from '../../src/planning/read-supergraph.ts';

const FEDERATION =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n';

const ITEMS = `
  type Query {
    item(code: ID!): Item
    items: ItemConnection @cacheControl(maxAge: 20, staleIfError: 100)
    count: Int @cacheControl(maxAge: 5)
    uncounted: Int
    mine: Item @cacheControl(scope: PRIVATE)
    any: Any
    alone: Alone
    plain: Plain
  }
  type Item @key(fields: "code") @cacheControl(maxAge: 30, staleIfError: 60) {
    code: ID!
    name: String @cacheControl(inheritMaxAge: true)
    owner: Owner
    owned: Owner @cacheControl(inheritMaxAge: true)
    guide: Guide @cacheControl(inheritMaxAge: true)
    short: String @cacheControl(maxAge: 2)
    never: String @cacheControl(maxAge: 0)
    silent: String
    phone: String @sensitive(kind: PHONE) @cacheControl(inheritMaxAge: true)
    again: Item @cacheControl(inheritMaxAge: true)
  }
  type Alone @key(fields: "id") @cacheControl(maxAge: 40) { id: ID! name: String }
  type Owner @key(fields: "id") { id: ID! name: String }
  type Guide { text: String steps: [Step!] }
  type Step { name: String }
  type ItemConnection { nodes: [Item!] pageInfo: PageInfo! }
  type Plain { text: String }
  union Any @cacheControl(maxAge: 50) = Item | Plain
`;

const VISITS = `
  type Query { visits: Int @cacheControl(maxAge: 10) }
  type Item @key(fields: "code") {
    code: ID!
    rating: Int
    visits: Visits
    rated: Int @cacheControl(maxAge: 4)
    seen: Seen
  }
  type Visits { total: Int }
  type Seen @cacheControl(maxAge: 7) { total: Int }
`;

const sdlOf = (types: string) => completeSchema(FEDERATION + types);
const { supergraphSdl } = composeSupergraph([
  { name: 'items', url: 'http://items', sdl: sdlOf(ITEMS) },
  { name: 'visits', url: 'http://visits', sdl: sdlOf(VISITS) },
]);
const facts = readCacheControl(parse(supergraphSdl))!;
const schema = buildSchema(readSupergraph(supergraphSdl).facts.apiSdl.join('\n'));

function policyOf(query: string, isRestricted = false) {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('The operation must come first.');
  return cachePolicyOf(schema, facts, document, operation, isRestricted);
}

/** Seconds of age and of stale answers; null for none. */
const secondsOf = (query: string) => {
  const policy = policyOf(query);
  return policy && [policy.maxAgeMs / 1000, policy.staleIfErrorMs / 1000];
};

describe('an answer may be kept for as long as the shortest of its fields allows', () => {
  test.each([
    ['the type says it', '{ item(code: 1) { code name } }', [30, 60]],
    ['the field says it', '{ items { nodes { name } pageInfo { hasNextPage } } }', [20, 60]],
    ['the type of an entity of one department says it', '{ alone { name } }', [40, 0]],
    ['a single value', '{ count }', [5, 0]],
    ['a short field', '{ item(code: 1) { name short } }', [2, 0]],
    [
      'an object that is no entity takes the time around it',
      '{ item(code: 1) { guide { steps { name } } } }',
      [30, 60],
    ],
    ['an entity takes it where the field says so', '{ item(code: 1) { owned { id } } }', [30, 60]],
    ['a union', '{ any { ... on Item { name } ... on Plain { text } } }', [30, 0]],
    ['in a fragment', '{ item(code: 1) { ...Of } } fragment Of on Item { again { short } }', [2, 0]],
    [
      'what a condition leaves out',
      'query ($no: Boolean!) { item(code: 1) { name short @include(if: $no) } }',
      [2, 0],
    ],
    ['a type name', '{ __typename item(code: 1) { __typename code } }', [30, 60]],
    ['of another department, which says it', '{ item(code: 1) { rated } }', [4, 0]],
    ['of another department, whose type says it', '{ item(code: 1) { seen { total } } }', [7, 0]],
  ])('%s', (_what, query, expected) => {
    expect(secondsOf(query)).toEqual(expected);
  });

  test.each([
    ['a root field that says nothing', '{ plain { text } }'],
    ['a single value of the root that says nothing', '{ count uncounted }'],
    ['an entity that says nothing', '{ item(code: 1) { owner { id } } }'],
    ['a field for no time', '{ item(code: 1) { never } }'],
    ['a field of an entity of several departments that says nothing', '{ item(code: 1) { silent } }'],
    ['another department, which says nothing', '{ item(code: 1) { name rating } }'],
    ['an object of another department, which says nothing', '{ item(code: 1) { visits { total } } }'],
    ['the schema', '{ count __schema { queryType { name } } }'],
  ])('not: %s', (_what, query) => {
    expect(policyOf(query)).toBeNull();
  });
});

test.each([
  ['what everyone gets', '{ item(code: 1) { name } }', false, true],
  ['what is masked for some', '{ item(code: 1) { phone } }', false, false],
  ['what is masked for some, in a union', '{ any { ... on Item { phone } } }', false, false],
  ['what says so', '{ mine { name } }', false, false],
  ['what meets rules', '{ item(code: 1) { name } }', true, false],
])('callers share %s: %s', (_what, query, isRestricted, isPublic) => {
  expect(policyOf(query, isRestricted)?.isPublic).toBe(isPublic);
});

test('a supergraph that says nothing of caching has no facts, so that nothing is looked at', () => {
  const plain = composeSupergraph([
    { name: 'items', url: 'http://items', sdl: sdlOf('type Query { count: Int }') },
  ]);
  expect(readCacheControl(parse(plain.supergraphSdl))).toBeNull();
  expect(readSupergraph(plain.supergraphSdl).facts.caching).toBeNull();
});
