import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { startTestPortal, type TestPortal } from './support/start-portal.ts';

let portal: TestPortal;
beforeAll(async () => void (portal = await startTestPortal()));
afterAll(() => portal[Symbol.asyncDispose]());

test('the content security policy allows scripts and styles by a nonce of this answer only', async () => {
  const answers = await Promise.all(
    ['/', '/', '/nothing', '/sign-in/callback', '/ready'].map((path) => openBrowser().get(portal.url + path)),
  );
  const nonces = answers.map(({ headers }) => {
    const policy = headers.get('content-security-policy')!;
    expect(policy).not.toContain('unsafe-');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    return /script-src 'self' 'nonce-([^']+)'/.exec(policy)![1]!;
  });
  expect(new Set(nonces).size).toBe(answers.length);
  expect(answers[0]!.text).toContain(`nonce="${nonces[0]}"`);
});

test('every answer has the other headers by which browsers protect a page', async () => {
  const { headers } = await openBrowser().get(portal.url);
  expect(Object.fromEntries(headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-cache',
  });
  expect(headers.get('permissions-policy')).toContain('camera=()');
  expect(headers.has('strict-transport-security')).toBe(false);
});

test('parts of a page are sent as soon as they are there', async () => {
  const response = await fetch(`${portal.url}/slow`);
  const started = performance.now();
  const times: [text: string, ms: number][] = [];
  const decoder = new TextDecoder();
  for await (const chunk of response.body!) times.push([decoder.decode(chunk), performance.now() - started]);
  const early = times.find(([text]) => text.includes('early part'))!;
  const late = times.find(([text]) => text.includes('late part'))!;
  expect(late[1] - early[1]).toBeGreaterThan(800);
});

test('a page is compressed as the browser takes it, and not where it takes nothing', async () => {
  const codingOf = async (accepted: string) => {
    const response = await fetch(portal.url, { headers: { 'accept-encoding': accepted } });
    expect(response.headers.get('vary')).toContain('accept-encoding');
    expect(await response.text()).toContain('</html>');
    return response.headers.get('content-encoding');
  };
  expect(await codingOf('gzip, br')).toBe('br');
  expect(await codingOf('gzip, br;q=0')).toBe('gzip');
  expect(await codingOf('identity')).toBeNull();
});

test('a reader who leaves ends what the page still waits for', async () => {
  const counts = globalThis as { leaves?: number };
  const before = counts.leaves ?? 0;
  await expect(fetch(`${portal.url}/wait`, { signal: AbortSignal.timeout(300) })).rejects.toThrow();
  await expect.poll(() => counts.leaves ?? 0).toBe(before + 1);
});

test('files with a hash in their names are kept for ever', async () => {
  const page = await openBrowser().get(portal.url);
  const path = /"(\/assets\/[\w.-]+\.js)"/.exec(page.text)![1]!;
  const asset = await openBrowser().get(portal.url + path);
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(asset.headers.get('content-type')).toContain('javascript');
  expect((await openBrowser().get(`${portal.url}/assets/../../server/index.js`)).status).toBe(404);
  expect((await openBrowser().get(`${portal.url}/assets/%2e%2e%2f%2e%2e%2fserver/index.js`)).status).toBe(
    404,
  );
});

test('a page asks the graph in the name of whoever is signed in, from their address', async () => {
  const browser = openBrowser();
  await portal.signIn(browser, 'person-001');
  const page = await browser.get(`${portal.url}/name`, {
    'x-forwarded-for': '203.0.113.9',
    authorization: 'Bearer x',
  });
  expect(page.text).toContain('Answer: Query');
  const { headers } = portal.gateway.received.at(-1)!;
  expect(headers.authorization).toMatch(/^Bearer eyJ/);
  expect(headers['x-forwarded-for']).toBe('127.0.0.1');
});

describe('what is down', () => {
  test('without the gateway, pages are there and say what is missing', async () => {
    await portal.gateway.stop();
    try {
      const page = await openBrowser().get(`${portal.url}/name`);
      expect(page.status).toBe(200);
      expect(page.text).toContain('Problems: NO_ANSWER');
    } finally {
      await portal.gateway.restart();
    }
  });

  test('without the provider, pages are there, and signing in says that it is not possible', async () => {
    await using alone = await startTestPortal();
    await alone.stopProvider();
    expect((await openBrowser().get(alone.url)).status).toBe(200);
    const page = await openBrowser().get(`${alone.url}/sign-in`);
    expect(page.status).toBe(503);
    expect(page.text).toContain('现在无法登录');
    await alone.restartProvider();
    expect((await openBrowser().get(`${alone.url}/sign-in`)).status).toBe(303);
  });

  test('without a provider in the settings, signing in says that it is not set up', async () => {
    await using alone = await startTestPortal({ settings: { OIDC_ISSUER: '' } });
    expect((await openBrowser().get(alone.url)).status).toBe(200);
    expect((await openBrowser().get(`${alone.url}/sign-in`)).status).toBe(503);
  });

  test('without the database, strangers see pages, and nobody who was signed in is taken for one', async () => {
    const browser = openBrowser();
    await using alone = await startTestPortal({
      settings: { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
    });
    expect((await browser.get(alone.url)).status).toBe(200);
    browser.cookies.set('yiwang-session', 'A'.repeat(43));
    const page = await browser.get(alone.url);
    expect(page.status).toBe(503);
    expect(page.text).toContain('服务暂时不可用');
    expect(page.headers.getSetCookie()).toEqual([]);
    const answer = await browser.get(`${alone.url}/graphql?query={__typename}`);
    expect(answer.status).toBe(503);
    expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ extensions: { code: 'NOT_READY' } }] });
    expect((await browser.get(`${alone.url}/health`)).status).toBe(200);
    expect((await browser.get(`${alone.url}/ready`)).status).toBe(503);
  });
});

test('with https, cookies are for this host alone and browsers are told to stay', async () => {
  await using secure = await startTestPortal({ settings: { PUBLIC_URL: 'https://portal.example' } });
  const answer = await openBrowser().get(`${secure.url}/sign-in`);
  expect(answer.headers.getSetCookie().join()).toMatch(
    /^__Host-yiwang-sign-in-[\w-]+=.+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
  expect(answer.headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
});
