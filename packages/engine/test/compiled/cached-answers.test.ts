import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  answer,
  type CachedGraph,
  CALLERS,
  dataOf,
  KEYS,
  startCachedGraph,
} from '../support/cached-graph.ts';

const QUERIES = [
  '{ enterprise(uscc: "A") { name region } }',
  '{ enterprise(uscc: "B") { uscc name parent { name } } }',
  '{ enterprise(uscc: "C") { uscc name permits { number state } } }',
  '{ enterprise(uscc: "A") { uscc phone permitCount } }',
  '{ enterprise(uscc: "B") { turnover name } }',
  '{ enterprises { nodes { uscc name parent { uscc region } } total } }',
  '{ enterprises(inRegion: "south") { nodes { name permits { state } } } }',
  '{ permits { number state holder { name } } }',
  '{ permit(number: "A1") { state holder { uscc name phone } } }',
  '{ permit(number: "B1") { number state } enterprise(uscc: "A") { name } }',
  '{ count }',
  // Not kept as a whole, but for the entities in it.
  '{ enterprise(uscc: "C") { uscc plain permitCount permits { number state } } }',
  '{ enterprises { nodes { uscc plain permitCount } } permits { number holder { name } } }',
  '{ permit(number: "A1") { number holder { plain name } } }',
];
let graph: CachedGraph;
beforeEach(async () => {
  graph = await startCachedGraph();
});
afterEach(() => graph[Symbol.asyncDispose]());

/** A change of a row, as its department commits and announces it. */
const change = fc.oneof(
  fc.record({
    kind: fc.constantFrom('name', 'region', 'parent', 'turnover'),
    uscc: fc.constantFrom(...KEYS),
  }),
  fc.record({ kind: fc.constantFrom('state', 'granted', 'voided'), uscc: fc.constantFrom(...KEYS) }),
);
let counter = 0;

function make({ kind, uscc }: { kind: string; uscc: string }): void {
  counter += 1;
  if (['name', 'region', 'parent', 'turnover'].includes(kind)) {
    const row = graph.rows.get(uscc)!;
    const next = {
      name: { name: `${uscc}${counter}` },
      region: { region: row.region === 'north' ? 'south' : 'north' },
      parent: { parent: row.parent === null ? KEYS[(KEYS.indexOf(uscc) + 1) % 3]! : null },
      turnover: { turnover: counter },
    }[kind];
    graph.rows.set(uscc, { ...row, ...next });
    graph.cache.apply({ subgraph: 'register', type: 'Enterprise', keys: { Enterprise: [uscc] } });
    return;
  }
  const number = kind === 'granted' ? `${uscc}${counter}` : `${uscc}1`;
  if (kind === 'voided') graph.states.delete(number);
  else graph.states.set(number, `S${counter}`);
  graph.cache.apply({ subgraph: 'permits', type: 'Permit', keys: { Permit: [number], Enterprise: [uscc] } });
}

const ask = fc.record({
  query: fc.constantFrom(...QUERIES),
  caller: fc.integer({ min: 0, max: CALLERS.length - 1 }),
});
const run = fc.array(fc.oneof({ weight: 3, arbitrary: ask }, { weight: 1, arbitrary: change }), {
  minLength: 5,
  maxLength: 25,
});

/** Compares every answer, of every caller, with what an engine without a cache answers. */
async function expectTruth(): Promise<void> {
  for (const query of QUERIES) {
    for (const caller of CALLERS) {
      expect([query, caller?.key, await dataOf(graph.cached, query, caller)]).toEqual([
        query,
        caller?.key,
        await dataOf(graph.plain, query, caller),
      ]);
    }
  }
}

test('no caller ever gets what is outdated, or what another one was given, however reads and changes overlap', async () => {
  await fc.assert(
    fc.asyncProperty(run, async (steps) => {
      const reads: Promise<unknown>[] = [];
      for (const step of steps) {
        // Nobody waits: changes come while answers are made.
        if ('query' in step) reads.push(answer(graph.cached, step.query, CALLERS[step.caller]));
        else make(step);
        if (Math.random() < 0.3) await sleep(1);
      }
      await Promise.all(reads);
      await expectTruth();
    }),
    { numRuns: 20 },
  );
  const { hits, invalidated, overtaken } = graph.cache.statistics;
  expect({ hits: hits > 100, invalidated: invalidated > 20, overtaken: overtaken > 0 }).toEqual({
    hits: true,
    invalidated: true,
    overtaken: true,
  });
}, 120_000);

test.each([
  [
    'a change that is not announced',
    () => graph.cache.apply({ subgraph: 'register', type: 'Other', keys: {} }),
  ],
  [
    'a change that is announced of another entity',
    () => graph.cache.apply({ subgraph: 'register', type: 'Enterprise', keys: { Enterprise: ['B'] } }),
  ],
])('%s shows: what is kept is really served', async (_what, announce) => {
  const query = '{ enterprise(uscc: "A") { uscc name } }';
  const before = await dataOf(graph.cached, query);
  graph.rows.set('A', { ...graph.rows.get('A')!, name: 'changed' });
  announce();
  expect(await dataOf(graph.cached, query)).toEqual(before);
});
