import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCosts } from '@yiwang/engine';
import { createClient } from 'graphql-ws';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createDocumentCost } from '../src/pipeline/cost/document-cost.ts';
import { COST_MODEL } from './support/cost-graph.ts';
import { serveGateway } from './support/serve-gateway.ts';

function estimate(source: string, variables: Record<string, unknown> = {}, operationName?: string) {
  return createDocumentCost(COST_MODEL, parse(source)).of(operationName, variables)?.estimate;
}

test.each([
  ['an object counts 1, whatever leaves it has', '{ thing { id } }', 1],
  ['a leaf counts nothing', '{ name }', 0],
  ['an object in an object counts as well', '{ thing { thing { thing { id } } } }', 3],
  ['a leaf with a weight counts it', '{ thing { heavy } }', 1 + 8],
  ['a list counts its slicing argument', '{ things(first: 7) { id } }', 7],
  ['of two slicing arguments the greater counts', '{ things(first: 7, last: 9) { id } }', 9],
  ['a slicing argument has its default', '{ things { id } }', 3],
  ['null is no length', '{ things(first: null) { id } }', 10],
  ['a negative number is no length', '{ one(first: -5) { id } }', 'exactly one'],
  ['an assumed size counts', '{ assumed { id } }', 4],
  ['a list that says nothing counts as long as the setting says', '{ silent { id } }', 10],
  ['lists in a list count each for each', '{ matrix { id } }', 100],
  ['what is in a list counts for each', '{ things(first: 7) { thing { id } } }', 14],
  [
    'sized fields have the length that is given above',
    '{ page(first: 5) { edges { node { id } } } }',
    7 + 1 + 5,
  ],
  [
    'each of several sized fields',
    '{ page(first: 5) { edges { node { id } } nodes { id } } }',
    7 + 1 + 5 + 5,
  ],
  ['a type of weight 0 counts nothing itself', '{ page(first: 5) { edges { __typename } } }', 8],
  ['a field with a weight counts it with each that asks', '{ page { total } }', 7 + 1 + 4],
  ['a list of weighted leaves counts each', '{ kinds }', 3],
  ['a slicing argument may lie in an input object', '{ found(filter: { most: 9 }) { id } }', 9],
  ['without it the assumed size counts', '{ found(filter: {}) { id } }', 'exactly one'],
  ['an argument with a weight counts when it is given', '{ thing(filter: {}) { id } }', 1 + 3],
  [
    'so does an input field, each time',
    '{ thing(filter: { name: "a", and: [{ name: "b" }, {}] }) { id } }',
    1 + 3 + 4,
  ],
  ['an interface counts as the dearest of its types', '{ node { id } }', 5],
  ['with what is asked of each type', '{ node { ... on Thing { a: heavy b: heavy } } }', 1 + 16],
  ['a union counts the same way', '{ any { ... on Thing { thing { id } } ... on Other { id } } }', 3 * 5],
  [
    'fields of one name are asked for once',
    '{ things(first: 2) { thing { id } } things(first: 2) { thing { heavy } } }',
    2 * (1 + 1 + 8),
  ],
  ['aliases are asked for each', '{ a: thing { id } b: thing { id } }', 2],
  [
    'fragments count where they are spread',
    '{ things(first: 2) { ...F } } fragment F on Thing { thing { ...G } } fragment G on Thing { heavy }',
    2 * (1 + 1 + 8),
  ],
  ['a fragment of another type does not', '{ thing { ... on Other { page { total } } } }', 1],
  ['what is left out for sure does not', '{ thing @skip(if: true) { id } name @include(if: false) }', 0],
  ['a mutation counts as a query does', 'mutation { change { id } }', 21],
  ['the schema has a price of its own', '{ __schema { types { fields { name } } } }', 13],
  ['what is not in the schema counts nothing', '{ thing { nothing { at { all } } } nowhere }', 1],
])('%s: %s', (_what, source, expected) => {
  if (typeof expected === 'number') expect(estimate(source)).toBe(expected);
  else expect(() => estimate(source)).toThrow(expected);
});

test.each([
  ['its value', 'query ($n: Int) { things(first: $n) { id } }', { n: 8 }, 8],
  ['its own default', 'query ($n: Int = 5) { things(first: $n) { id } }', {}, 5],
  ['its value before its default', 'query ($n: Int = 5) { things(first: $n) { id } }', { n: 0 }, 0],
  ['the default of the argument', 'query ($n: Int) { things(first: $n) { id } }', {}, 3],
  ['nothing, when it is null', 'query ($n: Int) { things(first: $n) { id } }', { n: null }, 10],
  ['nothing, when it is no number', 'query ($n: Int) { things(first: $n) { id } }', { n: '8' }, 10],
  ['a field of it', 'query ($f: Filter) { found(filter: $f) { id } }', { f: { most: 2 } }, 2],
  ['what is in it', 'query ($f: Filter) { thing(filter: $f) { id } }', { f: { name: 'x' } }, 6],
  ['it inside of an object', 'query ($n: Int) { found(filter: { most: $n }) { id } }', { n: 2 }, 2],
])('of a variable counts %s', (_what, source, variables, expected) => {
  expect(estimate(source, variables)).toBe(expected);
});

test('conditions count as the variables have them', () => {
  const source =
    'query ($a: Boolean!, $b: Boolean! = true) { x: thing @include(if: $a) { heavy } y: thing @skip(if: $b) { heavy } }';

  expect(estimate(source, { a: true })).toBe(9);
  expect(estimate(source, { a: false })).toBe(0);
  expect(estimate(source, { a: true, b: false })).toBe(18);
});

test('the operation that is named counts', () => {
  const source = 'query A { thing { id } } query B { things { id } }';

  expect(estimate(source, {}, 'A')).toBe(1);
  expect(estimate(source, {}, 'B')).toBe(3);
  expect(estimate(source, {}, 'C')).toBeUndefined();
  expect(estimate(source)).toBeUndefined();
});

test('a field that requires exactly one slicing argument is refused with none or two', () => {
  expect(estimate('{ one(last: 2) { id } }')).toBe(2);
  expect(estimate('query ($n: Int) { one(last: $n) { id } }', { n: 2 })).toBe(2);
  for (const source of ['{ one { id } }', '{ one(first: 1, last: 2) { id } }']) {
    expect(() => estimate(source)).toThrow('Query.one must have exactly one of the arguments first, last.');
  }
});

test('the dearest selection is named with its place', () => {
  const dearestOf = (source: string) =>
    createDocumentCost(COST_MODEL, parse(source)).of(undefined, {})!.findMostExpensive();

  expect(
    dearestOf('{ thing { id } p: page(first: 50) { edges { n: node { kin(first: 90) { id } heavy } } } }'),
  ).toEqual({
    path: ['p', 'edges', 'n', 'kin'],
    cost: 50 * 90 * 5,
  });
  expect(dearestOf('{ a: thing { id } b: things(first: 2) { id } c: thing { id } }')).toEqual({
    path: ['b'],
    cost: 2,
  });
});

test('an answer costs what is in it, by the same weights', () => {
  const measure = (source: string, data: unknown, variables = {}) =>
    createDocumentCost(COST_MODEL, parse(source)).of(undefined, variables)!.measure(data);

  expect(
    measure('{ things(first: 50) { heavy thing { id } } }', {
      things: [
        { heavy: 1, thing: null },
        { heavy: null, thing: { id: 1 } },
      ],
    }),
  ).toBe(2 + 8 + 1);
  expect(measure('{ things(first: 50) { id } page { total } }', { things: null, page: null })).toBe(7);
  expect(
    measure('{ any { __typename id: __typename } }', { any: [{ __typename: 'Other', id: 'Other' }, null] }),
  ).toBe(5);
  expect(
    measure('{ any { ... on Thing { a: id } ... on Other { b: id } } }', { any: [{ a: 1 }, { b: 1 }] }),
  ).toBe(6);
  expect(measure('{ thing { id } }', null)).toBe(0);
});

test('costs are read whatever the supergraph calls the directives', () => {
  const facts = (link: string, cost: string, size: string) =>
    readCosts(
      parse(
        `schema @link(url: "https://specs.apollo.dev/cost/v0.1"${link}) { query: Query }
         type Query { a: [Int] @${cost}(weight: 3) @${size}(assumedSize: 4) b: Int @tag(name: "x") }`,
      ),
    );
  const expected = {
    weights: new Map([['Query.a', 3]]),
    listSizes: new Map([
      ['Query.a', { assumedSize: 4, slicingArguments: [], sizedFields: [], requireOneSlicingArgument: true }],
    ]),
  };

  expect(facts(', import: ["@cost", "@listSize"]', 'cost', 'listSize')).toEqual(expected);
  expect(facts(', import: [{ name: "@cost", as: "@price" }]', 'price', 'cost__listSize')).toEqual(expected);
  expect(facts(', as: "dear"', 'dear', 'dear__listSize')).toEqual(expected);
  expect(facts('', 'tag', 'tag').listSizes.size).toBe(0);
});

const LIST = 'query ($first: Int!) { enterprises(first: $first) { name permits { number } } }';

function post(url: string, body: object, headers: Record<string, string> = {}) {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

test('every answer says what its operation was estimated at; what it did cost, when asked', async () => {
  await using gateway = await serveGateway();
  const ask = async (headers = {}, body: object = { query: LIST, variables: { first: 3 } }) =>
    (await post(gateway.url, body, headers)).headers.get('operation-cost');

  // Lists of unsaid length: ten enterprises with ten permits each.
  expect(await ask()).toBe('estimate=110');
  expect(await ask({ 'operation-cost': 'report' })).toBe('estimate=110, actual=5');
  expect(await ask({}, { query: '{ __typename }' })).toBe('estimate=0');
  expect(await ask({}, { query: '{' })).toBeNull();
  // By Apollo Server, which explains.
  expect(await ask({ 'operation-cost': 'report' }, { query: LIST })).toBe('estimate=110, actual=0');
});

test('an operation beyond the limit asks no department, and is told what costs most', async () => {
  await using gateway = await serveGateway({ COST_LIMIT: '109' });
  for (const [accept, status] of [
    ['application/json', 200],
    ['application/graphql-response+json', 400],
  ] as const) {
    const response = await post(gateway.url, { query: LIST, variables: { first: 3 } }, { accept });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({
      errors: [
        {
          message:
            'The operation could cost 110; the limit is 109. enterprises.permits accounts for 100 of it: request fewer items or fewer fields, or split the operation.',
          extensions: {
            code: 'COST_LIMIT_EXCEEDED',
            estimate: 110,
            limit: 109,
            selection: 'enterprises.permits',
            selectionCost: 100,
          },
        },
      ],
    });
  }
  const byGet = await fetch(
    `${gateway.url}/graphql?query=${encodeURIComponent(LIST)}&variables={"first":3}`,
    { headers: { 'apollo-require-preflight': '1' } },
  );
  expect(await byGet.json()).toMatchObject({ errors: [{ extensions: { code: 'COST_LIMIT_EXCEEDED' } }] });
  expect(gateway.graph.enterprises.requests).toHaveLength(0);
});

test('a WebSocket has the same limit', async () => {
  await using gateway = await serveGateway({ COST_LIMIT: '109' });
  const client = createClient({
    url: `${gateway.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });

  await expect(client.iterate({ query: LIST, variables: { first: 3 } }).next()).rejects.toMatchObject([
    { extensions: { code: 'COST_LIMIT_EXCEEDED' } },
  ]);
  await client.dispose();
});

test('what operations cost together in a minute is limited as well, by estimate', async () => {
  await using gateway = await serveGateway({ RATE_LIMIT_PUBLIC_COST: '250' });
  const ask = () => post(gateway.url, { query: LIST, variables: { first: 3 } });

  expect((await ask()).status).toBe(200);
  expect((await ask()).status).toBe(200);
  const third = await ask();
  expect(third.status).toBe(429);
  expect(third.headers.get('ratelimit-policy')).toBe('"cost";q=250;w=60');
  expect(third.headers.get('retry-after')).not.toBeNull();
  // What costs nothing goes on.
  expect((await post(gateway.url, { query: '{ __typename }' })).status).toBe(200);
});

test('a client of the file has a cost of its own', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-clients-'));
  const file = join(folder, 'clients.json');
  await writeFile(file, '{ "public": { "cost": 50 } }');
  await using gateway = await serveGateway({ CLIENTS: file });

  expect(await gateway.ask(LIST, { first: 3 })).toMatchObject({ errors: [{ extensions: { limit: 50 } }] });
  await rm(folder, { recursive: true });
});

test('a changed supergraph changes the costs of documents that are known', async () => {
  await using gateway = await serveGateway();
  const cost = async () => (await post(gateway.url, { query: '{ added }' })).headers.get('operation-cost');
  expect(await cost()).toBe('estimate=0');
  const [first, ...others] = gateway.graph.departments;
  const { composeSupergraph } = await import('@yiwang/composition');
  const sdl = `${first!.sdl.replace('"@key",', '"@key", "@cost",')} extend type Query { added: Int @cost(weight: 9) }`;
  await writeFile(gateway.supergraphFile, composeSupergraph([{ ...first!, sdl }, ...others]).supergraphSdl);

  await expect.poll(cost).toBe('estimate=9');
});
