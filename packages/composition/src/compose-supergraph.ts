import { composeServices } from '@apollo/composition';
import { CompositionError } from './composition-error.ts';
import { describeFault } from './describe-fault.ts';
import { parseSubgraphs } from './parse-subgraphs.ts';
import type { SubgraphInput } from './subgraph-input.ts';

export interface ComposedSupergraph {
  supergraphSdl: string;
  /** What composition allowed but finds odd, one sentence each, as `[CODE]: text`. */
  hints: string[];
}

/**
 * Composes departments into one supergraph, with Apollo's own composition.
 *
 * Pure. The result does not depend on the order of the input, so an unchanged graph composes to
 * the same bytes.
 *
 * @throws CompositionError with every fault that composition found; there is no partial result
 */
export function composeSupergraph(subgraphs: readonly SubgraphInput[]): ComposedSupergraph {
  const services = parseSubgraphs([...subgraphs].sort(byName));
  const result = composeServices(services);
  if (result.errors) {
    const names = services.map((service) => service.name);
    throw new CompositionError(result.errors.map((error) => describeFault(error, names)));
  }
  return { supergraphSdl: result.supergraphSdl, hints: result.hints.map(String) };
}

// By code unit, not by locale: the order must be the same on every machine.
function byName(left: SubgraphInput, right: SubgraphInput): number {
  return left.name < right.name ? -1 : Number(left.name > right.name);
}
