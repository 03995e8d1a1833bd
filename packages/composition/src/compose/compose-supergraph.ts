import { compositionLibrary } from './composition-libraries.ts';
import {
  COMPOSITION_LIBRARIES,
  type ComposedSupergraph,
  type CompositionLibraryName,
} from './composition-library.ts';
import { parseSubgraphs } from './parse-subgraphs.ts';
import type { SubgraphInput } from './subgraph-input.ts';

/**
 * Composes departments into one supergraph.
 *
 * Pure. The result does not depend on the order of the input, so an unchanged graph composes to
 * the same bytes.
 *
 * @throws CompositionError with every fault that composition found; there is no partial result
 */
export function composeSupergraph(
  subgraphs: readonly SubgraphInput[],
  library: CompositionLibraryName = COMPOSITION_LIBRARIES[0],
): ComposedSupergraph {
  return compositionLibrary(library).compose(parseSubgraphs([...subgraphs].sort(byName)));
}

// By code unit, not by locale: the order must be the same on every machine.
export function byName(left: { name: string }, right: { name: string }): number {
  return left.name < right.name ? -1 : Number(left.name > right.name);
}
