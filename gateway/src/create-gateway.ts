import { createApolloEngine, createCompiledEngine, type DepartmentFault, type Engine } from '@yiwang/engine';
import { createHttpServer } from '@yiwang/http-server';
import { createLogger, type Logger } from '@yiwang/observability';
import type { FastifyInstance } from 'fastify';
import { createApolloServer } from './apollo/create-apollo-server.ts';
import type { GatewayConfig } from './config.ts';
import { addGraphqlRoute } from './http/graphql-route.ts';
import { addPlayground } from './playground/add-playground.ts';
import { createExecute } from './stages/execute.ts';
import { createLimit } from './stages/limit.ts';
import { createSubscribe } from './stages/subscribe.ts';
import { read } from './stages/read.ts';
import { namingFile, readSupergraph } from './supergraph/read-supergraph.ts';
import { addWebSocket } from './web-socket/add-web-socket.ts';
import { watchSupergraph } from './supergraph/watch-supergraph.ts';

/** Disposing of it answers the requests in flight, then lets go of everything. */
export interface Gateway extends AsyncDisposable {
  /** Not yet listening. */
  server: FastifyInstance;
}

/**
 * Puts the gateway together: supergraph file → engine → Apollo Server → stages → HTTP.
 *
 * @throws SupergraphFileError when the file cannot be read or holds no supergraph that can be served
 */
export async function createGateway(config: GatewayConfig): Promise<Gateway> {
  const logger = createLogger('gateway', config.LOG_LEVEL);
  const engine = await createEngineFromFile(config, logger);
  const apollo = await createApolloServer(engine, logger);
  const stages = {
    read,
    limit: createLimit(config),
    subscribe: createSubscribe(engine),
    execute: createExecute(engine, apollo),
  };

  const server = createHttpServer({
    logger,
    bodyLimitBytes: config.BODY_LIMIT_BYTES,
    readiness: { supergraph: () => apollo.executeOperation({ query: '{ __typename }' }) },
  });
  addPlayground(server);
  addGraphqlRoute(server, stages);
  addWebSocket(server, stages, config, logger);
  server.addHook('preClose', async () => engine.endSubscriptions());

  const stopWatching = watchSupergraph(config.SUPERGRAPH, () =>
    replaceSupergraph(engine, config.SUPERGRAPH, logger),
  );
  return {
    server,
    async [Symbol.asyncDispose]() {
      stopWatching();
      await server.close();
      await apollo.stop();
    },
  };
}

const CREATE_ENGINE = { apollo: createApolloEngine, compiled: createCompiledEngine };

async function createEngineFromFile(config: GatewayConfig, logger: Logger): Promise<Engine> {
  const supergraphSdl = await readSupergraph(config.SUPERGRAPH);
  return namingFile(config.SUPERGRAPH, () =>
    CREATE_ENGINE[config.ENGINE]({
      supergraphSdl,
      timeoutMs: config.DEPARTMENT_TIMEOUT_MS,
      answerLimitBytes: config.DEPARTMENT_ANSWER_LIMIT_BYTES,
      connections: config.DEPARTMENT_CONNECTIONS,
      subscriptionUrls: config.SUBSCRIPTION_URLS,
      subscriptionLimit: config.SUBSCRIPTIONS,
      unsharedDepartments: config.UNSHARED_DEPARTMENTS,
      overrideLabels: config.OVERRIDE_LABELS,
      onDepartmentFault: (fault) => logDepartmentFault(logger, fault),
      planner: {
        timeoutMs: config.PLANNER_TIMEOUT_MS,
        maxWaiting: config.PLANNER_WAITING,
        memoryMib: config.PLANNER_MEMORY_MIB,
        idleMs: config.PLANNER_IDLE_MS,
        warmUpMs: config.WARM_UP_MS,
      },
      onPlannerFault: (err) => logger.warn({ err }, 'planning failed'),
    }),
  );
}

/** Never fails: a supergraph that cannot be served is logged, and the one before goes on. */
async function replaceSupergraph(engine: Engine, file: string, logger: Logger): Promise<void> {
  try {
    const supergraphSdl = await readSupergraph(file);
    if (supergraphSdl === engine.supergraphSdl) return;
    await namingFile(file, () => engine.replaceSupergraph(supergraphSdl));
    logger.info({ supergraph: file, planning: engine.planning }, 'supergraph replaced');
  } catch (err) {
    logger.error({ err, supergraph: file }, 'supergraph not replaced; the one before goes on');
  }
}

function logDepartmentFault(logger: Logger, fault: DepartmentFault): void {
  const level = fault.reason === 'CANCELLED' ? 'debug' : 'warn';
  logger[level](
    { department: fault.department, reason: fault.reason, detail: fault.message },
    'department failed',
  );
}
