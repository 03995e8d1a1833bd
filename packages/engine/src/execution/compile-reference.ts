import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { Json } from '../core/run.ts';
import { merge, copy } from '../query-plan/merge.ts';
import type { PartialFetch } from './partial-fetches.ts';
import { compileRewrites } from '../query-plan/rewrites.ts';
import { type TypesOf, onlyTypeOf } from '../query-plan/type-tests.ts';
import { AS_JSON } from '../query-plan/reference-form.ts';
import { generateReferenceWriter, type ReferenceWriter, type WriteReference } from './write-reference.ts';

const NONE: ReadonlySet<QueryPlanSelectionNode> = new Set();

/** Compiles how a fetch writes the references that it sends. */
export function compileReference({ requires, inputRewrites }: FetchNode, typesOf: TypesOf): ReferenceWriter {
  const rewrite = compileRewrites(inputRewrites, typesOf);
  if (!rewrite && namesEachFieldOnce(requires!, typesOf)) return generateReferenceWriter(requires!, typesOf);
  return {
    form: AS_JSON,
    write(entity) {
      const reference = buildReference(entity, requires!, typesOf, NONE);
      if (reference?.['__typename'] === undefined) return null;
      rewrite?.(reference);
      return JSON.stringify(reference);
    },
  };
}

/**
 * Compiles how a part of a fetch writes references as JSON: missing values are left out as far as the part allows.
 */
export function compilePartialReference(
  { fetch: { inputRewrites }, optional, essential, ways }: PartialFetch,
  typesOf: TypesOf,
): WriteReference {
  const rewrite = compileRewrites(inputRewrites, typesOf);
  return (entity) => {
    const reference: Json = {};
    for (const [fragment, ...byKey] of ways) {
      const build = (way: QueryPlanSelectionNode) => buildReference(entity, [way], typesOf, optional);
      const part = build(fragment) ?? firstOf(byKey, build);
      if (part) merge(reference, part);
      else if (essential.has(fragment)) return null;
    }
    if (reference['__typename'] === undefined) return null;
    rewrite?.(reference);
    return JSON.stringify(reference);
  };
}

function firstOf<Item, Made>(items: readonly Item[], make: (item: Item) => Made | null): Made | null {
  for (const item of items) {
    const made = make(item);
    if (made !== null) return made;
  }
  return null;
}

/** Returns whether no object can match two of the fragments, so that no field is written twice. */
function namesEachFieldOnce(selections: readonly QueryPlanSelectionNode[], typesOf: TypesOf): boolean {
  const taken = new Set<string>();
  let fragments = 0;
  for (const selection of selections) {
    if (selection.selections && !namesEachFieldOnce(selection.selections, typesOf)) return false;
    if (selection.kind !== 'InlineFragment') continue;
    fragments += 1;
    if (selection.typeCondition === undefined) return false;
    for (const type of typesOf(selection.typeCondition)) {
      if (taken.has(type)) return false;
      taken.add(type);
    }
  }
  return fragments === 0 || fragments === selections.length;
}

/**
 * Builds a reference as an object, for plans that rewrite references or name one field in several fragments. Slower
 * than the generated writer, with the same result.
 *
 * @param type of an entity that does not include it; null when there are several
 * @returns null when the entity lacks a part that is not optional
 */
function buildReference(
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

/** Returns undefined when a part is missing. */
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
