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
}

/** Which of its two keys a department knows an entity by. */
export type Keys = readonly ('id' | 'code')[];

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
  entities: readonly Entity[];
  values: readonly ValueType[];
  queries: readonly Field[];
  /** How likely a value is a fault, 0 to 1. */
  faultRate: number;
}

export const IDS = ['1', '2', '3', '4'];
export const LEAVES = ['Int', 'Float', 'String', 'Boolean', 'ID', 'Colour', 'Anything'];
export const COLOURS = ['RED', 'GREEN', 'constructor'];
/** Every entity that a department knows by id. */
export const INTERFACE = 'Thing';
/** The entities of the whole graph. */
export const UNION = 'Any';

export const codeOf = (id: string) => `code-${id}`;
export const idOf = (code: string) => code.slice('code-'.length);
