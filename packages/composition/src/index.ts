export { type ComposedSupergraph, composeSupergraph } from './compose-supergraph.ts';
export { CompositionError, type CompositionFault, type FaultLocation } from './composition-error.ts';
export type { SubgraphInput } from './subgraph-input.ts';
