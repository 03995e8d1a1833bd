import { setTimeout as sleep } from 'node:timers/promises';
import { completeSchema } from '@yiwang/schema-directives';
import { type SmallDepartment, startDepartment } from '@yiwang/testing/small-graph';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type AnswerCache,
  type Caller,
  createAnswerCache,
  createCompiledEngine,
  type TextAnswer,
} from '../../src/index.ts';
import { callerWithout } from '../support/callers.ts';
import { type ServedEngine, serveEngine } from '../support/serve-engine.ts';

const FEDERATION =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n';

const REGISTER = completeSchema(`${FEDERATION}
  type Query {
    enterprise(uscc: ID!): Enterprise
    enterprises(inRegion: String): EnterpriseConnection
    count: Int @cacheControl(maxAge: 60)
  }
  type Mutation { rename(uscc: ID!, name: String!): Enterprise }
  type EnterpriseConnection @cacheControl(maxAge: 60, staleIfError: 60) { nodes: [Enterprise!] total: Int }
  type Enterprise @key(fields: "uscc") @cacheControl(maxAge: 60, staleIfError: 60) {
    uscc: ID!
    name: String @cacheControl(inheritMaxAge: true)
    region: String @cacheControl(inheritMaxAge: true)
    parent: Enterprise @cacheControl(inheritMaxAge: true)
    phone: String @sensitive(kind: PHONE) @cacheControl(inheritMaxAge: true)
    turnover: Int @sharing(class: CONDITIONAL) @cacheControl(inheritMaxAge: true)
    live: Int
    plain: String
  }`);

const PERMITS = completeSchema(`${FEDERATION}
  type Query { permit(number: ID!): Permit permits: [Permit!] }
  type Enterprise @key(fields: "uscc") {
    uscc: ID!
    permits: [Permit!] @cacheControl(maxAge: 60, staleIfError: 60)
    permitCount: Int @cacheControl(maxAge: 60, staleIfError: 60)
  }
  type Permit @key(fields: "number") @cacheControl(maxAge: 60, staleIfError: 60) { number: ID! state: String holder: Enterprise }
`);

interface Row {
  uscc: string;
  name: string;
  region: string;
  parent: string | null;
  turnover: number;
}

const KEYS = ['A', 'B', 'C'];
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
/** Who asks; departments answer each of them otherwise. */
const CALLERS: readonly (Caller | undefined)[] = [
  callerWithout([], 'official of the north'),
  callerWithout([], 'official of the south'),
  callerWithout(['Enterprise.turnover'], 'citizen'),
];

let rows: Map<string, Row>;
let states: Map<string, string>;
let register: SmallDepartment;
let permits: SmallDepartment;
let cache: AnswerCache;
let cached: ServedEngine;
let plain: ServedEngine;

beforeEach(async () => {
  rows = new Map(
    KEYS.map((uscc) => [uscc, { uscc, name: `${uscc}0`, region: 'north', parent: null, turnover: 1 }]),
  );
  states = new Map(KEYS.map((uscc) => [`${uscc}1`, 'VALID']));
  const slowly = async <Value>(value: Value) => {
    await sleep(Math.random() * 2);
    return value;
  };
  // What the department shows depends on who asks, as masks and grants of regions do.
  const personal = (value: unknown, { assertion = '' }: { assertion?: string }) =>
    `${assertion.split('/')[0]}: ${JSON.stringify(value)}`;
  const enterprise = {
    __resolveReference: ({ uscc }: Row) => slowly(rows.get(uscc) ?? null),
    parent: ({ parent }: Row) => (parent === null ? null : rows.get(parent)),
    phone: ({ name }: Row, _args: unknown, context: object) => personal(name, context),
    turnover: ({ turnover }: Row, _args: unknown, { assertion = '' }: { assertion?: string }) =>
      assertion.startsWith('official') ? turnover * (assertion.includes('north') ? 1 : 1000) : null,
    plain: ({ name }: Row) => `plain ${name}`,
    live: () => Math.floor(Math.random() * 1e9),
  };
  register = await startDepartment('register', REGISTER, {
    Query: {
      enterprise: (_: unknown, { uscc }: Row) => slowly(rows.get(uscc) ?? null),
      enterprises: (_: unknown, { inRegion }: { inRegion?: string }) => {
        const nodes = [...rows.values()].filter(({ region }) => !inRegion || region === inRegion);
        return slowly({ nodes, total: nodes.length });
      },
      count: () => rows.size,
    },
    Mutation: {
      rename: (_: unknown, { uscc, name }: Row) => {
        const row = { ...rows.get(uscc)!, name };
        rows.set(uscc, row);
        return row;
      },
    },
    Enterprise: enterprise,
  });
  const permitOf = (number: string) => ({ number, state: states.get(number), holder: { uscc: number[0] } });
  permits = await startDepartment('permits', PERMITS, {
    Query: {
      permit: (_: unknown, { number }: { number: string }) =>
        slowly(states.has(number) ? permitOf(number) : null),
      permits: () => slowly([...states.keys()].map(permitOf)),
    },
    Permit: { __resolveReference: ({ number }: { number: string }) => permitOf(number) },
    Enterprise: {
      permits: ({ uscc }: Row) => slowly([...states.keys()].filter((one) => one[0] === uscc).map(permitOf)),
      permitCount: ({ uscc }: Row) => [...states.keys()].filter((one) => one[0] === uscc).length,
    },
  });
  cache = createAnswerCache({ maxBytes: 1_000_000 });
  for (const { name } of [register, permits]) cache.setFollowState(name, 'FOLLOWED');
  cached = await serveEngine([register, permits], createCompiledEngine, { answerCache: cache });
  plain = await serveEngine([register, permits], createCompiledEngine);
});

afterEach(async () => {
  await Promise.all([cached, plain].map((engine) => engine[Symbol.asyncDispose]()));
  await Promise.all([register.close(), permits.close()]);
});

async function answer({ engine }: ServedEngine, query: string, caller?: Caller): Promise<TextAnswer> {
  return (await engine.answer({ query, ...(caller && { caller }) }))!;
}
const dataOf = async (engine: ServedEngine, query: string, caller?: Caller) =>
  JSON.parse((await answer(engine, query, caller)).data) as unknown;
const asked = () => register.requests.length + permits.requests.length;

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
    const row = rows.get(uscc)!;
    const next = {
      name: { name: `${uscc}${counter}` },
      region: { region: row.region === 'north' ? 'south' : 'north' },
      parent: { parent: row.parent === null ? KEYS[(KEYS.indexOf(uscc) + 1) % 3]! : null },
      turnover: { turnover: counter },
    }[kind];
    rows.set(uscc, { ...row, ...next });
    cache.apply({ subgraph: 'register', type: 'Enterprise', keys: { Enterprise: [uscc] } });
    return;
  }
  const number = kind === 'granted' ? `${uscc}${counter}` : `${uscc}1`;
  if (kind === 'voided') states.delete(number);
  else states.set(number, `S${counter}`);
  cache.apply({ subgraph: 'permits', type: 'Permit', keys: { Permit: [number], Enterprise: [uscc] } });
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
      expect([query, caller?.key, await dataOf(cached, query, caller)]).toEqual([
        query,
        caller?.key,
        await dataOf(plain, query, caller),
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
        if ('query' in step) reads.push(answer(cached, step.query, CALLERS[step.caller]));
        else make(step);
        if (Math.random() < 0.3) await sleep(1);
      }
      await Promise.all(reads);
      await expectTruth();
    }),
    { numRuns: 20 },
  );
  const { hits, invalidated, overtaken } = cache.statistics;
  expect({ hits: hits > 100, invalidated: invalidated > 20, overtaken: overtaken > 0 }).toEqual({
    hits: true,
    invalidated: true,
    overtaken: true,
  });
}, 120_000);

test.each([
  ['a change that is not announced', () => cache.apply({ subgraph: 'register', type: 'Other', keys: {} })],
  [
    'a change that is announced of another entity',
    () => cache.apply({ subgraph: 'register', type: 'Enterprise', keys: { Enterprise: ['B'] } }),
  ],
])('%s shows: what is kept is really served', async (_what, announce) => {
  const query = '{ enterprise(uscc: "A") { uscc name } }';
  const before = await dataOf(cached, query);
  rows.set('A', { ...rows.get('A')!, name: 'changed' });
  announce();
  expect(await dataOf(cached, query)).toEqual(before);
});

test('what was answered once is answered again without a department, and everyone shares what is for everyone', async () => {
  const query = '{ enterprise(uscc: "A") { uscc name region } }';
  await dataOf(cached, query, CALLERS[0]);
  const count = asked();
  const again = await answer(cached, query, CALLERS[1]);
  expect(asked()).toBe(count);
  expect(again.cached).toMatchObject({ isPublic: true });
  expect(again.cached!.ageMs).toBeGreaterThan(0);
});

test('what some callers see otherwise is kept for each caller alone', async () => {
  const query = '{ enterprise(uscc: "A") { turnover } }';
  const [north, south, citizen] = CALLERS;
  expect(await dataOf(cached, query, north)).toEqual({ enterprise: { turnover: 1 } });
  expect(await dataOf(cached, query, south)).toEqual({ enterprise: { turnover: 1000 } });
  expect(await dataOf(cached, query, citizen)).toEqual({ enterprise: null });
  const count = asked();
  const again = await answer(cached, query, north);
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
  await dataOf(cached, query, leader);
  await dataOf(cached, query, later);
  expect(leaders).toEqual([leader]);
});

test('entities are kept for operations that share them, and only those that are not there are asked for', async () => {
  const sent = () =>
    permits.requests.map(({ variables }) => {
      const { representations } = variables as { representations: { uscc: string }[] };
      return representations.map(({ uscc }) => uscc).join();
    });
  await dataOf(cached, '{ enterprise(uscc: "B") { uscc plain permitCount } }');
  await dataOf(cached, '{ enterprises { nodes { uscc plain permitCount } } }');
  await dataOf(cached, '{ enterprise(uscc: "A") { uscc name plain permitCount } }');
  expect(sent()).toEqual(['B', 'A,C']);
  cache.apply({ subgraph: 'permits', type: 'Permit', keys: { Permit: ['C9'], Enterprise: ['C'] } });
  await dataOf(cached, '{ enterprises { nodes { uscc plain permitCount } } }');
  expect(sent().at(-1)).toBe('C');
});

test('a mutation reads nothing from the cache: what it answers is what it has changed', async () => {
  const query = '{ enterprise(uscc: "A") { uscc plain permitCount } }';
  await dataOf(cached, query);
  states.set('A2', 'VALID');
  const mutation = 'mutation { rename(uscc: "A", name: "mine") { uscc permitCount } }';
  expect(await dataOf(cached, mutation)).toEqual({ rename: { uscc: 'A', permitCount: 2 } });
  expect(await dataOf(cached, query)).toEqual({
    enterprise: { uscc: 'A', plain: 'plain mine', permitCount: 2 },
  });
});

test('an answer with an entity from the cache is as old as that', async () => {
  const clock = { now: 0 };
  const own = createAnswerCache({ maxBytes: 1_000_000, now: () => clock.now });
  for (const { name } of [register, permits]) own.setFollowState(name, 'FOLLOWED');
  await using engine = await serveEngine([register, permits], createCompiledEngine, { answerCache: own });
  await dataOf(engine, '{ enterprise(uscc: "A") { uscc plain permitCount } }');
  clock.now = 40_000;
  const later = await answer(engine, '{ enterprise(uscc: "A") { uscc name permitCount } }');
  expect(later.cached).toMatchObject({ ageMs: 40_000, remainingMs: 20_000 });
});

test('an answer with errors is not kept', async () => {
  permits.misbehave((_request, response) => response.writeHead(500).end());
  const query = '{ enterprise(uscc: "C") { uscc name permits { state } } }';
  expect((await answer(cached, query)).errors).toHaveLength(1);
  permits.misbehave(null);
  expect(await dataOf(cached, query)).toEqual(await dataOf(plain, query));
});

test('a field that says nothing keeps the whole answer from being kept', async () => {
  const query = '{ enterprise(uscc: "A") { name live } }';
  const [one, other] = [await answer(cached, query), await answer(cached, query)];
  expect(one.data).not.toBe(other.data);
  expect(one.cached).toBeUndefined();
});

test('who has changed something reads it at once, even before the change is announced', async () => {
  const query = '{ enterprise(uscc: "A") { uscc name } }';
  const [north, south] = CALLERS;
  await dataOf(cached, query, south);
  await dataOf(cached, 'mutation { rename(uscc: "A", name: "mine") { name } }', north);
  expect(await dataOf(cached, query, north)).toEqual({ enterprise: { uscc: 'A', name: 'mine' } });
});

test('while a department does not answer, a stale answer is served where it allows that, and says so', async () => {
  const clock = { now: 0 };
  const own = createAnswerCache({ maxBytes: 1_000_000, now: () => clock.now });
  for (const { name } of [register, permits]) own.setFollowState(name, 'FOLLOWED');
  await using engine = await serveEngine([register, permits], createCompiledEngine, { answerCache: own });
  const allowed = '{ enterprise(uscc: "C") { uscc name permits { state } } }';
  const before = await dataOf(engine, allowed);
  await dataOf(engine, '{ count }');
  clock.now = 90_000;
  for (const department of [register, permits]) {
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
