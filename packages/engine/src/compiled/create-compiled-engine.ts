import { ignoreVendorEnvironment } from '../apollo/vendor-environment.ts';
import { createDepartmentClient } from '../departments/department-client.ts';
import { createOpenEvents } from '../departments/events/open-events.ts';
import { createEngine, type Engine } from '../engine.ts';
import type { EngineOptions } from '../engine-options.ts';
import { createEntityReader } from './batch/read-entities.ts';
import { buildCompiledGraph, type CompiledGraph, type GraphParts } from './build-compiled-graph.ts';
import { createRootReader } from './batch/read-roots.ts';
import { createPlanningStatistics, PLANNER_DEFAULTS } from './planner/planner-options.ts';
import { createSharedAnswers } from './share-answers.ts';
import { shareFlights } from './share-flights.ts';
import { createSubscriptions } from './subscriptions.ts';

/**
 * An engine that plans with Apollo's planner, in a thread of its own, and executes plans that it has compiled.
 *
 * @throws SupergraphError when the supergraph is bad
 */
export async function createCompiledEngine(options: EngineOptions): Promise<Engine> {
  // Before a thread is started, which gets the environment as it is then.
  ignoreVendorEnvironment(process.env);
  const client = createDepartmentClient(options);
  const unshared = new Set(options.unsharedDepartments);
  const { read, write } = shareFlights(client.send, unshared);
  const answers = createSharedAnswers(unshared);
  const events = createOpenEvents(options);
  const subscriptions = createSubscriptions(events.open, options);
  const statistics = createPlanningStatistics();
  const parts: GraphParts = {
    planner: { ...PLANNER_DEFAULTS, ...options.planner },
    overrideLabels: new Set(options.overrideLabels),
    subscriptions,
    answers,
    reports: { statistics, onFault: options.onPlannerFault ?? (() => {}) },
    ask: (department, body, isQuery, { voucher, cancellation }) =>
      isQuery
        ? read(department, body, voucher, cancellation)
        : write(department, body, voucher).finally(answers.forget),
    post: client.post,
    readEntities: createEntityReader({ read, send: client.send }, unshared),
    readRoots: createRootReader({ read, send: client.send }, unshared),
    onFault: options.onDepartmentFault,
  };
  const close = async () => {
    await Promise.all([client.close(), events.close()]);
  };
  try {
    return await createEngine({
      supergraphSdl: options.supergraphSdl,
      build: (supergraphSdl, before: CompiledGraph | null, stopping) =>
        buildCompiledGraph(supergraphSdl, before, parts, stopping),
      subscriptions,
      close,
      planning: statistics,
    });
  } catch (error) {
    await close();
    throw error;
  }
}
