import type { Page } from 'puppeteer-core';

/** A page that is measured, and how one works with it. */
export interface MeasuredPage {
  name: string;
  /** Absolute. */
  url: string;
  /** Whether it is shown to the citizen who signed in. */
  isOwn: boolean;
}

/** Who signs in at the local provider, for the page on which a case is tracked. */
const CITIZEN = '林晓岚';

/** The pages of reading, at addresses that are found by links, as people find them. */
export async function findPages(page: Page, portal: string): Promise<MeasuredPage[]> {
  const open = (name: string, path: string): MeasuredPage => ({
    name,
    url: `${portal}/zh${path}`,
    isOwn: false,
  });
  const enterprise = await linkOn(page, `${portal}/zh/search?q=公司&in=enterprises`, '/enterprises/');
  const item = await linkOn(page, `${portal}/zh/items?text=食品经营许可`, '/items/');
  const matter = await linkOn(page, `${portal}/zh/matters`, '/matters/');
  await signIn(page, portal);
  const tracked = await linkOn(page, `${portal}/zh/my`, '/cases/');
  return [
    open('home', ''),
    open('search', '/search?q=食品'),
    { name: 'enterprise', url: enterprise, isOwn: false },
    { name: 'item', url: item, isOwn: false },
    { name: 'matter', url: matter, isOwn: false },
    { name: 'tracking', url: tracked, isOwn: true },
    open('regions', '/regions/3204'),
    open('catalogue', '/items'),
    open('dashboard', '/dashboard'),
    open('reference', '/developers/reference'),
  ];
}

async function signIn(page: Page, portal: string): Promise<void> {
  await page.goto(`${portal}/sign-in?return=/zh`);
  const button = await page.waitForSelector(`::-p-xpath(//button[contains(., "${CITIZEN}")])`);
  await Promise.all([page.waitForNavigation(), button!.click()]);
}

async function linkOn(page: Page, address: string, part: string): Promise<string> {
  await page.goto(address);
  const links = await page.$$eval('main a[href]', (all) =>
    all.map((link) => (link as unknown as { href: string }).href),
  );
  const found = links.find((link) => new URL(link).pathname.match(`^/zh${part}[^/]+$`));
  if (!found) throw new Error(`${address} has no link to ${part}. Is the system loaded?`);
  return found;
}

/** What somebody does on a page who stays there: types in a field, opens what can be opened, chooses, moves on. */
export async function workWith(page: Page): Promise<void> {
  const field = await page.$('input[type=search], main input[type=text]');
  if (field) {
    await field.click();
    await field.type('食品cz', { delay: 150 });
    await page.keyboard.press('ArrowDown');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await page.keyboard.press('Escape');
  }
  for (const summary of (await page.$$('main summary')).slice(0, 3)) {
    if (await summary.isVisible()) await summary.click();
  }
  for (let i = 0; i < 5; i++) await page.keyboard.press('Tab');
  await (await page.$('main h1'))!.click();
}
