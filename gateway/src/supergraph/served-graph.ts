import type { Engine, Replacement } from '@yiwang/engine';
import { PublicError } from '@yiwang/errors';
import type { Logger } from '@yiwang/service/logging';
import type { GraphQLSchema } from 'graphql';
import { createApolloServer } from '../pipeline/execution/apollo/create-apollo-server.ts';
import type { CostModel } from '../pipeline/cost/cost-model.ts';
import type { DocumentStages } from '../pipeline/document-limits/limit-document.ts';
import type { Graph } from '../pipeline/pipeline.ts';
import { createExecute } from '../pipeline/execution/execute.ts';
import { createSubscribe } from '../pipeline/execution/subscribe.ts';
import type { CreateEngine } from './create-engine.ts';

/** One variant that is served. It may wait for its first supergraph; later it swaps from one to the next. */
export interface ServedGraph extends AsyncDisposable {
  /** Refuses operations with NOT_READY until there is a supergraph. */
  readonly graph: Graph;
  /** Null until there is a supergraph; so are the next two. */
  readonly supergraphSdl: string | null;
  /** The schema that clients see. */
  readonly schema: GraphQLSchema | null;
  readonly engine: Engine | null;
  /** Why there is no supergraph yet, in a sentence for clients. */
  waitingFor: string;

  /**
   * Prepares a supergraph, to be served from the moment of its commit. Make one call at a time.
   *
   * @throws SupergraphError when it cannot be served; the previous one is still served
   */
  prepareSupergraph(sdl: string): Promise<Replacement>;

  /** @throws PublicError NOT_READY while there is no supergraph; another error when the engine cannot answer */
  checkReady(): Promise<void>;

  /** Ends all subscriptions, when the server stops. */
  endSubscriptions(): void;
}

export interface ServedGraphOptions {
  variant: string;
  createEngine: CreateEngine;
  createDocumentStages(modelOf: () => CostModel | null): DocumentStages;
  /** See CostModel. */
  listSize: number;
  /** Limit of one answer. */
  answerLimitBytes: number;
}

export function createServedGraph(
  { variant, createEngine, createDocumentStages, listSize, answerLimitBytes }: ServedGraphOptions,
  logger: Logger,
): ServedGraph {
  let served: Served | null = null;
  let disposed = false;

  function current(): Served {
    if (!served) throw new PublicError('NOT_READY', servedGraph.waitingFor);
    return served;
  }

  const servedGraph: ServedGraph = {
    graph: {
      variant,
      ...createDocumentStages(() => served?.costModel() ?? null),
      usesMandates: ({ params }) => served?.engine.usesMandates(params.query, params.operationName) ?? false,
      subscribe: (request) => current().subscribe(request),
      execute: (request) => current().execute(request),
    },
    get supergraphSdl() {
      return served?.engine.supergraphSdl ?? null;
    },
    get schema() {
      return served?.costModel()?.schema ?? null;
    },
    get engine() {
      return served?.engine ?? null;
    },
    waitingFor: 'There is no supergraph yet.',

    async prepareSupergraph(sdl) {
      if (served) return served.engine.prepareSupergraph(sdl);
      const first = await serve(await createEngine(sdl), listSize, answerLimitBytes, logger);
      const discard = () => void first.stop();
      return { commit: () => (disposed ? discard() : void (served = first)), discard };
    },
    checkReady: async () => current().check(),
    endSubscriptions: () => served?.engine.endSubscriptions(),
    async [Symbol.asyncDispose]() {
      disposed = true;
      await served?.stop();
    },
  };
  return servedGraph;
}

type Served = Awaited<ReturnType<typeof serve>>;

/** Starts what serves the graph: the engine, and Apollo Server for what must be explained to the client. */
async function serve(engine: Engine, listSize: number, answerLimitBytes: number, logger: Logger) {
  let costModel: CostModel | null = null;
  engine.onSchemaLoadOrUpdate(({ apiSchema }) => {
    costModel = { schema: apiSchema, facts: engine.costs, listSize };
  });
  const apollo = await createApolloServer(engine, logger);
  return {
    engine,
    costModel: () => costModel,
    execute: createExecute(engine, apollo, answerLimitBytes),
    subscribe: createSubscribe(engine, answerLimitBytes),
    check: async () => void (await apollo.executeOperation({ query: '{ __typename }' })),
    stop: () => apollo.stop(),
  };
}

/**
 * Swaps all graphs at the same moment, so that no operation meets the new supergraph in one variant and the old one in another. When
 * one cannot be served, none is swapped.
 *
 * @throws SupergraphError
 */
export async function swapTogether(
  supergraphs: readonly { graph: ServedGraph; sdl: string }[],
): Promise<void> {
  const prepared = await Promise.allSettled(
    supergraphs.map(({ graph, sdl }) => graph.prepareSupergraph(sdl)),
  );
  const replacements = prepared.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const fault = prepared.find((one) => one.status === 'rejected');
  for (const replacement of replacements) {
    if (fault) replacement.discard();
    else replacement.commit();
  }
  if (fault) throw fault.reason;
}
