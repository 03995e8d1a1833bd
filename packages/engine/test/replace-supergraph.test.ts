import { type SmallGraph, startDepartment, startSmallGraph } from '@yiwang/testing/small-graph';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApolloEngine, SupergraphError } from '../src/index.ts';
import { serveEngine, supergraphOf } from './support/serve-engine.ts';

let graph: SmallGraph;
beforeAll(async () => {
  graph = await startSmallGraph();
});
afterAll(() => graph.close());

test('a replaced supergraph answers at once, without its departments having been asked', async () => {
  await using served = await serveEngine([graph.enterprises]);
  expect((await served.ask('{ enterprise(uscc: "E1") { permitCount } }')).errors).toBeDefined();
  const requests = graph.permits.requests.length;

  await served.engine.replaceSupergraph(supergraphOf(graph.departments));

  expect(graph.permits.requests).toHaveLength(requests);
  expect(await served.ask('{ enterprise(uscc: "E1") { permitCount } }')).toEqual({
    data: { enterprise: { permitCount: 2 } },
  });
});

test('an operation that is under way finishes on the supergraph it began with', async () => {
  await using served = await serveEngine(graph.departments);

  const underWay = served.ask('{ slow(ms: 150) enterprises { permitCount } }');
  await new Promise((resolve) => setTimeout(resolve, 50));
  await served.engine.replaceSupergraph(supergraphOf([graph.enterprises]));

  expect(await underWay).toEqual({
    data: { slow: 'done', enterprises: [{ permitCount: 2 }, { permitCount: 1 }] },
  });
  expect((await served.ask('{ enterprises { permitCount } }')).errors?.[0]?.message).toMatch(
    /Cannot query field "permitCount"/,
  );
});

const good = () => supergraphOf(graph.departments);
const BAD: [what: string, sdl: () => string][] = [
  ['empty', () => ''],
  ['not GraphQL', () => '<html>'],
  ['cut in the middle', () => good().slice(0, good().length / 2)],
  ['a schema, but no supergraph', () => 'type Query { a: Int }'],
  ['a subgraph', () => graph.enterprises.sdl],
  ['without the address of a department', () => good().replace(graph.permits.url, '')],
  ['one with a file for a department', () => good().replace(graph.permits.url, 'file:///etc/passwd')],
  [
    'one that asks for access rules which this engine does not enforce',
    () =>
      supergraphOf([
        {
          ...graph.enterprises,
          sdl: 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@policy"]) type Query { secret: Int @policy(policies: [["p"]]) }',
        },
      ]),
  ],
];

test.each(BAD)('a supergraph that is %s is refused, and the good one goes on', async (_what, sdl) => {
  await using served = await serveEngine(graph.departments);
  const before = served.engine.supergraphSdl;

  await expect(served.engine.replaceSupergraph(sdl())).rejects.toThrow(SupergraphError);

  expect(served.engine.supergraphSdl).toBe(before);
  expect(await served.ask('{ enterprise(uscc: "E1") { permitCount } }')).toEqual({
    data: { enterprise: { permitCount: 2 } },
  });
});

test('an engine does not start from a bad supergraph', async () => {
  const options = { timeoutMs: 1000, answerLimitBytes: 1000, connections: 1, onSubgraphFault: () => {} };

  await expect(createApolloEngine({ supergraphSdl: 'type Query { a: Int }', ...options })).rejects.toThrow(
    SupergraphError,
  );
});

test('replacements take effect in the order they were made', async () => {
  await using served = await serveEngine(graph.departments);
  const one = supergraphOf([graph.enterprises]);
  const other = await startDepartment('other', 'type Query { n: Int }', { Query: { n: () => 1 } });

  const results = await Promise.allSettled([
    served.engine.replaceSupergraph(one),
    served.engine.replaceSupergraph('broken'),
    served.engine.replaceSupergraph(supergraphOf([other])),
  ]);

  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await served.ask('{ n }')).toEqual({ data: { n: 1 } });
  await other.close();
});
