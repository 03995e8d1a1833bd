import { ignoreVendorEnvironment } from '../apollo/vendor-environment.ts';
import { createDepartmentClient } from '../departments/department-client.ts';
import { createEngine, type Engine } from '../engine.ts';
import type { EngineOptions } from '../engine-options.ts';
import { buildCompiledGraph } from './build-compiled-graph.ts';
import { shareFlights } from './share-flights.ts';

/**
 * An engine that plans with Apollo's planner and executes plans that it has compiled.
 *
 * @throws SupergraphError when the supergraph is bad
 */
export async function createCompiledEngine(options: EngineOptions): Promise<Engine> {
  ignoreVendorEnvironment(process.env);
  const client = createDepartmentClient(options);
  const flights = shareFlights(client.send, new Set(options.unsharedDepartments));
  try {
    return await createEngine({
      supergraphSdl: options.supergraphSdl,
      build: (supergraphSdl) => buildCompiledGraph(supergraphSdl, flights, options),
      close: () => client.close(),
    });
  } catch (error) {
    await client.close();
    throw error;
  }
}
