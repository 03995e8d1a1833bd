import { createHttpServer } from '@yiwang/http-server';
import { createLogger, type Logger } from '@yiwang/observability';
import type { FastifyInstance } from 'fastify';
import { type AccessLog, openAccessLog } from './access-log/access-log.ts';
import { logStages } from './access-log/log-stages.ts';
import { type Access, openAccess } from './access/open-access.ts';
import type { GatewayConfig } from './config.ts';
import { engineMaker } from './graph/create-engine.ts';
import { createServedGraph, type ServedGraph } from './graph/served-graph.ts';
import { addGraphqlRoute } from './http/graphql-route.ts';
import type { Stages } from './pipeline.ts';
import { addPlayground } from './playground/add-playground.ts';
import { followRegistry } from './registry/follow-registry.ts';
import { createLimit } from './stages/limit.ts';
import { countStages } from './statistics/count-stages.ts';
import { createExecutionCounts, type ExecutionCounts } from './statistics/execution-counts.ts';
import { followFile } from './supergraph/follow-file.ts';
import { addWebSocket } from './web-socket/add-web-socket.ts';

/** Disposing of it answers the requests in flight, then lets go of everything. */
export interface Gateway extends AsyncDisposable {
  /** Not yet listening. */
  server: FastifyInstance;
}

/**
 * Puts the gateway together: file or registry → supergraph → engine and Apollo Server → stages → HTTP.
 *
 * @throws SupergraphFileError when the file cannot be read or holds no supergraph that can be served
 * @throws SettingsError when a file of keys, issuers or grants cannot be used
 */
export async function createGateway(config: GatewayConfig): Promise<Gateway> {
  const logger = createLogger('gateway', config.LOG_LEVEL);
  await using opened = new AsyncDisposableStack();
  const access = opened.use(await openAccess(config, logger));
  const log = opened.use(await openAccessLog(config, access.key, logger));
  const graphs = createGraphs(config, access, logger);
  const counts = createExecutionCounts(config.STATISTICS_SAMPLE);
  const source = config.REGISTRY
    ? await followRegistry(config, access, graphs, counts, logger)
    : await followFile(config.SUPERGRAPH, graphs.get(config.VARIANT)!, logger);
  const routes = createRoutes(config, graphs, counts, log);

  const server = createHttpServer({
    logger,
    bodyLimitBytes: config.BODY_LIMIT_BYTES,
    readiness: Object.fromEntries([...graphs].map(([variant, graph]) => [nameOf(variant), graph.checkReady])),
  });
  addPlayground(server, new Set(routes.keys()));
  for (const [path, stages] of routes) addGraphqlRoute(server, path, stages);
  addWebSocket(server, routes, config, logger);
  server.addHook('preClose', async () => {
    for (const graph of graphs.values()) graph.endSubscriptions();
  });

  const stillNeeded = opened.move();
  return {
    server,
    async [Symbol.asyncDispose]() {
      source.stop();
      await server.close();
      await Promise.all([...graphs.values()].map((graph) => graph[Symbol.asyncDispose]()));
      await source[Symbol.asyncDispose]();
      await stillNeeded.disposeAsync();
    },
  };

  function nameOf(variant: string): string {
    return variant === config.VARIANT ? 'supergraph' : `supergraph ${variant}`;
  }
}

/** One for each variant. */
function createGraphs(
  config: GatewayConfig,
  { authenticate }: Access,
  logger: Logger,
): ReadonlyMap<string, ServedGraph> {
  const createEngine = engineMaker(config, logger);
  // How large a document is does not depend on the schema.
  const limit = createLimit(config);
  const variants = new Set([config.VARIANT, ...config.VARIANTS]);
  const stages = { authenticate, limit };
  return new Map([...variants].map((variant) => [variant, createServedGraph(createEngine, stages, logger)]));
}

/** By path. */
function createRoutes(
  { VARIANT, VARIANTS, REGISTRY, STATISTICS_SAMPLE }: GatewayConfig,
  graphs: ReadonlyMap<string, ServedGraph>,
  counts: ExecutionCounts,
  log: AccessLog,
): ReadonlyMap<string, Stages> {
  const isCounting = REGISTRY !== '' && STATISTICS_SAMPLE > 0;
  const stagesOf = (variant: string) => {
    const stages = logStages(graphs.get(variant)!.stages, log);
    return isCounting ? countStages(stages, variant, counts) : stages;
  };
  return new Map([
    ['/graphql', stagesOf(VARIANT)],
    ...VARIANTS.map((variant) => [`/${variant}/graphql`, stagesOf(variant)] as const),
  ]);
}
