import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type CertificateKeys,
  createPageRenderer,
  createSecret,
  formatPublishedKeys,
  issueDocument,
  signCredential,
  signStatusList,
} from '../src/index.ts';
import { buildPage } from '../src/page/build-page.ts';
import { CERTIFICATE, CHECK, LIST, makeKeys } from './fixture.ts';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const PAGE = fileURLToPath(new URL('../verify-certificate.html', import.meta.url));
/** As of now: the page has no other clock than that of the machine. */
const TODAY = { ...CERTIFICATE, validFrom: '2024-01-01', validUntil: '2099-12-31' };

test('the page is what npm run generate makes of its source', async () => {
  expect(await readFile(PAGE, 'utf8')).toBe(await buildPage());
});

test('the page names nothing outside itself', async () => {
  const html = await readFile(PAGE, 'utf8');

  expect(html).toContain("default-src 'none'; script-src 'sha256-");
  expect(html.match(/<(?:script|link|img|iframe)[^>]*(?:src|href)=/g)).toBeNull();
});

describe.skipIf(!existsSync(CHROMIUM))(
  `in Chromium (skipped where there is none at ${CHROMIUM}; set CHROMIUM)`,
  () => {
    const renderer = createPageRenderer();
    let browser: Browser;
    let page: Page;
    let keys: CertificateKeys;
    let folder: string;
    let pdf: Uint8Array;
    const requested: string[] = [];
    const complaints: string[] = [];
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'yiwang-page-'));
      browser = await chromium.launch({
        executablePath: CHROMIUM,
        args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
      });
      keys = await makeKeys();
      pdf = await issueDocument(renderer, TODAY, keys.signing, createSecret(), CHECK);
      await writeFile(join(folder, 'keys.json'), formatPublishedKeys('permits', keys));
      await writeFile(join(folder, 'other.json'), formatPublishedKeys('tax', keys));
    }, 60_000);
    beforeEach(async () => {
      page = await browser.newPage();
      page.on('request', (request) => requested.push(request.url()));
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(pathToFileURL(PAGE).href);
    });
    afterAll(async () => {
      await browser.close();
      await renderer[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });

    /** Chooses a file that holds the content, and waits for the verdict. */
    async function verdictOf(name: string, content: Uint8Array | string): Promise<string | null> {
      const file = join(folder, name);
      await writeFile(file, content);
      await page.evaluate("delete document.querySelector('#result').dataset.verdict");
      await page.locator('#certificate-file').setInputFiles(file);
      await page.locator('#result[data-verdict]').waitFor();
      return page.locator('#result').getAttribute('data-verdict');
    }
    const choose = (id: string, ...names: string[]) =>
      page.locator(id).setInputFiles(names.map((name) => join(folder, name)));

    test('a certificate is verified by the keys that are chosen, and shown as it was signed', async () => {
      await choose('#keys-file', 'keys.json');

      expect(await verdictOf('good.pdf', pdf)).toBe('VALID');
      const shown = await page.locator('#result').innerText();
      expect(shown).toContain('证照真实有效。');
      expect(shown).toContain('The certificate is genuine and valid.');
      expect(shown).toContain('南京䶮记食品科技有限公司');
      expect(shown).toContain(TODAY.identifier);
      expect(shown).toContain('Whether it was revoked or suspended was not checked.');
    });

    test('a changed byte, another key and what is no certificate are told apart', async () => {
      const changed = pdf.slice();
      changed[20_000]! ^= 1;
      const foreign = await signCredential(TODAY, null, (await makeKeys()).signing, createSecret());

      expect(await verdictOf('early.pdf', pdf)).toBe('KEYS_UNAVAILABLE');
      await choose('#keys-file', 'other.json');
      expect(await verdictOf('other.pdf', pdf)).toBe('KEYS_UNAVAILABLE');
      await choose('#keys-file', 'keys.json');
      expect(await verdictOf('changed.pdf', changed)).toBe('TEXT_ALTERED');
      expect(await verdictOf('foreign.sd-jwt', foreign)).toBe('UNKNOWN_KEY');
      expect(await verdictOf('none.txt', 'no certificate')).toBe('MALFORMED');
      expect(await page.locator('#lines').textContent()).toBe('');
    });

    test('a status list and an expected holder count when they are given', async () => {
      const states = new Map([[TODAY.status.index, 'REVOKED' as const]]);
      const list = { department: 'permits', uri: LIST, states };
      await writeFile(join(folder, 'list.jwt'), await signStatusList(list, keys.signing, new Date(), 300));
      await choose('#keys-file', 'keys.json');
      await page.locator('summary').click();

      await page.locator('#holder').fill('91320000608950987L');
      expect(await verdictOf('holder.pdf', pdf)).toBe('OTHER_HOLDER');
      await page.locator('#holder').fill('');
      await choose('#list-file', 'list.jwt');
      expect(await verdictOf('revoked.pdf', pdf)).toBe('REVOKED');
    });

    test('keys that are no keys are told so, and built-in keys need no file', async () => {
      await writeFile(join(folder, 'wrong.json'), '{}');
      await choose('#keys-file', 'wrong.json');
      await expect.poll(() => page.locator('#keys-state').innerText()).toContain('This is no file of keys.');

      const html = await readFile(PAGE, 'utf8');
      const builtIn = html.replace(
        /(<script id="keys"[^>]*>)\s*\[\]/,
        (_all, start: string) => `${start}[${formatPublishedKeys('permits', keys)}]`,
      );
      await writeFile(join(folder, 'built-in.html'), builtIn);
      await page.goto(pathToFileURL(join(folder, 'built-in.html')).href);
      expect(await page.locator('#keys-state').innerText()).toContain('permits: 1');
      expect(await verdictOf('built-in.pdf', pdf)).toBe('VALID');
    });

    test('nothing was loaded but the page, and nothing was complained about', () => {
      expect(requested.filter((url) => !url.startsWith('file:'))).toEqual([]);
      expect(complaints).toEqual([]);
    });
  },
);
