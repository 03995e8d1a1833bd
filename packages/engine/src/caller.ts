/** Sharing class 共享类型 of a field. */
export type SharingClass = 'UNCONDITIONAL' | 'CONDITIONAL' | 'NOT_SHARED';

/** What a caller has to fulfil to read one field, from the directives of the supergraph. */
export interface AccessRule {
  /** `Type.field`. */
  coordinate: string;
  /** Null where nothing is said: the field serves the platform, such as an edge of a connection. */
  sharing: SharingClass | null;
  /** The legal basis of the sharing class; null where none is named. */
  basis: string | null;
  /** `@authenticated`. */
  authenticated: boolean;
  /** `@requiresScopes`: all scopes of one of the lists; empty when none is asked for. */
  scopes: readonly (readonly string[])[];
  /** Names of the departments that resolve the field. */
  departments: readonly string[];
}

/** Why a field is not read. */
export interface Refusal {
  code: 'UNAUTHORIZED_FIELD' | 'PURPOSE_REQUIRED';
  /** Names the data resource and says how to apply. */
  message: string;
  extensions: Readonly<Record<string, unknown>>;
}

/** Who asks, as far as the engine has to know. */
export interface Caller {
  /**
   * Equal for two callers for whom every department may be asked with the same headers and answers the same: what is
   * under way for one is shared with the other.
   */
  readonly key: string;

  /** Null when the field may be read. The same for each call. */
  judge(rule: AccessRule): Refusal | null;

  /**
   * The header that vouches for the caller; null for none. Asked for at each request that is sent.
   *
   * @param department its name
   * @param coordinates conditional fields of it that the operation reads, sorted
   */
  assertionFor(department: string, coordinates: readonly string[]): Promise<string> | string | null;
}

/** What an operation has read of conditional data, for the access log. */
export interface ConditionalReads {
  /** Coordinates, sorted. */
  fields: readonly string[];
  /**
   * Entities in the answer whose conditional fields were read, and the parties that these are about, each once, at most
   * 1,000.
   */
  subjects: readonly Subject[];
  /** How many further ones there are. */
  more: number;
}

/** An entity whose field was read, or whom that is about. */
export interface Subject {
  type: string;
  /** Value of its key; several parts of one are joined by spaces. */
  key: string;
}
