export { type ComposedSupergraph, composeSupergraph, type SubgraphInput } from './compose-supergraph.ts';
export { CompositionError, type CompositionFault, type FaultLocation } from './composition-error.ts';
