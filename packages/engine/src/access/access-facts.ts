import type { AccessRule } from '../caller.ts';

/** All that a supergraph says about who may read what. Plain data. Empty for a supergraph that keeps nothing back. */
export interface AccessFacts {
  /** By coordinate, the rules that ask something of the caller. */
  rules: ReadonlyMap<string, AccessRule>;
  /**
   * By the coordinate of a field, the coordinates of all rules that hold for it, sorted: its own, and those of the
   * fields that its value is made from (`@requires`, `@fromContext`). Only of fields for which any holds.
   */
  reach: ReadonlyMap<string, readonly string[]>;
  /** By the coordinate of a conditional field, the departments whose schema has it, be it as `@external` only. */
  holders: ReadonlyMap<string, readonly string[]>;
  /** By the name of an entity type, the fields of the key that tells whose data was read. */
  keys: ReadonlyMap<string, string>;
  /** By the name of an interface or union, its object types, with those that clients do not see. */
  possibleTypes: ReadonlyMap<string, readonly string[]>;
  /** Equal for equal facts. */
  fingerprint: string;
}

export const NO_ACCESS_FACTS: AccessFacts = {
  rules: new Map(),
  reach: new Map(),
  holders: new Map(),
  keys: new Map(),
  possibleTypes: new Map(),
  fingerprint: '',
};
