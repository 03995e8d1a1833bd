import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { buildReference } from './build-reference.ts';
import { compileRewrites } from './rewrites.ts';
import type { TypesOf } from './type-tests.ts';
import { generateReferenceWriter, type WriteReference } from './write-reference.ts';

/** Parts of a reference that an entity may lack. */
export type Optional = ReadonlySet<QueryPlanSelectionNode>;

const NONE: Optional = new Set();

/** How a fetch writes the references that it sends. */
export function compileReference(
  { requires, inputRewrites }: FetchNode,
  typesOf: TypesOf,
  optional: Optional = NONE,
): WriteReference {
  const rewrite = compileRewrites(inputRewrites, typesOf);
  if (!rewrite && namesEachFieldOnce(requires!, typesOf))
    return generateReferenceWriter(requires!, typesOf, optional);
  return (entity) => {
    const reference = buildReference(entity, requires!, typesOf, optional);
    if (reference?.['__typename'] === undefined) return null;
    rewrite?.(reference);
    return JSON.stringify(reference);
  };
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
