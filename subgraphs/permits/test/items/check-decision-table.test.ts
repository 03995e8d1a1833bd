import { expect, test } from 'vitest';
import { checkDecisionTable } from '../../src/items/rules/check-decision-table.ts';
import { RESTAURANT_FORM } from '@yiwang/subgraph-kit/testing';
import { RESTAURANT_GUIDE, RESTAURANT_RULES } from './guides.ts';

const check = (table: unknown) => checkDecisionTable(table, RESTAURANT_FORM, RESTAURANT_GUIDE);
const found = (table: unknown) => check(table).problems.map(({ path, code }) => [path.join('/'), code]);

const ROW = RESTAURANT_RULES.rows[1]!;
const rows = (...some: unknown[]) => ({ rows: some });
const when = (conditions: unknown) => rows({ ...ROW, when: conditions }, ROW);

test('rules whose columns, values, materials and steps exist are sound', () => {
  expect(check(RESTAURANT_RULES)).toEqual({ problems: [], warnings: [] });
});

test.each<[what: string, table: unknown, problems: [path: string, code: string][]]>([
  ['nothing', undefined, [['rows', 'MALFORMED_RULES']]],
  ['a list', [], [['rows', 'MALFORMED_RULES']]],
  ['no rows', rows(), [['rows', 'MALFORMED_RULES']]],
  ['101 rows', rows(...Array(101).fill(ROW)), [['rows', 'MALFORMED_RULES']]],
  ['more text than rules have', rows({ ...ROW, title: '长'.repeat(70_000) }), [['', 'RULES_TOO_LARGE']]],
  [
    'more levels than rules have',
    rows({ ...ROW, when: { kind: { a: { b: { c: { d: { e: 1 } } } } } } }),
    [['', 'RULES_TOO_LARGE']],
  ],
  ['another member', { ...RESTAURANT_RULES, hitPolicy: 'COLLECT' }, [['', 'MALFORMED_RULES']]],
  ['a row that is a text', rows('row'), [['rows/0', 'MALFORMED_RULES']]],
  ['a row without conditions', rows({ ...ROW, when: undefined }), [['rows/0', 'MALFORMED_RULES']]],
  ['conditions that are a list', rows({ ...ROW, when: [] }), [['rows/0', 'MALFORMED_RULES']]],
  ['another member of a row', rows({ ...ROW, then: 1 }), [['rows/0/then', 'MALFORMED_RULES']]],
  [
    'a row without a title in English',
    rows({ ...ROW, 'x-title-en': '' }),
    [['rows/0/x-title-en', 'MISSING_TITLE']],
  ],
  [
    'a column that the form does not have',
    when({ colour: { const: 'RED' } }),
    [['rows/0/when/colour', 'UNKNOWN_COLUMN']],
  ],
  [
    'a column of the prototype',
    when({ constructor: { const: 'RED' } }),
    [['rows/0/when/constructor', 'UNKNOWN_COLUMN']],
  ],
  [
    'a column that is an object',
    when({ premises: { const: 1 } }),
    [['rows/0/when/premises', 'UNKNOWN_COLUMN']],
  ],
  ['a column that is a list', when({ staff: { const: 1 } }), [['rows/0/when/staff', 'UNKNOWN_COLUMN']]],
  [
    'a column beneath a text',
    when({ 'kind.length': { const: 1 } }),
    [['rows/0/when/kind.length', 'UNKNOWN_COLUMN']],
  ],
  ['a cell that is a value', when({ kind: 'CANTEEN' }), [['rows/0/when/kind', 'WRONG_CELL']]],
  ['an empty cell', when({ kind: {} }), [['rows/0/when/kind', 'WRONG_CELL']]],
  ['a pattern in a cell', when({ contact: { pattern: '(a+)+$' } }), [['rows/0/when/contact', 'WRONG_CELL']]],
  ['a range of a text', when({ kind: { minimum: 1 } }), [['rows/0/when/kind', 'WRONG_CELL']]],
  ['a value that is no option', when({ kind: { const: 'BAR' } }), [['rows/0/when/kind', 'WRONG_CELL']]],
  [
    'one of several values that is no option',
    when({ kind: { enum: ['CANTEEN', 'BAR'] } }),
    [['rows/0/when/kind', 'WRONG_CELL']],
  ],
  ['no values', when({ kind: { enum: [] } }), [['rows/0/when/kind/enum', 'WRONG_CELL']]],
  [
    'a value twice',
    when({ kind: { enum: ['CANTEEN', 'CANTEEN'] } }),
    [['rows/0/when/kind/enum', 'WRONG_CELL']],
  ],
  [
    'a value and a range',
    when({ 'premises.areaM2': { const: 1, minimum: 1 } }),
    [['rows/0/when/premises.areaM2', 'WRONG_CELL']],
  ],
  [
    'a number as a text',
    when({ 'premises.areaM2': { const: '500' } }),
    [['rows/0/when/premises.areaM2', 'WRONG_CELL']],
  ],
  [
    'a bound as a text',
    when({ 'premises.areaM2': { minimum: '500' } }),
    [['rows/0/when/premises.areaM2/minimum', 'WRONG_CELL']],
  ],
  [
    'a range without a number',
    when({ 'premises.areaM2': { minimum: 5, exclusiveMaximum: 5 } }),
    [['rows/0/when/premises.areaM2', 'WRONG_CELL']],
  ],
  ['a flag as a text', when({ hasKitchen: { const: 'true' } }), [['rows/0/when/hasKitchen', 'WRONG_CELL']]],
  [
    'a day that does not exist',
    when({ opensOn: { const: '2026-02-30' } }),
    [['rows/0/when/opensOn', 'WRONG_CELL']],
  ],
  [
    'a material that the guide does not have',
    rows({ ...ROW, materials: ['PHOTO'] }),
    [['rows/0/materials', 'UNKNOWN_MATERIAL']],
  ],
  [
    'a material that the graph holds',
    rows({ ...ROW, materials: ['LICENCE'] }),
    [['rows/0/materials', 'HELD_MATERIAL']],
  ],
  [
    'a material twice',
    rows({ ...ROW, materials: ['PLAN', 'PLAN'] }),
    [['rows/0/materials', 'MALFORMED_RULES']],
  ],
  ['no list of materials', rows({ ...ROW, materials: 'PLAN' }), [['rows/0/materials', 'MALFORMED_RULES']]],
  [
    'a step that the guide does not have',
    rows({ ...ROW, steps: ['DANCE'] }),
    [['rows/0/steps', 'UNKNOWN_STEP']],
  ],
  ['no list of steps', rows({ ...ROW, steps: null }), [['rows/0/steps', 'MALFORMED_RULES']]],
  [
    'a row behind one for all answers',
    rows(ROW, ...RESTAURANT_RULES.rows),
    [
      ['rows/1', 'UNREACHABLE_ROW'],
      ['rows/2', 'UNREACHABLE_ROW'],
    ],
  ],
  [
    'a row with the conditions of another, in another order',
    rows(
      { ...ROW, when: { kind: { const: 'CANTEEN' }, hasKitchen: { const: true } } },
      { ...ROW, when: { hasKitchen: { const: true }, kind: { const: 'CANTEEN' } } },
      ROW,
    ),
    [['rows/1', 'UNREACHABLE_ROW']],
  ],
])('%s', (_what, table, problems) => {
  expect(found(table)).toEqual(problems);
});

test('rules without a last row for all answers, and what no row needs, are warned of and may be published', () => {
  const { problems, warnings } = check(
    rows({ ...ROW, when: { kind: { const: 'CANTEEN' } }, steps: [], materials: ['PROCESS'] }),
  );
  expect(problems).toEqual([]);
  expect(warnings.map(({ code, message }) => [code, message.match(/[A-Z]{4,}/)?.[0]])).toEqual([
    ['NOT_COMPLETE', 'RULE'],
    ['UNUSED_MATERIAL', 'PLAN'],
    ['UNUSED_STEP', 'INSPECTION'],
    ['UNUSED_STEP', 'DECISION'],
  ]);
});
