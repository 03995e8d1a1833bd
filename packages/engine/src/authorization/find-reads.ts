import type { ConditionalReads } from '../core/caller.ts';
import type { Around } from '../response-shape/owning-fields.ts';
import type { Json } from '../core/run.ts';
import type { Condition, Holds } from '../core/condition.ts';
import {
  contentsOf,
  typeIn,
  type FieldShape,
  type ObjectShape,
  conditionOfPlaces,
  fieldsByKey,
  innermost,
} from '../response-shape/shape.ts';
import type { Access } from './access.ts';
import {
  createEntity,
  createEntityTypes,
  type Entity,
  type EntityType,
  type EntityTypeOf,
  MAX_SUBJECTS,
  SubjectList,
} from './subject-list.ts';

/**
 * Returns the conditional data that one run has read; undefined when conditions left out all of it.
 *
 * @param around what the data was found in, when it is not the whole answer
 */
export type FindReads = (data: Json, holds: Holds, around?: Around | null) => ConditionalReads | undefined;

/** The conditional data of objects of one shape. */
interface ObjectReads {
  shape: ObjectShape;
  byType: ReadonlyMap<string, TypeReads>;
  /** For the only type that they can have; null when each object reports its own. */
  only: TypeReads | null;
}

/** The conditional data of objects of one type. */
interface TypeReads {
  /** Null for a type that is not an entity. */
  entity: EntityType | null;
  /** Fields whose values are conditional, or lead to such values. */
  fields: readonly FieldReads[];
  /** Whether the type is an interface, which no object has as its own type. */
  isInterface: boolean;
  /** Whether the answer reveals that each object exists. */
  revealsExistence: boolean;
}

interface FieldReads {
  source: string;
  /** When it is selected and may be read. */
  condition: Condition;
  /** The coordinates that are read with the field. */
  coordinates: readonly string[];
  below: ObjectReads | null;
  /** The shape of its objects, when the field is conditional and they may be data subjects. */
  dataSubjects: ObjectShape | null;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Compiles the search for the conditional data that an operation reads, following the shape of its answer.
 *
 * @param existing coordinates of rows whose existence the answer reveals
 * @returns null when it reads none
 */
export function compileReads(root: ObjectShape, access: Access, existing = NONE): FindReads | null {
  const typeOf = createEntityTypes(access.facts);
  const reads = createReader(access, typeOf, existing)(root);
  if (!reads) {
    if (existing.size === 0) return null;
    const fields = [...existing].sort();
    return () => ({ fields, subjects: [], more: 0 });
  }
  const conditions = new Set<Condition>();
  const everything = fieldsOf(reads, existing, (condition) => {
    conditions.add(condition);
    return true;
  });
  const always = [...conditions].every((condition) => condition === null) ? everything : null;
  return (data, holds, around = null) => {
    const fields = always ?? fieldsOf(reads, existing, holds);
    if (fields.length === 0) return undefined;
    const subjects = new SubjectList();
    collectSubjects(reads, data, { above: entityAround(around, typeOf), holds, typeOf, into: subjects });
    return { fields, subjects: subjects.first, more: subjects.more };
  };
}

/** Combines what several parts read; undefined when they read nothing. */
export function combineReads(reads: readonly ConditionalReads[]): ConditionalReads | undefined {
  const [first, ...others] = reads;
  if (!first || others.length === 0) return first;
  const fields = new Set(reads.flatMap((one) => one.fields));
  const subjects = new Map(
    reads.flatMap((one) => one.subjects).map((one) => [`${one.type} ${one.key}`, one]),
  );
  const listed = [...subjects.values()].slice(0, MAX_SUBJECTS);
  const more = reads.reduce((sum, one) => sum + one.more, subjects.size - listed.length);
  return { fields: [...fields].sort(), subjects: listed, more };
}

function createReader(
  access: Access,
  typeOf: EntityTypeOf,
  existing: ReadonlySet<string>,
): (shape: ObjectShape) => ObjectReads | null {
  // Shapes are shared, so each is processed once.
  const cached = new Map<ObjectShape, ObjectReads | null>();
  return readsOfObject;

  function readsOfObject(shape: ObjectShape): ObjectReads | null {
    let reads = cached.get(shape);
    if (reads === undefined) {
      reads = make(shape);
      cached.set(shape, reads);
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
    const revealsExistence = access.existenceOf(type).some((one) => existing.has(one));
    if (own.length === 0 && !revealsExistence) return;
    byType.set(type, { entity: typeOf(type), fields: own, isInterface, revealsExistence });
  }

  function readsOfField(places: readonly FieldShape[], type: string): FieldReads | null {
    const { source, name, slot, argumentReads = [] } = places[0]!;
    if (slot.shape.kind === 'denied') return null;
    const own = access.conditionalOf(type, name);
    const coordinates = argumentReads.length === 0 ? own : [...new Set([...own, ...argumentReads])].sort();
    const { shape } = innermost(slot.shape);
    const below = shape.kind === 'object' ? readsOfObject(shape) : null;
    if (coordinates.length === 0 && !below) return null;
    const dataSubjects =
      coordinates.length > 0 && shape.kind === 'object' && mayBeDataSubject(shape) ? shape : null;
    return { source, condition: conditionOfPlaces(places), coordinates, below, dataSubjects };
  }

  function mayBeDataSubject({ fieldsByType }: ObjectShape): boolean {
    return [...fieldsByType.keys()].some((type) => access.facts.dataSubjects.has(type));
  }
}

/** Returns the coordinates that are read, sorted. */
function fieldsOf(reads: ObjectReads, existing: ReadonlySet<string>, holds: Holds): readonly string[] {
  const found = new Set(existing);
  const seen = new Set<ObjectReads>();
  collect(reads);
  return [...found].sort();

  function collect(one: ObjectReads): void {
    if (seen.has(one)) return;
    seen.add(one);
    for (const { fields, isInterface } of one.byType.values()) {
      for (const { condition, coordinates, below } of fields) {
        if (!holds(condition)) continue;
        // An object that does not include its type has one of the others.
        if (!isInterface) for (const coordinate of coordinates) found.add(coordinate);
        if (below) collect(below);
      }
    }
  }
}

interface Collecting {
  /** The entity that contains the value. */
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
  if (own.revealsExistence && entity) into.add(entity);
  const inside = entity === above ? collecting : { ...collecting, above: entity };
  for (const { source, condition, coordinates, below, dataSubjects } of own.fields) {
    if (condition !== null && !holds(condition)) continue;
    if (coordinates.length > 0 && entity) into.add(entity);
    if (!Object.hasOwn(object, source)) continue;
    if (below) collectSubjects(below, object[source], inside);
    if (dataSubjects) collectDataSubjects(dataSubjects, object[source], inside);
  }
}

/** Adds the data subjects that a conditional field leads to: its value is about them. */
function collectDataSubjects(shape: ObjectShape, value: unknown, collecting: Collecting): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const item of value) collectDataSubjects(shape, item, collecting);
    return;
  }
  const entity = collecting.typeOf(typeIn(shape, value as Json));
  if (entity?.isDataSubject) collecting.into.add(createEntity(entity, value as Json, collecting.above));
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
