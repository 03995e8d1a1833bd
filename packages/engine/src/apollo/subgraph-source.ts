import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { OperationTypeNode } from 'graphql';
import type { AssertionProvider } from '../core/assertion-provider.ts';
import { checkEntities } from '../core/read-answer.ts';
import { type Subgraph, type SubgraphRequest, SubgraphFault } from '../core/subgraph.ts';
import type { SubgraphClient } from '../subgraph-client/subgraph-client.ts';
import type { EngineContext, EngineOptions } from '../core/engine-options.ts';
import { cleanSubgraphErrors, faultErrors } from '../subgraph-client/subgraph-errors.ts';

/** The context that the data sources get. */
export interface AssertedContext extends EngineContext {
  assertionProvider?: AssertionProvider;
}

/**
 * Creates the data source through which Apollo's stock gateway asks one subgraph.
 *
 * A failing subgraph becomes errors at the fields it was asked for, so that the answers of other subgraphs arrive
 * and the client knows what is missing.
 */
export function createSubgraphSource(
  subgraph: Subgraph,
  client: SubgraphClient,
  onFault: EngineOptions['onSubgraphFault'],
): GraphQLDataSource {
  return {
    async process(options) {
      const request: SubgraphRequest = {
        query: options.request.query!,
        variables: options.request.variables,
        operationName: options.request.operationName,
      };
      try {
        const { assertionProvider } = options.context as AssertedContext;
        const answer = await client.ask(subgraph, request, assertionProvider, signalOf(options));
        const representations = request.variables?.['representations'];
        if (Array.isArray(representations)) checkEntities(subgraph, answer, representations.length);
        return { data: answer.data ?? null, ...cleanSubgraphErrors(subgraph, request, answer) };
      } catch (error) {
        if (!(error instanceof SubgraphFault)) throw error;
        onFault(error);
        return { data: null, errors: faultErrors(request, error) };
      }
    },
  };
}

function signalOf(options: GraphQLDataSourceProcessOptions): AbortSignal | undefined {
  const incoming = 'incomingRequestContext' in options ? options.incomingRequestContext : undefined;
  // A mutation runs in the subgraph whether anyone waits or not; the later ones of the same operation are part of
  // what the caller requested.
  if (incoming?.operation.operation !== OperationTypeNode.QUERY) return undefined;
  return (options.context as EngineContext).signal;
}
