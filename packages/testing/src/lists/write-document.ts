import { isEnumType } from 'graphql';
import type { ListField, ListInput } from './read-lists.ts';

/** A value for one input of a list, as JSON. */
export interface GivenInput {
  input: ListInput;
  value: unknown;
}

/** Most rows that a page may have. */
const LARGEST_PAGE = 100;

export interface ListRequest {
  list: ListField;
  /** The key of the entity that the list belongs to. */
  parentKey: string | null;
  given: readonly GivenInput[];
  after: string | null;
  /** How many rows are asked for; the most when it is left out. */
  first?: number;
}

/** One page of a list and, where it has one, its count; the values stand in the document. */
export function writeDocument({ list, parentKey, given, after, first = LARGEST_PAGE }: ListRequest): string {
  const tree: Tree = new Map();
  for (const { input, value } of given) place(tree, input.path, literal(input, value));
  if (list.isPaged) tree.set('first', String(first));
  if (after !== null) tree.set('after', JSON.stringify(after));
  const written = writeTree(tree);
  const selection = list.isConnection
    ? `{ ${list.hasTotalCount && after === null ? 'totalCount ' : ''}edges { node { __typename } } pageInfo { hasNextPage${list.hasAfter ? ' endCursor' : ''} } }`
    : list.hasFields
      ? '{ __typename }'
      : '';
  const field = `${list.field}${written === '' ? '' : `(${written})`} ${selection}`;
  if (list.parent === null) return `{ ${field} }`;
  const { type, key } = list.parent;
  const representation = `{ __typename: "${type}", ${key}: ${JSON.stringify(parentKey)} }`;
  return `{ _entities(representations: [${representation}]) { ... on ${type} { ${field} } } }`;
}

type Tree = Map<string, string | Tree>;

function place(tree: Tree, [name, ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) {
    tree.set(name!, value);
    return;
  }
  const inner = tree.get(name!);
  const below: Tree = inner instanceof Map ? inner : new Map();
  tree.set(name!, below);
  place(below, rest, value);
}

function writeTree(tree: Tree): string {
  return [...tree]
    .map(([name, value]) => `${name}: ${value instanceof Map ? `{ ${writeTree(value)} }` : value}`)
    .join(', ');
}

function literal({ type, isList }: ListInput, value: unknown): string {
  const items = (isList && Array.isArray(value) ? value : [value]).map((item) =>
    isEnumType(type) ? String(item) : plain(item),
  );
  return isList ? `[${items.join(', ')}]` : items[0]!;
}

function plain(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, item]) => `${name}: ${plain(item)}`)
    .join(', ')} }`;
}
