import { type ServedDepartment, serveDepartment, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { granted } from '@yiwang/testing';
import type { Assertion } from '@yiwang/identity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSchema, regionsOfArguments } from '../src/index.ts';
import type { Caller } from '../src/trust/caller.ts';
import { openThings } from './support/open-things.ts';

const BOATS = [
  { number: 'B1', region: '3205', weight: 5, engine: { runs: 1 }, tests: 1 },
  { number: 'B2', region: '3502', weight: 5, engine: { runs: 2 }, tests: 2 },
];

const schema = buildSchema(
  new URL('fixtures/argument-reads.graphql', import.meta.url),
  {
    Query: {
      boat: (_root: unknown, args: { number: string }) => BOATS.find(({ number }) => number === args.number),
      crafts: () => BOATS,
      boats: () => BOATS,
      standard: () => BOATS,
      loose: () => BOATS[0]!.engine,
      narrowed(
        _root: unknown,
        args: Record<string, unknown>,
        { caller }: { caller: Caller },
        info: Parameters<typeof regionsOfArguments>[1],
      ) {
        const regions = regionsOfArguments(caller, info, args);
        return BOATS.filter(
          ({ region }) => regions === null || regions.some((one) => region.startsWith(one)),
        );
      },
    },
    Craft: { __resolveType: () => 'Boat' },
  },
  { regionOf: { Boat: ({ region }: { region: string }) => region }, narrowed: ['Query.narrowed'] },
);

let database: TestDatabase;
let served: ServedDepartment;
let unsigned: ServedDepartment;
beforeAll(async () => {
  database = await openThings();
  const department = { name: 'boats', schema, createContext: () => ({}), database };
  served = await serveDepartment(department);
  unsigned = await serveDepartment(department, { unsigned: 'allow' });
});
afterAll(async () => {
  await Promise.all([served, unsigned].map((one) => one[Symbol.asyncDispose]()));
  await database[Symbol.asyncDispose]();
});

async function ask(query: string, assertion: Partial<Assertion> | null, variables: object = {}) {
  const { url } = assertion === null ? unsigned : served;
  const body = JSON.stringify({ query, variables });
  const headers = assertion === null ? {} : await served.sign(assertion, body);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const { data, errors } = (await response.json()) as {
    data?: Record<string, unknown>;
    errors?: { extensions: { code: string } }[];
  };
  return errors ? errors.map(({ extensions }) => extensions.code).join() : data;
}

const NUMBERS = { boats: [{ number: 'B1' }, { number: 'B2' }] };
const WEIGHT =
  'query ($f: BoatFilter, $w: Int) { boats(filter: $f) { number } boat(number: "B1") { tests(of: $w) } }';

test('what arguments read must stand in the assertion, with a purpose, as if it were selected', async () => {
  const query = '{ boats(filter: { weight: 5 }) { number } }';
  expect(await ask(query, {})).toBe('FORBIDDEN');
  expect(await ask(query, granted(['Boat.secret']))).toBe('FORBIDDEN');
  expect(await ask(query, { ...granted(['Boat.weight']), purpose: null })).toBe('PURPOSE_REQUIRED');
  expect(await ask(query, granted(['Boat.weight']))).toEqual(NUMBERS);
});

test('variables read what they hold, and nothing while they are null or left out', async () => {
  const open = { ...NUMBERS, boat: { tests: 1 } };
  for (const variables of [{}, { f: null, w: null }, { f: {} }, { f: { any: [{ weight: null }] } }]) {
    expect(await ask(WEIGHT, {}, variables)).toEqual(open);
  }
  for (const variables of [
    { w: 1 },
    { f: { weight: 5 } },
    { f: { any: { weight: 5 } } },
    { f: { engine: { power: 1 } } },
  ]) {
    expect(await ask(WEIGHT, {}, variables)).toBe('FORBIDDEN');
    expect(await ask(WEIGHT, granted(['Boat.weight', 'Engine.power']), variables)).toEqual(open);
  }
  const byDefault = 'query ($f: BoatFilter = { weight: 5 }) { boats(filter: $f) { number } }';
  expect(await ask(byDefault, {})).toBe('FORBIDDEN');
  expect(await ask(byDefault, {}, { f: { captain: null } })).toEqual(NUMBERS);
  expect(await ask('{ standard { number } }', {})).toBe('FORBIDDEN');
  expect(await ask('{ standard(weight: null) { number } }', {})).toEqual({ standard: NUMBERS.boats });
});

test('what the default of a variable selects counts as selected', async () => {
  const query = 'query ($all: Boolean = true) { boats { number weight @include(if: $all) } }';
  expect(await ask(query, {})).toBe('FORBIDDEN');
  expect(await ask(query, {}, { all: false })).toEqual(NUMBERS);
});

test('an order reads what its value names, for the department itself also what is not shared', async () => {
  const query = 'query ($o: BoatOrder) { boats(orderBy: $o) { number } }';
  expect(await ask(query, {}, { o: 'NUMBER' })).toEqual(NUMBERS);
  expect(await ask(query, granted(['Boat.weight']), { o: 'SECRET' })).toBe('FORBIDDEN');
  expect(await ask(query, { department: 'boats' }, { o: 'SECRET' })).toEqual(NUMBERS);
});

test('on an interface an argument reads what it reads of the objects that can be there', async () => {
  expect(await ask('{ crafts { tests(of: 1) } }', {})).toBe('FORBIDDEN');
  expect(await ask('{ crafts { tests } }', {})).toEqual({ crafts: [{ tests: 1 }, { tests: 2 }] });
});

test('a masked value is compared with by whoever may see it, also where no request is signed', async () => {
  const query = '{ boats(filter: { captain: "张三" }) { number } }';
  for (const assertion of [null, {}, granted(['Boat.captain', 'Boat.weight'])]) {
    expect(await ask(query, assertion)).toBe('FORBIDDEN');
  }
  expect(await ask(query, { client: 'court', scopes: ['sensitive:read'] })).toEqual(NUMBERS);
  expect(await ask('{ boats(filter: { weight: 5 }) { number } }', null)).toEqual(NUMBERS);
});

test('a grant for some regions finds nothing elsewhere by what it may read there only', async () => {
  const some = granted(['Boat.weight', 'Engine.power'], ['3205']);
  const ofBoth = (inner: string) =>
    `{ a: boat(number: "B1") { ${inner} } b: boat(number: "B2") { ${inner} } }`;
  expect(await ask('{ narrowed(filter: { weight: 5 }) { number } }', some)).toEqual({
    narrowed: [{ number: 'B1' }],
  });
  expect(await ask('{ narrowed(weight: 5) { number } }', some)).toEqual({ narrowed: [{ number: 'B1' }] });
  expect(await ask('{ narrowed { number } }', some)).toEqual({ narrowed: NUMBERS.boats });
  // A search that does not narrow itself.
  expect(await ask('{ boats(filter: { weight: 5 }) { number } }', some)).toBe('OUTSIDE_GRANT');
  expect(await ask(ofBoth('tests(of: 1)'), some)).toBe('OUTSIDE_GRANT');
  expect(await ask('{ boat(number: "B1") { tests(of: 1) } }', some)).toEqual({ boat: { tests: 1 } });
  // What is part of a row lies where the row does, and of none is nowhere.
  expect(await ask(ofBoth('engine { runs(power: 9) }'), some)).toBe('OUTSIDE_GRANT');
  expect(await ask('{ boat(number: "B1") { engine { runs(power: 9) } } }', some)).toEqual({
    boat: { engine: { runs: 1 } },
  });
  expect(await ask('{ loose { runs(power: 9) } }', some)).toBe('OUTSIDE_GRANT');
  expect(await ask('{ loose { runs } }', some)).toEqual({ loose: { runs: 1 } });
});
