import type { FieldReads } from '@yiwang/schema-directives';
import type { AccessRule } from './caller.ts';

/**
 * What a supergraph defines about who may read what, as plain data. Empty for a supergraph without restrictions.
 */
export interface AccessFacts {
  /**
   * The rules that demand something of the caller, by coordinate. The rule for comparing with a masked value is
   * under the {@link sensitiveRule} of its coordinate.
   */
  rules: ReadonlyMap<string, AccessRule>;
  /**
   * What the arguments of a field read, and its order, by the field's coordinate. Only fields where that may meet a
   * rule.
   */
  argumentReads: ReadonlyMap<string, FieldReads>;
  /** Sorted names of the rules for what an argument reads, by the coordinate of what it reads. */
  readRules: ReadonlyMap<string, readonly string[]>;
  /**
   * Names of the rules for what arguments inside a `@requires` or a context read. The plan names none of these to a
   * subgraph.
   */
  requiredByArguments: ReadonlySet<string>;
  /**
   * Sorted coordinates of all rules that hold for a field, by the field's coordinate: its own, and those of the
   * fields that its value is made from (`@requires`, `@fromContext`). Only fields with at least one rule.
   */
  reach: ReadonlyMap<string, readonly string[]>;
  /** The subgraphs whose schema has a conditional field, even as `@external`, by the field's coordinate. */
  holders: ReadonlyMap<string, readonly string[]>;
  /** The key fields that identify an entity in the access log, by the name of the entity type. */
  keys: ReadonlyMap<string, string>;
  /**
   * Names of the entity types tagged `data-subject`, such as enterprises. The access log names the data subject
   * when data about it is read from an entity of another type.
   */
  dataSubjects: ReadonlySet<string>;
  /**
   * Fields of other entity types that lead to a data subject and that everyone may read, by the name of the type.
   */
  subjectLinks: ReadonlyMap<string, readonly SubjectLink[]>;
  /** The object types of an interface or union, by its name, including those hidden from clients. */
  possibleTypes: ReadonlyMap<string, readonly string[]>;
  /**
   * The coordinates of the rules for the existence of rows, such as `Permit.__typename`, by the name of the object
   * type. The type is one whose rows not everyone may know of, or a connection or edge that lists such rows.
   */
  existence: ReadonlyMap<string, readonly string[]>;
  /**
   * The coordinates of the rules for the existence of listed rows, by the coordinate of a field that reveals
   * something about them, such as `PermitConnection.totalCount`.
   */
  listFacts: ReadonlyMap<string, readonly string[]>;
  /**
   * The coordinates of the rules of what an aggregate is made from, by the coordinate of the field with
   * `@aggregate`. The subgraph shows callers who satisfy those rules the unmasked value.
   */
  aggregates: ReadonlyMap<string, readonly string[]>;
  /** Equal for equal facts. */
  fingerprint: string;
}

/** The name of the rule for comparing with a sensitive value. It cannot collide with a coordinate. */
export function sensitiveRule(coordinate: string): string {
  return `${coordinate} (sensitive)`;
}

export interface SubjectLink {
  /** Name of the field. */
  field: string;
  /** Name of the type that it leads to. */
  subject: string;
}

export const NO_ACCESS_FACTS: AccessFacts = {
  rules: new Map(),
  argumentReads: new Map(),
  readRules: new Map(),
  requiredByArguments: new Set(),
  reach: new Map(),
  holders: new Map(),
  keys: new Map(),
  dataSubjects: new Set(),
  subjectLinks: new Map(),
  possibleTypes: new Map(),
  existence: new Map(),
  listFacts: new Map(),
  aggregates: new Map(),
  fingerprint: '',
};
