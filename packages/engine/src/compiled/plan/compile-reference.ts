import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { Json } from '../run.ts';
import { buildReference } from './build-reference.ts';
import { merge } from './merge.ts';
import type { PartialFetch } from './partial-fetches.ts';
import { compileRewrites } from './rewrites.ts';
import type { TypesOf } from './type-tests.ts';
import { AS_JSON } from './reference-form.ts';
import { generateReferenceWriter, type ReferenceWriter, type WriteReference } from './write-reference.ts';

const NONE: ReadonlySet<QueryPlanSelectionNode> = new Set();

/** How a fetch writes the references that it sends. */
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

/** How a part of a fetch writes references, as JSON: what is missing is left out as far as the part allows. */
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

/** True when no object can match two of the fragments, so that a field is never written twice. */
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
