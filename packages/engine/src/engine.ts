import type {
  GatewayExecutor,
  GatewayInterface,
  GatewaySchemaLoadOrUpdateCallback,
} from '@apollo/server-gateway-interface';
import type { GraphQLSchema } from 'graphql';
import { checkOperation } from './check-operation.ts';
import type { PlanningStatistics } from './compiled/planner/planner-options.ts';
import type { CostFacts } from './cost/read-costs.ts';
import type { BuildGraph, Graph, Subscription, TextAnswer, TextRequest } from './graph.ts';

/**
 * Supergraph in, answers out. Give it to Apollo Server as its `gateway`.
 *
 * However operations are executed, an engine swaps supergraphs in the same way: see {@link createEngine}.
 */
export interface Engine extends GatewayInterface {
  /** The supergraph that new operations are answered from. */
  readonly supergraphSdl: string;

  /** What it says of costs; replaced with the supergraph. */
  readonly costs: CostFacts;

  /**
   * Answers from another supergraph from now on. Operations that began before finish on the one
   * they were validated against. Calls take effect in the order they were made.
   *
   * @throws SupergraphError when the new one is bad; the engine then goes on with the one it has
   */
  replaceSupergraph(supergraphSdl: string): Promise<void>;

  /** See {@link Graph.answer}; always null where the way of executing has no such shortcut. */
  answer(request: TextRequest): Promise<TextAnswer | null> | null;

  /** See {@link Graph.subscribe}; always null where the way of executing has no subscriptions. */
  subscribe(request: TextRequest): Promise<Subscription | null>;

  /** For a server that stops: ends every subscription, and refuses further ones. */
  endSubscriptions(): void;

  /** Null where the way of executing does its planning out of sight. */
  readonly planning: Readonly<PlanningStatistics> | null;
}

export interface EngineParts<Built extends Graph> {
  supergraphSdl: string;
  build: BuildGraph<Built>;
  /** Those of all its graphs; none where the way of executing has no subscriptions. */
  subscriptions?: { interruptAll(why: string): void; refuse(why: string): void };
  /** Called once, when the engine stops. */
  close: () => Promise<void>;
  planning?: PlanningStatistics;
}

/** @throws SupergraphError when the first supergraph is bad: there is no engine without a graph */
export async function createEngine<Built extends Graph>({
  supergraphSdl,
  build,
  subscriptions,
  close,
  planning,
}: EngineParts<Built>): Promise<Engine> {
  const listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();
  // A graph lives as long as an operation holds its schema.
  const graphs = new WeakMap<GraphQLSchema, Graph>();
  const stopping = new AbortController();
  let current = await build(supergraphSdl, null, stopping.signal);
  graphs.set(current.schema, current);
  let currentSdl = supergraphSdl;
  let lastReplacement = Promise.resolve();

  // Apollo Server says which schema it validated an operation against. Executing it on any other
  // would be wrong for a moment at every replacement.
  const executor: GatewayExecutor = async (request) => {
    const refusal = checkOperation(request);
    return refusal ?? (graphs.get(request.schema) ?? current).execute(request);
  };

  async function replace(sdl: string): Promise<void> {
    if (sdl === currentSdl) return;
    const next = await build(sdl, current, stopping.signal);
    graphs.set(next.schema, next);
    const last = current;
    current = next;
    currentSdl = sdl;
    announce(listeners);
    last.retire?.();
    // They would keep the graph before alive for as long as they go on, and never learn of the new one.
    subscriptions?.interruptAll('The schema was replaced.');
  }

  function announce(to: Iterable<GatewaySchemaLoadOrUpdateCallback>): void {
    for (const listener of to) listener({ apiSchema: current.schema, coreSupergraphSdl: currentSdl });
  }

  async function subscribe(request: TextRequest): Promise<Subscription | null> {
    const graph = current;
    const subscription = (await graph.subscribe?.(request)) ?? null;
    if (graph === current) return subscription;
    // Planned on a graph that was replaced meanwhile.
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
      const replacement = lastReplacement.then(() => replace(sdl));
      lastReplacement = replacement.catch(() => {});
      return replacement;
    },
    answer: (request) => current.answer?.(request) ?? null,
    subscribe,
    endSubscriptions,
    planning: planning ?? null,
    async stop() {
      endSubscriptions();
      stopping.abort();
      await close();
    },
  };
}
