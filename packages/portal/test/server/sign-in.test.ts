import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fieldOf, openBrowser } from './support/browser.ts';
import { startTestPortal, type TestPortal } from './support/start-portal.ts';

const SESSION = 'yiwang-session';

let portal: TestPortal;
beforeAll(async () => void (portal = await startTestPortal()));
afterAll(() => portal[Symbol.asyncDispose]());

test('whoever signs in is back at the page they came from, and the page knows them', async () => {
  const browser = openBrowser();
  const page = await portal.signIn(browser, 'person-001', '/?x=1');
  expect(page.url).toBe(`${portal.url}/?x=1`);
  expect(page.text).toContain('Signed in as 林晓岚 (person-001)');
  expect(page.text).toContain('citizen');
  expect(page.headers.get('cache-control')).toBe('no-store');
});

test('an official has the department and the scopes that the provider says', async () => {
  const page = await portal.signIn(openBrowser(), 'enterprises-1');
  expect(page.text).toContain('Signed in as 何静 (official-001)');
  expect(page.text).toContain('enterprises: cases:decide mandates:register');
});

test('the session’s cookie is opaque, out of reach of scripts, and goes with the browser', async () => {
  const browser = openBrowser();
  const choice = await browser.follow(`${portal.url}/sign-in`);
  const chosen = await browser.post(choice.url, { person: 'person-001' });
  const back = await browser.get((await browser.get(chosen.location!)).location!);
  const line = back.headers.getSetCookie().find((one) => one.startsWith(`${SESSION}=`));
  expect(line).toMatch(/^yiwang-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
});

test('the database holds neither the id of the cookie nor anything of the tokens in clear', async () => {
  const browser = openBrowser();
  await portal.signIn(browser, 'person-003');
  const cookie = browser.cookies.get(SESSION)!;
  const rows = await portal.database.sql`select * from sessions where subject = 'person-003'`;
  expect(rows.map(({ id }) => id as string)).toEqual([
    createHash('sha256').update(cookie).digest('base64url'),
  ]);
  const [header, ...parts] = (rows[0]!['sealed'] as string).split('.');
  expect(JSON.parse(Buffer.from(header!, 'base64url').toString())).toMatchObject({ enc: 'A256GCM' });
  expect(parts.map((part) => Buffer.from(part, 'base64url').toString()).join()).not.toMatch(/eyJ|沈若溪/);
});

test('signing in again gives the session another id, and the former one is no longer good', async () => {
  const browser = openBrowser();
  await portal.signIn(browser, 'person-001');
  const former = new Map(browser.cookies);
  await portal.signIn(browser, 'person-001');
  expect(browser.cookies.get(SESSION)).not.toBe(former.get(SESSION));
  const stolen = await openBrowser(former).get(portal.url);
  expect(stolen.text).toContain('Nobody is signed in');
});

test.each([
  '//evil.example/x',
  'https://evil.example/',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '/sign-out',
])('the return address %s leads to the first page instead', async (address) => {
  const page = await portal.signIn(openBrowser(), 'person-001', address);
  expect(page.url).toBe(`${portal.url}/`);
});

describe('what does not belong to a way begun in this browser', () => {
  test('a state that nobody gave out is refused', async () => {
    const page = await openBrowser().get(`${portal.url}/sign-in/callback?code=x&state=${'s'.repeat(43)}`);
    expect(page.status).toBe(400);
    expect(page.headers.getSetCookie()).toEqual([]);
  });

  test('the answer to somebody else’s way is refused, so that nobody is signed in as another', async () => {
    const attacker = openBrowser();
    const choice = await attacker.follow(`${portal.url}/sign-in`);
    const chosen = await attacker.post(choice.url, { person: 'person-003' });
    const callback = (await attacker.get(chosen.location!)).location!;
    const victim = openBrowser();
    expect((await victim.get(callback)).status).toBe(400);
    expect(victim.cookies.has(SESSION)).toBe(false);
  });

  test('a code counts once, also with the cookie that was there the first time', async () => {
    const browser = openBrowser();
    const choice = await browser.follow(`${portal.url}/sign-in`);
    const chosen = await browser.post(choice.url, { person: 'person-001' });
    const callback = (await browser.get(chosen.location!)).location!;
    const before = new Map(browser.cookies);
    expect((await browser.get(callback)).status).toBe(303);
    const again = openBrowser(before);
    expect((await again.get(callback)).status).toBe(400);
    expect(again.cookies.has(SESSION)).toBe(false);
  });

  test('the answer of another issuer is refused', async () => {
    const browser = openBrowser();
    const choice = await browser.follow(`${portal.url}/sign-in`);
    const chosen = await browser.post(choice.url, { person: 'person-001' });
    const callback = new URL((await browser.get(chosen.location!)).location!);
    callback.searchParams.set('iss', 'https://other.example');
    expect((await browser.get(callback.href)).status).toBe(400);
  });
});

test('whoever turns back at the provider is where they were, signed in as nobody', async () => {
  const browser = openBrowser();
  const start = await browser.get(`${portal.url}/sign-in?return=/name`);
  const state = new URL(start.location!).searchParams.get('state')!;
  const iss = encodeURIComponent(portal.issuer);
  const page = await browser.get(
    `${portal.url}/sign-in/callback?error=access_denied&state=${state}&iss=${iss}`,
  );
  expect(page.location).toBe(`${portal.url}/name`);
  expect(browser.cookies.has(SESSION)).toBe(false);
});

test('the way to the provider has PKCE, a state and a nonce of its own each time', async () => {
  const addresses = await Promise.all([1, 2].map(() => openBrowser().get(`${portal.url}/sign-in`)));
  const [first, second] = addresses.map(({ location }) => new URL(location!).searchParams);
  expect(first!.get('code_challenge_method')).toBe('S256');
  for (const name of ['code_challenge', 'state', 'nonce']) {
    expect(first!.get(name)).toMatch(/^[\w-]{43}$/);
    expect(first!.get(name)).not.toBe(second!.get(name));
  }
});

test('no answer holds a token', async () => {
  const browser = openBrowser();
  const answers = [await portal.signIn(browser, 'permits-1')];
  answers.push(await browser.get(`${portal.url}/name`), await browser.get(`${portal.url}/name.data`));
  answers.push(
    await browser.post(`${portal.url}/name`, { csrf: fieldOf(answers[0]!, 'csrf'), name: 'A' }),
    await browser.get(`${portal.url}/graphql?query={__typename}`, { accept: 'application/json' }),
  );
  const [, token = ''] = portal.gateway.received.at(-1)!.headers.authorization!.split(' ');
  expect(token).toMatch(/^eyJ/);
  for (const { text, headers } of answers) {
    expect(text).not.toMatch(/eyJ[\w-]{20}/);
    expect(JSON.stringify([...headers])).not.toContain(token.split('.')[1]);
  }
});
