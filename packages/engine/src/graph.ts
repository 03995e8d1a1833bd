import type { GatewayExecutionResult, GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import type { GraphQLSchema } from 'graphql';

/**
 * One supergraph, ready to answer. It never changes: another supergraph is another graph.
 *
 * This is what a way of executing has to provide; everything else of an engine is shared.
 */
export interface Graph {
  /** What clients may ask, without the parts that only serve federation. */
  readonly schema: GraphQLSchema;

  /**
   * Answers one operation, which has been validated and whose variables fit the schema.
   *
   * A department that fails costs its own fields only. Errors without an `originalError` are
   * written for the caller; any other, and a rejection, is a fault of ours that the server masks.
   */
  execute(request: GatewayGraphQLRequestContext): Promise<GatewayExecutionResult>;
}

/** @throws SupergraphError when the text is not a supergraph that this way of executing can serve */
export type BuildGraph = (supergraphSdl: string) => Promise<Graph>;

/** The text is not a supergraph, or asks for a feature that the engine would not enforce. */
export class SupergraphError extends Error {
  override readonly name = 'SupergraphError';
}
