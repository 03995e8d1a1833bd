import { createEventStreams, createHttpServer, listen, stopSignal } from '@yiwang/http-server';
import { createLogger } from '@yiwang/observability';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Database } from '../database/open-database.ts';
import { createErrorFormatter } from './format-error.ts';
import { createGraphqlRoute } from './graphql-route.ts';
import type { ServiceSettings } from './service-settings.ts';

export interface Subgraph {
  /** The department's name in the supergraph. */
  name: string;
  schema: GraphQLSchema;
  /** Called once a request; holds the request's loaders and nothing of another request. */
  createContext: () => Record<string, unknown>;
  database: Database;
  config: ServiceSettings;
}

/** The department's server, not yet listening: POST /graphql, GET /health, GET /ready. */
export function createSubgraphServer({
  name,
  schema,
  createContext,
  database,
  config,
}: Subgraph): FastifyInstance {
  const logger = createLogger(name, config.LOG_LEVEL);
  const server = createHttpServer({
    logger,
    bodyLimitBytes: config.BODY_LIMIT_BYTES,
    readiness: { database: () => database.sql`select 1` },
  });
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: createGraphqlRoute(
      { schema, createContext, formatError: createErrorFormatter(logger) },
      createEventStreams(server),
    ),
  });
  return server;
}

/** Serves until SIGTERM, SIGINT or the loss of the parent process; returns once requests in flight are answered. */
export async function serveSubgraph(subgraph: Subgraph): Promise<void> {
  const server = createSubgraphServer(subgraph);
  const url = await listen(server, subgraph.config.HOST, subgraph.config.PORT);
  server.log.info({ url }, 'listening');
  const reason = await stopSignal();
  server.log.info({ reason }, 'stopping');
  await server.close();
}
