import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestPortal, type TestPortal } from './support/start-portal.ts';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
];

let portal: TestPortal;
let browser: Browser;
beforeAll(async () => {
  portal = await startTestPortal();
  browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
});
afterAll(async () => {
  await browser.close();
  await portal[Symbol.asyncDispose]();
});

/** What the browser complains of, such as what the content security policy has stopped. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

test.skipIf(!existsSync(CHROMIUM))(
  'one signs in by a click, sends a form, and signs out here and at the provider',
  async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.goto(portal.url);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByText('本地演示').waitFor();
    await page.getByRole('button', { name: /林晓岚/ }).click();
    await page.waitForURL(`${portal.url}/name?x=1`);
    await page.getByText('Answer: Query').waitFor();

    // The framework runs in the browser, under the policy.
    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByText('Signed in as 林晓岚').waitFor();
    expect(await page.evaluate('document.cookie')).toBe('');
    expect(await page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })')).not.toContain(
      'eyJ',
    );
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Name: 林').waitFor();

    await page.goto(portal.url);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: /^退出/ }).click();
    await page.getByText('Nobody is signed in').waitFor();
    expect(page.url()).toBe(`${portal.url}/`);
    expect(complaints).toEqual([]);
    await context.close();
  },
);

test.skipIf(!existsSync(CHROMIUM))(
  'a page of another site can neither ask in one’s name nor send a form',
  async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${portal.url}/sign-in`);
    await page.getByRole('button', { name: /林晓岚/ }).click();
    await page.getByText('Signed in as').waitFor();
    portal.gateway.received.length = 0;

    // Another host for the browser, though the same machine.
    const evil = portal.issuer.replace('127.0.0.1', 'localhost');
    await page.route(`${evil}/evil`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<form method="post" action="${portal.url}/name"><input name="name" value="evil"><button>Go</button></form>`,
      }),
    );
    await page.goto(`${evil}/evil`);
    const asked = await page.evaluate(
      `fetch('${portal.url}/graphql', { method: 'POST', credentials: 'include', mode: 'no-cors', body: '{"query":"{ __typename }"}' }).then(() => 'sent', () => 'refused')`,
    );
    expect(['sent', 'refused']).toContain(asked);
    expect(portal.gateway.received).toEqual([]);
    await page.getByRole('button', { name: 'Go' }).click();
    await page.getByText('表单已过期').first().waitFor();
    await context.close();
  },
);
