import {
  compileField,
  fieldAt,
  type FormField,
  type FormSchema,
  isBounded,
  isObject,
  isTitle,
  type Problem,
  type ValidateFunction,
} from '@yiwang/subgraph-kit/forms';
import type { Guide } from '../guides/guide.ts';

export type RulesProblemCode =
  | 'RULES_TOO_LARGE'
  | 'MALFORMED_RULES'
  | 'MISSING_TITLE'
  | 'UNKNOWN_COLUMN'
  | 'WRONG_CELL'
  | 'UNKNOWN_MATERIAL'
  | 'HELD_MATERIAL'
  | 'UNKNOWN_STEP'
  | 'UNREACHABLE_ROW';

export type RulesWarningCode = 'NOT_COMPLETE' | 'UNUSED_MATERIAL' | 'UNUSED_STEP';

/** What is wrong with a table, and what is suspicious about it. */
export interface CheckedRules {
  problems: Problem<RulesProblemCode>[];
  warnings: Problem<RulesWarningCode>[];
}

type Report = (path: string[], code: RulesProblemCode, message: string) => void;

const MAX_RULES_CHARACTERS = 65_536;
const MAX_RULES_LEVELS = 8;
const MAX_ROWS = 100;
const MAX_COLUMNS = 20;
const MAX_VALUES = 200;
const MAX_PROBLEMS = 50;

const ROW_MEMBERS = ['when', 'materials', 'steps', 'title', 'x-title-en'];
const RANGE = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'];

/**
 * Checks a decision table against the form whose answers it reads, and the guide whose materials and steps it names.
 *
 * @param form one that `checkFormSchema` finds sound
 * @returns no problems for a table that may be published; warnings do not stop it
 */
export function checkDecisionTable(table: unknown, form: FormSchema, guide: Guide): CheckedRules {
  const problems: CheckedRules['problems'] = [];
  const report: Report = (path, code, message) => {
    if (problems.length < MAX_PROBLEMS) problems.push({ path, code, message });
  };
  const rows = rowsOf(table, report);
  const columns = readColumns(form);
  for (const [i, row] of rows.entries()) checkRow(row, ['rows', String(i)], columns, guide, report);
  checkOrder(rows, report);
  return { problems, warnings: problems.length === 0 ? warningsOf(rows, guide) : [] };
}

/** A field of the form that conditions may be on. */
interface Column {
  field: FormField;
  isValue: ValidateFunction;
}

/** Finds columns by their paths. The validator of each is compiled once, however many cells it has. */
function readColumns(form: FormSchema): (column: string) => Column | null {
  const columns = new Map<string, Column>();
  return (column) => {
    const before = columns.get(column);
    if (before) return before;
    const field = fieldAt(form, column);
    if (field === null || field.type === 'object' || field.type === 'array') return null;
    const found = { field, isValue: compileField(field) };
    columns.set(column, found);
    return found;
  };
}

function rowsOf(table: unknown, report: Report): Record<string, unknown>[] {
  if (!isBounded(table, MAX_RULES_CHARACTERS, MAX_RULES_LEVELS)) {
    report(
      [],
      'RULES_TOO_LARGE',
      `Rules may have at most ${MAX_RULES_CHARACTERS} characters of JSON and ${MAX_RULES_LEVELS} levels.`,
    );
    return [];
  }
  const rows = isObject(table) ? table['rows'] : undefined;
  if (!Array.isArray(rows) || rows.length === 0 || rows.length > MAX_ROWS) {
    report(['rows'], 'MALFORMED_RULES', `Rules are an object with rows: a list of 1 to ${MAX_ROWS} rows.`);
    return [];
  }
  if (Object.keys(table as object).length > 1)
    report([], 'MALFORMED_RULES', 'Rules have the member rows and no other.');
  for (const [i, row] of (rows as unknown[]).entries()) {
    if (isObject(row) && isObject(row['when'])) continue;
    report(
      ['rows', String(i)],
      'MALFORMED_RULES',
      `A row is an object with ${ROW_MEMBERS.join(', ')}; when is an object.`,
    );
    return [];
  }
  return rows as Record<string, unknown>[];
}

function checkRow(
  row: Record<string, unknown>,
  path: string[],
  columnAt: (column: string) => Column | null,
  guide: Guide,
  report: Report,
): void {
  for (const member of Object.keys(row)) {
    if (!ROW_MEMBERS.includes(member)) {
      report([...path, member], 'MALFORMED_RULES', `A row has ${ROW_MEMBERS.join(', ')} and nothing else.`);
    }
  }
  for (const member of ['title', 'x-title-en']) {
    if (!isTitle(row[member]))
      report([...path, member], 'MISSING_TITLE', `Set ${member}: say in it what the row is for.`);
  }
  const when = row['when'] as Record<string, unknown>;
  if (Object.keys(when).length > MAX_COLUMNS) {
    report(
      [...path, 'when'],
      'RULES_TOO_LARGE',
      `A row may have conditions on at most ${MAX_COLUMNS} columns.`,
    );
  }
  for (const [column, cell] of Object.entries(when)) {
    const at = [...path, 'when', column];
    const found = columnAt(column);
    if (found === null) {
      report(
        at,
        'UNKNOWN_COLUMN',
        `${column} is no text, number or flag of the form. Name a field by its path, such as premises.areaM2.`,
      );
    } else {
      checkCell(cell, found, at, report);
    }
  }
  checkMaterials(row['materials'], [...path, 'materials'], guide, report);
  checkSteps(row['steps'], [...path, 'steps'], guide, report);
}

function checkCell(cell: unknown, { field, isValue }: Column, path: string[], report: Report): void {
  const allowed =
    field.type === 'number' || field.type === 'integer' ? ['const', 'enum', ...RANGE] : ['const', 'enum'];
  const keywords = isObject(cell) ? Object.keys(cell) : [];
  if (!isObject(cell) || keywords.length === 0 || !keywords.every((keyword) => allowed.includes(keyword))) {
    return report(
      path,
      'WRONG_CELL',
      `A condition on a ${field.type} is an object with ${allowed.join(', ')}.`,
    );
  }
  const { const: only, enum: some } = cell;
  if (keywords.length > 1 && (only !== undefined || some !== undefined)) {
    return report(path, 'WRONG_CELL', 'const and enum stand alone.');
  }
  if (
    some !== undefined &&
    !(
      Array.isArray(some) &&
      some.length > 0 &&
      some.length <= MAX_VALUES &&
      new Set(some).size === some.length
    )
  ) {
    return report([...path, 'enum'], 'WRONG_CELL', `enum lists 1 to ${MAX_VALUES} distinct values.`);
  }
  const values = some === undefined ? (only === undefined ? [] : [only]) : (some as unknown[]);
  for (const value of values) {
    if (!isValue(value)) {
      report(
        path,
        'WRONG_CELL',
        `${JSON.stringify(value)} can be no answer in this field, which is a ${field.type}.`,
      );
    }
  }
  checkRange(cell, path, report);
}

/** Reports bounds that are no numbers, and a range that holds no number. */
function checkRange(cell: Record<string, unknown>, path: string[], report: Report): void {
  const bounds = RANGE.filter((keyword) => cell[keyword] !== undefined);
  for (const keyword of bounds) {
    if (typeof cell[keyword] !== 'number')
      return report([...path, keyword], 'WRONG_CELL', `${keyword} is a number.`);
  }
  const lowest = Math.max(
    ...['minimum', 'exclusiveMinimum'].map((keyword) => (cell[keyword] as number | undefined) ?? -Infinity),
  );
  const highest = Math.min(
    ...['maximum', 'exclusiveMaximum'].map((keyword) => (cell[keyword] as number | undefined) ?? Infinity),
  );
  const isOpen = cell['exclusiveMinimum'] === lowest || cell['exclusiveMaximum'] === highest;
  if (lowest > highest || (lowest === highest && isOpen))
    report(path, 'WRONG_CELL', 'No number lies in this range.');
}

function checkMaterials(codes: unknown, path: string[], { materials }: Guide, report: Report): void {
  if (!isList(codes))
    return report(path, 'MALFORMED_RULES', 'materials lists codes of materials, each once; it may be empty.');
  for (const code of codes) {
    const material = materials.find((known) => known.code === code);
    if (!material) report(path, 'UNKNOWN_MATERIAL', `${String(code)} is no material of the guide.`);
    else if (material.heldBy) {
      report(
        path,
        'HELD_MATERIAL',
        `${String(code)} is never needed: ${material.heldBy.department} holds it. Take it out of the row, or out of heldBy.`,
      );
    }
  }
}

function checkSteps(codes: unknown, path: string[], { steps }: Guide, report: Report): void {
  if (!isList(codes))
    return report(path, 'MALFORMED_RULES', 'steps lists codes of steps, each once; it may be empty.');
  for (const code of codes) {
    if (!steps.some((known) => known.code === code))
      report(path, 'UNKNOWN_STEP', `${String(code)} is no step of the guide.`);
  }
}

function isList(codes: unknown): codes is unknown[] {
  return Array.isArray(codes) && codes.length <= MAX_VALUES && new Set(codes).size === codes.length;
}

/** Reports rows that can never decide: behind one for all answers, or with the conditions of an earlier one. */
function checkOrder(rows: Record<string, unknown>[], report: Report): void {
  const seen = new Map<string, number>();
  for (const [i, { when }] of rows.entries()) {
    const conditions = JSON.stringify(Object.entries(when as object).sort(([a], [b]) => (a < b ? -1 : 1)));
    const earlier = seen.get('[]') ?? seen.get(conditions);
    if (earlier === undefined) seen.set(conditions, i);
    else
      report(
        ['rows', String(i)],
        'UNREACHABLE_ROW',
        `This row never decides: row ${earlier} does, for all answers that it is for.`,
      );
  }
}

function warningsOf(rows: Record<string, unknown>[], { materials, steps }: Guide): CheckedRules['warnings'] {
  const warnings: CheckedRules['warnings'] = [];
  const isUsed = (member: 'materials' | 'steps', code: string) =>
    rows.some((row) => (row[member] as string[]).includes(code));
  if (Object.keys(rows.at(-1)!['when'] as object).length > 0) {
    warnings.push({
      path: ['rows'],
      code: 'NOT_COMPLETE',
      message:
        'The last row has conditions: where no row answers, people are told NO_RULE_APPLIES. Add a last row with an empty when.',
    });
  }
  for (const { code } of materials.filter(
    (material) => !material.heldBy && !isUsed('materials', material.code),
  )) {
    warnings.push({ path: ['rows'], code: 'UNUSED_MATERIAL', message: `No row needs the material ${code}.` });
  }
  for (const { code } of steps.filter((step) => !isUsed('steps', step.code))) {
    warnings.push({ path: ['rows'], code: 'UNUSED_STEP', message: `No row has the step ${code}.` });
  }
  return warnings;
}
