import type { Page } from 'playwright-core';
import { inPage } from './in-page.ts';
import { layoutFindings } from './layout-findings.ts';
import { axeFindings, keepPicture } from './visitor.ts';

const WIDE = { width: 1440, height: 900 };
/** A window of 1440 px at 200 %. */
const ZOOMED = { width: 720, height: 450 };
const NARROW = { width: 390, height: 844 };

/** The distances of WCAG 1.4.12, which a reader may set. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;
/** As browsers that enlarge text alone. */
const LARGE_TEXT = ':root { font-size: 200% !important; }';

/**
 * Shows a page in the ways in which people who see little set their browsers, and finds what cannot be read. The page is loaded once: what
 * browsers do needs no other answer of the server.
 *
 * @param page of a context with bypassCSP
 * @returns a line for each fault, which begins with the way
 */
export async function modeFindings(page: Page, address: string): Promise<string[]> {
  const found: string[] = [];
  const keep = (mode: string, findings: string[]) =>
    found.push(...findings.map((line) => `${mode}: ${line}`));

  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce', forcedColors: 'none' });
  await page.setViewportSize(ZOOMED);
  await page.goto(address, { waitUntil: 'load' });
  keep('200 %', await layoutFindings(page));
  keep('reduced motion', await inPage<string[]>(page, 'find-motion'));

  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size);
    await withStyle(page, SPACING, async () => keep(`spacing, ${size.width} px`, await layoutFindings(page)));
  }
  await page.setViewportSize(WIDE);
  await withStyle(page, LARGE_TEXT, async () => keep('text of 200 %', await layoutFindings(page)));
  await page.emulateMedia({ forcedColors: 'active' });
  keep('forced colours', [
    ...(await axeFindings(page)),
    ...(await inPage<string[]>(page, 'find-lost-states')),
  ]);
  await page.emulateMedia({ forcedColors: 'none' });
  return found;
}

/** The same with the mode for elderly people 适老化 switched on, in a context that has its cookie. */
export async function elderFindings(page: Page, address: string, picture: string): Promise<string[]> {
  const found: string[] = [];
  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size);
    if (size === WIDE) await page.goto(address, { waitUntil: 'load' });
    const findings = await layoutFindings(page);
    if (size === NARROW) findings.push(...(await axeFindings(page)));
    found.push(...findings.map((line) => `large, ${size.width} px: ${line}`));
    await keepPicture(page, `${picture}-large-${size.width}`);
  }
  return found;
}

async function withStyle(page: Page, content: string, look: () => Promise<unknown>): Promise<void> {
  const style = await page.addStyleTag({ content });
  await look();
  await style.evaluate((element) => (element as unknown as { remove(): void }).remove());
}
