import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKey, createTokenVerifier, LOCAL_AUDIENCE, publicKeyOf } from '@yiwang/identity';
import { readSettings, SettingsError } from '@yiwang/service/settings';
import { findPorts } from '@yiwang/testing';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  randomPKCECodeVerifier,
} from 'openid-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSignInServer, localSignInSettings } from '../src/index.ts';
import { GROUPS } from '../src/people.ts';

const PORTAL = 'http://127.0.0.1:9';
const SECRET = 'a secret of the portal';

const undo = new AsyncDisposableStack();
const key = await createKey();
let issuer: string;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-sign-in-'));
  undo.defer(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'key'), JSON.stringify(key));
  await writeFile(join(folder, 'secret'), SECRET);
  const port = await findPorts(1);
  issuer = `http://127.0.0.1:${port}`;
  const settings = readSettings(localSignInSettings, {
    PORT: String(port),
    PORTAL_URL: PORTAL,
    SIGN_IN_KEY: join(folder, 'key'),
    CLIENT_SECRET_FILE: join(folder, 'secret'),
    LOG_LEVEL: 'silent',
  });
  const { server } = createSignInServer(settings);
  undo.defer(() => server.close());
  await server.listen({ port, host: '127.0.0.1' });
});
afterAll(() => undo.disposeAsync());

interface Step {
  cookies: string;
  response: Response;
  text: string;
}

async function step(url: string, cookies: string, form?: Record<string, string>): Promise<Step> {
  const response = await fetch(url, {
    headers: { cookie: cookies },
    redirect: 'manual',
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  });
  const set = response.headers.getSetCookie().map((line) => line.split(';')[0]!);
  return { cookies: [cookies, ...set].filter(Boolean).join('; '), response, text: await response.text() };
}

/** What a client gets for whoever chooses this person. */
async function signIn(person: string) {
  const client = await discovery(new URL(issuer), 'portal', SECRET, undefined, {
    execute: [allowInsecureRequests],
  });
  const verifier = randomPKCECodeVerifier();
  const address = buildAuthorizationUrl(client, {
    redirect_uri: `${PORTAL}/sign-in/callback`,
    scope: 'openid profile',
    state: 'a-state-of-this-test',
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  const begun = await step(address.href, '');
  const choice = new URL(begun.response.headers.get('location')!, issuer).href;
  const page = await step(choice, begun.cookies);
  const chosen = await step(choice, page.cookies, { person });
  const back = await step(chosen.response.headers.get('location')!, chosen.cookies);
  const callback = new URL(back.response.headers.get('location')!);
  const tokens = await authorizationCodeGrant(client, callback, {
    pkceCodeVerifier: verifier,
    expectedState: 'a-state-of-this-test',
  });
  return { page, tokens };
}

/** As a gateway does to whom the launcher has named the provider. */
function verify(token: string) {
  const named = {
    issuer,
    keys: { set: { keys: [publicKeyOf(key)] } },
    audience: [LOCAL_AUDIENCE],
    algorithms: ['EdDSA' as const],
    claims: { scopes: null, client: null, department: 'department' },
  };
  return createTokenVerifier([named]).verify(token);
}

test.each(GROUPS.flatMap(({ people }) => people))(
  'the gateway knows $key by the client, department and scopes of the role',
  async ({ key: person, user, client, department, scopes, name }) => {
    const { tokens } = await signIn(person);
    const verified = await verify(tokens.access_token);
    expect(verified.client).toEqual({ id: client, user, department, scopes: [...scopes].sort() });
    expect(tokens.claims()).toMatchObject({ sub: user, name });
    expect(tokens.refresh_token).toBeDefined();
  },
);

test('the page is marked, bilingual, without scripts, and allows none', async () => {
  const { page } = await signIn('person-001');
  expect(page.text).toContain('本地演示');
  expect(page.text).toContain('Local demonstration');
  expect(page.text).not.toMatch(/<script|javascript:|\son\w+=/i);
  const policy = page.response.headers.get('content-security-policy')!;
  expect(policy).toMatch(
    /^default-src 'none'; style-src 'self'; form-action 'self' http:\/\/127\.0\.0\.1:9;/,
  );
  expect(policy).not.toContain('unsafe');
});

test('a person that is not offered is refused', async () => {
  await expect(signIn('person-999')).rejects.toThrow();
});

test.each([
  [{ HOST: '0.0.0.0' }, /HOST: must be a loopback address/],
  [{ PORTAL_URL: 'https://portal.example' }, /PORTAL_URL: must be an address of this machine/],
  [{ NODE_ENV: 'production' }, /NODE_ENV: is production/],
])('with %j it does not start', (setting, message) => {
  const good = { PORTAL_URL: PORTAL, SIGN_IN_KEY: 'x', CLIENT_SECRET_FILE: 'x' };
  const read = () => readSettings(localSignInSettings, { ...good, ...setting });
  expect(read).toThrow(SettingsError);
  expect(read).toThrow(message);
});
