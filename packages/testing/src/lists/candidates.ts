import { isEnumType, isInputObjectType } from 'graphql';
import type { Column } from './columns.ts';
import type { ListInput } from './read-lists.ts';

/** Words at the end of an input's name that say how it compares, not what. */
const COMPARISONS = new Set(['from', 'to', 'until', 'before', 'after', 'by', 'on', 'contains']);
const MAX_CANDIDATES = 8;
const MAX_VARIANTS = 24;
const DIGIT_LENGTHS = [2, 4, 6, 9, 12];

/**
 * Values that an input may be given, frequent ones first; which of them the department accepts, and how many rows each finds, is for the caller to
 * try. They come from the columns that are named like the input or its type, those of the list's own tables before others.
 *
 * @param tables that the list reads
 */
export function candidatesOf(
  input: ListInput,
  columns: readonly Column[],
  tables: ReadonlySet<string>,
): unknown[] {
  const { type } = input;
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  if (isInputObjectType(type)) return [];
  if (type.name === 'Boolean') return [true, false];
  const values = bestColumns(input, columns, tables).flatMap(({ frequent, spread }) => [
    ...frequent,
    ...spread,
  ]);
  if (type.name === 'Int') return distinct(values.map(Number).filter(Number.isSafeInteger));
  if (type.name === 'Float') return distinct(values.map(Number).filter(Number.isFinite));
  if (type.name === 'DateTime') return distinct(values.map(momentOf).filter((value) => value !== null));
  return inTurns(values.map(variantsOf));
}

function bestColumns(
  { path, type }: ListInput,
  columns: readonly Column[],
  tables: ReadonlySet<string>,
): Column[] {
  const words = wordsOf(path.at(-1)!).filter((word, index) => index === 0 || !COMPARISONS.has(word));
  const typeWords = ['String', 'ID', 'Int', 'Date', 'DateTime'].includes(type.name) ? [] : wordsOf(type.name);
  const scored = columns
    .filter(({ frequent, spread }) => frequent.length + spread.length > 0)
    .map((column) => {
      const parts = column.name.split('_');
      const named = words.filter((word) => parts.some((part) => isLike(part, word))).length;
      const typed = typeWords.filter((word) => parts.includes(word)).length;
      const score = named * 2 + typed + (named + typed > 0 && tables.has(column.table) ? 3 : 0);
      return { column, score: fits(type.name, column.type) ? score : 0 };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  return scored.filter(({ score }) => score === scored[0]!.score).map(({ column }) => column);
}

/** `usccs` is like `uscc`. */
function isLike(part: string, word: string): boolean {
  return part === word || `${part}s` === word || part === `${word}s`;
}

function fits(type: string, column: string): boolean {
  if (type === 'Date') return column === 'date';
  if (type === 'DateTime') return column.startsWith('timestamp') || column === 'date';
  if (type === 'Int') return /int/.test(column);
  return !/\[\]|json|polygon|box|timestamp|date|bytea/.test(column);
}

function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split('_');
}

/** The value, and what stands for more rows: the beginning of a code, a part of a text. */
function variantsOf(value: string): string[] {
  if (/^\d+$/.test(value))
    return [
      value,
      ...DIGIT_LENGTHS.filter((length) => length < value.length).map((length) => value.slice(0, length)),
    ];
  const characters = [...value];
  if (characters.length <= 4) return [value];
  const middle = Math.floor(characters.length / 2);
  return [
    characters.slice(0, 2).join(''),
    characters[0]!,
    value,
    characters.slice(middle, middle + 2).join(''),
    characters.slice(-4).join(''),
  ];
}

function momentOf(value: string): string | null {
  const moment = new Date(value);
  return Number.isNaN(moment.valueOf()) ? null : moment.toISOString();
}

/** Distinct ones, of each value another variant in turn, so that the first few are of all kinds. */
function inTurns(variants: readonly (readonly string[])[]): string[] {
  const turns = Math.max(0, ...variants.map(({ length }) => length));
  const all = Array.from({ length: turns }, (_, turn) =>
    variants.map((some, index) => some[(turn + index) % some.length]!),
  );
  return [...new Set(all.flat())].slice(0, MAX_VARIANTS);
}

/** Distinct ones, from the beginning and from all over the rest. */
function distinct<Value>(values: readonly Value[]): Value[] {
  const all = [...new Set(values)];
  const step = Math.max(1, all.length / MAX_CANDIDATES);
  return Array.from(
    { length: Math.min(all.length, MAX_CANDIDATES) },
    (_, index) => all[Math.floor(index * step)]!,
  );
}
