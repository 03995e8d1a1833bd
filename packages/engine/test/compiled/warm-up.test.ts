import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type SmallGraph, startSmallGraph } from '@yiwang/testing/small-graph';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCompiledEngine } from '../../src/index.ts';
import { serveEngine, supergraphOf } from '../support/serve-engine.ts';

let graph: SmallGraph;
beforeAll(async () => {
  graph = await startSmallGraph();
});
afterAll(() => graph.close());

const JOINED = '{ enterprise(uscc: "E1") { permitCount } }';
const ANSWER = { data: { enterprise: { permitCount: 2 } } };
const LISTED = '{ enterprises { permitCount } }';

/** The same graph with another field for clients. */
const grown = () =>
  supergraphOf(graph.departments).replace(
    /(type Query[\s\S]*?\{\n)/,
    '$1  added: Int @join__field(graph: PERMITS)\n',
  );
const serve = (planner = {}) =>
  serveEngine(graph.departments, (options) => createCompiledEngine({ ...options, planner }));

test('operations that were asked before a swap need no planning after it, and their compiled form stays', async () => {
  await using served = await serve();
  await served.ask(JOINED);
  await served.engine.answer({ query: LISTED });

  await served.engine.replaceSupergraph(grown());
  const { planned, takenOver, keptCompiled } = served.engine.planning!;

  expect({ takenOver, keptCompiled }).toEqual({ takenOver: 2, keptCompiled: 2 });
  expect(await served.ask(JOINED)).toEqual(ANSWER);
  expect((await served.engine.answer({ query: LISTED }))?.errors).toEqual([]);
  expect(await served.engine.answer({ query: '{ added }' })).not.toBeNull();
  expect(served.engine.planning!.planned).toBe(planned + 1);
});

test('after a swap an operation asks the department where its field is now', async () => {
  await using served = await serve();
  await served.ask(JOINED);
  const [enterprises, permits] = [graph.enterprises, graph.permits];
  const before = permits.requests.length;

  // The same schema, planned the same way, but at another address.
  await served.engine.replaceSupergraph(
    supergraphOf([enterprises, { ...permits, url: `${permits.url}?moved` }]),
  );

  expect(served.engine.planning!).toMatchObject({ takenOver: 1, keptCompiled: 0 });
  expect(await served.ask(JOINED)).toEqual(ANSWER);
  expect(permits.requests).toHaveLength(before + 1);
});

test('an operation that is not valid any more is refused after a swap', async () => {
  await using served = await serve();
  await served.ask(JOINED);

  await served.engine.replaceSupergraph(supergraphOf([graph.enterprises]));

  expect((await served.ask(JOINED)).errors?.[0]?.message).toMatch(/Cannot query field "permitCount"/);
});

test('without time to warm up, an operation is planned when it is asked for', async () => {
  await using served = await serve({ warmUpMs: 0 });
  await served.ask(JOINED);

  await served.engine.replaceSupergraph(grown());

  expect(await served.ask(JOINED)).toEqual(ANSWER);
  expect(served.engine.planning!).toMatchObject({ takenOver: 0, planned: 2 });
});

test('what the schema says of itself is the new one’s after a swap', async () => {
  await using served = await serve();
  const names = '{ __type(name: "Query") { fields { name } } }';
  await served.engine.answer({ query: names });

  await served.engine.replaceSupergraph(grown());

  expect((await served.engine.answer({ query: names }))?.data).toContain('"added"');
});

test('under load, a swap loses no request', async () => {
  await using served = await serve();
  let isSwapped = false;
  const swap = served.engine.replaceSupergraph(grown()).then(() => {
    isSwapped = true;
  });

  let number = 0;
  while (!isSwapped || number < 50) {
    number += 1;
    const answers = await Promise.all([
      served.engine.answer({ query: JOINED }),
      // A new operation each time.
      served.ask(`{ enterprise(uscc: "E1") { permitCount n${number}: permitCount } }`),
    ]);
    expect(answers[0]!.body!.toString()).toBe(JSON.stringify({ data: ANSWER.data }));
    expect(answers[1]).toEqual({ data: { enterprise: { permitCount: 2, [`n${number}`]: 2 } } });
  }
  await swap;
});

test('a supergraph that was replaced is forgotten, though operations compiled for it live on', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  await using served = await serve();
  let schema: WeakRef<object> | null = null;
  // That of the second supergraph: the server itself holds on to the first.
  served.engine.onSchemaLoadOrUpdate!(({ apiSchema }) => {
    schema ??= new WeakRef(apiSchema);
  });
  await served.engine.replaceSupergraph(grown());
  await served.ask(JOINED);
  await served.engine.replaceSupergraph(supergraphOf(graph.departments));
  await served.ask(JOINED);

  expect(served.engine.planning!.keptCompiled).toBe(1);
  await expect
    .poll(() => {
      collect();
      return schema!.deref();
    })
    .toBeUndefined();
});
