/** The type of a field: `base` is a name, `lists` says around it from the inside out whether each list may be null. */
export interface FieldType {
  base: string;
  nonNull: boolean;
  lists: readonly { nonNull: boolean }[];
}

export interface Field {
  name: string;
  type: FieldType;
  /** The department that answers it. */
  owner: string;
  /** Takes `n: Int = 1`, on which the value depends. */
  hasArgument: boolean;
  /** Never fails, because fields of other departments depend on it. */
  isSafe: boolean;
  /** A field of another department that this one's value is made from. */
  requires?: { field: Field; n: number | null };
  /** A field of the entity it returns that comes along. */
  provides?: Field;
  /** Another department may bring it along. */
  isProvided?: boolean;
  /** No client can ask for it. */
  isHidden?: boolean;
  /** A department that answered it before, and still does as far as the label says. */
  replaces?: { from: string; label: string | null };
  /** Takes `in` from the nearest object that sets the context. */
  context?: Context;
}

/** What the nearest object above a field says: one of an entity, or the query itself. */
export interface Context {
  /** The type that sets it, beside Query, and its field. */
  setter: string;
  mark: Field;
  /** The field of Query. */
  anchor: Field;
}

/** Which of its keys a department knows an entity by. */
export type Keys = readonly Key[];
export type Key = 'id' | 'code' | 'spot';

/** The fields of each key. */
export const KEY_FIELDS: Readonly<Record<Key, string>> = {
  id: 'id',
  code: 'code',
  spot: 'spot { zone } number',
};

export interface Entity {
  name: string;
  fields: Field[];
  /** By department. */
  keys: ReadonlyMap<string, Keys>;
  /** By department, the ids of the entities it knows. */
  known: ReadonlyMap<string, ReadonlySet<string>>;
}

/** An object without a key: all of its fields are answered where it comes from. */
export interface ValueType {
  name: string;
  owner: string;
  fields: Field[];
}

export interface Model {
  seed: string;
  departments: readonly string[];
  /** The department that answers `label` of every entity, and of the interface. */
  labeller: string;
  /** A department that knows the interface as one object (`@interfaceObject`), and no entity; null in most graphs. */
  annotator: string | null;
  entities: readonly Entity[];
  values: readonly ValueType[];
  queries: readonly Field[];
  /** Some field takes an argument from the objects above it. */
  usesContext: boolean;
  /** How likely a value is a fault, 0 to 1. */
  faultRate: number;
  /** Null where nothing is kept back. */
  access: ModelAccess | null;
}

/** What each department writes at a type or a field about who may read it. */
export interface ModelAccess {
  /** By type, its sharing class. */
  ofTypes: ReadonlyMap<string, Sharing>;
  /** By coordinate. */
  ofFields: ReadonlyMap<string, FieldRule>;
}

export type Sharing = 'UNCONDITIONAL' | 'CONDITIONAL' | 'NOT_SHARED';
export interface FieldRule {
  sharing: Sharing | null;
  authenticated: boolean;
}

/** Of one entity: no two have an id in common, so that the interface has ids too. */
export const idsOf = (entity: string) => ['1', '2', '3', '4'].map((number) => `${entity}.${number}`);
export const LEAVES = ['Int', 'Float', 'String', 'Boolean', 'ID', 'Colour', 'Anything'];
export const COLOURS = ['RED', 'GREEN', 'constructor'];
/** Every entity that a department knows by id. */
export const INTERFACE = 'Thing';
/** The entities of the whole graph. */
export const UNION = 'Any';

export const codeOf = (id: string) => `code-${id}`;
export const numberOf = (id: string) => `number-${id}`;
export const zoneOf = (id: string) => `zone-${id}`;

/** A reference holds one key; a nested one has to hold together. */
export function idOf({ id, code, number, spot }: Reference): string {
  if (id !== undefined) return id;
  if (code !== undefined) return code.slice('code-'.length);
  const found = number!.slice('number-'.length);
  if (spot?.zone !== zoneOf(found)) throw new Error('Parts of two keys in one reference.');
  return found;
}

export interface Reference {
  id?: string;
  code?: string;
  number?: string;
  spot?: { zone: string };
}

/** The labels of progressive overrides, of which the compiled engine is told that "on" holds. */
export const LABELS = ['on', 'off', 'percent(0)', 'percent(50)', 'percent(100)'];
