import { Kind, type SelectionSetNode } from 'graphql';
import { parseFieldSet } from '../compiled/supergraph/field-set.ts';
import { stringArgument, typeNameOf } from '../compiled/supergraph/read-directives.ts';
import { isJoinType, type TypeDefinition } from './supergraph-types.ts';

type TypesByName = ReadonlyMap<string, TypeDefinition>;

/**
 * By the name of an entity type, the key that most departments know it by, so that it rarely has to be fetched. Keys with
 * fields that clients do not see are none here: the planner would not plan for them.
 */
export function subjectKeys(types: TypesByName): Map<string, string> {
  const keys = new Map<string, string>();
  for (const type of types.values()) {
    const uses = new Map<string, number>();
    for (const directive of (type.directives ?? []).filter(isJoinType)) {
      const key = stringArgument(directive, 'key');
      if (key !== undefined) uses.set(key, (uses.get(key) ?? 0) + 1);
    }
    const visible = [...uses].filter(([key]) => isVisible(parseFieldSet(key), type.name.value, types));
    // Of equals the first: sorting keeps their order.
    const [best] = visible.sort(([, some], [, others]) => others - some);
    if (best) keys.set(type.name.value, best[0]);
  }
  return keys;
}

function isVisible({ selections }: SelectionSetNode, parent: string, types: TypesByName): boolean {
  return selections.every((selection) => {
    if (selection.kind !== Kind.FIELD) return false;
    const field = types.get(parent)?.fields?.find(({ name }) => name.value === selection.name.value);
    if (!field || field.directives?.some(({ name }) => /^inaccessible/.test(name.value))) return false;
    return !selection.selectionSet || isVisible(selection.selectionSet, typeNameOf(field.type), types);
  });
}

/** The value of a key, several parts joined by spaces; null when a part is missing. */
export type KeyOf = (entity: Json) => string | null;

type Json = Readonly<Record<string, unknown>>;

export function compileSubjectKey(key: string): KeyOf {
  const paths = pathsOf(parseFieldSet(key), []);
  const [[name, ...below] = [], ...others] = paths;
  // Most keys are one code.
  if (name !== undefined && below.length + others.length === 0) return (entity) => textOf(entity, name);
  return (entity) => {
    const parts = paths.map((path) => valueAt(entity, path));
    return parts.includes(null) ? null : parts.join(' ');
  };
}

function pathsOf({ selections }: SelectionSetNode, above: readonly string[]): string[][] {
  return selections.flatMap((selection) => {
    if (selection.kind !== Kind.FIELD) return [];
    const path = [...above, selection.name.value];
    return selection.selectionSet ? pathsOf(selection.selectionSet, path) : [path];
  });
}

function valueAt(entity: Json, path: readonly string[]): string | null {
  let object = entity;
  for (const name of path.slice(0, -1)) {
    const below = Object.hasOwn(object, name) ? object[name] : null;
    if (typeof below !== 'object' || below === null) return null;
    object = below as Json;
  }
  return textOf(object, path.at(-1)!);
}

function textOf(object: Json, name: string): string | null {
  // What objects inherit is neither text nor number.
  const value = object[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? `${value}` : null;
}
