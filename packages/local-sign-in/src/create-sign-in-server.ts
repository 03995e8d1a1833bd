import { readFileSync } from 'node:fs';
import { createHttpServer } from '@yiwang/service/http';
import { createLogger, type Logger } from '@yiwang/service/logging';
import type { Provider } from 'oidc-provider';
import { choicePage, errorPage, STYLE, STYLE_PATH } from './pages.ts';
import { personOf } from './people.ts';
import { createProvider, policyOf } from './provider.ts';
import type { LocalSignInSettings } from './settings.ts';

type Server = ReturnType<typeof createHttpServer>;

export interface SignInServer {
  /** Not yet listening. */
  server: Server;
  provider: Provider;
}

const FORM_BYTES = 16 * 1024;

/**
 * The provider, and the page on which one chooses who to be.
 *
 * @param port that it will listen on: the issuer is named by it
 */
export function createSignInServer(
  settings: LocalSignInSettings,
  logger: Logger = createLogger('local-sign-in', settings.LOG_LEVEL),
): SignInServer {
  const { HOST, PORT, PORTAL_URL: portal } = settings;
  const provider = createProvider({
    issuer: `http://${HOST}:${PORT}`,
    portal,
    clientSecret: readFileSync(settings.CLIENT_SECRET_FILE, 'utf8').trim(),
    key: JSON.parse(readFileSync(settings.SIGN_IN_KEY, 'utf8')) as object,
    accessTokenSeconds: settings.ACCESS_TOKEN_SECONDS,
  });
  provider.on('server_error', (_ctx, error) => logger.error({ err: error }, 'request failed'));
  provider.on('backchannel.error', (_ctx, error) =>
    logger.warn({ err: error }, 'the portal was not told of a sign-out'),
  );
  const pageHeaders = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policyOf(portal),
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };

  const server = createHttpServer({ logger, bodyLimitBytes: FORM_BYTES, readiness: {} });
  server.get(STYLE_PATH, (_request, reply) =>
    reply
      .header('content-type', 'text/css; charset=utf-8')
      .header('x-content-type-options', 'nosniff')
      .send(STYLE),
  );

  server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, body),
    );
    scope.get('/interaction/:uid', async (request, reply) => {
      const isThere = await provider.interactionDetails(request.raw, reply.raw).catch(() => null);
      if (isThere) return reply.headers(pageHeaders).send(choicePage(request.url));
      return reply.status(400).headers(pageHeaders).send(errorPage('This took too long.', portal));
    });
    scope.post('/interaction/:uid', async (request, reply) => {
      const person = personOf(new URLSearchParams(String(request.body)).get('person') ?? '');
      if (!person) return reply.status(400).headers(pageHeaders).send(errorPage('Choose a person.', portal));
      const details = await provider.interactionDetails(request.raw, reply.raw).catch(() => null);
      if (!details)
        return reply.status(400).headers(pageHeaders).send(errorPage('This took too long.', portal));
      reply.hijack();
      return provider.interactionFinished(request.raw, reply.raw, { login: { accountId: person.key } });
    });
  });

  // Everything else is the protocol, and reads its bodies itself.
  server.register(async (scope) => {
    const answer = provider.callback();
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.all('/*', (request, reply) => {
      reply.hijack();
      void answer(request.raw, reply.raw);
    });
  });
  return { server, provider };
}
