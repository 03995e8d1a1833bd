import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkForm } from '@yiwang/subgraph-kit/forms';
import { checkDecisionTable } from '../../src/items/rules/check-decision-table.ts';
import { type Cell, type DecisionTable, decide } from '../../src/items/rules/decision-table.ts';
import { materialsOf, requirementsOf } from '../../src/items/rules/requirements.ts';
import { ANSWERS, RESTAURANT_FORM } from '@yiwang/subgraph-kit/testing';
import { RESTAURANT_GUIDE, RESTAURANT_RULES } from './guides.ts';

const needs = (answers: unknown) => {
  const found = requirementsOf(RESTAURANT_GUIDE, RESTAURANT_RULES, answers);
  return (
    found && {
      row: found.row,
      materials: found.materials.map(({ code }) => code),
      steps: found.steps.map(({ code }) => code),
    }
  );
};

test('the first row whose conditions all hold says which materials and steps are needed; what the graph holds is listed beside them', () => {
  expect(needs({ ...ANSWERS, premises: { areaM2: 500 } })).toEqual({
    row: 0,
    materials: ['PLAN', 'PROCESS', 'LICENCE'],
    steps: ['INSPECTION', 'DECISION'],
  });
  expect(needs({ ...ANSWERS, premises: { areaM2: 499.9 } })).toEqual({
    row: 1,
    materials: ['PLAN', 'LICENCE'],
    steps: ['DECISION'],
  });
});

test('an answer that is missing meets no condition', () => {
  expect(needs({})?.row).toBe(1);
  expect(needs({ kind: 'RESTAURANT' })?.row).toBe(1);
  expect(needs({ kind: 'RESTAURANT', premises: {} })?.row).toBe(1);
});

test('where no row answers there is no requirement', () => {
  const rules = { rows: RESTAURANT_RULES.rows.slice(0, 1) };
  expect(requirementsOf(RESTAURANT_GUIDE, rules, ANSWERS)).toBeNull();
});

test('a guide says of each material whether it is needed, for which answers, or who holds it', () => {
  expect(materialsOf(RESTAURANT_GUIDE, RESTAURANT_RULES)).toMatchObject([
    { code: 'PLAN', need: 'ALWAYS', neededWhen: null, heldBy: null },
    {
      code: 'PROCESS',
      need: 'DEPENDS',
      neededWhen: [{ kind: { const: 'RESTAURANT' }, 'premises.areaM2': { minimum: 500 } }],
    },
    { code: 'LICENCE', need: 'NEVER', neededWhen: null, heldBy: { department: 'enterprises' } },
  ]);
});

const area = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.double({ min: 0.5, max: 9, noNaN: true }));
const cells: Record<string, fc.Arbitrary<Cell>> = {
  kind: fc.oneof(
    fc.constantFrom('CANTEEN', 'RESTAURANT').map((value) => ({ const: value })),
    fc.constant<Cell>({ enum: ['CANTEEN', 'RESTAURANT'] }),
  ),
  'premises.areaM2': fc.oneof(
    area.map((value) => ({ const: value })),
    area.map((value) => ({ minimum: value })),
    area.map((value) => ({ exclusiveMaximum: value })),
    area.map((value) => ({ exclusiveMinimum: value, maximum: value + 3 })),
  ),
  hasKitchen: fc.boolean().map((value) => ({ const: value })),
};
const tables: fc.Arbitrary<DecisionTable> = fc
  .array(fc.record(cells, { requiredKeys: [] }), { minLength: 1, maxLength: 8 })
  .map((conditions) => ({
    rows: conditions.map((when) => ({
      title: '行',
      'x-title-en': 'Row',
      when: when as Record<string, Cell>,
      materials: [],
      steps: [],
    })),
  }));
const someAnswers = fc.record(
  {
    kind: fc.constantFrom('CANTEEN', 'RESTAURANT'),
    premises: fc.record({ areaM2: area }, { requiredKeys: [] }),
    hasKitchen: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** The same by hand, without a library. */
function holds(cell: Cell, value: unknown): boolean {
  if (value === undefined) return false;
  if (cell.const !== undefined) return value === cell.const;
  if (cell.enum) return cell.enum.includes(value as string);
  const number = value as number;
  return (
    number >= (cell.minimum ?? -Infinity) &&
    number <= (cell.maximum ?? Infinity) &&
    number > (cell.exclusiveMinimum ?? -Infinity) &&
    number < (cell.exclusiveMaximum ?? Infinity)
  );
}

test('whatever the table and the answers, the row that decides is the first whose cells all hold', () => {
  fc.assert(
    fc.property(tables, someAnswers, (table, answers) => {
      const flat: Record<string, unknown> = { ...answers, 'premises.areaM2': answers.premises?.areaM2 };
      const row = table.rows.findIndex(({ when }) =>
        Object.entries(when).every(([column, cell]) => holds(cell, flat[column])),
      );
      expect(checkForm(RESTAURANT_FORM, answers, { isPartial: true })).toEqual([]);
      expect(decide(table, answers)).toBe(row === -1 ? null : row);
    }),
    { numRuns: 300 },
  );
});

test('what is wrong with a table of these cells is at most that a row never decides', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const codes = checkDecisionTable(table, RESTAURANT_FORM, RESTAURANT_GUIDE).problems.map(
        ({ code }) => code,
      );
      expect(codes.filter((code) => code !== 'UNREACHABLE_ROW')).toEqual([]);
    }),
  );
});

test('the largest table is compiled in a moment, and then decides in no time', () => {
  const when = {
    kind: { const: 'RESTAURANT' },
    hasKitchen: { const: true },
    contact: { enum: Array.from({ length: 20 }, (_, i) => `p${i}`) },
  };
  const table: DecisionTable = {
    rows: Array.from({ length: 100 }, (_, i) => ({
      title: '行',
      'x-title-en': 'Row',
      when: { ...when, 'premises.areaM2': { minimum: 1 + i } },
      materials: [],
      steps: [],
    })),
  };
  const started = performance.now();
  expect(decide(table, ANSWERS)).toBeNull();
  const compiled = performance.now();
  for (let i = 0; i < 100; i++) decide(table, ANSWERS);
  expect(compiled - started).toBeLessThan(2_000);
  expect(performance.now() - compiled).toBeLessThan(5000);
});
