import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKey } from '@yiwang/identity';
import { createSignInServer, localSignInSettings, type SignInServer } from '@yiwang/local-sign-in';
import { createDatabase, databaseUrl, dropDatabase } from '@yiwang/postgres-server';
import type {} from '@yiwang/postgres-server/testing';
import { readSettings } from '@yiwang/service/settings';
import { findPorts } from '@yiwang/testing';
import { inject } from 'vitest';
import { portalSettings } from '../../../server/config.ts';
import { createPortal } from '../../../server/create-portal.ts';
import { migrateDatabase } from '../../../server/database/migrate.ts';
import { type Database, openDatabase } from '../../../server/database/open-database.ts';
import { type Browser, type Page } from './browser.ts';
import { fixturePages } from './fixture-pages.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

/** The portal over real HTTP, with the real provider, a real database and a gateway of the test. */
export interface TestPortal extends AsyncDisposable {
  /** Without a path. */
  url: string;
  issuer: string;
  gateway: TestGateway;
  database: Database;
  databaseUrl: string;
  /** How often tokens were refreshed. */
  refreshes(): number;
  /** Signs a person in with the browser, as far as the page to which it leads. */
  signIn(browser: Browser, person: string, returnTo?: string): Promise<Page>;
  stopProvider(): Promise<void>;
  /** With no memory of who was signed in. */
  restartProvider(): Promise<void>;
}

export interface TestPortalOptions {
  accessTokenSeconds?: number;
  settings?: Readonly<Record<string, string>>;
}

export async function startTestPortal({
  accessTokenSeconds = 300,
  settings = {},
}: TestPortalOptions = {}): Promise<TestPortal> {
  await using opened = new AsyncDisposableStack();
  const port = await findPorts(2);
  const url = `http://127.0.0.1:${port}`;
  const issuer = `http://127.0.0.1:${port + 1}`;
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-portal-'));
  opened.defer(() => rm(folder, { recursive: true, force: true }));
  const file = async (name: string, text: string) => {
    await writeFile(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  };
  const secret = await file('secret', randomBytes(32).toString('base64url'));

  const gateway = opened.use(await startTestGateway());
  const { database, databaseUrl: itsUrl } = await makeDatabase(opened);

  const providerSettings = readSettings(localSignInSettings, {
    PORT: String(port + 1),
    PORTAL_URL: url,
    SIGN_IN_KEY: await file('sign-in.key', JSON.stringify(await createKey())),
    CLIENT_SECRET_FILE: secret,
    ACCESS_TOKEN_SECONDS: String(accessTokenSeconds),
    LOG_LEVEL: 'silent',
  });
  let refreshes = 0;
  let provider: SignInServer;
  const startProvider = async () => {
    provider = createSignInServer(providerSettings);
    provider.provider.on('grant.success', (ctx) => {
      if (ctx.oidc.params?.['grant_type'] === 'refresh_token') refreshes += 1;
    });
    await provider.server.listen({ port: port + 1, host: '127.0.0.1' });
  };
  await startProvider();
  opened.defer(() => provider.server.close());

  const config = readSettings(portalSettings, {
    PUBLIC_URL: url,
    GATEWAY_URL: gateway.url,
    PAGES: await fixturePages(),
    DATABASE_URL: itsUrl,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_SECRET_FILE: secret,
    OIDC_TIMEOUT_MS: '2000',
    SESSION_KEY_FILE: await file('session.key', randomBytes(32).toString('base64url')),
    LOG_LEVEL: 'silent',
    ...settings,
  });
  const portal = opened.use(await createPortal(config));
  await portal.server.listen({ port, host: '127.0.0.1' });

  const all = opened.move();
  return {
    url,
    issuer,
    gateway,
    database,
    databaseUrl: itsUrl,
    refreshes: () => refreshes,
    async signIn(browser, person, returnTo = '/') {
      const choice = await browser.follow(`${url}/sign-in?return=${encodeURIComponent(returnTo)}`);
      const chosen = await browser.post(choice.url, { person });
      return chosen.location === null ? chosen : browser.follow(chosen.location);
    },
    stopProvider: () => provider.server.close(),
    restartProvider: startProvider,
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

async function makeDatabase(
  opened: AsyncDisposableStack,
): Promise<{ database: Database; databaseUrl: string }> {
  const server = inject('serverUrl');
  const name = `yiwang_test_${randomUUID().replaceAll('-', '')}`;
  await createDatabase(server, name);
  opened.defer(async () => void (await dropDatabase(server, name)));
  const url = databaseUrl(server, name);
  const login = { DATABASE_URL: url, DATABASE_PASSWORD_FILE: '' };
  {
    await using owner = openDatabase(login);
    await migrateDatabase(owner);
  }
  const database = opened.use(openDatabase({ ...login, DATABASE_CONNECTIONS: 2 }));
  return { database, databaseUrl: url };
}
