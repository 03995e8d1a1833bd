import { startDepartment } from '@yiwang/testing/small-graph';
import { GraphQLError } from 'graphql';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createCompiledEngine } from '../../src/index.ts';
import { type ServedEngine, serveEngine } from '../support/serve-engine.ts';
import { applyParts, readAnswer } from './apply-parts.ts';
import { createGates } from './gates.ts';

const gates = createGates();
let served: ServedEngine;
let departments: Awaited<ReturnType<typeof startDepartment>>[];

const firms = {
  types: `
    type Query { firm(id: ID!): Firm firms: [Firm!] thing(id: ID!): Thing register: Register }
    type Mutation { open(id: ID!): Firm }
    interface Thing { id: ID! }
    type Firm implements Thing @key(fields: "id") { id: ID! name: String parent: Firm address: Address }
    type Farm implements Thing @key(fields: "id") { id: ID! name: String }
    type Address { city: String street: String! }
    type Register { title: String count: Int! }
  `,
  resolvers: {
    Query: {
      firm: (_: unknown, { id }: { id: string }) => firm(id),
      firms: () => ['1', '2', '3'].map(firm),
      thing: (_: unknown, { id }: { id: string }) => ({
        __typename: id === 'f' ? 'Farm' : 'Firm',
        ...firm(id),
      }),
      register: () => ({ title: 'Register', count: null }),
    },
    Mutation: { open: (_: unknown, { id }: { id: string }) => firm(id) },
    Thing: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    Firm: {
      __resolveReference: ({ id }: { id: string }) => firm(id),
      parent: ({ id }: { id: string }) => (id === '1' ? firm('2') : null),
      address: () => ({ city: 'Nanjing', street: 'S1' }),
    },
    Farm: { __resolveReference: ({ id }: { id: string }) => firm(id) },
  },
};

const permits = {
  types: `
    type Firm @key(fields: "id") { id: ID! permits: [Permit!] strict: String! risk: Int }
    type Farm @key(fields: "id") { id: ID! fields: Int }
    type Permit { number: ID! holder: Firm }
    type Query { permitCount: Int total: Int! }
  `,
  resolvers: {
    Query: {
      permitCount: () => 7,
      total: () => {
        throw new GraphQLError('No total.');
      },
    },
    Firm: {
      permits: async ({ id }: { id: string }) => {
        await gates.pass('permits');
        return id === '3' ? [] : [{ number: `P${id}`, holder: { id: '2' } }];
      },
      strict: ({ id }: { id: string }) => {
        if (id === '2') throw new GraphQLError('Too strict.');
        return `strict ${id}`;
      },
      risk: async ({ id }: { id: string }) => {
        await gates.pass('risk');
        return Number(id);
      },
    },
    Farm: { fields: () => 5 },
  },
};

function firm(id: string) {
  return { id, name: `Firm ${id}` };
}

beforeAll(async () => {
  departments = [
    await startDepartment('firms', firms.types, firms.resolvers),
    await startDepartment('permits', permits.types, permits.resolvers),
  ];
  served = await serveEngine(departments, createCompiledEngine);
});
beforeEach(() => gates.openAll());
afterAll(async () => {
  await served[Symbol.asyncDispose]();
  await Promise.all(departments.map((department) => department.close()));
});

async function answer(query: string, variables: Record<string, unknown> = {}, signal?: AbortSignal) {
  const found = await served.engine.answer({ query, variables, signal, inParts: true });
  if (!found) throw new Error(`Not answered: ${JSON.stringify((await served.ask(query, variables)).errors)}`);
  return found;
}

async function read(query: string, variables?: Record<string, unknown>) {
  return readAnswer(await answer(query, variables));
}

test('the answer comes while a department still works on what is deferred', async () => {
  gates.close('permits');
  const first = await answer('{ firm(id: "1") { name ... @defer(label: "later") { permits { number } } } }');

  expect(first).toMatchObject({ data: '{"firm":{"name":"Firm 1"}}', errors: [] });
  gates.open('permits');
  expect((await readAnswer(first)).later).toEqual([
    [{ data: { permits: [{ number: 'P1' }] }, path: ['firm'], label: 'later', errors: [] }],
  ]);
});

test('the answer does not wait for a part that asks the same department at the same moment', async () => {
  gates.close('permits');
  const first = await answer('{ firm(id: "1") { strict ... @defer { permits { number } } } }');

  expect(first.data).toBe('{"firm":{"strict":"strict 1"}}');
  gates.open('permits');
  expect((await readAnswer(first)).later.flat()).toMatchObject([{ data: { permits: [{ number: 'P1' }] } }]);
});

test('a deferred part comes before another whose department is slower', async () => {
  gates.close('permits');
  const { later } = await answer(
    '{ firm(id: "1") { ... @defer(label: "slow") { permits { number } } ... @defer(label: "quick") { name risk } } }',
  );
  const parts = later![Symbol.asyncIterator]();

  expect((await parts.next()).value).toMatchObject({ parts: [{ label: 'quick' }], hasNext: true });
  gates.open('permits');
  expect((await parts.next()).value).toMatchObject({ parts: [{ label: 'slow' }], hasNext: false });
  expect((await parts.next()).done).toBe(true);
});

test('a part in a list comes for each of its items', async () => {
  const { data, later } = await read('{ firms { id ... @defer { risk } } }');

  expect(data).toEqual({ firms: [{ id: '1' }, { id: '2' }, { id: '3' }] });
  expect(later.flat().map(({ data: part, path }) => [part, path])).toEqual([
    [{ risk: 1 }, ['firms', 0]],
    [{ risk: 2 }, ['firms', 1]],
    [{ risk: 3 }, ['firms', 2]],
  ]);
});

test('a part within a part comes after it, for each of its objects', async () => {
  const { later } = await read(`{ firm(id: "1") { id ... @defer(label: "outer") {
    permits { number holder { id ... @defer(label: "inner") { name risk } } }
  } } }`);

  expect(later.flat().map(({ label, path, data }) => [label, path, data])).toEqual([
    ['outer', ['firm'], { permits: [{ number: 'P1', holder: { id: '2' } }] }],
    ['inner', ['firm', 'permits', 0, 'holder'], { name: 'Firm 2', risk: 2 }],
  ]);
});

test('a fragment that is spread in two places is two parts', async () => {
  const { later } = await read(`
    { firm(id: "1") { ...Risk @defer(label: "here") parent { ...Risk @defer(label: "there") } } }
    fragment Risk on Firm { risk }
  `);

  expect(
    later
      .flat()
      .map(({ label, data }) => [label, data])
      .sort(),
  ).toEqual([
    ['here', { risk: 1 }],
    ['there', { risk: 2 }],
  ]);
});

test('a fragment with a part in it gives each place its own', async () => {
  const { later } = await read(`
    { a: firm(id: "1") { ...F } b: firm(id: "2") { ...F } }
    fragment F on Firm { id ... @defer(label: "risk") { risk } }
  `);

  expect(
    later
      .flat()
      .map(({ path, data }) => [path, data])
      .sort(),
  ).toEqual([
    [['a'], { risk: 1 }],
    [['b'], { risk: 2 }],
  ]);
});

test('only the fragments of an object’s own type are deferred', async () => {
  const ask = (id: string) =>
    read(
      `{ thing(id: "${id}") { id ... on Firm @defer { risk } ... on Farm @defer { fields } ... @defer { __typename } } }`,
    );

  expect((await ask('f')).later.flat().map(({ data }) => data)).toEqual([
    { __typename: 'Farm' },
    { fields: 5 },
  ]);
  expect((await ask('1')).later.flat().map(({ data }) => data)).toEqual([
    { __typename: 'Firm' },
    { risk: 1 },
  ]);
});

test('a part on the root has an empty path', async () => {
  const { data, later } = await read(
    '{ firm(id: "1") { id } ... @defer { permitCount firm(id: "1") { name } } }',
  );

  expect(data).toEqual({ firm: { id: '1' } });
  expect(later).toEqual([
    [{ data: { permitCount: 7, firm: { name: 'Firm 1' } }, path: [], label: undefined, errors: [] }],
  ]);
});

test('parts that overlap hold all that their fragments ask for', async () => {
  const result = await read(`{ firm(id: "1") { address { city }
    ... @defer(label: "a") { name address { street } }
    ... @defer(label: "b") { name address { city street } risk }
  } }`);

  expect(result.later.flat().sort((one, other) => (one.label! < other.label! ? -1 : 1))).toMatchObject([
    { data: { name: 'Firm 1', address: { street: 'S1' } } },
    { data: { name: 'Firm 1', address: { city: 'Nanjing', street: 'S1' }, risk: 1 } },
  ]);
  expect(applyParts(result)).toEqual({
    firm: { address: { city: 'Nanjing', street: 'S1' }, name: 'Firm 1', risk: 1 },
  });
});

test('a variable decides for each request whether a part is deferred', async () => {
  const query = `query ($wait: Boolean!, $other: Boolean = false) { firm(id: "1") {
    name ... @defer(if: $wait, label: "a") { risk } ... @defer(if: $other) { parent { id } }
  } }`;

  expect(await read(query, { wait: false })).toEqual({
    data: { firm: { name: 'Firm 1', risk: 1, parent: { id: '2' } } },
    errors: [],
    later: [],
  });
  expect(await read(query, { wait: true })).toMatchObject({
    data: { firm: { name: 'Firm 1', parent: { id: '2' } } },
    later: [[{ label: 'a' }]],
  });
  expect(await read(query, { wait: true, other: true })).toMatchObject({
    data: { firm: { name: 'Firm 1' } },
  });
});

test('@include and @skip hold for deferred fragments as for others', async () => {
  const query = `query ($no: Boolean!) { firm(id: "1") { id
    ... @defer @skip(if: $no) { name }
    ... @include(if: $no) { ... @defer { risk } }
  } }`;

  expect((await read(query, { no: true })).later.flat().map(({ data }) => data)).toEqual([{ risk: 1 }]);
  expect((await read(query, { no: false })).later.flat().map(({ data }) => data)).toEqual([
    { name: 'Firm 1' },
  ]);
});

test('a null that a fragment does not allow makes null of the part, and of nothing above it', async () => {
  const { data, errors, later } = await read('{ firms { id ... @defer(label: "strict") { strict } } }');

  expect({ data, errors }).toEqual({ data: { firms: [{ id: '1' }, { id: '2' }, { id: '3' }] }, errors: [] });
  expect(later.flat().map((part) => [part.path, part.data])).toEqual([
    [['firms', 0], { strict: 'strict 1' }],
    [['firms', 1], null],
    [['firms', 2], { strict: 'strict 3' }],
  ]);
  expect(later.flat().map((part) => part.errors.map(({ message, path }) => [message, path]))).toEqual([
    [],
    [['Too strict.', ['firms', 1, 'strict']]],
    [],
  ]);
});

test('a part that is null takes the parts within it along', async () => {
  const { later } = await read('{ firm(id: "2") { id ... @defer { strict ... @defer { risk } } } }');

  expect(later).toEqual([[expect.objectContaining({ data: null, path: ['firm'] })]]);
});

test('a null of a department that the schema does not allow is explained where the part is', async () => {
  const { data, errors, later } = await read(
    '{ register { title ... @defer { count } } ... @defer { total } }',
  );
  const places = [...errors, ...later.flat().flatMap((part) => part.errors)].map(({ path }) =>
    path!.join('.'),
  );

  expect(data).toEqual({ register: null });
  expect(places.sort()).toEqual(['register.count', 'total']);
  expect(later.flat()).toMatchObject([{ data: null, path: [] }]);
});

test('a department that is down costs the part that asks it, and nothing of the answer', async () => {
  departments[1]!.misbehave((_request, response) => response.destroy());
  try {
    const { data, errors, later } = await read(
      '{ firm(id: "1") { name ... @defer { risk permits { number } } } }',
    );

    expect({ data, errors }).toEqual({ data: { firm: { name: 'Firm 1' } }, errors: [] });
    expect(later.flat()).toMatchObject([{ data: { risk: null, permits: null }, path: ['firm'] }]);
    expect(later.flat()[0]!.errors.map(({ path, extensions }) => [path, extensions!['code']])).toEqual([
      [['firm', 'risk'], 'DEPARTMENT_UNAVAILABLE'],
      [['firm', 'permits'], 'DEPARTMENT_UNAVAILABLE'],
    ]);
  } finally {
    departments[1]!.misbehave(null);
  }
});

test('an object that is not there has no parts, and the answer is whole', async () => {
  const found = await answer('{ firm(id: "2") { parent { id ... @defer { risk } } } }');

  expect(found).toEqual({ data: '{"firm":{"parent":null}}', errors: [] });
});

test('names that collide inside come back as the client’s, also in paths', async () => {
  const { later } = await read(`{ id: firms { id: name ... @defer { name: id risk: strict } } }`);

  expect(later.flat().map(({ path, data }) => [path, data])).toEqual([
    [['id', 0], { name: '1', risk: 'strict 1' }],
    [['id', 1], null],
    [['id', 2], { name: '3', risk: 'strict 3' }],
  ]);
  expect(later.flat()[1]!.errors.map(({ path }) => path)).toEqual([['id', 1, 'risk']]);
});

test('what a mutation returns can be deferred, its own fields cannot', async () => {
  const { data, later } = await read('mutation { open(id: "1") { id ... @defer { risk } } }');

  expect(data).toEqual({ open: { id: '1' } });
  expect(later.flat()).toMatchObject([{ data: { risk: 1 }, path: ['open'] }]);
  expect((await served.ask('mutation { ... @defer { open(id: "1") { id } } }')).errors).toMatchObject([
    {
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      message: 'The fields of a mutation cannot be deferred.',
    },
  ]);
});

test('a label given twice, or by a variable, is refused', async () => {
  const twice = '{ firm(id: "1") { ... @defer(label: "a") { risk } ... @defer(label: "a") { name } } }';
  const variable = 'query ($l: String) { firm(id: "1") { ... @defer(label: $l) { risk } } }';

  for (const query of [twice, variable]) {
    expect((await served.ask(query)).errors).toMatchObject([
      { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
  }
});

test('a caller that reads one answer only is refused before a department is asked', async () => {
  const query = 'mutation ($wait: Boolean!) { open(id: "1") { id ... @defer(if: $wait) { risk } } }';
  const before = departments[0]!.requests.length;
  const whole = (wait: boolean) => served.engine.answer({ query, variables: { wait } });

  await expect(whole(true)).rejects.toMatchObject({ code: 'NOT_ACCEPTABLE' });
  expect((await served.ask(query, { wait: true })).errors).toMatchObject([
    { extensions: { code: 'NOT_ACCEPTABLE' } },
  ]);
  expect(departments[0]!.requests).toHaveLength(before);
  expect(await whole(false)).toMatchObject({ data: '{"open":{"id":"1","risk":1}}' });
});

test('the fetches of parts are given up when the caller goes away', async () => {
  gates.close('permits');
  const caller = new AbortController();
  const first = await answer('{ firm(id: "1") { id ... @defer { permits { number } } } }', {}, caller.signal);
  await gates.reached('permits');
  caller.abort();

  expect(await readAnswer(first)).toMatchObject({
    later: [[{ data: { permits: null }, errors: [{ extensions: { code: 'OPERATION_TIMEOUT' } }] }]],
  });
  expect(served.faults.at(-1)).toMatchObject({ reason: 'CANCELLED' });
});

test('who stops reading is not waited for, also after a mutation', async () => {
  gates.close('permits');
  const { later } = await answer('mutation { open(id: "1") { id ... @defer { permits { number } } } }');
  const parts = later![Symbol.asyncIterator]();
  const next = parts.next();
  await gates.reached('permits');
  await parts.return!();

  expect(await next).toBeDefined();
  expect(served.faults.at(-1)).toMatchObject({ reason: 'CANCELLED' });
});

test('introspection can be deferred as well, and the schema shows the directive', async () => {
  const { data, later } = await read(
    '{ __schema { directives { name } } ... @defer { __type(name: "Firm") { kind } } }',
  );

  expect(data).toMatchObject({ __schema: { directives: expect.arrayContaining([{ name: 'defer' }]) } });
  expect(later.flat()).toMatchObject([{ data: { __type: { kind: 'OBJECT' } }, path: [] }]);
});
