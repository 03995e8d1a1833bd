import { type SmallGraph, startSmallGraph } from '@yiwang/testing/small-graph';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServedEngine, serveEngine } from './support/serve-engine.ts';

let graph: SmallGraph;
let served: ServedEngine;
beforeAll(async () => {
  graph = await startSmallGraph();
  served = await serveEngine(graph.departments);
});
afterAll(async () => {
  await served[Symbol.asyncDispose]();
  await graph.close();
});

test('one query is answered from two departments, with one request to each', async () => {
  const before = graph.departments.map(({ requests }) => requests.length);

  const result = await served.ask('{ enterprises { name permits { number } } }');

  expect(result).toEqual({
    data: {
      enterprises: [
        { name: '大余县京桥混凝土有限公司', permits: [{ number: 'P1' }, { number: 'P2' }] },
        { name: '南京云锦研究所', permits: [{ number: 'P3' }] },
      ],
    },
  });
  expect(graph.departments.map(({ requests }, index) => requests.length - before[index]!)).toEqual([1, 1]);
});

test('a mutation and its variables reach the department', async () => {
  const result = await served.ask(
    'mutation Rename($uscc: ID!, $to: String!) { rename(uscc: $uscc, name: $to) { name permitCount } }',
    { uscc: 'E2', to: '新名称' },
  );

  expect(result).toEqual({ data: { rename: { name: '新名称', permitCount: 1 } } });
});

test('an entity that no department knows is null, without an error', async () => {
  expect(await served.ask('{ enterprise(uscc: "E9") { name permits { number } } }')).toEqual({
    data: { enterprise: null },
  });
});

test('the schema can be asked for', async () => {
  const result = await served.ask('{ __schema { queryType { fields { name } } } __typename }');

  expect(result.errors).toBeUndefined();
  expect(result.data?.['__typename']).toBe('Query');
  expect(JSON.stringify(result.data)).toContain('"enterprise"');
  expect(JSON.stringify(result.data)).not.toContain('_entities');
});

test('variables of the wrong type are refused before a department is asked', async () => {
  const before = graph.enterprises.requests.length;

  const { data, errors } = await served.ask(
    'query($n: Int!, $u: ID!) { enterprises(first: $n) { name } enterprise(uscc: $u) { name } }',
    {
      n: 'many',
    },
  );

  expect(data).toBeUndefined();
  expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
  expect(errors?.map(({ message }) => message)).toEqual([
    expect.stringContaining('"$n" got invalid value "many"'),
    expect.stringContaining('"$u" of required type "ID!" was not provided'),
  ]);
  expect(graph.enterprises.requests).toHaveLength(before);
});

test('a hundred thousand wrong values in one variable are not a hundred thousand errors', async () => {
  const { errors } = await served.ask('query($names: [String!]) { echo(names: $names) }', {
    names: Array(100_000).fill(1),
  });

  expect(errors!.length).toBeLessThan(30);
});

test.each([
  ['an unknown operationName', 'query A { __typename }', 'B', /no operation named "B"/],
  [
    'several operations and no name',
    'query A { __typename } query B { __typename }',
    undefined,
    /several operations/,
  ],
  [
    'a fragment only',
    'fragment F on Query { __typename }',
    undefined,
    /Fragment "F" is never used|no operation/,
  ],
])('%s is refused and says why', async (_what, query, operationName, reason) => {
  const { data, errors } = await served.ask(query, {}, {}, operationName);

  expect(data).toBeUndefined();
  expect(errors).toMatchObject([{ message: expect.stringMatching(reason) }]);
  expect(errors![0]!.extensions!['code']).toMatch(
    /^(OPERATION_RESOLUTION_FAILURE|GRAPHQL_VALIDATION_FAILED)$/,
  );
});

test.each([
  ['in an argument', '{ echo(value: 1e400) }', '1e400'],
  ['in a list', '{ echo(value: [1, -1e999]) }', '-1e999'],
  ['as a default', 'query($value: JSON = 2e308) { echo(value: $value) }', '2e308'],
  ['without an exponent', `{ echo(value: ${'9'.repeat(310)}) }`, '999'],
])('a number beyond all floats %s is a wrong query', async (_where, query, number) => {
  const { data, errors } = await served.ask(query);

  expect(data).toBeUndefined();
  expect(errors).toMatchObject([
    { message: expect.stringContaining(number), extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
  ]);
});

test.each(['mutation', 'subscription'])('a %s of a schema that has none cannot be run', async (kind) => {
  await using alone = await serveEngine([graph.permits]);

  const { data, errors } = await alone.ask(`${kind} { rename { name } }`);

  expect(data).toBeUndefined();
  expect(errors).toMatchObject([
    {
      message: `The schema has no ${kind} that could be run.`,
      extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
    },
  ]);
});
