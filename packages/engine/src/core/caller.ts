/** The sharing class 共享类型 of a field. */
export type SharingClass = 'UNCONDITIONAL' | 'CONDITIONAL' | 'NOT_SHARED';

/** Whom a row is about. */
export type DataSubject = 'ENTERPRISE' | 'PERSON';

/** What a caller must satisfy to read one field, from the directives of the supergraph. */
export interface AccessRule {
  /** `Type.field`. */
  coordinate: string;
  /** Null where the supergraph defines none: the field serves the platform, such as an edge of a connection. */
  sharing: SharingClass | null;
  /** The legal basis of the sharing class; null where none is named. */
  basis: string | null;
  /** `@authenticated`. */
  authenticated: boolean;
  /** `@requiresScopes`: the caller needs all scopes of one of the lists. Empty when no scope is required. */
  scopes: readonly (readonly string[])[];
  /** Names of the subgraphs that resolve the field. */
  subgraphs: readonly string[];
  /** `@ownData`: those who read the field of rows about themselves without a grant. The subgraph tells which rows those are. */
  ownData: readonly DataSubject[];
  /**
   * For the existence of a type's rows (`Type.__typename`), the rules of the type's fields: a caller who may read
   * one of them may know that a row exists. Undefined for a field.
   */
  anyOf?: readonly AccessRule[];
}

/** Why a caller may not read a field. */
export interface Denial {
  code: 'UNAUTHORIZED_FIELD' | 'PURPOSE_REQUIRED' | 'GRANTS_UNAVAILABLE';
  /** Names the data resource and says how to apply. */
  message: string;
  extensions: Readonly<Record<string, unknown>>;
  /** Whether a grant for the field would lift the denial. */
  isGrantable?: boolean;
}

/** The caller of an operation, as far as the engine needs to know it. */
export interface Caller {
  /**
   * Equal for two callers when every subgraph gets the same headers for both and answers both the same. In-flight
   * requests of one are shared with the other.
   */
  readonly key: string;

  /** Equal for the callers of one person or program, whatever they may read; undefined where nobody signed in. */
  readonly identity?: string | undefined;

  /** Returns null when the caller may read the field. Returns the same at each call. */
  authorize(rule: AccessRule): Denial | null;

  /**
   * Returns the assertion header for one request; null for none. Called for each request that is sent.
   *
   * @param subgraph its name
   * @param coordinates conditional fields of the subgraph that the operation reads, sorted
   * @param body of the request, as it is sent
   * @param isMutation whether the operation is a mutation
   */
  assertionFor(
    subgraph: string,
    coordinates: readonly string[],
    body: string,
    isMutation: boolean,
  ): Promise<string> | string | null;

  /**
   * Called when a request sent for another caller with the same key answers this caller too.
   *
   * @param leader the caller whose assertion was sent
   */
  sharesWith?(leader: Caller): void;
}

/** The conditional data that an operation has read, for the access log. */
export interface ConditionalReads {
  /** Coordinates, sorted. */
  fields: readonly string[];
  /**
   * Entities in the answer whose conditional fields were read, and the data subjects that they are about: each
   * once, at most 1,000.
   */
  subjects: readonly Subject[];
  /** How many further subjects there are. */
  more: number;
}

/** An entity whose field was read, or a data subject that the entity is about. */
export interface Subject {
  type: string;
  /** The value of its key. The parts of a key with several fields are joined by spaces. */
  key: string;
}

/** The client whose share of the planner an operation uses. */
export interface Requester {
  /** Equal for all requests of one client, or of one network address. */
  id: string;
  /** Anonymous requesters together get at most half of the planner while others wait. */
  isAnonymous: boolean;
}

/** Identifies a requester. A signed-in client cannot take the id of an anonymous address. */
export function requesterKey({ id, isAnonymous }: Requester): string {
  return isAnonymous ? `@${id}` : `=${id}`;
}
