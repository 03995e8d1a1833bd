import { ApolloServer } from '@apollo/server';
import type { createApolloEngine } from '@yiwang/engine';

/** Apollo Server over one of the engines: no gateway of ours, but its executor of operations. */
export interface StockServer extends AsyncDisposable {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer has the form of its query
  ask(query: string, variables: Record<string, unknown>): Promise<any>;
}

export async function serveBy(
  create: typeof createApolloEngine,
  supergraphSdl: string,
): Promise<StockServer> {
  const engine = await create({
    supergraphSdl,
    timeoutMs: 10_000,
    answerLimitBytes: 10_000_000,
    connections: 10,
    onSubgraphFault: (fault) => {
      throw fault;
    },
  });
  const server = new ApolloServer({ gateway: engine });
  await server.start();
  return {
    async ask(query, variables) {
      const { body } = await server.executeOperation({ query, variables });
      if (body.kind !== 'single') throw new Error('Expected a single result.');
      return body.singleResult;
    },
    [Symbol.asyncDispose]: () => server.stop(),
  };
}
