import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { JWTPayload } from 'jose';
import type { Sealer } from '../../server/sessions/sealer.ts';
import { createSessionStore, type Tokens } from '../../server/sessions/session-store.ts';
import { openBrowser } from './support/browser.ts';
import { startTestPortal, type TestPortal } from './support/start-portal.ts';

let portal: TestPortal;
// A token is replaced a minute before it expires: these a second after they are there.
beforeAll(async () => void (portal = await startTestPortal({ accessTokenSeconds: 61 })));
beforeEach(() => void (portal.gateway.received.length = 0));
afterAll(() => portal[Symbol.asyncDispose]());

const tokensSent = () => new Set(portal.gateway.received.map(({ headers }) => headers.authorization));

test('requests at the same time refresh a token once, and all go on with the new one', async () => {
  const browser = openBrowser();
  await portal.signIn(browser, 'person-001');
  await browser.get(`${portal.url}/name`);
  const [first] = tokensSent();
  await sleep(1_500);
  portal.gateway.received.length = 0;
  const before = portal.refreshes();
  const pages = await Promise.all(
    Array.from({ length: 6 }, () => openBrowser(browser.cookies).get(`${portal.url}/name`)),
  );
  expect(pages.map(({ status }) => status)).toEqual(Array(6).fill(200));
  expect(portal.refreshes() - before).toBe(1);
  expect(tokensSent().size).toBe(1);
  expect(tokensSent()).not.toContain(first);
});

test('of two portals that share a database, one refreshes a token and the other waits for it', async () => {
  await portal.signIn(openBrowser(), 'person-020');
  const [row] = await portal.database.sql`select id from sessions where subject = 'person-020'`;
  const id = row!['id'] as string;
  let held: JWTPayload = { content: { tokens: tokensNamed('1') } };
  const sealer: Sealer = {
    seal: async (_purpose, content) => {
      held = content;
      return 'sealed';
    },
    open: async () => held,
  };
  let underWay = 0;
  let most = 0;
  const stores = [1, 2].map(() =>
    createSessionStore(portal.database, sealer, { idleMinutes: 5, hours: 1 }, () => {}),
  );
  const seen = await Promise.all(
    stores.map((store) =>
      store.renew(id, async ({ access }) => {
        most = Math.max(most, ++underWay);
        await sleep(100);
        underWay -= 1;
        return access === '1' ? tokensNamed('2') : null;
      }),
    ),
  );
  for (const store of stores) store[Symbol.dispose]();
  expect(most).toBe(1);
  expect(seen.map((tokens) => tokens?.access)).toEqual(['2', '2']);
});

function tokensNamed(access: string): Tokens {
  return { access, refresh: null, id: '', expiresAt: 0 };
}

test('a provider that does not answer leaves the session as long as its token is good', async () => {
  const browser = openBrowser();
  await portal.signIn(browser, 'person-001');
  await sleep(1_500);
  await portal.stopProvider();
  try {
    const page = await browser.get(`${portal.url}/`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Signed in as 林晓岚');
  } finally {
    await portal.restartProvider();
  }
});

test('a session whose refresh is refused is over: the page says so, and leads back to itself', async () => {
  const browser = openBrowser();
  await portal.signIn(browser, 'person-001');
  await portal.stopProvider();
  await portal.restartProvider();
  await sleep(1_500);
  const answer = await openBrowser(browser.cookies).get(`${portal.url}/graphql?query={__typename}`);
  expect(answer.status).toBe(401);
  expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });

  const page = await browser.get(`${portal.url}/?x=1`);
  expect(page.text).toContain('Nobody is signed in');
  expect(page.text).toContain('The session has expired');
  expect(browser.cookies.has('yiwang-session')).toBe(false);
  // From then on nothing is refused for it: what everyone may read is answered.
  expect((await browser.get(`${portal.url}/graphql?query={__typename}`)).status).toBe(200);

  const again = await portal.signIn(browser, 'person-001', '/?x=1');
  expect(again.url).toBe(`${portal.url}/?x=1`);
  expect(again.text).toContain('Signed in as 林晓岚');
  expect(again.text).not.toContain('The session has expired');
});

test('a session ends when nobody has used it for a while, and when its time is over', async () => {
  const [idle, old] = [openBrowser(), openBrowser()];
  for (const browser of [idle, old]) await portal.signIn(browser, 'person-011');
  const { sql } = portal.database;
  const rows = await sql`select id from sessions where subject = 'person-011' order by started_at`;
  const [first, second] = rows.map(({ id }) => id as string);
  await sql`update sessions set seen_at = now() - interval '31 minutes' where id = ${first!}`;
  await sql`update sessions set ends_at = now() where id = ${second!}`;
  for (const browser of [idle, old]) {
    const page = await browser.get(portal.url);
    expect(page.text).toContain('The session has expired');
  }
});
