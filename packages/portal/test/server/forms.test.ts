import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, fieldOf, openBrowser, type Page } from './support/browser.ts';
import { startTestPortal, type TestPortal } from './support/start-portal.ts';

let portal: TestPortal;
let browser: Browser;
let csrf: string;
beforeAll(async () => {
  portal = await startTestPortal();
  browser = openBrowser();
  csrf = fieldOf(await portal.signIn(browser, 'person-001'), 'csrf');
});
afterAll(() => portal[Symbol.asyncDispose]());

test('a form of the page is taken', async () => {
  const page = await browser.post(`${portal.url}/name`, { csrf, name: '王敏' });
  expect(page.status).toBe(200);
  expect(page.text).toContain('Name: 王敏');
});

test('a page that holds the token of a session is not compressed: its length would help to guess it', async () => {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(portal.url, { headers: { cookie, 'accept-encoding': 'br' } });
  expect(await response.text()).toContain(csrf);
  expect(response.headers.get('content-encoding')).toBeNull();
});

test('a multipart form is taken as well, and the token may be in a header', async () => {
  const form = new FormData();
  form.set('csrf', csrf);
  form.set('name', '王敏');
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const multipart = await fetch(`${portal.url}/name`, { method: 'POST', body: form, headers: { cookie } });
  expect(await multipart.text()).toContain('Name: 王敏');
  const header = await browser.post(`${portal.url}/name`, { name: '王敏' }, { 'x-csrf-token': csrf });
  expect(header.text).toContain('Name: 王敏');
});

test.each([
  ['without the token', {}, {}],
  ['with another token', { csrf: 'A'.repeat(32) }, {}],
  ['with an empty token', { csrf: '' }, {}],
])('a form %s is not taken: a page holds it for its sender', async (_what, form, headers) => {
  const page = await browser.post(`${portal.url}/name?x=1`, { ...form, name: '<A>' }, headers);
  expect(page.status).toBe(403);
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(unsentOf(page)).toEqual({
    reason: 'OUT_OF_DATE',
    to: '/name?x=1',
    fields: [{ name: 'name', value: '<A>' }],
  });
});

test('a form without the token is refused and not held, when nothing says that a page of ours has sent it, or it has a file', async () => {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const body = new URLSearchParams({ name: 'A' });
  const bare = await fetch(`${portal.url}/name`, { method: 'POST', body, headers: { cookie } });
  expect(bare.status).toBe(403);
  expect(await bare.text()).toContain('表单已过期');
  const form = new FormData();
  form.set('file', new File(['a'], 'a.txt'));
  const headers = { cookie, origin: portal.url };
  const withFile = await fetch(`${portal.url}/name`, { method: 'POST', body: form, headers });
  expect(withFile.status).toBe(403);
  expect(await withFile.text()).toContain('表单已过期');
});

test('a form of whoever is not signed in any more is held as well, and its token is left out', async () => {
  const page = await openBrowser().post(`${portal.url}/own`, { csrf, name: 'A' });
  expect(page.status).toBe(401);
  expect(unsentOf(page)).toEqual({
    reason: 'SIGNED_OUT',
    to: '/own',
    fields: [{ name: 'name', value: 'A' }],
  });
  expect((await browser.post(`${portal.url}/own`, { csrf, name: 'A' })).status).toBe(200);
});

test('the token of another session is refused', async () => {
  const other = openBrowser();
  const page = await portal.signIn(other, 'person-001');
  expect((await browser.post(`${portal.url}/name`, { csrf: fieldOf(page, 'csrf'), name: 'A' })).status).toBe(
    403,
  );
});

test.each([
  ['another origin', { origin: 'https://evil.example' }],
  ['an origin that is none', { origin: 'null' }],
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['a neighbour', { 'sec-fetch-site': 'same-site' }],
])('a form of %s is refused, with the token and for a stranger', async (_what, headers) => {
  expect((await browser.post(`${portal.url}/name`, { csrf, name: 'A' }, headers)).status).toBe(403);
  expect((await openBrowser().post(`${portal.url}/name`, { name: 'A' }, headers)).status).toBe(403);
});

test('what is sent as a page’s data is checked in the same way', async () => {
  expect((await browser.post(`${portal.url}/name.data`, { name: 'A' })).status).toBe(403);
});

test('a form that is too large is refused before it is read', async () => {
  const page = await browser.post(`${portal.url}/name`, { csrf, name: 'A'.repeat(1_100_000) });
  expect(page.status).toBe(413);
});

/** What the page that holds a form has of it. */
function unsentOf({ text }: Page): unknown {
  const [, json = ''] = /<pre>(.*?)<\/pre>/s.exec(text) ?? [];
  return JSON.parse(json.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>'));
}
