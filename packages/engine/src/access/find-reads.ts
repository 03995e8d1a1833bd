import type { ConditionalReads } from '../caller.ts';
import type { Around, Holds } from '../compiled/defer/find-anchors.ts';
import type { Json } from '../compiled/run.ts';
import type { Condition } from '../compiled/shape/condition.ts';
import { contentsOf, typeIn } from '../compiled/shape/contents-of.ts';
import type { FieldShape, ObjectShape } from '../compiled/shape/shape.ts';
import type { Access } from './access.ts';
import { conditionOfPlaces, fieldsByKey, innermost } from './shape-places.ts';
import {
  createEntity,
  createEntityTypes,
  type Entity,
  type EntityType,
  type EntityTypeOf,
  MOST_SUBJECTS,
  SubjectList,
} from './subject-list.ts';

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
  /** Null for what is no entity. */
  entity: EntityType | null;
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
  /** The form of its objects, where it is conditional itself and they may be parties. */
  parties: ObjectShape | null;
}

/**
 * Prepares to tell what an operation reads of conditional data, following the form of its answer.
 *
 * @returns null when it reads none
 */
export function compileReads(root: ObjectShape, access: Access): FindReads | null {
  const typeOf = createEntityTypes(access.facts);
  const reads = createReader(access, typeOf)(root);
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
    collectSubjects(reads, data, { above: entityAround(around, typeOf), holds, typeOf, into: subjects });
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

function createReader(access: Access, typeOf: EntityTypeOf): (shape: ObjectShape) => ObjectReads | null {
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
    if (own.length > 0) byType.set(type, { entity: typeOf(type), fields: own, isInterface });
  }

  function readsOfField(places: readonly FieldShape[], type: string): FieldReads | null {
    const { source, name, slot } = places[0]!;
    if (slot.shape.kind === 'refused') return null;
    const coordinates = access.conditionalOf(type, name);
    const { shape } = innermost(slot.shape);
    const below = shape.kind === 'object' ? readsOfObject(shape) : null;
    if (coordinates.length === 0 && !below) return null;
    const parties = coordinates.length > 0 && shape.kind === 'object' && mayBeParty(shape) ? shape : null;
    return { source, condition: conditionOfPlaces(places), coordinates, below, parties };
  }

  function mayBeParty({ fieldsByType }: ObjectShape): boolean {
    return [...fieldsByType.keys()].some((type) => access.facts.parties.has(type));
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

interface Collecting {
  /** The entity that the value was found in. */
  above: Entity | null;
  holds: Holds;
  typeOf: EntityTypeOf;
  into: SubjectList;
}

function collectSubjects(reads: ObjectReads, value: unknown, collecting: Collecting): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const item of value) collectSubjects(reads, item, collecting);
    return;
  }
  const object = value as Json;
  const { above, holds, into } = collecting;
  const own = reads.only ?? typeReadsOf(reads, object, holds);
  if (!own) return;
  const entity = own.entity ? createEntity(own.entity, object, above) : above;
  const inside = entity === above ? collecting : { ...collecting, above: entity };
  for (const { source, condition, coordinates, below, parties } of own.fields) {
    if (condition !== null && !holds(condition)) continue;
    if (coordinates.length > 0 && entity) into.add(entity);
    if (!Object.hasOwn(object, source)) continue;
    if (below) collectSubjects(below, object[source], inside);
    if (parties) collectParties(parties, object[source], inside);
  }
}

/** What is conditional leads to them, and so it is about them. */
function collectParties(shape: ObjectShape, value: unknown, collecting: Collecting): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const item of value) collectParties(shape, item, collecting);
    return;
  }
  const entity = collecting.typeOf(typeIn(shape, value as Json));
  if (entity?.isParty) collecting.into.add(createEntity(entity, value as Json, collecting.above));
}

function typeReadsOf({ shape, byType }: ObjectReads, object: Json, holds: Holds): TypeReads | undefined {
  return contentsOf(shape, object, holds) ? byType.get(typeIn(shape, object)) : undefined;
}

function entityAround(around: Around | null, typeOf: EntityTypeOf): Entity | null {
  if (!around) return null;
  const { type, object } = around;
  const above = entityAround(around.around, typeOf);
  const entity = typeOf(type);
  return entity ? createEntity(entity, object, above) : above;
}
