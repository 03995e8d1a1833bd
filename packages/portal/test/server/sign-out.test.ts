import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, fieldOf, openBrowser } from './support/browser.ts';
import { startTestPortal, type TestPortal } from './support/start-portal.ts';

const SESSION = 'yiwang-session';

let portal: TestPortal;
beforeAll(async () => void (portal = await startTestPortal()));
afterAll(() => portal[Symbol.asyncDispose]());

async function signOut(browser: Browser): Promise<string> {
  const page = await browser.get(portal.url);
  const out = await browser.post(`${portal.url}/sign-out`, { csrf: fieldOf(page, 'csrf') });
  expect(out.status).toBe(303);
  return out.location!;
}

async function isSignedIn(browser: Browser): Promise<boolean> {
  return (await browser.get(portal.url)).text.includes('Signed in as');
}

/** A second session of the same provider's session: the portal has forgotten the browser, the provider has not. */
async function signInTwice(person: string): Promise<[Browser, Browser]> {
  const browser = openBrowser();
  await portal.signIn(browser, person);
  const former = openBrowser(browser.cookies);
  browser.cookies.delete(SESSION);
  await browser.follow(`${portal.url}/sign-in`);
  expect(browser.cookies.get(SESSION)).not.toBe(former.cookies.get(SESSION));
  return [former, browser];
}

test('after signing out the cookie is gone, and a copy of it opens nothing', async () => {
  const browser = openBrowser();
  await portal.signIn(browser, 'person-001');
  const stolen = new Map(browser.cookies);
  await signOut(browser);
  expect(browser.cookies.has(SESSION)).toBe(false);
  expect(await isSignedIn(openBrowser(stolen))).toBe(false);
  portal.gateway.received.length = 0;
  const answer = await openBrowser(stolen).get(`${portal.url}/graphql?query={__typename}`);
  expect(answer.status).toBe(401);
  expect(portal.gateway.received).toEqual([]);
});

test('signing out leads to the provider, which ends its session too and leads back', async () => {
  const browser = openBrowser();
  await portal.signIn(browser, 'person-001');
  const address = await signOut(browser);
  expect(new URL(address).origin).toBe(portal.issuer);
  const question = await browser.get(address);
  expect(question.text).toContain('退出');
  const confirm = /action="([^"]+)"/.exec(question.text)![1]!;
  const done = await browser.post(confirm, { xsrf: fieldOf(question, 'xsrf'), logout: 'yes' });
  expect(done.location).toBe(`${portal.url}/`);
  // Nobody is signed in at the provider any more: it asks who one is.
  expect((await browser.follow(`${portal.url}/sign-in`)).text).toContain('选择身份登录');
});

test('signing out ends every session of the provider’s session, and nobody else’s', async () => {
  const [former, current] = await signInTwice('person-003');
  const another = openBrowser();
  await portal.signIn(another, 'person-003');
  await signOut(current);
  expect(await isSignedIn(former)).toBe(false);
  expect(await isSignedIn(another)).toBe(true);
});

test('a session that ends at the provider ends here', async () => {
  const [former, current] = await signInTwice('permits-1');
  const question = await current.get(`${portal.issuer}/session/end`);
  const confirm = /action="([^"]+)"/.exec(question.text)![1]!;
  await current.post(confirm, { xsrf: fieldOf(question, 'xsrf'), logout: 'yes' });
  expect(await isSignedIn(former)).toBe(false);
  expect(await isSignedIn(current)).toBe(false);
});

describe('what ends no session', () => {
  test.each([
    ['a form without the token', {}, {}],
    ['a form with another token', { csrf: 'x'.repeat(32) }, {}],
    ['a form of another origin', null, { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a form of a neighbour', null, { 'sec-fetch-site': 'same-site' }],
  ])('%s', async (_what, form, headers) => {
    const browser = openBrowser();
    const page = await portal.signIn(browser, 'person-001');
    const sent = form ?? { csrf: fieldOf(page, 'csrf') };
    const out = await browser.post(`${portal.url}/sign-out`, sent, headers);
    expect(out.status).toBe(403);
    expect(await isSignedIn(browser)).toBe(true);
  });

  test.each([
    ['no token', ''],
    ['a text that is no token', 'x.y.z'],
    [
      'an unsigned token',
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(
        JSON.stringify({ sub: 'person-001', events: {} }),
      ).toString('base64url')}.`,
    ],
  ])('%s from the back', async (_what, token) => {
    const answer = await openBrowser().post(`${portal.url}/sign-out/backchannel`, { logout_token: token });
    expect(answer.status).toBe(400);
  });

  test('an ID token in place of a logout token', async () => {
    const browser = openBrowser();
    await portal.signIn(browser, 'person-001');
    const copy = openBrowser(browser.cookies);
    const hint = new URL(await signOut(browser)).searchParams.get('id_token_hint')!;
    await portal.signIn(copy, 'person-001');
    const answer = await openBrowser().post(`${portal.url}/sign-out/backchannel`, { logout_token: hint });
    expect(answer.status).toBe(400);
    expect(await isSignedIn(copy)).toBe(true);
  });
});
