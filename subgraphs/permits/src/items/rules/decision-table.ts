import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { compile, type ValidateFunction } from '@yiwang/subgraph-kit/forms';

/**
 * Which materials and steps the answers in a form need: a decision table, of which the first row whose conditions all hold decides.
 * Its cells are keywords of JSON Schema, which the validator of the form evaluates.
 */
export interface DecisionTable {
  rows: Decision[];
}

export interface Decision {
  /** By column, which is a field of the form, such as `premises.areaM2`. Empty: for all answers. */
  when: Record<string, Cell>;
  /** Codes of materials of the guide. */
  materials: string[];
  /** Codes of steps of the guide. */
  steps: string[];
  /** What the row is for, in Chinese and in English. */
  title: string;
  'x-title-en': string;
}

/** What an answer must be. An answer that is missing meets no condition. */
export interface Cell {
  const?: string | number | boolean;
  enum?: (string | number)[];
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
}

const MAX_COMPILED = 500;
const compiled = new LRUCache<string, ValidateFunction[]>({ max: MAX_COMPILED });

/**
 * The row that decides for these answers: the first whose conditions all hold.
 *
 * @param table one that `checkDecisionTable` finds sound
 * @param answers sound ones, by `checkForm`
 * @returns its index; null when no row answers
 */
export function decide(table: DecisionTable, answers: unknown): number | null {
  const index = compileTable(table).findIndex((holds) => holds(answers));
  return index === -1 ? null : index;
}

function compileTable({ rows }: DecisionTable): ValidateFunction[] {
  const conditions = rows.map(({ when }) => when);
  const key = createHash('sha256').update(JSON.stringify(conditions)).digest('base64');
  const before = compiled.get(key);
  if (before) return before;
  const made = conditions.map((when) => compile(conditionSchema(when)));
  compiled.set(key, made);
  return made;
}

interface ObjectSchema {
  type: 'object';
  properties: Record<string, ObjectSchema | TypedCell>;
  required: string[];
}

/** With the type that the validator wants beside the keywords. */
interface TypedCell extends Cell {
  type: 'string' | 'number' | 'boolean';
}

/** The schema that answers meet when all conditions of a row hold: each column is there, and as its cell says. */
function conditionSchema(when: Decision['when']): ObjectSchema {
  const root = emptyObject();
  for (const [column, cell] of Object.entries(when)) {
    const names = column.split('.');
    const last = names.pop()!;
    let parent = root;
    for (const name of names) parent = childOf(parent, name);
    addMember(parent, last, { ...cell, type: typeOf(cell) });
  }
  return root;
}

function typeOf({ const: only, enum: some }: Cell): TypedCell['type'] {
  const value = only ?? some?.[0];
  if (typeof value === 'string') return 'string';
  return typeof value === 'boolean' ? 'boolean' : 'number';
}

function emptyObject(): ObjectSchema {
  return { type: 'object', properties: {}, required: [] };
}

function childOf(parent: ObjectSchema, name: string): ObjectSchema {
  const before = Object.hasOwn(parent.properties, name) ? parent.properties[name] : undefined;
  if (before && 'properties' in before) return before;
  const child = emptyObject();
  addMember(parent, name, child);
  return child;
}

function addMember(parent: ObjectSchema, name: string, schema: ObjectSchema | TypedCell): void {
  parent.properties[name] = schema;
  parent.required.push(name);
}
