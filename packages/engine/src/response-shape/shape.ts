import type { GraphQLLeafType } from 'graphql';
import type { ConditionalFieldDenial } from './collect-fields.ts';
import type { Condition } from '../core/condition.ts';
import type { Json } from '../core/run.ts';

/**
 * The shape of an answer: what the operation selects, with the types of the schema, and with fragments, aliases and
 * merged selections resolved. The response writer and null propagation follow it.
 */
export type Shape = LeafShape | ListShape | ObjectShape | ReadyShape | DeniedShape;

interface LeafShape {
  kind: 'leaf';
  type: GraphQLLeafType;
}

interface ListShape {
  kind: 'list';
  item: Slot;
}

export interface ObjectShape {
  kind: 'object';
  /** Name of the type in the schema, for messages. */
  typeName: string;
  /** The fields by the object's own type. Types with the same fields share one list. */
  fieldsByType: ReadonlyMap<string, readonly FieldShape[]>;
  /** The only type that it can have; null when the object's `__typename` decides. */
  onlyType: string | null;
  /**
   * What is selected on an object without a type of its own: a subgraph that defines the interface as an object
   * (`@interfaceObject`) knows no other. It is complete while the condition holds; otherwise the answer depends on
   * the type. Null when it always does.
   */
  untyped: (Contents & { condition: Condition }) | null;
  /** Its deferred parts (`@defer`), by the object's own type like `fieldsByType`; null when there are none. */
  partsByType: ReadonlyMap<string, readonly PartShape[]> | null;
}

/** What is selected on an object, immediately and deferred. */
export interface Contents {
  fields: readonly FieldShape[];
  parts: readonly PartShape[];
}

/** A deferred fragment on an object. */
export interface PartShape {
  /** Number of the fragment in its operation. */
  number: string;
  condition: Condition;
  /** The shape of the same object with the fields of the fragment only. */
  shape: ObjectShape;
}

/** JSON that already exists: introspection. */
export interface ReadyShape {
  kind: 'ready';
}

/** Always null, because the caller may not read it. */
export interface DeniedShape {
  kind: 'denied';
}

/** A place for a value. */
export interface Slot {
  shape: Shape;
  nonNull: boolean;
}

export interface FieldShape {
  /** Name in the answer. */
  key: string;
  /** Name in the merged data. */
  source: string;
  /** Name in the schema. */
  name: string;
  /** Among the fields of one name, the first whose condition holds applies. */
  condition: Condition;
  slot: Slot;
  /** Undefined when none of it is denied. */
  access?: FieldAccess;
  /** Coordinates of the conditional data that its arguments read; undefined for none. */
  argumentReads?: readonly string[];
}

/** Access to a field of which some or all selections are denied. */
export interface FieldAccess {
  /**
   * An expression over `v`: while it holds, some selection of the name may be read; otherwise the value is null.
   * Null for always.
   */
  readable: string | null;
  denials: readonly ConditionalFieldDenial[];
}

/** Returns the type of an object, as far as it includes it. */
export function typeIn(
  { onlyType, typeName }: ObjectShape,
  { __typename: reported = typeName }: Json,
): string {
  return onlyType ?? (reported as string);
}

/**
 * Returns what is selected on an object of the merged data.
 *
 * @param holds returns whether a condition holds
 * @returns null when that depends on a type that the object does not include or the schema does not show
 */
export function contentsOf(
  shape: ObjectShape,
  object: Json,
  holds: (condition: Condition) => boolean,
): Contents | null {
  const { typeName, fieldsByType, partsByType, untyped } = shape;
  const type = typeIn(shape, object);
  const fields = fieldsByType.get(type);
  if (fields) return { fields, parts: partsByType?.get(type) ?? [] };
  return type === typeName && untyped && holds(untyped.condition) ? untyped : null;
}

/**
 * Groups the fields of a shape by their names in the answer: each has a place for each selection that may be its
 * first.
 */
export function fieldsByKey(fields: readonly FieldShape[]): Map<string, FieldShape[]> {
  return Map.groupBy(fields, ({ key }) => key);
}

/** Returns the condition under which one of the places of a field applies and may be read. */
export function conditionOfPlaces(places: readonly FieldShape[]): Condition {
  const readable = places[0]!.access?.readable;
  if (readable) return readable;
  if (places.some(({ condition }) => condition === null)) return null;
  return places.map(({ condition }) => `(${condition})`).join('||');
}

/** Returns the shape inside the lists around it. */
export function innermost(shape: Shape, lists = 0): { shape: Shape; lists: number } {
  return shape.kind === 'list' ? innermost(shape.item.shape, lists + 1) : { shape, lists };
}
