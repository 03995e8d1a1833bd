import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { Json } from '../run.ts';
import { copy, merge } from './merge.ts';
import { onlyTypeOf, type TypesOf } from './type-tests.ts';

/**
 * A reference as an object, for the plans whose references are rewritten, or name one field in several
 * fragments. Slower than the generated writer, and the same otherwise.
 *
 * @param type of an entity that does not say it; null when there are several
 * @returns null when the entity lacks a part that is not optional
 */
export function buildReference(
  entity: Json,
  requires: readonly QueryPlanSelectionNode[],
  typesOf: TypesOf,
  optional: ReadonlySet<QueryPlanSelectionNode>,
  type: string | null = null,
): Json | null {
  const reference: Json = {};
  const typeName = entity['__typename'] ?? onlyTypeOf(requires, typesOf) ?? type;
  for (const selection of requires) {
    if (selection.kind === 'InlineFragment') {
      const { typeCondition, selections } = selection;
      if (typeCondition !== undefined && !typesOf(typeCondition).has(typeName as string)) continue;
      const part = buildReference(entity, selections, typesOf, optional, typeName as string | null);
      if (part === null) return null;
      merge(reference, part);
      continue;
    }
    const name = selection.alias ?? selection.name;
    const unsaid = selection.name === '__typename' ? (type ?? undefined) : undefined;
    const value = Object.hasOwn(entity, name) ? entity[name] : unsaid;
    const part = selection.selections
      ? buildNested(value, selection.selections, typesOf, optional)
      : copy(value);
    if (part === undefined && optional.has(selection)) continue;
    if (part === undefined) return null;
    merge(reference, { [name]: part });
  }
  return reference;
}

/** Undefined when a part is missing. */
function buildNested(
  value: unknown,
  selections: readonly QueryPlanSelectionNode[],
  typesOf: TypesOf,
  optional: ReadonlySet<QueryPlanSelectionNode>,
): unknown {
  if (value === null) return null;
  if (Array.isArray(value)) {
    const items = value.map((item) => buildNested(item, selections, typesOf, optional));
    return items.includes(undefined) ? undefined : items;
  }
  if (typeof value !== 'object') return undefined;
  return buildReference(value as Json, selections, typesOf, optional) ?? undefined;
}
