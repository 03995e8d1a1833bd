import {
  createEventStreams,
  createHttpServer,
  createWholeAnswers,
  drain,
  listen,
  stopSignal,
} from '@yiwang/service/http';
import { createLogger, type Logger } from '@yiwang/service/logging';
import { openServerTls } from '@yiwang/service/tls';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { addAuditRoutes } from '../access-log/audit-route.ts';
import { openServedLog } from '../access-log/served-log.ts';
import { explainDatabaseError } from '../database/explain-database-error.ts';
import type { Database } from '../database/open-database.ts';
import { addCertificateRoutes } from '../certificates/certificate-routes.ts';
import type { Certificates } from '../certificates/certificates.ts';
import { createAnnouncedChanges } from '../changes/announced-changes.ts';
import { addChangeRoute } from '../changes/change-route.ts';
import { addMaterialRoutes } from '../materials/material-routes.ts';
import type { Materials } from '../materials/materials.ts';
import type { DepartmentGauge } from '../telemetry/database-gauges.ts';
import { observeOptions, observeRoute, observeStreams } from '../telemetry/observe-route.ts';
import { openTelemetry } from '../telemetry/open-telemetry.ts';
import { openCursorSeal } from '../pages/cursor-seal.ts';
import { readAccessRules } from '../trust/access-rules.ts';
import { createAdmission } from '../trust/admission.ts';
import { GatewayKeys } from '../trust/gateway-keys.ts';
import { createIdentify } from '../trust/identify.ts';
import { createReadsSchema } from '../trust/schema-readers.ts';
import type { ReplicaReads } from '../replicas/replica-reads.ts';
import { openReplayMemory } from '../trust/replay-memory.ts';
import { createLimitDocument } from './document-limits.ts';
import { createErrorFormatter } from './format-error.ts';
import { createGraphqlRoute } from './graphql-route.ts';
import type { GraphqlRouteOptions } from './graphql-route-options.ts';
import type { ServiceSettings } from './service-settings.ts';

export interface Subgraph {
  /** The department's name in the supergraph. */
  name: string;
  schema: GraphQLSchema;
  /** Coordinates of root fields that anyone may select: their arguments carry a credential. */
  openRoots?: readonly string[] | undefined;
  /** Called once per request; the context holds the request's loaders and nothing of another request. */
  createContext: () => Record<string, unknown>;
  /** A replica that answers some queries; none when it is not given. */
  replica?: ReplicaReads | undefined;
  /** What people upload; nothing when it is not given. */
  materials?: Materials | undefined;
  /** What it certifies; nothing when it is not given. */
  certificates?: Certificates | undefined;
  database: Database;
  config: ServiceSettings;
  /** Figures of its own for operators. */
  gauges?: readonly DepartmentGauge[] | undefined;
}

/**
 * The department's server, not yet listening: POST /graphql, GET /health, GET /ready.
 *
 * @throws Error when the settings name no keys, and do not allow unsigned requests
 */
export async function createSubgraphServer({
  name,
  schema,
  openRoots = [],
  createContext,
  replica,
  materials,
  certificates,
  database,
  config,
  gauges,
}: Subgraph): Promise<FastifyInstance> {
  const logger = createLogger(name, config.LOG_LEVEL);
  const allowsUnsigned = config.UNSIGNED === 'allow';
  const keys = await openGatewayKeys(config, logger);
  const readsSchema = createReadsSchema(name, await openSchemaReaders(config, logger));
  const isAlone = keys === null && process.env['NODE_ENV'] !== 'production';
  const cursorSeal = await openCursorSeal(config.CURSOR_KEY, name, !isAlone, logger);
  const tls = await openServerTls(config, logger);
  const server = createHttpServer({
    logger,
    tls,
    bodyLimitBytes: config.BODY_LIMIT_BYTES,
    readiness: { database: () => database.sql`select 1` },
    keepsBodies: true,
    explainError: explainDatabaseError,
  });
  server.addHook('onClose', async () => {
    cursorSeal[Symbol.dispose]();
    tls?.[Symbol.dispose]();
  });
  const telemetry = await openTelemetry(name, config, database, logger, gauges);
  server.addHook('onClose', async () => telemetry?.[Symbol.asyncDispose]());
  telemetry?.observeServer(server);
  const replays = await openReplayMemory(config.REPLAY_MEMORY, name, logger);
  server.addHook('onClose', async () => replays[Symbol.dispose]());
  const log = keys ? await openServedLog(name, config, logger) : null;
  server.addHook('onClose', async () => log?.[Symbol.asyncDispose]());
  const auditors = config.AUDITOR_KEYS
    ? await GatewayKeys.open(config.AUDITOR_KEYS, logger, 'AUDITOR_KEYS')
    : null;
  addAuditRoutes(server, {
    department: name,
    log,
    gateways: keys,
    auditors,
    fields: conditionalFieldsOf(schema),
  });
  const identify = createIdentify(name, keys, allowsUnsigned);
  addChangeRoute(server, createAnnouncedChanges(database.sql, replica?.settled), identify, replays);
  if (materials) addMaterialRoutes(server, { materials, identify, replays, log });
  if (certificates) addCertificateRoutes(server, { certificates, identify, replays, log });
  const options: GraphqlRouteOptions = {
    schema,
    createContext,
    contextOfAll: { cursorSeal, aggregateMinimum: config.AGGREGATE_MINIMUM },
    replica: replica ?? null,
    identify,
    admit: createAdmission(name, schema, openRoots, replays, readsSchema === null),
    readsSchema,
    limitDocument: createLimitDocument(config),
    log,
    formatError: createErrorFormatter(logger),
  };
  const streams = createEventStreams(server);
  const route = createGraphqlRoute(
    telemetry ? observeOptions(options) : options,
    telemetry ? observeStreams(streams) : streams,
    createWholeAnswers(server),
  );
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: telemetry ? observeRoute(route, telemetry.observe) : route,
  });
  return server;
}

function conditionalFieldsOf(schema: GraphQLSchema): string[] {
  const rules = [...readAccessRules(schema)];
  return rules.flatMap(([coordinate, { sharing }]) => (sharing === 'CONDITIONAL' ? [coordinate] : []));
}

async function openGatewayKeys(
  { GATEWAY_KEYS, UNSIGNED }: ServiceSettings,
  logger: Logger,
): Promise<GatewayKeys | null> {
  if (UNSIGNED === 'allow') {
    logger.warn('UNSIGNED=allow: anyone who can reach this department can read everything');
  } else if (GATEWAY_KEYS === '') {
    throw new Error(
      'GATEWAY_KEYS must name a file with the public keys of the gateways. To run a department without a gateway, set UNSIGNED=allow: it then answers anyone who can reach it.',
    );
  }
  return GATEWAY_KEYS === '' ? null : GatewayKeys.open(GATEWAY_KEYS, logger);
}

/** The keys of schema readers; null when everyone may read the schema. */
async function openSchemaReaders(
  { SCHEMA_READERS }: ServiceSettings,
  logger: Logger,
): Promise<GatewayKeys | null> {
  return !SCHEMA_READERS ? null : GatewayKeys.open(SCHEMA_READERS, logger, 'SCHEMA_READERS');
}

/** Serves until SIGTERM, SIGINT or the loss of the parent process, and returns when the requests in flight are answered. */
export async function serveSubgraph(subgraph: Subgraph): Promise<void> {
  const server = await createSubgraphServer(subgraph);
  const url = await listen(server, subgraph.config.HOST, subgraph.config.PORT);
  server.log.info({ url }, 'listening');
  const reason = await stopSignal();
  server.log.info({ reason }, 'stopping');
  await drain(server, subgraph.config.DRAIN_MS);
  await server.close();
}
