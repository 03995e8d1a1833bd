import type { FetchNode } from '@apollo/query-planner';
import { type SmallDepartment, startDepartment } from '@yiwang/testing/small-graph';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { rootQuery } from '../../src/execution/batching/root-query.ts';
import { createRootReader, type ReadRoots } from '../../src/execution/batching/read-roots.ts';
import { compileVariables } from '../../src/query-plan/request-body.ts';
import { createSubgraphClient, type SubgraphClient } from '../../src/subgraph-client/subgraph-client.ts';
import { startCompiledGraph } from '../support/ask-compiled.ts';

const TYPES = `
  type Query { enterprise(uscc: ID!, lang: String = "zh"): Enterprise sure(uscc: ID!): Enterprise! search(name: ID): [Enterprise] surely(name: ID): [Enterprise]! }
  type Enterprise @key(fields: "uscc") { uscc: ID! name: String }
`;
type Given = { uscc: string; lang?: string };
const find = (_: unknown, { uscc, lang }: Given) => {
  if (uscc === 'BAD') throw new Error('Not today.');
  return uscc === 'NONE' ? null : { uscc, name: `${uscc} in ${lang}` };
};
function search(_: unknown, { name }: { name?: string }) {
  if (name === 'BAD') throw new Error('Not today.');
  if (name === 'SLOW') clockMs += 20;
  return name === undefined ? [] : [{ uscc: name, name }];
}
const RESOLVERS = { Query: { enterprise: find, sure: find, search, surely: search } };

/** The machine may be slow; what is asked here is quick, but for one. */
let clockMs = 0;
let department: SmallDepartment;
let client: SubgraphClient;
let read: ReadRoots;

beforeEach(async () => {
  vi.spyOn(performance, 'now').mockImplementation(() => clockMs);
  department = await startDepartment('enterprises', TYPES, RESOLVERS);
  client = createSubgraphClient({ timeoutMs: 30_000, answerLimitBytes: 100_000, connections: 4 });
  read = createRootReader({ read: client.send, send: client.send }, new Set());
});
afterEach(async () => {
  vi.restoreAllMocks();
  await client.close();
  await department.close();
});

const LOOKUPS = new Set(['enterprise', 'sure']);
const DEFINITIONS = { uscc: 'ID!', lang: 'String="zh"', named: 'Boolean!=true' };

function prepare(selections: string) {
  const used = Object.entries(DEFINITIONS).filter(([name]) => selections.includes(`$${name}`));
  const node = {
    operation: `query Q(${used.map(([name, type]) => `$${name}:${type}`).join()}){${selections}}`,
    operationName: 'Q',
    variableUsages: used.map(([name]) => name),
  } as FetchNode;
  const query = rootQuery(node, department, LOOKUPS)!;
  const write = compileVariables(node);
  return (variables: Record<string, unknown>) =>
    read({
      query,
      writeVariables: (rename) => write({ variables }, rename),
      assertionProvider: undefined,
      cancellation: undefined,
    });
}
const ENTERPRISE = 'enterprise(uscc:$uscc,lang:$lang){name}';

test('equal lookups with different keys are one request, and equal keys are asked for once', async () => {
  const ask = prepare(ENTERPRISE);
  const given = [{ uscc: 'A' }, { uscc: 'B', lang: 'en' }, { uscc: 'A' }, { uscc: 'NONE' }];
  expect(await Promise.all(given.map(ask))).toEqual([
    { data: { enterprise: { name: 'A in zh' } } },
    { data: { enterprise: { name: 'B in en' } } },
    { data: { enterprise: { name: 'A in zh' } } },
    { data: { enterprise: null } },
  ]);
  expect(department.requests.map(({ variables }) => variables)).toEqual([
    { _0_uscc: 'A', _1_uscc: 'B', _1_lang: 'en', _2_uscc: 'NONE' },
  ]);
});

test('each may change its answer', async () => {
  const ask = prepare(ENTERPRISE);
  const [first, second] = await Promise.all([ask({ uscc: 'A' }), ask({ uscc: 'A' })]);
  Object.assign(first.data!['enterprise'] as object, { name: 'changed' });
  expect(second).toEqual({ data: { enterprise: { name: 'A in zh' } } });
  expect(department.requests).toHaveLength(1);
});

test('fields that a condition leaves out are left out for those who ask so', async () => {
  const ask = prepare(
    'one:enterprise(uscc:$uscc)@include(if:$named){name} two:enterprise(uscc:$uscc,lang:"en"){name}',
  );
  expect(await Promise.all([ask({ uscc: 'A', named: false }), ask({ uscc: 'B' })])).toEqual([
    { data: { two: { name: 'A in en' } } },
    { data: { one: { name: 'B in zh' }, two: { name: 'B in en' } } },
  ]);
  expect(department.requests).toHaveLength(1);
});

test('an error reaches those who asked for it, at their own place', async () => {
  const ask = prepare(`e:${ENTERPRISE}`);
  const [good, bad] = await Promise.all([ask({ uscc: 'A' }), ask({ uscc: 'BAD' })]);
  expect(good).toEqual({ data: { e: { name: 'A in zh' } } });
  expect(bad).toMatchObject({ data: { e: null }, errors: [{ message: 'Not today.', path: ['e'] }] });
  expect(department.requests).toHaveLength(1);
});

test('a key that spoils the whole answer spoils it for its own asker only', async () => {
  const ask = prepare('sure(uscc:$uscc){name}');
  const [good, bad] = await Promise.all([ask({ uscc: 'A' }), ask({ uscc: 'BAD' })]);
  expect(good).toEqual({ data: { sure: { name: 'A in undefined' } } });
  expect(bad).toMatchObject({ data: null, errors: [{ message: 'Not today.' }] });
  expect(department.requests).toHaveLength(3);
});

test('more than sixteen keys are several requests', async () => {
  const ask = prepare(ENTERPRISE);
  const usccs = Array.from({ length: 40 }, (_, i) => `E${i}`);
  const answers = await Promise.all(usccs.map((uscc) => ask({ uscc })));
  expect(answers).toEqual(usccs.map((uscc) => ({ data: { enterprise: { name: `${uscc} in zh` } } })));
  expect(department.requests).toHaveLength(3);
});

test('a department that is to share nothing gets a request for each lookup', async () => {
  read = createRootReader({ read: client.send, send: client.send }, new Set(['enterprises']));
  const ask = prepare(ENTERPRISE);
  await Promise.all([ask({ uscc: 'A' }), ask({ uscc: 'B' })]);
  expect(department.requests).toHaveLength(2);
});

test('a fragment at the root is asked for as it is', () => {
  const operation = `{...on Query{${ENTERPRISE}}}`;
  expect(rootQuery({ operation } as FetchNode, department, LOOKUPS)).toBeNull();
});

describe('lists and searches', () => {
  const SEARCH = 'search(name:$uscc){name}';
  const found = (name: string) => ({ data: { search: [{ name }] } });
  const names = ['A', 'B', 'A', ...'CDEFGHIJ'];

  async function searchOften(ask: ReturnType<typeof prepare>, times: number): Promise<void> {
    for (let time = 0; time < times; time++) await ask({ uscc: `${time}` });
    department.requests.length = 0;
  }

  test('are asked alone until they have been quick for long', async () => {
    const ask = prepare(SEARCH);
    await searchOften(ask, 70);
    expect(await Promise.all(names.map((uscc) => ask({ uscc })))).toEqual(names.map(found));
    // One for two who asked the same.
    expect(department.requests).toHaveLength(names.length);

    await searchOften(ask, 20);
    expect(await Promise.all(names.map((uscc) => ask({ uscc })))).toEqual(names.map(found));
    expect(department.requests).toHaveLength(2);
  });

  test('are asked alone again after a slow one', async () => {
    const ask = prepare(SEARCH);
    await searchOften(ask, 100);
    await ask({ uscc: 'SLOW' });
    department.requests.length = 0;
    await Promise.all([ask({ uscc: 'A' }), ask({ uscc: 'B' })]);
    expect(department.requests).toHaveLength(2);
  });

  test('are asked alone again after company that spoiled the answer', async () => {
    const ask = prepare('surely(name:$uscc){name}');
    await searchOften(ask, 100);
    const [good, bad] = await Promise.all([ask({ uscc: 'A' }), ask({ uscc: 'BAD' })]);
    expect(good).toEqual({ data: { surely: [{ name: 'A' }] } });
    expect(bad).toMatchObject({ data: null, errors: [{ message: 'Not today.' }] });
    department.requests.length = 0;
    await Promise.all([ask({ uscc: 'A' }), ask({ uscc: 'B' })]);
    expect(department.requests).toHaveLength(2);
  });
});

test('an operation with several lookups is answered as any other', async () => {
  await using graph = await startCompiledGraph({ enterprises: { types: TYPES, resolvers: RESOLVERS } });
  expect(
    await graph.ask(
      'query ($a: ID!, $b: ID! = "B") { one: enterprise(uscc: $a) { name } two: sure(uscc: $b) { __typename uscc } search { name } }',
      { a: 'A' },
    ),
  ).toEqual({ data: { one: { name: 'A in zh' }, two: { __typename: 'Enterprise', uscc: 'B' }, search: [] } });
});
