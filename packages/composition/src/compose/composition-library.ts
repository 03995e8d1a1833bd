import type { ParsedSubgraph } from './parse-subgraphs.ts';

/** The libraries that can compose. The first is the default. */
export const COMPOSITION_LIBRARIES = ['apollo', 'guild'] as const;
export type CompositionLibraryName = (typeof COMPOSITION_LIBRARIES)[number];

/** Joins subgraphs into a supergraph, and says why where they do not fit together. */
export interface CompositionLibrary {
  /**
   * Pure. Composes in the order given: the same subgraphs in the same order give the same bytes.
   *
   * @throws CompositionError with every fault that the library found; there is no partial result
   */
  compose(subgraphs: readonly ParsedSubgraph[]): ComposedSupergraph;
}

export interface ComposedSupergraph {
  supergraphSdl: string;
  /** What composition allowed but finds odd, one sentence each, as `[CODE]: text`. Only Apollo's library finds any. */
  hints: string[];
}
