import type { Engine } from '@yiwang/engine';
import { PublicError } from '@yiwang/errors';
import type { Logger } from '@yiwang/observability';
import type { GraphQLSchema } from 'graphql';
import { createApolloServer } from '../apollo/create-apollo-server.ts';
import type { CostModel } from '../cost/cost-model.ts';
import type { Identified, Stages } from '../pipeline.ts';
import { createExecute } from '../stages/execute.ts';
import { hideSuggestions } from '../stages/hide-suggestions.ts';
import { read } from '../stages/read.ts';
import { reportCost } from '../stages/report-cost.ts';
import { createSubscribe } from '../stages/subscribe.ts';
import type { CreateEngine } from './create-engine.ts';

/** One schema at one address. It may have to wait for its first supergraph; the later ones replace each other. */
export interface ServedGraph extends AsyncDisposable {
  /** Until there is a supergraph they refuse operations with NOT_READY. */
  readonly stages: Stages;
  /** Null until there is a supergraph, as the next two. */
  readonly supergraphSdl: string | null;
  /** What clients may ask. */
  readonly schema: GraphQLSchema | null;
  readonly planning: Engine['planning'];
  /** Why there is no supergraph yet, in a sentence for callers. */
  waitingFor: string;

  /**
   * Answers from this supergraph from now on. One call at a time.
   *
   * @throws SupergraphError when it cannot be served; what was served before goes on
   */
  takeSupergraph(sdl: string): Promise<void>;

  /** @throws PublicError NOT_READY while there is no supergraph; whatever else keeps it from answering */
  checkReady(): Promise<void>;

  /** For a server that stops. */
  endSubscriptions(): void;
}

/** What stages are made of that do not depend on the graph alone. */
export interface StageParts extends Pick<Stages, 'authenticate' | 'admit'> {
  createLimit(modelOf: () => CostModel | null): Stages['limit'];
  /** See PersistedOperations. */
  resolve(request: Identified): Identified;
  /** See CostModel. */
  listSize: number;
}

export function createServedGraph(
  createEngine: CreateEngine,
  { authenticate, admit, resolve, createLimit, listSize }: StageParts,
  logger: Logger,
): ServedGraph {
  let served: Served | null = null;
  let disposed = false;

  function current(): Served {
    if (!served) throw new PublicError('NOT_READY', graph.waitingFor);
    return served;
  }

  const graph: ServedGraph = {
    stages: {
      authenticate,
      admit,
      read: (request) => read(resolve(request)),
      limit: createLimit(() => served?.costModel() ?? null),
      subscribe: (request) => current().subscribe(request),
      execute: hideSuggestions(reportCost((request) => current().execute(request))),
    },
    get supergraphSdl() {
      return served?.engine.supergraphSdl ?? null;
    },
    get schema() {
      return served?.costModel()?.schema ?? null;
    },
    get planning() {
      return served?.engine.planning ?? null;
    },
    waitingFor: 'There is no supergraph yet.',

    async takeSupergraph(sdl) {
      if (served) return served.engine.replaceSupergraph(sdl);
      const first = await serve(await createEngine(sdl), listSize, logger);
      if (disposed) return first.stop();
      served = first;
    },
    checkReady: async () => current().check(),
    endSubscriptions: () => served?.engine.endSubscriptions(),
    async [Symbol.asyncDispose]() {
      disposed = true;
      await served?.stop();
    },
  };
  return graph;
}

type Served = Awaited<ReturnType<typeof serve>>;

/** An engine, and Apollo Server for what has to be explained to the caller. */
async function serve(engine: Engine, listSize: number, logger: Logger) {
  let costModel: CostModel | null = null;
  engine.onSchemaLoadOrUpdate(({ apiSchema }) => {
    costModel = { schema: apiSchema, facts: engine.costs, listSize };
  });
  const apollo = await createApolloServer(engine, logger);
  return {
    engine,
    costModel: () => costModel,
    execute: createExecute(engine, apollo),
    subscribe: createSubscribe(engine),
    check: async () => void (await apollo.executeOperation({ query: '{ __typename }' })),
    stop: () => apollo.stop(),
  };
}
