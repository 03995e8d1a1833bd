import type {
  GatewayExecutor,
  GatewayInterface,
  GatewaySchemaLoadOrUpdateCallback,
} from '@apollo/server-gateway-interface';
import type { GraphQLSchema } from 'graphql';
import { checkOperation } from './check-operation.ts';
import type { PlanningStatistics } from './engine-options.ts';
import type { CostFacts } from './read-costs.ts';
import type { SubgraphState } from './subgraph.ts';
import type { BuildGraph, ExplainedAnswer, Graph, Subscription, TextAnswer, TextRequest } from './graph.ts';

/**
 * Answers operations on a supergraph. Pass it to Apollo Server as its `gateway`.
 *
 * All engines swap supergraphs the same way, whatever executes the operations: see {@link createEngine}.
 */
export interface Engine extends GatewayInterface {
  /** The supergraph that answers new operations. */
  readonly supergraphSdl: string;

  /** The costs that the supergraph declares; replaced along with it. */
  readonly costs: CostFacts;

  /**
   * Swaps to another supergraph. Operations that began earlier finish on the one they were validated against. Calls
   * take effect in the order they were made.
   *
   * @throws SupergraphError when the new supergraph is bad; the engine keeps the current one
   */
  replaceSupergraph(supergraphSdl: string): Promise<void>;

  /**
   * Prepares a swap without committing it, so that several engines can swap at the same moment. One call at a time:
   * commit or discard before the next one.
   *
   * @throws SupergraphError when the new supergraph is bad
   */
  prepareSupergraph(supergraphSdl: string): Promise<Replacement>;

  /** See {@link Graph.answer}; always null in an engine without this shortcut. */
  answer(request: TextRequest): Promise<TextAnswer | null> | null;

  /** See {@link Graph.explain}; always null in an engine that cannot report its plans. */
  explain(request: TextRequest): Promise<ExplainedAnswer | null>;

  /** See {@link Graph.usesMandates}; always true in an engine that cannot tell. */
  usesMandates(query: string, operationName: string | undefined): boolean;

  /** See {@link Graph.subscribe}; always null in an engine without subscriptions. */
  subscribe(request: TextRequest): Promise<Subscription | null>;

  /** Ends every subscription and refuses new ones, for a server that is stopping. */
  endSubscriptions(): void;

  /** Null when the engine cannot observe its planning. */
  readonly planning: Readonly<PlanningStatistics> | null;

  /** The protection of the subgraphs that were asked so far. */
  subgraphStates(): SubgraphState[];

  /** Subscriptions that are open now. */
  openSubscriptions(): number;
}

/** A supergraph that is ready to be swapped in. */
export interface Replacement {
  /** Swaps it in. */
  commit(): void;
  /** Discards it. */
  discard(): void;
}

interface EngineParts<Built extends Graph> {
  supergraphSdl: string;
  build: BuildGraph<Built>;
  /** The subscriptions of all its graphs; undefined in an engine without subscriptions. */
  subscriptions?: { interruptAll(why: string): void; refuse(why: string): void; count(): number };
  /** Called once, when the engine stops. */
  close: () => Promise<void>;
  planning?: PlanningStatistics;
  subgraphStates: () => SubgraphState[];
}

/** @throws SupergraphError when the first supergraph is bad: there is no engine without a graph */
export async function createEngine<Built extends Graph>({
  supergraphSdl,
  build,
  subscriptions,
  close,
  planning,
  subgraphStates,
}: EngineParts<Built>): Promise<Engine> {
  const listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();
  // A graph lives as long as an operation holds its schema.
  const graphs = new WeakMap<GraphQLSchema, Graph>();
  const stopping = new AbortController();
  let current = await build(supergraphSdl, null, stopping.signal);
  graphs.set(current.schema, current);
  let currentSdl = supergraphSdl;
  let lastReplacement = Promise.resolve();

  // Apollo Server reports which schema it validated an operation against. Executing it on another would be wrong
  // for a moment at every swap.
  const executor: GatewayExecutor = async (request) => {
    const invalid = checkOperation(request);
    return invalid ?? (graphs.get(request.schema) ?? current).execute(request);
  };

  async function prepare(sdl: string): Promise<Replacement> {
    if (sdl === currentSdl) return { commit: () => {}, discard: () => {} };
    const next = await build(sdl, current, stopping.signal);
    return { commit: () => swap(next, sdl), discard: () => next.retire?.() };
  }

  function swap(next: Built, sdl: string): void {
    graphs.set(next.schema, next);
    const last = current;
    current = next;
    currentSdl = sdl;
    announce(listeners);
    last.retire?.();
    // Subscriptions would keep the previous graph alive as long as they run, and never learn of the new one.
    subscriptions?.interruptAll('The schema was replaced.');
  }

  function announce(to: Iterable<GatewaySchemaLoadOrUpdateCallback>): void {
    for (const listener of to) listener({ apiSchema: current.schema, coreSupergraphSdl: currentSdl });
  }

  async function subscribe(request: TextRequest): Promise<Subscription | null> {
    const graph = current;
    const subscription = (await graph.subscribe?.(request)) ?? null;
    if (graph === current) return subscription;
    // The operation was planned on a graph that was replaced meanwhile.
    await subscription?.return();
    return subscribe(request);
  }

  const endSubscriptions = () => subscriptions?.refuse('The gateway is being stopped.');

  return {
    get supergraphSdl() {
      return currentSdl;
    },
    get costs() {
      return current.costs;
    },
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async load() {
      announce(listeners);
      return { executor };
    },
    replaceSupergraph(sdl) {
      const replacement = lastReplacement.then(async () => (await prepare(sdl)).commit());
      lastReplacement = replacement.catch(() => {});
      return replacement;
    },
    prepareSupergraph: prepare,
    usesMandates: (query, operationName) => current.usesMandates?.(query, operationName) ?? true,
    answer: (request) => current.answer?.(request) ?? null,
    explain: async (request) => (await current.explain?.(request)) ?? null,
    subscribe,
    endSubscriptions,
    planning: planning ?? null,
    subgraphStates,
    openSubscriptions: () => subscriptions?.count() ?? 0,
    async stop() {
      endSubscriptions();
      stopping.abort();
      await close();
    },
  };
}

/**
 * Hides the environment variables of the vendor from its packages.
 *
 * Variables named APOLLO_* make them report usage, upload the schema, fetch a supergraph from the vendor's cloud,
 * or switch security checks off. We use none of them, and nothing may call out of a closed network. Call this
 * before such a package is loaded.
 */
export function ignoreVendorEnvironment(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(environment)) {
    if (name.startsWith('APOLLO_')) delete environment[name];
  }
  // The gateway reports metrics unless this is set.
  environment['APOLLO_TELEMETRY_DISABLED'] = '1';
}
