import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { ROOT } from '../support/compose-file.ts';
import { inPage } from './in-page.ts';

export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** WCAG 2.2 at the levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Pictures of all screens, for people to look at. */
const ARTEFACTS = join(ROOT, '.ci/artefacts');

/** Somebody with a browser of their own. */
export interface Visitor extends AsyncDisposable {
  context: BrowserContext;
  page: Page;
  /** What the browser has complained of since the last call, such as what the content security policy has stopped. */
  complaints(): string[];
}

/** @param keepsPages whether going back shows a page as it was left, without loading it again, as it is for people */
export function openBrowser({ keepsPages = false } = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: FLAGS,
    ...(keepsPages && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
  });
}

export async function openVisitor(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  let found: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(message.text());
  });
  page.on('pageerror', ({ message }) => found.push(message));
  return {
    context,
    page,
    complaints() {
      const told = found;
      found = [];
      return told;
    },
    [Symbol.asyncDispose]: () => context.close(),
  };
}

/** Chooses somebody on the page of the local provider. */
export async function signIn({ page, complaints }: Visitor, portal: string, name: string): Promise<void> {
  await page.goto(`${portal}/sign-in?return=/zh`);
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.waitForURL(`${portal}/zh`);
  // The provider's pages are not the portal's: they have no icon.
  complaints();
}

/** What axe finds, a line for each kind of fault with the elements that have it. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: AXE }).catch(() => undefined);
  const hasAxe = await page.evaluate('typeof axe !== "undefined"');
  if (!hasAxe) throw new Error('axe could not be loaded: is the context opened with bypassCSP?');
  return page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) => violations.map(({ id, nodes }) =>
      id + ': ' + nodes.slice(0, 5).map(({ target, failureSummary }) => target.join(' ') + ' (' + failureSummary.split('\\n')[1]?.trim() + ')').join('; ')))`,
  );
}

/** Texts in Chinese of a page in another language that are not marked as Chinese: WCAG 3.1.2, of which axe has no rule. */
export function unmarkedChinese(page: Page): Promise<string[]> {
  return inPage<string[]>(page, 'find-unmarked-chinese');
}

/** Pixels by which the page is wider than its window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(ARTEFACTS, { recursive: true });
  await page.screenshot({ path: join(ARTEFACTS, `${name}.png`), fullPage: true });
}
