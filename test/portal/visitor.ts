import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** Somebody with a browser of their own. */
export interface Visitor extends AsyncDisposable {
  context: BrowserContext;
  page: Page;
  /** What the browser has complained of since the last call, such as what the content security policy has stopped. */
  complaints(): string[];
}

export const hasBrowser = existsSync(CHROMIUM);

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
  return { context, page, complaints: complaintsOf(page), [Symbol.asyncDispose]: () => context.close() };
}

/** Returns a function that gives what the browser has complained of on a page since it was called last. */
export function complaintsOf(page: Page): () => string[] {
  let found: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(message.text());
  });
  page.on('pageerror', ({ message }) => found.push(message));
  return () => {
    const told = found;
    found = [];
    return told;
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
