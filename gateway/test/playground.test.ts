import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { playgroundFolder } from '../src/transport/playground/playground-folder.ts';
import { CHROMIUM, type OpenBrowser, openBrowser } from './support/browser.ts';
import { type ServedGateway, serveGateway } from './support/serve-gateway.ts';

let gateway: ServedGateway;
beforeAll(async () => {
  gateway = await serveGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

test('a browser gets a page that may load from this server only; a program gets GraphQL', async () => {
  const browser = await fetch(`${gateway.url}/graphql`, {
    headers: { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' },
  });
  const program = await fetch(`${gateway.url}/graphql?query={__typename}`, {
    headers: { accept: '*/*', 'apollo-require-preflight': '1' },
  });

  expect(browser.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(browser.headers.get('content-security-policy')).toMatch(/^default-src 'self';/);
  const page = await browser.text();
  expect(page).toContain('<script type="module" src="playground/playground.js">');
  expect(page).not.toMatch(/https?:/);
  expect(await program.json()).toEqual({ data: { __typename: 'Query' } });
});

test.each(['..%2fpackage.json', '%2e%2e/package.json', 'nowhere.js', '..%2f..%2fsrc%2fmain.ts'])(
  'nothing but the playground’s own files can be had: %s is NOT_FOUND',
  async (file) => {
    const response = await fetch(`${gateway.url}/playground/${file}`);

    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  },
);

test('what one user has built another can serve', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'yiwang-playground-'));
  onTestFinished(() => rm(parent, { recursive: true }));

  const folder = await playgroundFolder(join(parent, 'playground'));

  expect((await stat(folder)).mode & 0o777).toBe(0o755);
});

describe.skipIf(!existsSync(CHROMIUM))(
  `in Chromium (skipped where there is none at ${CHROMIUM}; set CHROMIUM)`,
  () => {
    let browser: OpenBrowser;
    let page: Page;
    let requested: string[];
    let complaints: string[];
    beforeAll(async () => {
      browser = await openBrowser();
      ({ page, requested, complaints } = browser);
    });
    afterAll(() => browser[Symbol.asyncDispose]());

    test('a query that is typed and run shows its answer, and no other server is asked for anything', async () => {
      await page.goto(`${gateway.url}/graphql`);
      const editor = page.locator('.graphiql-query-editor .monaco-editor').first();
      await editor.click();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.press('Delete');
      await page.keyboard.insertText('{ enterprise(uscc: "E1") { name permits { number } } }');
      await page.keyboard.press('ControlOrMeta+Enter');

      const answer = page.locator('.graphiql-response');
      await expect.poll(() => answer.textContent()).toContain('大余县京桥混凝土有限公司');
      expect(await answer.textContent()).toContain('P2');

      // The documentation shows that the schema has been read as well.
      await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
      await page.locator('.graphiql-doc-explorer').getByText('Query', { exact: true }).first().click();
      await expect.poll(() => page.locator('.graphiql-doc-explorer').textContent()).toContain('enterprises');

      // blob: and data: never leave the browser.
      const servers = new Set(
        requested.filter((url) => /^(https?|wss?):/.test(url)).map((url) => new URL(url).origin),
      );
      expect(servers).toEqual(new Set([gateway.url]));
      expect(requested.filter((url) => url.endsWith('.worker.js')).length).toBeGreaterThan(0);
      expect(complaints).toEqual([]);
    });

    test('a subscription shows each answer as it comes', async () => {
      const query = 'subscription { renamed { name } }';
      await page.goto(`${gateway.url}/graphql?query=${encodeURIComponent(query)}`);
      await page.locator('.graphiql-query-editor .monaco-editor').first().click();
      await page.keyboard.press('ControlOrMeta+Enter');
      await gateway.graph.renamed.until(1);
      await gateway.ask('mutation { rename(uscc: "E2", name: "南京云锦") { name } }');

      await expect.poll(() => page.locator('.graphiql-response').textContent()).toContain('南京云锦');
      await page.goto('about:blank');
      await gateway.graph.renamed.until(0);
      expect(complaints).toEqual([]);
    });

    test('without a scope for plans, a run that wants one is refused, and the page says what is missing', async () => {
      await page.goto(`${gateway.url}/graphql?query=${encodeURIComponent('{ enterprises { name } }')}`);
      await page.getByRole('button', { name: /Query plan/ }).click();
      await page.getByRole('checkbox', { name: 'Report the plan of each run' }).check();
      await page.locator('.graphiql-execute-button').click();

      await expect.poll(() => page.locator('.yiwang-panel').textContent()).toContain('graph:explain');
      expect(await page.locator('.graphiql-response').textContent()).toContain('QUERY_PLAN_REFUSED');
      // The browser itself reports the 403.
      expect(complaints.splice(0).every((text) => text.includes('403'))).toBe(true);
    });

    test('a wrong field is underlined by the editor’s own worker', async () => {
      await page.goto(`${gateway.url}/graphql?query=${encodeURIComponent('{ enterprize }')}`);

      await expect.poll(() => page.locator('.squiggly-error').count()).toBeGreaterThan(0);
      expect(complaints).toEqual([]);
    });
  },
);
