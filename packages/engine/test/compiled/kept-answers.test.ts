import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Caller, createAnswerCache, createCompiledEngine } from '../../src/index.ts';
import { answer, type CachedGraph, CALLERS, dataOf, startCachedGraph } from '../support/cached-graph.ts';
import { callerWithout } from '../support/callers.ts';
import { serveEngine } from '../support/serve-engine.ts';

let graph: CachedGraph;
beforeEach(async () => {
  graph = await startCachedGraph();
});
afterEach(() => graph[Symbol.asyncDispose]());

const asked = () => graph.register.requests.length + graph.permits.requests.length;

test('what was answered once is answered again without a department, and everyone shares what is for everyone', async () => {
  const query = '{ enterprise(uscc: "A") { uscc name region } }';
  await dataOf(graph.cached, query, CALLERS[0]);
  const count = asked();
  const again = await answer(graph.cached, query, CALLERS[1]);
  expect(asked()).toBe(count);
  expect(again.cached).toMatchObject({ isPublic: true });
  expect(again.cached!.ageMs).toBeGreaterThan(0);
});

test('what some callers see otherwise is kept for each caller alone', async () => {
  const query = '{ enterprise(uscc: "A") { turnover } }';
  const [north, south, citizen] = CALLERS;
  expect(await dataOf(graph.cached, query, north)).toEqual({ enterprise: { turnover: 1 } });
  expect(await dataOf(graph.cached, query, south)).toEqual({ enterprise: { turnover: 1000 } });
  expect(await dataOf(graph.cached, query, citizen)).toEqual({ enterprise: null });
  const count = asked();
  const again = await answer(graph.cached, query, north);
  expect(asked()).toBe(count);
  expect(again.cached).toMatchObject({ isPublic: false });
  expect(again.reads).toMatchObject({
    fields: ['Enterprise.turnover'],
    subjects: [{ type: 'Enterprise', key: 'A' }],
  });
});

test('who is answered from the cache is told by whose request the data was read, for the access log', async () => {
  const query = '{ enterprise(uscc: "A") { turnover } }';
  const leader = callerWithout([], 'auditor');
  const leaders: Caller[] = [];
  const later: Caller = { ...callerWithout([], 'auditor'), sharesWith: (one) => leaders.push(one) };
  await dataOf(graph.cached, query, leader);
  await dataOf(graph.cached, query, later);
  expect(leaders).toEqual([leader]);
});

test('entities are kept for operations that share them, and only those that are not there are asked for', async () => {
  const sent = () =>
    graph.permits.requests.map(({ variables }) => {
      const { representations } = variables as { representations: { uscc: string }[] };
      return representations.map(({ uscc }) => uscc).join();
    });
  await dataOf(graph.cached, '{ enterprise(uscc: "B") { uscc plain permitCount } }');
  await dataOf(graph.cached, '{ enterprises { nodes { uscc plain permitCount } } }');
  await dataOf(graph.cached, '{ enterprise(uscc: "A") { uscc name plain permitCount } }');
  expect(sent()).toEqual(['B', 'A,C']);
  graph.cache.apply({ subgraph: 'permits', type: 'Permit', keys: { Permit: ['C9'], Enterprise: ['C'] } });
  await dataOf(graph.cached, '{ enterprises { nodes { uscc plain permitCount } } }');
  expect(sent().at(-1)).toBe('C');
});

test('a mutation reads nothing from the cache: what it answers is what it has changed', async () => {
  const query = '{ enterprise(uscc: "A") { uscc plain permitCount } }';
  await dataOf(graph.cached, query);
  graph.states.set('A2', 'VALID');
  const mutation = 'mutation { rename(uscc: "A", name: "mine") { uscc permitCount } }';
  expect(await dataOf(graph.cached, mutation)).toEqual({ rename: { uscc: 'A', permitCount: 2 } });
  expect(await dataOf(graph.cached, query)).toEqual({
    enterprise: { uscc: 'A', plain: 'plain mine', permitCount: 2 },
  });
});

test('an answer with an entity from the cache is as old as that', async () => {
  const clock = { now: 0 };
  const own = createAnswerCache({ maxBytes: 1_000_000, now: () => clock.now });
  for (const { name } of [graph.register, graph.permits]) own.setFollowState(name, 'FOLLOWED');
  await using engine = await serveEngine([graph.register, graph.permits], createCompiledEngine, {
    answerCache: own,
  });
  await dataOf(engine, '{ enterprise(uscc: "A") { uscc plain permitCount } }');
  clock.now = 40_000;
  const later = await answer(engine, '{ enterprise(uscc: "A") { uscc name permitCount } }');
  expect(later.cached).toMatchObject({ ageMs: 40_000, remainingMs: 20_000 });
});

test('an answer with errors is not kept', async () => {
  graph.permits.misbehave((_request, response) => response.writeHead(500).end());
  const query = '{ enterprise(uscc: "C") { uscc name permits { state } } }';
  expect((await answer(graph.cached, query)).errors).toHaveLength(1);
  graph.permits.misbehave(null);
  expect(await dataOf(graph.cached, query)).toEqual(await dataOf(graph.plain, query));
});

test('a field that says nothing keeps the whole answer from being kept', async () => {
  const query = '{ enterprise(uscc: "A") { name live } }';
  const [one, other] = [await answer(graph.cached, query), await answer(graph.cached, query)];
  expect(one.data).not.toBe(other.data);
  expect(one.cached).toBeUndefined();
});

test('who has changed something reads it at once, even before the change is announced', async () => {
  const query = '{ enterprise(uscc: "A") { uscc name } }';
  const [north, south] = CALLERS;
  await dataOf(graph.cached, query, south);
  await dataOf(graph.cached, 'mutation { rename(uscc: "A", name: "mine") { name } }', north);
  expect(await dataOf(graph.cached, query, north)).toEqual({ enterprise: { uscc: 'A', name: 'mine' } });
});

test('while a department does not answer, a stale answer is served where it allows that, and says so', async () => {
  const clock = { now: 0 };
  const own = createAnswerCache({ maxBytes: 1_000_000, now: () => clock.now });
  for (const { name } of [graph.register, graph.permits]) own.setFollowState(name, 'FOLLOWED');
  await using engine = await serveEngine([graph.register, graph.permits], createCompiledEngine, {
    answerCache: own,
  });
  const allowed = '{ enterprise(uscc: "C") { uscc name permits { state } } }';
  const before = await dataOf(engine, allowed);
  await dataOf(engine, '{ count }');
  clock.now = 90_000;
  for (const department of [graph.register, graph.permits]) {
    department.misbehave((request) => request.socket.destroy());
    own.setFollowState(department.name, 'LOST');
  }
  const stale = await answer(engine, allowed);
  expect(stale.errors).toEqual([]);
  expect(JSON.parse(stale.data)).toEqual(before);
  expect(JSON.parse(stale.body!.toString())).toEqual({
    data: before,
    extensions: { stale: { ageSeconds: 90, departments: ['register'] } },
  });
  expect(stale.cached).toMatchObject({ remainingMs: 0, isPublic: false });
  expect((await answer(engine, '{ count }')).errors).toHaveLength(1);
  expect(own.statistics.stale).toBe(1);
});
