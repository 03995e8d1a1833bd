import { ignoreVendorEnvironment, createEngine, type Engine } from '../core/engine.ts';
import { createSubgraphClient } from '../subgraph-client/subgraph-client.ts';
import { createOpenEvents } from '../subgraph-client/events/open-events.ts';
import { type EngineOptions, createPlanningStatistics, PLANNER_DEFAULTS } from '../core/engine-options.ts';
import { createEntityReader } from '../execution/batching/read-entities.ts';
import { buildCompiledGraph, type GraphParts } from './build-compiled-graph.ts';
import { createRootReader } from '../execution/batching/read-roots.ts';
import { createPlanningShares } from '../planning/planning-shares.ts';
import { createSharedAnswers } from './share-answers.ts';
import { deduplicateInFlight } from '../execution/in-flight-deduplication.ts';
import { createSubscriptions } from '../subscriptions/subscriptions.ts';
import { createAnswersFromCache } from './answer-from-cache.ts';
import type { CompiledGraph } from './answer-operation.ts';

/**
 * Creates an engine that plans with Apollo's planner, in a separate thread, and executes compiled plans.
 *
 * @throws SupergraphError when the supergraph is bad
 */
export async function createCompiledEngine(options: EngineOptions): Promise<Engine> {
  // Before a thread starts, because it copies the environment.
  ignoreVendorEnvironment(process.env);
  const client = createSubgraphClient(options);
  const unshared = new Set(options.unsharedSubgraphs);
  const { read, write, forget } = deduplicateInFlight(client.send, client.sendOnce, unshared);
  const shared = createSharedAnswers();
  const cache = options.answerCache ?? null;
  const answers = createAnswersFromCache(cache, shared, unshared);
  /** Lets no later read be answered by one that was sent before. */
  const forgetAll = () => {
    forget();
    shared.forget();
  };
  const unfollow = cache?.onChange(forgetAll);
  const events = createOpenEvents(options);
  const subscriptions = createSubscriptions(events.open, options);
  const statistics = createPlanningStatistics();
  const planner = { ...PLANNER_DEFAULTS, ...options.planner };
  const parts: GraphParts = {
    planner,
    planStore: options.planStore ?? null,
    shares: createPlanningShares(planner.budgetMs),
    overrideLabels: new Set(options.overrideLabels),
    subscriptions,
    answers,
    answerCache: cache,
    reports: { statistics, onFault: options.onPlannerFault ?? (() => {}) },
    ask: (subgraph, body, isQuery, { assertionProvider, cancellation }) =>
      isQuery
        ? read(subgraph, body, assertionProvider, cancellation)
        : write(subgraph, body, assertionProvider).finally(shared.forget),
    post: client.post,
    postOnce: client.postOnce,
    unshared,
    afterMutation: forgetAll,
    readEntities: createEntityReader({ read, send: client.send }, unshared),
    readRoots: createRootReader({ read, send: client.send }, unshared),
    onFault: options.onSubgraphFault,
  };
  const close = async () => {
    unfollow?.();
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
      subgraphStates: client.states,
    });
  } catch (error) {
    await close();
    throw error;
  }
}
