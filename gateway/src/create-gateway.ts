import { createAnswerCache } from '@yiwang/engine';
import { createHttpServer, createUnsentBytes } from '@yiwang/service/http';
import { createLogger, type Logger } from '@yiwang/service/logging';
import { openClientTls, openServerTls } from '@yiwang/service/tls';
import type { FastifyInstance } from 'fastify';
import { openAccessLog } from './reporting/access-log/access-log.ts';
import { createWitnessesOf } from './reporting/access-log/deposit-seals.ts';
import { openAccess } from './pipeline/authentication/open-access.ts';
import { type GatewayConfig, publicVariantOf } from './config/config.ts';
import { createCachedDepartments, followChanges } from './supergraph/changes/follow-changes.ts';
import { createDepartmentStates } from './supergraph/department-states.ts';
import { createDepartmentsOf, createNamesOf } from './supergraph/departments-of.ts';
import { type CreateEngine, engineMaker } from './supergraph/create-engine.ts';
import { openPlanStore } from './supergraph/plan-store.ts';
import { createServedGraph, type ServedGraph } from './supergraph/served-graph.ts';
import { allowOrigins } from './transport/http/cors.ts';
import { readAllowedOrigins } from './pipeline/csrf-prevention/allowed-origins.ts';
import { addFilesRoute } from './transport/files/add-files-route.ts';
import { addGraphqlRoute, type RouteTools } from './transport/http/graphql-route.ts';
import { addLocalWork, DEPARTMENT_PATH } from './transport/local-work/add-local-work.ts';
import { isOwnPage } from './transport/local-work/own-page.ts';
import { openLocalSystem } from './transport/local-work/local-system.ts';
import { createAddressOf } from './pipeline/rate-limits/client-address.ts';
import { limitConnections } from './transport/http/connection-shares.ts';
import { addPlayground } from './transport/playground/add-playground.ts';
import { createPlaygroundConfig } from './transport/playground/playground-config.ts';
import { followRegistry } from './supergraph/registry/follow-registry.ts';
import { createExecutionCounts } from './reporting/usage/execution-counts.ts';
import { type FileGraphs, followFile } from './supergraph/follow-file.ts';
import { addWebSocket } from './transport/web-socket/add-web-socket.ts';
import { type ClientPolicies, createClientPolicies } from './pipeline/client-policies/client-policies.ts';
import type { CostModel } from './pipeline/cost/cost-model.ts';
import { reportCost } from './pipeline/cost/report-cost.ts';
import { createCsrfPrevention } from './pipeline/csrf-prevention/csrf-prevention.ts';
import { createDocumentStages } from './pipeline/document-limits/limit-document.ts';
import { hideSuggestions } from './pipeline/execution/hide-suggestions.ts';
import { createAuthorizeQueryPlan } from './pipeline/query-plan/query-plan.ts';
import { readParams } from './pipeline/graphql-params/read-params.ts';
import { createFindMandates } from './pipeline/mandates/find-mandates.ts';
import {
  createFindPersistedDocument,
  type FindPersistedDocument,
} from './pipeline/persisted-documents/find-persisted-document.ts';
import {
  createTrustedDocuments,
  type TrustedDocuments,
} from './pipeline/persisted-documents/trusted-documents.ts';
import type { Pipeline, Stages } from './pipeline/pipeline.ts';
import { createCounters } from './pipeline/rate-limits/counter.ts';
import { createLimitRate, createRates, type Rates } from './pipeline/rate-limits/rates.ts';
import { createLockSignIns, createSignIns, type SignIns } from './pipeline/rate-limits/sign-ins.ts';
import { createLoadShedding } from './pipeline/load-shedding/shed-load.ts';
import { createOperationTimeouts } from './pipeline/timeouts/operation-timeout.ts';
import { createAsksByCredential } from './pipeline/variants/asks-by-credential.ts';
import { createChooseVariant } from './pipeline/variants/choose-variant.ts';
import { createReadLogging } from './reporting/access-log/log-reads.ts';
import { createCountUsage } from './reporting/usage/count-usage.ts';
import { openTelemetry, type Telemetry } from './reporting/telemetry/open-telemetry.ts';
import { createReportWriter } from './reporting/usage/operation-reports.ts';
import { reportUsage } from './reporting/usage/report-usage.ts';

/** A gateway that is put together. Disposing of it answers the requests in flight, then closes everything. */
export interface Gateway extends AsyncDisposable {
  /** Not yet listening. */
  server: FastifyInstance;
}

/**
 * Creates the gateway: file or registry → supergraph → engine and Apollo Server → pipeline → HTTP.
 *
 * @param openLog opens the access log; tests give another one
 * @param logger tests give another one, too
 * @throws SupergraphFileError when the file cannot be read or holds no supergraph that can be served
 * @throws SettingsError when a file of keys, issuers or grants cannot be used
 */
export async function createGateway(
  config: GatewayConfig,
  openLog: typeof openAccessLog = openAccessLog,
  logger: Logger = createLogger('gateway', config.LOG_LEVEL),
): Promise<Gateway> {
  const readLocalSystem = openLocalSystem(config);
  await using opened = new AsyncDisposableStack();
  const departmentsOf = createDepartmentsOf(() => graphs.get(config.VARIANT)!.supergraphSdl);
  const tls = opened.use(await openClientTls(config.DEPARTMENT_TLS, logger));
  const access = opened.use(
    await openAccess(
      config,
      (department) => departmentsOf().find(({ name }) => name === department)?.url,
      logger,
      tls,
    ),
  );
  const log = opened.use(await openLog(config, access.key, logger, tls));
  const limits = opened.use(await createLimits(config, access.isRemembered, logger));
  const telemetry = opened.use(
    await openTelemetry(config, limits.trusted, createNamesOf(departmentsOf), logger),
  );
  const plans =
    config.SUPERGRAPH_CACHE && access.key
      ? openPlanStore(config.SUPERGRAPH_CACHE, access.key.current, logger)
      : null;
  opened.use(plans);
  const cache = config.CACHE_BYTES > 0 ? createAnswerCache({ maxBytes: config.CACHE_BYTES }) : null;
  const createEngine = engineMaker(config, logger, telemetry, plans, cache, tls);
  const graphs = createGraphs(config, limits, createEngine, logger);
  const registry = config.REGISTRY ? await followRegistry(config, access, graphs, logger, tls) : null;
  const source = registry ?? (await followFile(config.SUPERGRAPH, fileGraphs(config, graphs), logger));
  opened.use(source);
  const counts =
    registry && config.STATISTICS_SAMPLE > 0 ? createExecutionCounts(config.STATISTICS_SAMPLE) : null;
  if (registry && counts) {
    const write = createReportWriter((variant) => graphs.get(variant)?.schema ?? null);
    const { client } = registry;
    opened.use(reportUsage({ counts, write, client, logger, intervalMs: config.STATISTICS_INTERVAL_MS }));
  }
  opened.defer(
    async () => void (await Promise.all([...graphs.values()].map((graph) => graph[Symbol.asyncDispose]()))),
  );
  if (cache) {
    const following = { cache, gateway: config.GATEWAY_NAME, signer: access.signer, logger, tls };
    opened.use(followChanges(createCachedDepartments(departmentsOf, graphs.get(config.VARIANT)!), following));
  }
  log.depositWith?.(createWitnessesOf(departmentsOf, config), tls);
  const origins = readAllowedOrigins(config.CORS_ORIGINS);
  const csrf = createCsrfPrevention(origins);
  const stages: Omit<Stages, 'chooseVariant'> = {
    preventCsrf: csrf.preventCsrf,
    withinTimeLimit: opened.use(createOperationTimeouts(config.OPERATION_TIMEOUT_MS)).within,
    lockSignIns: createLockSignIns(limits.signIns),
    authenticate: access.authenticate,
    limitRate: createLimitRate(limits),
    authorizeQueryPlan: createAuthorizeQueryPlan(readLocalSystem && isOwnPage),
    readParams,
    findPersistedDocument: limits.findPersistedDocument,
    shedLoad: opened.use(
      createLoadShedding(config.OVERLOAD_DELAY_MS, (isShedding, delayMs) => {
        if (isShedding) logger.warn({ delayMs }, 'overloaded: the costliest operations are refused');
        else logger.info('no longer overloaded');
      }),
    ).shedLoad,
    findMandates: createFindMandates(access.mandates, config.GRANTS_MAX_AGE_MS),
    accessLog: createReadLogging(log),
    countUsage: createCountUsage(counts),
    reportCost,
    hideSuggestions,
  };
  const routes = createRoutes(config, graphs, stages, telemetry);
  const addressOf = createAddressOf(config.TRUSTED_PROXIES);
  const tools: RouteTools = {
    addressOf,
    csrf,
    compressBytes: config.COMPRESS_BYTES,
    unsent: opened.use(
      createUnsentBytes(
        {
          sendTimeoutMs: config.SEND_TIMEOUT_MS,
          minBytesPerSecond: config.SEND_MIN_BYTES_PER_SECOND,
          maxPerConnection: config.UNSENT_CONNECTION_BYTES,
          maxPerAddress: config.UNSENT_ADDRESS_BYTES,
          maxInTotal: config.UNSENT_BYTES,
        },
        addressOf,
        (reason, address, bytes) => logger.warn({ address, bytes }, `connection closed: ${reason}`),
      ),
    ),
  };

  const ownTls = await openServerTls(config, logger);
  if (ownTls) opened.use(ownTls);
  const server = createHttpServer({
    logger,
    tls: ownTls,
    bodyLimitBytes: config.BODY_LIMIT_BYTES,
    requestTimeoutMs: config.REQUEST_TIMEOUT_MS,
    readinessDetails: createDepartmentStates(departmentsOf, tls),
    readiness: Object.fromEntries([...graphs].map(([variant, graph]) => [nameOf(variant), graph.checkReady])),
  });
  opened.defer(async () => {
    source.stop();
    await server.close();
  });
  const connections = { perAddress: config.CONNECTIONS_PER_ADDRESS, inTotal: config.CONNECTIONS };
  limitConnections(server, connections, config.TRUSTED_PROXIES);
  allowOrigins(server, origins);
  const paths = [...routes.keys()];
  if (readLocalSystem) addLocalWork(server, readLocalSystem, paths, config.GATEWAY_NAME, access.key);
  addPlayground(server, routes, {
    readConfig: createPlaygroundConfig(config.PLAYGROUND_TABS, readLocalSystem),
    departmentPath: readLocalSystem && DEPARTMENT_PATH,
    addressOf,
  });
  for (const [path, pipeline] of routes) addGraphqlRoute(server, path, pipeline, tools);
  opened.use(addFilesRoute(server, routes.get('/graphql')!, tools, departmentsOf, config, tls));
  const webSockets = addWebSocket(server, routes, tools, config, logger);
  telemetry.observeServer(server, {
    graphs,
    versionOf: (variant) => registry?.versionOf(variant) ?? null,
    webSockets,
    cache,
    unshippedAccesses: () => log.unshipped?.() ?? null,
    canLogAccesses: () => (config.ACCESS_LOG ? log.refusal === null : null),
  });
  server.addHook('preClose', async () => {
    for (const graph of graphs.values()) graph.endSubscriptions();
  });

  const all = opened.move();
  return { server, [Symbol.asyncDispose]: () => all.disposeAsync() };

  function nameOf(variant: string): string {
    return variant === config.VARIANT ? 'supergraph' : `supergraph ${variant}`;
  }
}

/** Creates one graph for each variant, which waits for its first supergraph. */
function createGraphs(
  config: GatewayConfig,
  limits: Limits,
  createEngine: CreateEngine,
  logger: Logger,
): ReadonlyMap<string, ServedGraph> {
  const options = {
    createEngine,
    createDocumentStages: (modelOf: () => CostModel | null) => createDocumentStages(config, limits, modelOf),
    listSize: config.COST_LIST_SIZE,
    answerLimitBytes: config.ANSWER_LIMIT_BYTES,
  };
  const variants = new Set([config.VARIANT, ...config.VARIANTS, publicVariantOf(config) ?? config.VARIANT]);
  return new Map(
    [...variants].map((variant) => [variant, createServedGraph({ variant, ...options }, logger)]),
  );
}

/** Creates the pipeline of each path. */
function createRoutes(
  config: GatewayConfig,
  graphs: ReadonlyMap<string, ServedGraph>,
  stages: Omit<Stages, 'chooseVariant'>,
  { createPipeline }: Pick<Telemetry, 'createPipeline'>,
): ReadonlyMap<string, Pipeline> {
  const { VARIANT, VARIANTS } = config;
  const publicVariant = publicVariantOf(config);
  const asksByCredential = createAsksByCredential(config.OPERATION_MAX_TOKENS);
  const pipelineOf = (variant: string) => {
    const { graph } = graphs.get(variant)!;
    const anonymous = publicVariant === null ? graph : graphs.get(publicVariant)!.graph;
    return createPipeline({
      ...stages,
      chooseVariant: createChooseVariant(graph, anonymous, asksByCredential),
    });
  };
  return new Map([
    ['/graphql', pipelineOf(VARIANT)],
    ...VARIANTS.map((variant) => [`/${variant}/graphql`, pipelineOf(variant)] as const),
  ]);
}

function fileGraphs(config: GatewayConfig, graphs: ReadonlyMap<string, ServedGraph>): FileGraphs {
  const publicVariant = publicVariantOf(config);
  const anonymous = publicVariant === null ? null : graphs.get(publicVariant)!;
  return { all: graphs.get(config.VARIANT)!, anonymous, publicVariant };
}

/** The limits of clients, whichever graph answers them. */
interface Limits extends AsyncDisposable {
  policies: ClientPolicies;
  rates: Rates;
  signIns: SignIns;
  trusted: TrustedDocuments;
  findPersistedDocument: FindPersistedDocument;
}

/** @throws SettingsError when a file that the settings name is invalid */
async function createLimits(
  config: GatewayConfig,
  isRemembered: (token: string) => boolean,
  logger: Logger,
): Promise<Limits> {
  const policies = await createClientPolicies(config, logger);
  const trusted = await createTrustedDocuments(config.PERSISTED_OPERATIONS, logger);
  const counters = await createCounters(config.RATE_LIMIT_STORE, logger, config.RATE_LIMIT_BURST_SECONDS);
  return {
    policies,
    rates: createRates(counters),
    signIns: createSignIns(counters, config.RATE_LIMIT_SIGN_INS, isRemembered),
    trusted,
    findPersistedDocument: createFindPersistedDocument(trusted, policies, config.PERSISTED_QUERIES),
    async [Symbol.asyncDispose]() {
      trusted[Symbol.dispose]();
      policies[Symbol.dispose]();
      await counters[Symbol.asyncDispose]();
    },
  };
}
