import { ignoreVendorEnvironment } from '../apollo/vendor-environment.ts';
import { createDepartmentClient } from '../departments/department-client.ts';
import { createEngine, type Engine } from '../engine.ts';
import type { EngineOptions } from '../engine-options.ts';
import { buildCompiledGraph } from './build-compiled-graph.ts';

/**
 * An engine that plans with Apollo's planner and executes plans that it has compiled.
 *
 * @throws SupergraphError when the supergraph is bad
 */
export async function createCompiledEngine(options: EngineOptions): Promise<Engine> {
  ignoreVendorEnvironment(process.env);
  const client = createDepartmentClient(options);
  try {
    return await createEngine({
      supergraphSdl: options.supergraphSdl,
      build: (supergraphSdl) => buildCompiledGraph(supergraphSdl, client, options),
      close: () => client.close(),
    });
  } catch (error) {
    await client.close();
    throw error;
  }
}
