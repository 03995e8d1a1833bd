import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from '../support/compose-file.ts';
import { inPage } from './in-page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 at the levels A and AA. */
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The rules that look at colours. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
/** Pictures of all screens, for people to look at. */
const ARTEFACTS = join(ROOT, '.ci/artefacts');

/**
 * What axe finds, a line for each kind of fault with the elements that have it.
 *
 * @param page of a context with bypassCSP
 * @param rules to look at; all of the levels when they are left out
 */
export async function axeFindings(page: Page, rules: readonly string[] = LEVELS): Promise<string[]> {
  if (!(await page.evaluate('typeof axe !== "undefined"'))) await page.evaluate(AXE);
  return page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) =>
      id + ': ' + nodes.slice(0, 5).map(({ target, failureSummary }) => target.join(' ') + ' (' + failureSummary.split('\\n')[1]?.trim() + ')').join('; ')))`,
  );
}

/** What axe finds of colours alone, on a page of which it has looked at all else. */
export function colourFindings(page: Page): Promise<string[]> {
  return axeFindings(page, COLOURS);
}

/**
 * What cannot be read on a page as it is shown now, a line for each kind of fault: the page is wider than its window, a text is cut by its
 * own box, or two texts lie over each other. What one can scroll to is not cut, and neither is what is meant for screen readers alone.
 */
export function layoutFindings(page: Page): Promise<string[]> {
  return inPage<string[]>(page, 'find-layout-faults');
}

/** Texts in Chinese of a page in another language that are not marked as Chinese: WCAG 3.1.2, of which axe has no rule. */
export function unmarkedChinese(page: Page): Promise<string[]> {
  return inPage<string[]>(page, 'find-unmarked-chinese');
}

/** What a page has or lacks against what docs/accessibility.md says of all pages. */
export function brokenPromises(page: Page): Promise<string[]> {
  return inPage<string[]>(page, 'find-broken-promises');
}

/** Pixels by which the page is wider than its window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** Keeps a picture of the whole page. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const { width } = page.viewportSize()!;
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  const session = await page.context().newCDPSession(page);
  // To compress it well takes longer than to draw it.
  const { data } = await session.send('Page.captureScreenshot', {
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width, height, scale: 1 },
    optimizeForSpeed: true,
  });
  await session.detach();
  await mkdir(ARTEFACTS, { recursive: true });
  await writeFile(join(ARTEFACTS, `${name}.png`), Buffer.from(data, 'base64'));
}
