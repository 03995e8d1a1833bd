import cookies from '@fastify/cookie';
import { followFile } from '@yiwang/service/files';
import { createHttpServer } from '@yiwang/service/http';
import { createLogger, type Logger } from '@yiwang/service/logging';
import { observeHttp, openMetrics, openTracing } from '@yiwang/service/telemetry';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PortalConfig } from './config.ts';
import { requireMigrations } from './database/migrate.ts';
import { openDatabase } from './database/open-database.ts';
import { whileAvailable } from './database/while-available.ts';
import { createAddressOf } from './gateway/client-address.ts';
import { addForwardRoutes } from './gateway/forward-routes.ts';
import { createGateway } from './gateway/gateway.ts';
import { addAssets } from './pages/assets.ts';
import { sendErrorPage } from './pages/error-page.ts';
import { createTemplateOf } from './pages/page-template.ts';
import { addPagesRoute } from './pages/pages-route.ts';
import { readBuild } from './pages/read-build.ts';
import { addSecurityHeaders } from './security/security-headers.ts';
import { createSealer, readSessionKeys } from './sessions/sealer.ts';
import { createSessionStore } from './sessions/session-store.ts';
import { createVisits } from './sessions/visits.ts';
import { createFlows } from './sign-in/flows.ts';
import { createFreshTokens } from './sign-in/fresh-tokens.ts';
import { createProvider } from './sign-in/provider.ts';
import { addSignInRoutes } from './sign-in/sign-in-routes.ts';
import { addSignOutRoutes } from './sign-in/sign-out-routes.ts';
import { traceRoutes } from './telemetry/trace-routes.ts';

/** A portal that is put together. Disposing of it answers the requests in flight, then closes everything. */
export interface Portal extends AsyncDisposable {
  /** Not yet listening. */
  server: FastifyInstance;
}

/**
 * Creates the portal: settings → database and provider → sessions → routes.
 *
 * @throws SettingsError when a file that the settings name cannot be used
 */
export async function createPortal(
  config: PortalConfig,
  logger: Logger = createLogger('portal', config.LOG_LEVEL),
): Promise<Portal> {
  await using opened = new AsyncDisposableStack();
  const origin = config.PUBLIC_URL;
  const isSecure = origin.startsWith('https:');
  const pages = await readBuild(config.PAGES);
  const sealer = createSealer(
    opened.use(
      await followFile(
        { setting: 'SESSION_KEY_FILE', file: config.SESSION_KEY_FILE },
        readSessionKeys,
        logger,
      ),
    ),
  );
  const database = opened.use(openDatabase(config));
  const lifetime = { idleMinutes: config.SESSION_IDLE_MINUTES, hours: config.SESSION_HOURS };
  const store = opened.use(
    createSessionStore(database, sealer, lifetime, (error) =>
      logger.warn({ err: error }, 'sessions that have ended were not removed'),
    ),
  );
  const provider = createProvider(config);
  const gateway = opened.use(createGateway(config));
  const visits = createVisits(store, provider && createFreshTokens(store, provider), { isSecure });
  const signIn = { provider, visits, flows: createFlows(sealer, { isSecure }), origin };
  const tools = { gateway, visits, addressOf: createAddressOf(config.TRUSTED_PROXIES), origin };

  const server = createHttpServer({
    logger,
    bodyLimitBytes: config.BODY_LIMIT_BYTES,
    requestTimeoutMs: config.REQUEST_TIMEOUT_MS,
    refuseAddress: sendErrorPage,
    readiness: { database: () => whileAvailable(requireMigrations(database.sql)) },
  });
  opened.defer(() => server.close());
  const metrics = await openMetrics('portal', config);
  if (metrics) {
    opened.use(metrics);
    observeHttp(server, metrics);
  }
  const tracing = await openTracing('portal', config, metrics, logger);
  if (tracing) opened.use(tracing);
  await addSecurityHeaders(server, isSecure, () => provider?.formOrigins() ?? []);
  await server.register(cookies);
  await addAssets(server, pages.client);
  await server.register(async (scope) => {
    keepBytes(scope);
    trace(scope, ({ routeOptions: { url = '/*' } }) => url);
    addForwardRoutes(scope, tools);
  });
  await server.register(async (scope) => {
    keepBytes(scope);
    scope.setErrorHandler(sendErrorPage);
    const pageTemplateOf = createTemplateOf(pages.build.routes);
    trace(scope, ({ url, routeOptions }) =>
      routeOptions.url === '/*' ? pageTemplateOf(url) : (routeOptions.url ?? '/*'),
    );
    addSignInRoutes(scope, signIn);
    addSignOutRoutes(scope, signIn, store);
    addPagesRoute(scope, pages, tools);
  });

  const all = opened.move();
  return { server, [Symbol.asyncDispose]: () => all.disposeAsync() };

  function trace(scope: FastifyInstance, templateOf: (request: FastifyRequest) => string): void {
    if (tracing) traceRoutes(scope, tracing, templateOf);
  }
}

/** Bodies of any kind, as they came: pages and gateway read them. */
function keepBytes(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}
