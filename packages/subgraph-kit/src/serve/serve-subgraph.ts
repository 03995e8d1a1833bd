import {
  createEventStreams,
  createHttpServer,
  createWholeAnswers,
  listen,
  stopSignal,
} from '@yiwang/http-server';
import { createLogger, type Logger } from '@yiwang/observability';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Database } from '../database/open-database.ts';
import { createAdmission } from '../trust/admission.ts';
import { GatewayKeys } from '../trust/gateway-keys.ts';
import { createIdentify } from '../trust/identify.ts';
import { openReplayMemory } from '../trust/replay-memory.ts';
import { createErrorFormatter } from './format-error.ts';
import { createGraphqlRoute } from './graphql-route.ts';
import type { ServiceSettings } from './service-settings.ts';

export interface Subgraph {
  /** The department's name in the supergraph. */
  name: string;
  schema: GraphQLSchema;
  /** Coordinates of root fields that anyone may select: what they take carries its own credential. */
  openRoots?: readonly string[] | undefined;
  /** Called once a request; holds the request's loaders and nothing of another request. */
  createContext: () => Record<string, unknown>;
  database: Database;
  config: ServiceSettings;
}

/**
 * The department's server, not yet listening: POST /graphql, GET /health, GET /ready.
 *
 * @throws Error when it could verify nobody
 */
export async function createSubgraphServer({
  name,
  schema,
  openRoots = [],
  createContext,
  database,
  config,
}: Subgraph): Promise<FastifyInstance> {
  const logger = createLogger(name, config.LOG_LEVEL);
  const allowsUnsigned = config.UNSIGNED === 'allow';
  const keys = await openGatewayKeys(config, logger);
  const server = createHttpServer({
    logger,
    bodyLimitBytes: config.BODY_LIMIT_BYTES,
    readiness: { database: () => database.sql`select 1` },
  });
  const replays = await openReplayMemory(config.REPLAY_MEMORY, name, logger);
  server.addHook('onClose', async () => replays[Symbol.dispose]());
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: createGraphqlRoute(
      {
        schema,
        createContext,
        identify: createIdentify(name, keys, allowsUnsigned),
        admit: createAdmission(name, schema, openRoots, replays),
        formatError: createErrorFormatter(logger),
      },
      createEventStreams(server),
      createWholeAnswers(server),
    ),
  });
  return server;
}

async function openGatewayKeys(
  { GATEWAY_KEYS, UNSIGNED }: ServiceSettings,
  logger: Logger,
): Promise<GatewayKeys | null> {
  if (UNSIGNED === 'allow') {
    logger.warn('UNSIGNED=allow: whoever reaches this department reads everything');
  } else if (GATEWAY_KEYS === '') {
    throw new Error(
      'GATEWAY_KEYS must name a file with the public keys of the gateways. UNSIGNED=allow lets a department run alone, and answers whoever reaches it.',
    );
  }
  return GATEWAY_KEYS === '' ? null : GatewayKeys.open(GATEWAY_KEYS, logger);
}

/** Serves until SIGTERM, SIGINT or the loss of the parent process; returns once requests in flight are answered. */
export async function serveSubgraph(subgraph: Subgraph): Promise<void> {
  const server = await createSubgraphServer(subgraph);
  const url = await listen(server, subgraph.config.HOST, subgraph.config.PORT);
  server.log.info({ url }, 'listening');
  const reason = await stopSignal();
  server.log.info({ reason }, 'stopping');
  await server.close();
}
