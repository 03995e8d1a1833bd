import { buildSchema, getOperationAST, parse } from 'graphql';
import { expect, test } from 'vitest';
import { buildShape } from '../../src/response-shape/build-shape.ts';
import { compileWriter } from '../../src/response/compile-writer.ts';
import { writeBody } from '../../src/response/write-json.ts';

const SCHEMA = buildSchema(`
  scalar Any
  type Row { text: String count: Int! share: Float any: Any rows: [Row] strict: [Row!] }
  type Query { row: Row rows: [Row] }
`);

function write(query: string, data: Record<string, unknown>) {
  const document = parse(query);
  const shape = buildShape(
    SCHEMA,
    getOperationAST(document)!,
    {},
    (field) => (field.alias ?? field.name).value,
  );
  return writeBody(compileWriter(shape), data, {}, { broken: false, ready: new Map() }).toString();
}

const texts = [
  '',
  'plain',
  '大余县京桥混凝土有限公司',
  'Zoë, 4 €',
  'say "no"',
  'C:\\temp',
  'two\nlines\tand a bell\u0007',
  'an ideograph beyond the plane: 𠮷',
  'a lone surrogate: \ud834!',
  `${'江苏'.repeat(5_000)}"`,
  'x'.repeat(200_000),
];

test.each(texts)('a text is written as JSON.stringify does: %#', (text) => {
  const rows = [text, `${text}${text}`, text].map((one) => ({ text: one, any: { [one.slice(0, 5)]: one } }));
  expect(write('{ rows { text any } }', { rows })).toBe(JSON.stringify({ data: { rows } }));
});

test('numbers are written as JSON.stringify does', () => {
  const whole = [0, -0, 7, 10, 99, 100, 999_999_999, 1_000_000_000, 2_147_483_647, -1, -2_147_483_648];
  const fractions = [0.1, -2.5, 1e21, 1e-7, 123_456_789_012, ...whole];
  const rows = fractions.map((share, i) => ({ share, count: whole[i % whole.length] }));
  expect(write('{ rows { share count } }', { rows })).toBe(JSON.stringify({ data: { rows } }));
});

test('what is taken back leaves nothing behind, wherever a null goes up to', () => {
  const good = { text: 'good', count: 1 };
  const bad = { text: 'bad', count: null };
  const row = { rows: [good, bad, good, null], strict: [good, bad] };
  expect(write('{ row { rows { text count } strict { text count } } }', { row })).toBe(
    JSON.stringify({ data: { row: { rows: [good, null, good, null], strict: null } } }),
  );
});

test('empty lists and objects of which nothing is written', () => {
  expect(write('{ rows { text @skip(if: true) ... @skip(if: true) { count } } }', { rows: [] })).toBe(
    '{"data":{"rows":[]}}',
  );
  expect(write('query { rows { text @include(if: $x) } }', { rows: [{}, {}] })).toBe(
    '{"data":{"rows":[{},{}]}}',
  );
});

test('more members than there is room for at once, under long names', () => {
  const names = Array.from({ length: 400 }, (_, i) => `a${'b'.repeat(i)}`);
  const fields = names.map((name, i) => (i % 2 ? `${name}: __typename` : `${name}: text`)).join(' ');
  const row = Object.fromEntries(names.map((name, i) => [name, i % 2 ? 'Row' : null]));
  const rows = Array.from({ length: 20 }, () => row);
  expect(write(`{ rows { ${fields} } }`, { rows })).toBe(JSON.stringify({ data: { rows } }));
});

test('many empty lists', () => {
  const rows = Array.from({ length: 100_000 }, () => ({ rows: [] }));
  expect(write('{ rows { rows { text } } }', { rows })).toBe(JSON.stringify({ data: { rows } }));
});
