import type { GraphQLSchema } from 'graphql';
import { createAccess, type Access } from '../authorization/access.ts';
import { guardOf, filteredPlanRequest } from '../authorization/filter-unauthorized-fields.ts';
import { createAuthorize } from '../authorization/authorize-operation.ts';
import { createEntityCaching } from '../caching/cached-entities.ts';
import { createCachingTools } from '../caching/caching-tools.ts';
import type { AnswerCache } from '../core/answer-cache.ts';
import type { CacheFacts } from '../core/cache-facts.ts';
import type { Requester } from '../core/caller.ts';
import type { PlannerOptions, PlannerReports, PlanningStatistics } from '../core/engine-options.ts';
import { mentionsDefer } from '../core/defer-directive.ts';
import { prepareDeferring } from '../incremental/prepare-deferring.ts';
import { createExplain } from '../explain/explain-operation.ts';
import { prepareInParts } from '../incremental/prepare-in-parts.ts';
import { createChooseOverrides } from '../planning/progressive-override.ts';
import {
  createOperationCache,
  type OperationCache,
  warmUp,
  type Prepare,
} from '../prepared-operation/operation-cache.ts';
import type { FetchTools } from '../execution/fetch-from-subgraph.ts';
import type { PlanTools } from '../execution/compile-plan.ts';
import { createTypeTests } from '../query-plan/type-tests.ts';
import { type Planned, startPlanner, type Planner } from '../planning/planner.ts';
import type { PlanStore } from '../core/plan-store.ts';
import type { PlanRequest } from '../core/plan-request.ts';
import type { PlanningShares } from '../planning/planning-shares.ts';
import { prepareOperation } from '../prepared-operation/prepare-operation.ts';
import type { Post } from '../subgraph-client/subgraph-client.ts';
import type { AnswersFromCache } from './answer-from-cache.ts';
import type { Subscriptions } from '../subscriptions/subscriptions.ts';
import { buildSchema } from '../planning/build-schema.ts';
import type { FilteredOperation } from '../authorization/filtered-operation.ts';
import { type CompiledGraph, createCompiledGraph } from './answer-operation.ts';

/** What the graphs of one engine share, so that a mutation on one supergraph ends before a read on the next. */
export interface GraphParts extends Pick<
  FetchTools,
  'ask' | 'post' | 'readEntities' | 'readRoots' | 'onFault'
> {
  planner: PlannerOptions;
  planStore: PlanStore | null;
  shares: PlanningShares;
  reports: PlannerReports;
  /** Labels of progressive `@override` that are active for every request. */
  overrideLabels: ReadonlySet<string>;
  subscriptions: Subscriptions;
  answers: AnswersFromCache;
  answerCache: AnswerCache | null;
  /** Sends one request, which may be a mutation. */
  postOnce: Post;
  /** Names of subgraphs that get every read. */
  unshared: ReadonlySet<string>;
  /** Lets no later read be answered by one that was sent before. */
  afterMutation: () => void;
}

const NOTHING_PLANNED: Planned = {
  planned: { events: null, plan: null, keys: { innerKeys: {}, clientKeys: {} } },
  planHash: '',
  planCharacters: 0,
};

/**
 * Builds a graph that compiles its plans.
 *
 * @param before the graph to be replaced: its most recently used operations are prepared on the new one before the
 *   swap
 * @param stopping aborts when the engine stops
 */
export async function buildCompiledGraph(
  supergraphSdl: string,
  before: CompiledGraph | null,
  {
    planner: options,
    planStore,
    shares,
    reports,
    overrideLabels,
    subscriptions,
    answers,
    answerCache,
    unshared,
    afterMutation,
    postOnce: post,
    ...parts
  }: GraphParts,
  stopping: AbortSignal,
): Promise<CompiledGraph> {
  const planner = await startPlanner(supergraphSdl, options, shares, reports, planStore, stopping);
  const { apiSdl, subgraphs, possibleTypes, placeholders, overrides, costs, caching } = planner.facts;
  const lookups = new Set(planner.facts.lookups);
  const access = createAccess(planner.facts.access);
  const chooseOverrides = createChooseOverrides(overrides, overrideLabels, Math.random);
  const schema = await buildSchema(apiSdl).catch((error: unknown) => {
    planner.retire();
    throw error;
  });
  const tools: PlanTools = {
    subgraphs: new Map(subgraphs.map((subgraph) => [subgraph.name, subgraph])),
    typesOf: createTypeTests(possibleTypes),
    placeholders,
    ...parts,
    lookups,
    isOpen: openTo(planner.facts.access.reach),
    ...(access && { restrictedTypes: access.restrictedTypes }),
  };
  if (caching) addCaching(tools, schema, caching, answerCache);
  const authorize = access && createAuthorize(access, schema);
  const planAllowed = createPlanAllowed(schema, planner, access);
  const operations: OperationCache = createOperationCache(
    schema,
    createPrepare({ schema, planAllowed, tools, statistics: reports.statistics }, () => operations),
  );
  const explain = createExplain({ schema, operations, tools, planAllowed, post, unshared, afterMutation });
  if (before && options.warmUpMs > 0) await warmUp(operations, before.operations, options.warmUpMs, stopping);
  const retire = () => planner.retire();
  return createCompiledGraph({
    schema,
    costs,
    operations,
    authorize,
    chooseOverrides,
    answers,
    subscriptions,
    explain,
    retire,
  });
}

interface PrepareTools {
  schema: GraphQLSchema;
  planAllowed: PlanAllowed;
  tools: PlanTools;
  statistics: PlanningStatistics;
}

/** Returns the function that plans and compiles operations for the cache. */
function createPrepare(
  { schema, planAllowed, tools, statistics }: PrepareTools,
  operationsOf: () => OperationCache,
): Prepare {
  return async (planRequest, document, operation, requesters, before) => {
    if (!planRequest.isNumbered && mentionsDefer(document)) {
      return prepareDeferring(planRequest, operationsOf(), requesters[0]);
    }
    const { planned, guard } = await planAllowed(planRequest, document, operation, requesters);
    const asked = { document, operation, ...guard?.filtered };
    if (planRequest.isNumbered) {
      return prepareInParts(schema, asked.document, asked.operation, planned, tools, guard);
    }
    const prepared = prepareOperation(schema, asked.document, asked.operation, planned, tools, before, guard);
    if (before) statistics.takenOver += 1;
    if (prepared === before) statistics.keptCompiled += 1;
    return prepared;
  };
}

/** Plans what the caller may read of a valid operation. */
type PlanAllowed = Parameters<typeof createExplain>[0]['planAllowed'];

function createPlanAllowed(schema: GraphQLSchema, planner: Planner, access: Access | null): PlanAllowed {
  return async (planRequest, document, operation, requesters) => {
    const guard = guardOf(access, schema, document, operation, planRequest);
    const planned = guard
      ? await planGuarded(planRequest, guard.filtered, requesters)
      : await planner.plan(planRequest, requesters);
    return { planned, guard };
  };

  /** When everything is denied, no subgraph is asked. */
  function planGuarded(
    planRequest: PlanRequest,
    filtered: FilteredOperation,
    requesters: readonly Requester[],
  ): Promise<Planned> | Planned {
    return filtered.asksForAnything
      ? planner.plan(filteredPlanRequest(planRequest, filtered), requesters)
      : NOTHING_PLANNED;
  }
}

function addCaching(
  tools: PlanTools,
  schema: GraphQLSchema,
  facts: CacheFacts,
  cache: AnswerCache | null,
): void {
  if (!cache) return;
  tools.caching = createCachingTools(schema, facts, tools.lookups);
  tools.entityCaching = createEntityCaching(cache, schema, facts, tools.caching.notes, tools.isOpen);
}

/** Not an inline arrow: compiled operations would retain the whole graph through its closure. */
function openTo(reach: ReadonlyMap<string, unknown>): PlanTools['isOpen'] {
  return (coordinate) => !reach.has(coordinate);
}
