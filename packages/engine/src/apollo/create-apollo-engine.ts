import { createDepartmentClient } from '../departments/department-client.ts';
import { createEngine, type Engine } from '../engine.ts';
import type { EngineOptions } from '../engine-options.ts';
import { buildApolloGraph } from './build-apollo-graph.ts';
import { ignoreVendorEnvironment } from './vendor-environment.ts';

/**
 * An engine that plans and executes with Apollo's stock gateway.
 *
 * @throws SupergraphError when the supergraph is bad
 */
export async function createApolloEngine(options: EngineOptions): Promise<Engine> {
  ignoreVendorEnvironment(process.env);
  const client = createDepartmentClient(options);
  try {
    return await createEngine({
      supergraphSdl: options.supergraphSdl,
      build: (supergraphSdl) => buildApolloGraph(supergraphSdl, client, options),
      close: () => client.close(),
    });
  } catch (error) {
    await client.close();
    throw error;
  }
}
