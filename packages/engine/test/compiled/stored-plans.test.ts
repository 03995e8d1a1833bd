import { type SmallGraph, startSmallGraph } from '@yiwang/testing/small-graph';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCompiledEngine, type PlanStore } from '../../src/index.ts';
import { serveEngine, supergraphOf } from '../support/serve-engine.ts';

let graph: SmallGraph;
beforeAll(async () => {
  graph = await startSmallGraph();
});
afterAll(() => graph.close());

const JOINED = '{ enterprise(uscc: "E1") { permitCount } }';
const ANSWER = { data: { enterprise: { permitCount: 2 } } };

const serve = (planStore: PlanStore, onPlannerFault: (fault: Error) => void = () => {}) =>
  serveEngine(graph.departments, (options) =>
    createCompiledEngine({ ...options, planStore, onPlannerFault }),
  );

function createMemoryStore() {
  const values = new Map<string, Uint8Array>();
  const store: PlanStore = {
    read: (key) => values.get(key) ?? null,
    write: (key, value) => void values.set(key, value),
  };
  return { values, store };
}

test('an engine that starts again answers what it answered before without a planner', async () => {
  const { store } = createMemoryStore();
  {
    await using first = await serve(store);
    expect(await first.ask(JOINED)).toEqual(ANSWER);
    expect(first.engine.planning!).toMatchObject({ planned: 1, stored: 0, threadsStarted: 1 });
  }

  await using second = await serve(store);
  expect(await second.ask(JOINED)).toEqual(ANSWER);

  expect(second.engine.planning!).toMatchObject({ planned: 0, stored: 1, threadsStarted: 0 });
});

test('what is not stored is planned', async () => {
  const { store } = createMemoryStore();
  await (await serve(store))[Symbol.asyncDispose]();

  await using second = await serve(store);
  expect(await second.ask(JOINED)).toEqual(ANSWER);

  expect(second.engine.planning!).toMatchObject({ planned: 1, stored: 0, threadsStarted: 1 });
});

test('each supergraph has plans of its own', async () => {
  const { store } = createMemoryStore();
  await using served = await serve(store);
  await served.ask(JOINED);
  const { planned } = served.engine.planning!;

  await served.engine.replaceSupergraph(
    supergraphOf(graph.departments.map((one) => ({ ...one, url: `${one.url}?moved` }))),
  );
  expect(await served.ask(JOINED)).toEqual(ANSWER);

  expect(served.engine.planning!).toMatchObject({ planned: planned + 1, stored: 0 });
});

test('a store that fails costs nothing but time, and is reported once', async () => {
  const fail = () => {
    throw new Error('The disk is full.');
  };
  const faults: string[] = [];
  await using served = await serve({ read: fail, write: fail }, ({ message }) => void faults.push(message));

  expect(await served.ask(JOINED)).toEqual(ANSWER);
  expect(served.engine.planning!).toMatchObject({ planned: 1, stored: 0 });
  expect(faults).toEqual(['Stored plans cannot be used.']);
});

test('an engine that is stopped before its planner has started starts none', async () => {
  const { store } = createMemoryStore();
  await (await serve(store))[Symbol.asyncDispose]();
  const second = await serve(store);
  await second[Symbol.asyncDispose]();

  expect(second.engine.planning!.threadsStarted).toBe(0);
});
