/** Who is entitled to an item without an application 免申即享: a document over the one schema, and what its answer must say. */
export interface Entitlement {
  /** One query of one list, page by page: see checkEntitlement. */
  document: string;
  /** Where in a node of the list the enterprise's USCC stands, such as `uscc` or `enterprise.uscc`. */
  subject: string;
  /** Rows of conditions: whoever meets all of one row is entitled. */
  conditions: EntitlementRow[];
  /** Days for which an offer holds. */
  validDays: number;
  /** Answers in the form of the item that are the same for all. */
  form: Record<string, unknown>;
}

export interface EntitlementRow {
  /** Why somebody is entitled, in Chinese and in English. */
  title: string;
  'x-title-en': string;
  /** By path in a node of the list. At least one. */
  when: Record<string, EntitlementCell>;
}

type Scalar = string | number | boolean;

/** What a value must be. A value that is missing, or was not told, meets no condition. */
export interface EntitlementCell {
  const?: Scalar;
  enum?: Scalar[];
  minimum?: number;
  maximum?: number;
  /** Of a list: one of its values is this. */
  contains?: Scalar;
}

/** Returns the index of the first row whose conditions all hold; null when none does. */
export function entitledBy(rows: readonly EntitlementRow[], node: unknown): number | null {
  const index = rows.findIndex(({ when }) => {
    const cells = Object.entries(when);
    return cells.length > 0 && cells.every(([path, cell]) => holds(cell, valueAt(node, path)));
  });
  return index === -1 ? null : index;
}

/** The value at a path of names with dots between; undefined when there is none, and when the path leads through a list. */
export function valueAt(node: unknown, path: string): unknown {
  let value = node;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    value = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
  }
  return value ?? undefined;
}

function holds(cell: EntitlementCell, value: unknown): boolean {
  if (cell.contains !== undefined) return Array.isArray(value) && value.includes(cell.contains);
  if (cell.const !== undefined) return value === cell.const;
  if (cell.enum !== undefined) return cell.enum.some((one) => one === value);
  // Decimals are texts.
  const number = typeof value === 'string' && DECIMAL.test(value) ? Number(value) : value;
  if (typeof number !== 'number') return false;
  return number >= (cell.minimum ?? -Infinity) && number <= (cell.maximum ?? Infinity);
}

const DECIMAL = /^-?\d+(\.\d+)?$/;
