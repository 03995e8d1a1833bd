import type { ConditionalReads, Subject } from '../caller.ts';
import type { Around, Holds } from '../compiled/defer/find-anchors.ts';
import type { Json } from '../compiled/run.ts';
import { contentsOf, typeIn } from '../compiled/shape/contents-of.ts';
import type { Condition } from '../compiled/shape/condition.ts';
import type { FieldShape, ObjectShape, Shape } from '../compiled/shape/shape.ts';
import { compileSubjectKey, type KeyOf } from './subject-keys.ts';
import type { Access } from './access.ts';

/** Beyond it, subjects are only counted. */
const MOST_SUBJECTS = 1000;

/**
 * What one run has read of conditional data. Undefined when conditions left out all of it.
 *
 * @param around what the data is found in, where it is not the whole answer
 */
export type FindReads = (data: Json, holds: Holds, around?: Around | null) => ConditionalReads | undefined;

/** What of objects of one form is conditional: by their types. */
interface ObjectReads {
  shape: ObjectShape;
  byFields: ReadonlyMap<readonly FieldShape[], FieldsReads>;
}

interface FieldsReads {
  /** Fields whose values are conditional, or lead to such. */
  fields: readonly FieldReads[];
  /** By type: whether it is an entity, and by which key. */
  keys: ReadonlyMap<string, KeyOf>;
}

interface FieldReads {
  source: string;
  /** All of them have to hold. */
  conditions: readonly Exclude<Condition, null>[];
  /** By type, the coordinates that are read with the field. */
  coordinates: ReadonlyMap<string, readonly string[]>;
  below: ObjectReads | null;
}

/**
 * Prepares to tell what an operation reads of conditional data, following the form of its answer.
 *
 * @returns null when it reads none
 */
export function compileReads(root: ObjectShape, access: Access): FindReads | null {
  const reads = readsOfObject(root, access);
  if (!reads) return null;
  return (data, holds, around = null) => {
    const fields = new Set<string>();
    collectFields(reads, holds, fields);
    if (fields.size === 0) return undefined;
    const subjects = new SubjectList();
    collectSubjects(reads, data, entityAround(around, access), holds, subjects);
    return { fields: [...fields].sort(), subjects: subjects.first, more: subjects.more };
  };
}

/** What was read together. Undefined when nothing was. */
export function combineReads(reads: readonly ConditionalReads[]): ConditionalReads | undefined {
  const [first, ...others] = reads;
  if (!first || others.length === 0) return first;
  const fields = new Set(reads.flatMap((one) => one.fields));
  const subjects = new Map(
    reads.flatMap((one) => one.subjects).map((one) => [`${one.type} ${one.key}`, one]),
  );
  const listed = [...subjects.values()].slice(0, MOST_SUBJECTS);
  const more = reads.reduce((sum, one) => sum + one.more, subjects.size - listed.length);
  return { fields: [...fields].sort(), subjects: listed, more };
}

function readsOfObject(shape: ObjectShape, access: Access): ObjectReads | null {
  const byFields = new Map<readonly FieldShape[], FieldsReads>();
  const types = [
    ...shape.fieldsByType,
    ...(shape.untyped ? [[shape.typeName, shape.untyped.fields] as const] : []),
  ];
  for (const [fields, entries] of Map.groupBy(types, ([, list]) => list)) {
    const names = entries.map(([name]) => name);
    const own = fields.flatMap((field) => readsOfField(field, names, access) ?? []);
    if (own.length === 0) continue;
    const keys = new Map(
      names.flatMap((name) => {
        const key = access.facts.keys.get(name);
        return key === undefined ? [] : [[name, compileSubjectKey(key)] as const];
      }),
    );
    byFields.set(fields, { fields: own, keys });
  }
  return byFields.size > 0 ? { shape, byFields } : null;
}

function readsOfField(
  { source, name, condition, slot, access: refusal }: FieldShape,
  types: readonly string[],
  access: Access,
): FieldReads | null {
  if (slot.shape.kind === 'refused') return null;
  const coordinates = new Map(
    types.flatMap((type) => {
      const own = access.conditionalOf(type, name);
      return own.length > 0 ? [[type, own] as const] : [];
    }),
  );
  const inner = innermost(slot.shape);
  const below = inner.kind === 'object' ? readsOfObject(inner, access) : null;
  if (coordinates.size === 0 && !below) return null;
  const conditions = [condition, refusal?.readable ?? null].filter((one) => one !== null);
  return { source, conditions, coordinates, below };
}

function innermost(shape: Shape): Shape {
  return shape.kind === 'list' ? innermost(shape.item.shape) : shape;
}

function collectFields({ shape, byFields }: ObjectReads, holds: Holds, into: Set<string>): void {
  for (const { fields } of byFields.values()) {
    for (const { conditions, coordinates, below } of fields) {
      if (!conditions.every(holds)) continue;
      for (const [type, own] of coordinates) {
        // An object that does not tell its type is of one of the others.
        if (!shape.fieldsByType.has(type)) continue;
        for (const coordinate of own) into.add(coordinate);
      }
      if (below) collectFields(below, holds, into);
    }
  }
}

/** @param above the entity that the value was found in, with its key once it has been read */
function collectSubjects(
  reads: ObjectReads,
  value: unknown,
  above: Entity | null,
  holds: Holds,
  into: SubjectList,
): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const item of value) collectSubjects(reads, item, above, holds, into);
    return;
  }
  const object = value as Json;
  const { shape, byFields } = reads;
  const contents = contentsOf(shape, object, holds);
  const own = contents && byFields.get(contents.fields);
  if (!own) return;
  const type = typeIn(shape, object);
  const keyOf = own.keys.get(type);
  const entity = keyOf ? { type, object, keyOf } : above;
  for (const { source, conditions, coordinates, below } of own.fields) {
    if (!conditions.every(holds)) continue;
    if (entity && coordinates.has(type)) into.add(entity);
    if (below && Object.hasOwn(object, source)) {
      collectSubjects(below, object[source], entity, holds, into);
    }
  }
}

function entityAround(around: Around | null, { facts }: Access): Entity | null {
  for (let one = around; one; one = one.around) {
    const key = facts.keys.get(one.type);
    if (key !== undefined) return { ...one, keyOf: compileSubjectKey(key) };
  }
  return null;
}

interface Entity {
  type: string;
  object: Json;
  keyOf: KeyOf;
}

class SubjectList {
  readonly first: Subject[] = [];
  more = 0;
  readonly #known = new Set<string>();
  #last: Entity | null = null;

  add(entity: Entity): void {
    // Most often several fields of one entity are read.
    if (entity === this.#last) return;
    this.#last = entity;
    const { type, object, keyOf } = entity;
    const key = keyOf(object);
    if (key === null) return;
    const name = `${type} ${key}`;
    if (this.#known.has(name)) return;
    this.#known.add(name);
    if (this.first.length < MOST_SUBJECTS) this.first.push({ type, key });
    else this.more += 1;
  }
}
