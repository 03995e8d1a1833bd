/** What `@cacheControl` says of a field, or of every field that returns a type. */
export interface CacheHint {
  /** Seconds for which an answer with it may be cached; null when it says nothing about that. */
  maxAge: number | null;
  /** Seconds after that in which the answer may still be served while a subgraph does not answer. */
  staleIfError: number;
  /** Whether its value depends on the caller (`scope: PRIVATE`). */
  isPrivate: boolean;
  /** Whether a field takes the age of the field around it. */
  inheritMaxAge: boolean;
}

/** What a supergraph defines about caching, as plain data. */
export interface CacheFacts {
  /** By `Type.field` and by `Type`. */
  hints: ReadonlyMap<string, CacheHint>;
  /** Coordinates of fields whose value depends on the caller: masked values, and aggregates. */
  personal: ReadonlySet<string>;
  /** Names of the types with a key. */
  entities: ReadonlySet<string>;
  /** Those of them that several subgraphs add fields to. */
  sharedEntities: ReadonlySet<string>;
  /** Coordinates of fields in keys: values that do not change. */
  keyFields: ReadonlySet<string>;
  /** The field by which changes name the entities of a type, by `subgraph` and `Type` with a blank between them. */
  keys: ReadonlyMap<string, string>;
}
