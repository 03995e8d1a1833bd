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
  /**
   * Names of the entity types tagged `data-subject`: those whom data is about, such as enterprises. It is told which of
   * them data is about that is read in an entity of another type.
   */
  parties: ReadonlySet<string>;
  /** By the name of another entity type, its fields that lead to one of those, and may be read by everyone. */
  partyLinks: ReadonlyMap<string, readonly PartyLink[]>;
  /** By the name of an interface or union, its object types, with those that clients do not see. */
  possibleTypes: ReadonlyMap<string, readonly string[]>;
  /** Equal for equal facts. */
  fingerprint: string;
}

export interface PartyLink {
  /** Name of the field. */
  field: string;
  /** Name of the type that it leads to. */
  party: string;
}

export const NO_ACCESS_FACTS: AccessFacts = {
  rules: new Map(),
  reach: new Map(),
  holders: new Map(),
  keys: new Map(),
  parties: new Set(),
  partyLinks: new Map(),
  possibleTypes: new Map(),
  fingerprint: '',
};
