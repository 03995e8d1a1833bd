import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKey, LOCAL_AUDIENCE, LOCAL_ISSUER, publicKeyOf } from '@yiwang/identity';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, type OpenBrowser, openBrowser } from './support/browser.ts';
import { type ServedGateway, serveGateway } from './support/serve-gateway.ts';

const QUERY = `query Page($uscc: ID!) {
  enterprise(uscc: $uscc) { name permits { number } }
}`;

describe.skipIf(!existsSync(CHROMIUM))(`in Chromium (skipped where there is none at ${CHROMIUM})`, () => {
  let folder: string;
  let gateway: ServedGateway;
  let browser: OpenBrowser;
  let page: Page;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yiwang-playground-plan-'));
    const write = (name: string, content: unknown) =>
      writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
    const issuer = await createKey();
    await mkdir(join(folder, 'tabs'));
    await Promise.all([
      write('issuer.key', issuer),
      write('gateway.key', await createKey()),
      write('issuers.json', [
        { issuer: LOCAL_ISSUER, audience: LOCAL_AUDIENCE, jwks: { keys: [publicKeyOf(issuer)] } },
      ]),
      write('tabs/1-page.graphql', QUERY),
      write('tabs/1-page.json', { uscc: 'E1' }),
    ]);
    gateway = await serveGateway({
      LOCAL_WORK: join(folder, 'running.json'),
      GATEWAY_KEY: join(folder, 'gateway.key'),
      ISSUERS: join(folder, 'issuers.json'),
      PLAYGROUND_TABS: join(folder, 'tabs'),
    });
    await write('running.json', {
      data: folder,
      portal: 'http://127.0.0.1:4080',
      departments: gateway.graph.departments.map(({ name, url }) => ({ name, url })),
      keys: { issuer: join(folder, 'issuer.key') },
    });
    browser = await openBrowser();
    ({ page } = browser);
    await page.goto(`${gateway.url}/graphql`);
  }, 60_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await gateway[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  const panel = () => page.locator('.yiwang-panel');

  test('the first tab comes with its variables, and with its cost before it runs and after', async () => {
    const cost = page.locator('.yiwang-cost');
    await expect.poll(() => cost.textContent(), { timeout: 10_000 }).toContain('Cost, at most: 11 of 25,000');

    await page.getByRole('button', { name: /Query plan/ }).click();
    await page.getByRole('checkbox', { name: 'Report the plan of each run' }).check();
    await page.locator('.graphiql-execute-button').click();
    await expect.poll(() => page.locator('.graphiql-response').textContent()).toContain('P2');
    await expect.poll(() => cost.textContent()).toContain('Last run: 3');
  });

  test('the plan is a picture for mouse and keyboard, and a table; the answer is without it', async () => {
    const fetches = page.getByRole('group', { name: /Picture of the plan/ }).getByRole('button');
    expect(await fetches.count()).toBe(2);
    await fetches.nth(1).focus();
    await page.keyboard.press('Enter');
    expect(await fetches.nth(1).getAttribute('aria-pressed')).toBe('true');
    expect(await panel().locator('pre').textContent()).toContain('... on Enterprise {\n  permits {');

    const rows = page.getByRole('table', { name: 'The plan as a table' }).locator('tbody tr');
    expect(await rows.allTextContents()).toEqual([
      expect.stringMatching(/^0enterprisesroot.*answered$/),
      expect.stringMatching(/^1permitsenterprise1.*answered$/),
    ]);
    expect(await page.locator('.graphiql-response').textContent()).not.toContain('queryPlan');
  });

  test('in a narrow window an answer takes room only once it is there', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const height = () => page.locator('.graphiql-response').evaluate((element) => element.clientHeight);
    expect(await height()).toBeGreaterThan(400);
    await page.getByRole('button', { name: 'New tab' }).click();
    await expect.poll(height).toBeLessThan(200);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await page.locator('.graphiql-tab').first().click();
    await expect.poll(height).toBeGreaterThan(400);
    // An answer that is longer than its box does not lengthen the page.
    const style = await page.addStyleTag({ content: '.graphiql-response { height: 9rem !important }' });
    await expect.poll(height).toBeLessThan(200);
    const rest =
      'document.documentElement.scrollHeight - document.querySelector(".graphiql-container").offsetHeight';
    expect(await page.evaluate(rest)).toBeLessThanOrEqual(1);
    await style.evaluate((element) => element.parentNode!.removeChild(element));
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test('a developer signs in by a click, and states a purpose in a form, in words as they are', async () => {
    await page.getByRole('button', { name: /Caller and purpose/ }).click();
    await panel()
      .getByRole('button', { name: /Everything/ })
      .click();
    await expect.poll(() => panel().textContent()).toContain('graph:explain');
    expect(await panel().getByLabel('Legal basis').inputValue()).toBe('本机开发 local work');

    await panel().getByLabel('Legal basis').fill('税收征收管理法 第六条');
    await panel().getByLabel('Case number').fill('W-17');
    await panel().getByRole('button', { name: 'State this purpose' }).click();
    await expect.poll(() => panel().textContent()).toContain('state the purpose');
    const sent = page.waitForRequest((request) => request.postData()?.includes('query Page') ?? false);
    await page.locator('.graphiql-execute-button').click();
    const headers = (await sent).headers();
    expect(headers['purpose-basis']).toBe(encodeURIComponent('税收征收管理法 第六条'));
    expect(headers['authorization']).toMatch(/^Bearer ./);

    await panel().getByRole('button', { name: 'State none' }).click();
    await expect.poll(() => panel().getByLabel('Legal basis').inputValue()).toBe('');
    const links = panel().getByRole('navigation', { name: 'Portal' }).getByRole('link');
    expect(await links.first().getAttribute('href')).toBe('http://127.0.0.1:4080/developers');
  });

  test('the playground of a department says that there is nothing to plan', async () => {
    await page.goto(`${gateway.url}/departments/permits/graphql`);
    await page.getByRole('button', { name: /Query plan/ }).click();
    await expect.poll(() => panel().textContent()).toContain('asks permits alone');
    expect(await page.locator('.yiwang-cost').count()).toBe(0);
    expect(browser.complaints).toEqual([]);
  });
});
