import { buildSchema, getOperationAST, parse } from 'graphql';
import { expect, test } from 'vitest';
import { compileScanner } from '../../src/response/compile-scanner.ts';
import { buildShape } from '../../src/response-shape/build-shape.ts';
import { compileWriter } from '../../src/response/compile-writer.ts';
import { writeBody } from '../../src/response/write-json.ts';
import { type CompiledGraph, startCompiledGraph } from '../support/ask-compiled.ts';

const SCHEMA = buildSchema(`
  scalar Decimal
  enum Status { ACTIVE REVOKED }
  interface Place { code: ID! }
  type Region implements Place { code: ID! name: String }
  type Row { id: ID! name: String status: Status count: Int! share: Float paid: Decimal isOpen: Boolean tags: [String!] grid: [[Int]] region: Region place: Place }
  type Query { rows: [Row!] row: Row }
`);

function prepare(query: string) {
  const document = parse(query);
  const shape = buildShape(
    SCHEMA,
    getOperationAST(document)!,
    {},
    (field) => (field.alias ?? field.name).value,
  );
  const scan = compileScanner(shape);
  const write = compileWriter(shape);
  return { scan: scan && ((text: string) => scan(Buffer.from(text))), write };
}

const ROW = '{ row { __typename id name status count share paid isOpen tags grid region { code } } }';
const answer = (changes: Record<string, unknown> = {}) => ({
  data: {
    row: {
      __typename: 'Row',
      id: 'E1',
      name: '大余县京桥混凝土有限公司',
      status: 'ACTIVE',
      count: -12,
      share: 0.25,
      paid: '2335100.00',
      isOpen: false,
      tags: ['a', 'b'],
      grid: [[1, null], null, []],
      region: { code: '36' },
      ...changes,
    },
  },
});

test.each<[string, Record<string, unknown>]>([
  ['values of all types', {}],
  [
    'nulls',
    { name: null, status: null, share: null, paid: null, isOpen: null, tags: null, grid: null, region: null },
  ],
  ['whole numbers as fractions', { share: 3, paid: 12.5, count: 0 }],
  ['an empty text', { name: '' }],
])('an answer with %s that we would write in the same way is passed', (_what, changes) => {
  const { scan, write } = prepare(ROW);
  const given = answer(changes);
  expect(scan!(JSON.stringify(given))).toBe(true);
  const notes = { broken: false, ready: new Map<string, string>() };
  expect(writeBody(write, given.data, {}, notes).toString()).toBe(JSON.stringify(given));
});

test.each<[string, string]>([
  ['a null where none is allowed', JSON.stringify(answer({ count: null }))],
  ['a wrong type', JSON.stringify(answer({ count: '1' }))],
  ['a number too large for an Int', JSON.stringify(answer({ count: 2_147_483_648 }))],
  ['a fraction for an Int', JSON.stringify(answer({ count: 1.5 }))],
  ['a number for an ID', JSON.stringify(answer({ id: 1 }))],
  ['an unknown value of an enum', JSON.stringify(answer({ status: 'GONE' }))],
  ['another type', JSON.stringify(answer({ __typename: 'Raw' }))],
  ['a text for a list', JSON.stringify(answer({ tags: 'a' }))],
  ['a null in a list that allows none', JSON.stringify(answer({ tags: [null] }))],
  ['an object for a scalar', JSON.stringify(answer({ name: {} }))],
  ['an exponent', JSON.stringify(answer()).replace('0.25', '2.5e-1')],
  ['zeros that we do not write', JSON.stringify(answer()).replace('0.25', '0.250')],
  ['a tiny fraction that we write with an exponent', JSON.stringify(answer()).replace('0.25', '0.0000001')],
  ['more digits than a double holds', JSON.stringify(answer()).replace('0.25', '0.2500000000000000001')],
  ['a leading zero', JSON.stringify(answer()).replace('-12', '-012')],
  ['minus zero', JSON.stringify(answer({ count: 0 })).replace('"count":0', '"count":-0')],
  ['an escape', JSON.stringify(answer({ name: 'a"b' }))],
  ['a control character', JSON.stringify(answer()).replace('E1', 'E\u0001')],
  ['a field more', JSON.stringify(answer({ secret: 1 }))],
  [
    'fields in another order',
    JSON.stringify(answer())
      .replace('"id":"E1",', '')
      .replace('"name"', '"id":"E1","name"')
      .replace('"__typename":"Row",', ''),
  ],
  ['spaces', JSON.stringify(answer(), null, 1)],
  ['errors beside the data', JSON.stringify({ ...answer(), errors: [] })],
  ['errors before the data', JSON.stringify({ errors: [], ...answer() })],
  ['something behind it', `${JSON.stringify(answer())} `],
])('an answer with %s is read', (_what, text) => {
  expect(prepare(ROW).scan!(text)).toBe(false);
});

test('an answer that is cut anywhere is read', () => {
  const { scan } = prepare(ROW);
  const bytes = JSON.stringify(answer());
  for (let length = 0; length < bytes.length; length++) expect(scan!(bytes.slice(0, length))).toBe(false);
});

test.each([
  ['types that objects tell', '{ row { place { code } } }'],
  ['conditions', 'query ($yes: Boolean!) { row { id @include(if: $yes) } }'],
])('a form with %s is never passed', (_what, query) => {
  expect(prepare(query).scan).toBeNull();
});

test('what one department answers alone reaches the client, passed or read', async () => {
  const rows = [
    { id: 'E1', name: '京桥' },
    { id: 'E2', name: 'with "quotes"' },
  ];
  await using graph: CompiledGraph = await startCompiledGraph({
    enterprises: {
      types: 'type Query { rows(first: Int): [Row!] fail: String } type Row { id: ID! name: String }',
      resolvers: {
        Query: {
          rows: (_: unknown, { first }: { first: number }) => rows.slice(0, first),
          fail: () => {
            throw new Error('Not today.');
          },
        },
      },
    },
  });
  for (const first of [1, 2]) {
    expect(await graph.ask(`{ rows(first: ${first}) { name id } }`)).toEqual({
      data: { rows: rows.slice(0, first).map(({ name, id }) => ({ name, id })) },
    });
  }
  const query = '{ rows(first: 1) { name id } }';
  const passed = await graph.engine.answer({ query });
  expect(passed!.body!.toString()).toBe('{"data":{"rows":[{"name":"京桥","id":"E1"}]}}');
  const read = await graph.engine.answer({ query: query.replace('1', '2') });
  expect(read!.body!.toString()).toBe(
    JSON.stringify({ data: { rows: rows.map(({ name, id }) => ({ name, id })) } }),
  );

  expect(await graph.ask('{ rows(first: 1) { id } fail }')).toMatchObject({
    data: { rows: [{ id: 'E1' }], fail: null },
    errors: [{ message: 'Not today.', path: ['fail'] }],
  });
});
