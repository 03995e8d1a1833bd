import type { GraphQLLeafType } from 'graphql';
import type { FieldRefusal } from './collect-fields.ts';
import type { Condition } from './condition.ts';

/**
 * The form of an answer: what the operation asks for, with the types that the schema gives it and
 * fragments, aliases and merged selections resolved. Both the writer and the explanation of nulls follow it.
 */
export type Shape = LeafShape | ListShape | ObjectShape | ReadyShape | RefusedShape;

export interface LeafShape {
  kind: 'leaf';
  type: GraphQLLeafType;
}

export interface ListShape {
  kind: 'list';
  item: Slot;
}

export interface ObjectShape {
  kind: 'object';
  /** Name of the type in the schema, for messages. */
  typeName: string;
  /** The fields by the object's own type; types that are answered alike share one list. */
  fieldsByType: ReadonlyMap<string, readonly FieldShape[]>;
  /** The only type that it can be; null when the object's __typename decides. */
  onlyType: string | null;
  /**
   * What is asked of an object that does not tell its own type: a department that holds the interface as
   * an object (`@interfaceObject`) knows no other. It is all that is asked for while the condition holds, else
   * the answer depends on the type. Null when it always does.
   */
  untyped: (Contents & { condition: Condition }) | null;
  /** What is answered later of it (`@defer`), by the object's own type as `fieldsByType`; null when nothing is. */
  partsByType: ReadonlyMap<string, readonly PartShape[]> | null;
}

/** What is asked of an object: now, and later. */
export interface Contents {
  fields: readonly FieldShape[];
  parts: readonly PartShape[];
}

/** A deferred fragment on an object. */
export interface PartShape {
  /** Of the fragment, in its operation. */
  number: string;
  condition: Condition;
  /** Of the same object, with the fields of the fragment only. */
  shape: ObjectShape;
}

/** JSON that is written already: what the schema says of itself. */
export interface ReadyShape {
  kind: 'ready';
}

/** Always null: the caller may not read it. */
export interface RefusedShape {
  kind: 'refused';
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
  /** Of the fields of one name, in their order, the first whose condition holds counts. */
  condition: Condition;
  slot: Slot;
  /** Undefined when nothing about it is refused. */
  access?: FieldAccess;
}

/** Some or all selections of a name are refused to the caller. */
export interface FieldAccess {
  /** As an expression over `v`: while it holds, some selection of the name may be read; else it is null. Null when always. */
  readable: string | null;
  refusals: readonly FieldRefusal[];
}
