import { buildSchema, type ExecutionResult, execute, type GraphQLSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { createQueryExecutor } from '../src/execute/execute-query.ts';

const SDL = `
  type Query {
    text: String
    must: String!
    throws: String
    throwsMust: String!
    rejects: String
    later: String
    laterNull: String!
    item(id: ID = "default", tags: [String!], deep: Deep): Item
    laterItem: Item
    items: [Item!]
    holes: [Item]
    strict: Item
    anything: [Anything]
    nothing: [Anything]
    later_anything: Anything
    named: [Named!]!
    noList: [String]
    errorValue: String
    listOfErrors: [String]
    listOfMust: [String!]
    matrix: [[Int!]]
    colour: Colour
    badColour: Colour
    count: Int
    badCount: Int
    path: String
  }
  type Mutation { add(by: Int!): Int }
  input Deep { a: Int = 7 b: [String] }
  type Item implements Named { id: ID! name: String! parent: Item method(a: Int = 2): String broken: String! laterBroken: String! }
  type Other implements Named { name: String! other: Int }
  interface Named { name: String! }
  union Anything = Item | Other
  enum Colour { RED BLUE }
`;

class Item {
  id = '1';
  name = 'one';
  get parent() {
    return { id: '0', name: 'zero', parent: null };
  }
  method({ a }: { a: number }) {
    return `${this.name} ${a}`;
  }
  get broken(): string {
    throw new Error('broken getter');
  }
  laterBroken() {
    return Promise.reject(new Error('later broken'));
  }
}

function makeSchema(): GraphQLSchema {
  const schema = buildSchema(SDL);
  const one = () => new Item();
  let total = 0;
  const resolvers: Record<string, (...args: never[]) => unknown> = {
    text: () => 'text',
    must: () => null,
    throws() {
      throw new Error('thrown');
    },
    throwsMust() {
      throw new Error('thrown must');
    },
    rejects: () => Promise.reject(new Error('rejected')),
    later: async () => 'later',
    laterNull: async () => null,
    item: (_root: unknown, args: object) => ({ id: JSON.stringify(args), name: 'item', parent: one() }),
    laterItem: async () => one(),
    items: () => [one(), Promise.resolve(one())],
    holes: async () => [null, one(), Promise.reject(new Error('hole')), new Error('returned'), undefined],
    strict: () => ({ id: '1' }),
    anything: () => [
      { __typename: 'Item', id: 1, name: 'a' },
      { __typename: 'Other', other: 3, name: 'b' },
      Promise.resolve({ __typename: 'Other', name: null }),
    ],
    nothing: () => [{ __typename: 'Nothing' }, {}, { __typename: 'Item', id: 1 }],
    later_anything: async () => ({ __typename: 'Item', id: 'x', name: 'y', parent: null }),
    named: () => new Set([{ __typename: 'Item', name: 'set' }]),
    noList: () => 'a text is no list',
    errorValue: () => new Error('as a value'),
    listOfErrors: () => [new Error('first'), 'second'],
    listOfMust: () => ['a', null, 'c'],
    matrix: () => [[1, 2], null, [3, Promise.resolve(null)], [Promise.resolve(4)]],
    colour: () => 'RED',
    badColour: () => 'GREEN',
    count: () => 3,
    badCount: () => 'three',
    path: (_root: unknown, _args: unknown, _context: unknown, info: { path: unknown; fieldName: string }) =>
      JSON.stringify([info.path, info.fieldName]),
  } as never;
  for (const [name, resolve] of Object.entries(resolvers)) {
    schema.getQueryType()!.getFields()[name]!.resolve = resolve as never;
  }
  schema.getMutationType()!.getFields()['add']!.resolve = async (_root, { by }) => (total += by);
  return schema;
}

const schema = makeSchema();
const executeQuery = createQueryExecutor(schema);

const plain = (result: ExecutionResult) => JSON.parse(JSON.stringify(result));

/** Answers of the executor, the first time and again, beside those of graphql-js. */
async function both(query: string, variableValues: Record<string, unknown> = {}, operationName?: string) {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const args = { schema, document, variableValues, operationName };
  const theirs = plain(await execute(args));
  const ours = [plain(await executeQuery(args)), plain(await executeQuery(args))];
  return { theirs, ours };
}

/** Errors in the order of their places: fields run at once, so theirs is not promised. */
function sorted(result: ExecutionResult) {
  const byPath = [...(result.errors ?? [])].sort((a, b) =>
    String(a.path).localeCompare(String(b.path), 'en'),
  );
  return { ...result, errors: byPath };
}

test.each<[query: string, variables?: Record<string, unknown>, operationName?: string]>([
  ['{ text a: text __typename later count colour }'],
  ['{ throws rejects text later }'],
  ['{ text must }'],
  ['{ text throwsMust }'],
  ['{ text laterNull later }'],
  ['{ badColour badCount text }'],
  ['{ errorValue listOfErrors listOfMust matrix noList }'],
  ['{ items { id name parent { id parent { id } } method again: method(a: 5) } }'],
  ['{ holes { id name } }'],
  ['{ laterItem { id broken } text }'],
  ['{ items { name laterBroken } text }'],
  ['{ items { name broken } }'],
  ['{ strict { id name } text }'],
  ['{ anything { __typename ... on Item { id name } ... on Other { other name } } }'],
  ['{ later_anything { ... on Item { parent { id } ...Name } } } fragment Name on Named { name }'],
  ['{ named { __typename name } }'],
  ['{ item { id } b: item(id: "b", tags: "one", deep: {}) { id } c: item(id: null) { id } }'],
  ['query ($id: ID, $a: Int) { item(id: $id, deep: { a: $a, b: ["x"] }) { id } }', { id: 'v', a: 3 }],
  ['query ($id: ID) { item(id: $id) { id } }', {}],
  ['query ($id: ID) { item(id: $id) { id } }', { id: { no: 'id' } }],
  ['query ($a: Int! = 4) { item(deep: { a: $a }) { id } }', { a: null }],
  ['query ($tags: [String!]) { item(tags: $tags) { id } }', { tags: ['a', null] }],
  ['query ($x: Boolean!) { text @skip(if: $x) later @include(if: $x) }', { x: true }],
  ['query ($x: Boolean!) { text @skip(if: $x) later @include(if: $x) }', { x: false }],
  [
    'query ($x: Boolean = true) { ... @include(if: $x) { text } ...F @skip(if: $x) } fragment F on Query { later }',
  ],
  ['{ laterItem { parent { id } } laterItem { parent { name } name } }'],
  ['query A { text } query B { later }', {}, 'B'],
  ['query A { text } query B { later }', {}, 'C'],
  ['query A { text } query B { later }'],
  ['{ path a: path }'],
  [
    '{ __schema { queryType { name fields { name type { kind ofType { name } } } } } __type(name: "Item") { name } }',
  ],
  ['{ __proto__: text text }'],
  ['{ constructor: text toString: later }'],
])('%s is answered as graphql-js answers it', async (query, variables, operationName) => {
  const { theirs, ours } = await both(query, variables, operationName);
  for (const answer of ours) {
    expect(sorted(answer)).toEqual(sorted(theirs));
    expect(JSON.stringify(answer.data)).toBe(JSON.stringify(theirs.data)); // the order of the keys too
  }
});

test('a value of a type that the union does not have is null with an error, the others stay', async () => {
  const { theirs, ours } = await both('{ nothing { ... on Item { id } } }');
  expect(ours[0].data).toEqual(theirs.data);
  expect(ours[0].errors.map(({ path }: { path: unknown }) => path)).toEqual([
    ['nothing', 0],
    ['nothing', 1],
  ]);
});

test('fields of a mutation run one after the other', async () => {
  const answer = await executeQuery({
    schema,
    document: parse('mutation { a: add(by: 1) b: add(by: 10) c: add(by: 100) }'),
  });
  expect(plain(answer)).toEqual({ data: { a: 1, b: 11, c: 111 } });
});

test('one document with other variables answers each by its own', async () => {
  const document = parse('query ($id: ID, $x: Boolean!) { item(id: $id) { id name @skip(if: $x) } }');
  const ask = async (variableValues: object) =>
    plain(await executeQuery({ schema, document, variableValues: { ...variableValues } }));
  const many = await Promise.all(
    Array.from({ length: 20 }, (_, i) => ask({ id: String(i), x: i % 2 === 0 })),
  );
  expect(many.map(({ data }) => data.item.id)).toEqual(
    Array.from({ length: 20 }, (_, i) => JSON.stringify({ id: String(i) })),
  );
  expect(many.map(({ data }) => 'name' in data.item)).toEqual(
    Array.from({ length: 20 }, (_, i) => i % 2 === 1),
  );
});

test('fragments that spread each other many times cost no more than what they select', async () => {
  const fragments = Array.from(
    { length: 30 },
    (_, i) => `fragment F${i} on Item { a: parent { ...F${i + 1} } b: parent { ...F${i + 1} } }`,
  );
  const query = `{ laterItem { ...F0 } } ${fragments.join(' ')} fragment F30 on Item { id }`;
  expect(plain(await executeQuery({ schema, document: parse(query) })).data.laterItem).toEqual({
    a: { a: null, b: null },
    b: { a: null, b: null },
  });
});
