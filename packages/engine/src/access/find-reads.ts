import type { ConditionalReads, Subject } from '../caller.ts';
import type { Around, Holds } from '../compiled/defer/find-anchors.ts';
import type { Json } from '../compiled/run.ts';
import type { Condition } from '../compiled/shape/condition.ts';
import { contentsOf, typeIn } from '../compiled/shape/contents-of.ts';
import type { FieldShape, ObjectShape } from '../compiled/shape/shape.ts';
import type { Access } from './access.ts';
import { conditionOfPlaces, fieldsByKey, innermost } from './shape-places.ts';
import { compileSubjectKey, type KeyOf } from './subject-keys.ts';

/** Beyond it, subjects are only counted. */
const MOST_SUBJECTS = 1000;

/**
 * What one run has read of conditional data. Undefined when conditions left out all of it.
 *
 * @param around what the data is found in, where it is not the whole answer
 */
export type FindReads = (data: Json, holds: Holds, around?: Around | null) => ConditionalReads | undefined;

/** What of objects of one form is conditional. */
interface ObjectReads {
  shape: ObjectShape;
  byType: ReadonlyMap<string, TypeReads>;
  /** Of the only type that they can have; null when each tells its own. */
  only: TypeReads | null;
}

/** What of objects of one type is conditional. */
interface TypeReads {
  type: string;
  /** Null for what is no entity. */
  keyOf: KeyOf | null;
  /** Fields whose values are conditional, or lead to such. */
  fields: readonly FieldReads[];
  /** No object is known to be of this type: it is that of an interface. */
  isInterface: boolean;
}

interface FieldReads {
  source: string;
  /** When it may be read and is asked for. */
  condition: Condition;
  /** That are read with the field. */
  coordinates: readonly string[];
  below: ObjectReads | null;
}

/**
 * Prepares to tell what an operation reads of conditional data, following the form of its answer.
 *
 * @returns null when it reads none
 */
export function compileReads(root: ObjectShape, access: Access): FindReads | null {
  const reads = createReader(access)(root);
  if (!reads) return null;
  const conditions = new Set<Condition>();
  const everything = fieldsOf(reads, (condition) => {
    conditions.add(condition);
    return true;
  });
  const always = [...conditions].every((condition) => condition === null) ? everything : null;
  return (data, holds, around = null) => {
    const fields = always ?? fieldsOf(reads, holds);
    if (fields.length === 0) return undefined;
    const subjects = new SubjectList();
    collectSubjects(reads, data, entityAround(around, access), holds, subjects);
    return { fields, subjects: subjects.first, more: subjects.more };
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

function createReader(access: Access): (shape: ObjectShape) => ObjectReads | null {
  // Forms are shared, and read as often as they are found.
  const known = new Map<ObjectShape, ObjectReads | null>();
  return readsOfObject;

  function readsOfObject(shape: ObjectShape): ObjectReads | null {
    let reads = known.get(shape);
    if (reads === undefined) {
      reads = make(shape);
      known.set(shape, reads);
    }
    return reads;
  }

  function make(shape: ObjectShape): ObjectReads | null {
    const byType = new Map<string, TypeReads>();
    for (const [type, fields] of shape.fieldsByType) add(byType, type, fields, false);
    const { typeName, untyped, onlyType } = shape;
    if (untyped && !shape.fieldsByType.has(typeName)) add(byType, typeName, untyped.fields, true);
    if (byType.size === 0) return null;
    return { shape, byType, only: onlyType === null ? null : byType.get(onlyType)! };
  }

  function add(
    byType: Map<string, TypeReads>,
    type: string,
    fields: readonly FieldShape[],
    isInterface: boolean,
  ): void {
    const own = [...fieldsByKey(fields)].flatMap(([, places]) => readsOfField(places, type) ?? []);
    const key = access.facts.keys.get(type);
    const keyOf = key === undefined ? null : compileSubjectKey(key);
    if (own.length > 0) byType.set(type, { type, keyOf, fields: own, isInterface });
  }

  function readsOfField(places: readonly FieldShape[], type: string): FieldReads | null {
    const { source, name, slot } = places[0]!;
    if (slot.shape.kind === 'refused') return null;
    const coordinates = access.conditionalOf(type, name);
    const { shape } = innermost(slot.shape);
    const below = shape.kind === 'object' ? readsOfObject(shape) : null;
    if (coordinates.length === 0 && !below) return null;
    return { source, condition: conditionOfPlaces(places), coordinates, below };
  }
}

/** The coordinates that are read, sorted. */
function fieldsOf(reads: ObjectReads, holds: Holds): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<ObjectReads>();
  collect(reads);
  return [...found].sort();

  function collect(one: ObjectReads): void {
    if (seen.has(one)) return;
    seen.add(one);
    for (const { fields, isInterface } of one.byType.values()) {
      for (const { condition, coordinates, below } of fields) {
        if (!holds(condition)) continue;
        // An object that does not tell its type is of one of the others.
        if (!isInterface) for (const coordinate of coordinates) found.add(coordinate);
        if (below) collect(below);
      }
    }
  }
}

/** @param above the entity that the value was found in */
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
  const own = reads.only ?? typeReadsOf(reads, object, holds);
  if (!own) return;
  const { type, keyOf } = own;
  const entity: Entity | null = keyOf ? { type, object, keyOf, isListed: false } : above;
  for (const { source, condition, coordinates, below } of own.fields) {
    if (condition !== null && !holds(condition)) continue;
    // Most often several fields of one entity are read.
    if (coordinates.length > 0 && entity && !entity.isListed) into.add(entity);
    if (below && Object.hasOwn(object, source)) collectSubjects(below, object[source], entity, holds, into);
  }
}

function typeReadsOf({ shape, byType }: ObjectReads, object: Json, holds: Holds): TypeReads | undefined {
  return contentsOf(shape, object, holds) ? byType.get(typeIn(shape, object)) : undefined;
}

function entityAround(around: Around | null, { facts }: Access): Entity | null {
  for (let one = around; one; one = one.around) {
    const { type, object } = one;
    const key = facts.keys.get(type);
    if (key !== undefined) return { type, object, keyOf: compileSubjectKey(key), isListed: false };
  }
  return null;
}

interface Entity {
  type: string;
  object: Json;
  keyOf: KeyOf;
  isListed: boolean;
}

class SubjectList {
  readonly first: Subject[] = [];
  more = 0;
  readonly #keysByType = new Map<string, Set<string>>();

  add(entity: Entity): void {
    const { type, object, keyOf } = entity;
    entity.isListed = true;
    const key = keyOf(object);
    if (key === null) return;
    let keys = this.#keysByType.get(type);
    if (!keys) {
      keys = new Set();
      this.#keysByType.set(type, keys);
    }
    if (keys.has(key)) return;
    keys.add(key);
    if (this.first.length < MOST_SUBJECTS) this.first.push({ type, key });
    else this.more += 1;
  }
}
