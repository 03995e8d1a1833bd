/** What a supergraph says about who answers for its fields, and who may read them. Departments are named by their names. */
export interface GraphFacts {
  /** Fields of objects and interfaces, by coordinate. */
  fields: ReadonlyMap<string, FieldFacts>;
  /** Arguments, fields of input objects, values of enums, and scalars, enums, inputs and unions themselves, by coordinate. */
  elements: ReadonlyMap<string, ElementFacts>;
  /** By the name of a type, the departments whose schema has it. */
  holders: ReadonlyMap<string, readonly string[]>;
  /** By the name of an interface, the departments that know it as an object (`@interfaceObject`). */
  interfaceObjects: ReadonlyMap<string, readonly string[]>;
}

export interface FieldFacts {
  coordinate: string;
  /** Name of the type that has it. */
  type: string;
  /**
   * By department that answers for the field on any path, how it comes to: see {@link WAYS}, sorted. Departments whose field
   * only names the entity, as each extension of an entity must, have REFERENCE alone.
   */
  answers: ReadonlyMap<string, readonly string[]>;
  /** The departments whose field it is: those that answer by more than a reference; where none does, all of them. Sorted. */
  owners: readonly string[];
  /** The departments that are given its value to work with: `@external`. Sorted. */
  givenTo: readonly string[];
  /** The type has no key in any department: only the department that returned the object answers its fields. */
  isValue: boolean;
  access: FieldAccess;
  visibility: Visibility;
  /** What is said of the field, and what is said of the type that a root field returns. */
  caching: readonly [field: Caching, returned: Caching];
}

/** How a department comes to answer for a field. Others than these name a field or a label. */
export const WAYS = {
  /** It can be asked for the object by a key, or the field is a root field. */
  entered: 'entered',
  /** Only for objects that its own fields return. */
  own: 'own',
  reference: 'reference',
} as const;

/** Who may read a field, from all that the supergraph says of it, its type and its interfaces. */
export interface FieldAccess {
  /** True when something is asked of the caller, or the value is masked. */
  isRestricted: boolean;
  /** For messages, and to compare: equal for the same access. */
  text: string;
}

export interface Visibility {
  /** Tags of the field and its type that variants leave out, and `@inaccessible`. For messages, and to compare. */
  text: string;
  /** Names of the variants whose clients see the field. Sorted. */
  shownIn: readonly string[];
}

/** How long an answer may be kept (`@cacheControl`). */
export interface Caching {
  /** Seconds; null when nothing is said. */
  maxAge: number | null;
  /** Further seconds while the department does not answer. */
  staleIfError: number;
  /** Whether each caller has an answer of its own. */
  isPrivate: boolean;
  /** Whether it is kept for as long as the field around it. */
  inherits: boolean;
}

export interface ElementFacts {
  coordinate: string;
  /** What it is a part of: a type, or the field of an argument. */
  parent: string;
  owners: readonly string[];
  /** Type and default value of an argument or input field; empty for others. */
  takes: string;
  /** Directives that matter. */
  text: string;
}

/** One way in which the schema is shown: without what carries one of the tags. */
export interface Variant {
  name: string;
  excludeTags: readonly string[];
}
