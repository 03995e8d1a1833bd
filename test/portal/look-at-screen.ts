import type { BrowserContext, Page } from 'playwright-core';
import {
  axeFindings,
  brokenPromises,
  colourFindings,
  keepPicture,
  layoutFindings,
  overflowOf,
  unmarkedChinese,
} from './findings.ts';
import { inPage } from './in-page.ts';
import { openScreen, type Screen } from './screens.ts';
import { complaintsOf } from './visitor.ts';

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };
const NARROWEST = { width: 320, height: 844 };
/** A window of 1440 px at 200 %. */
const ZOOMED = { width: 720, height: 450 };

/** The distances of WCAG 1.4.12, which a reader may set. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;
/** As browsers that enlarge text alone. */
const LARGE_TEXT = ':root { font-size: 200% !important; }';

/** What was found on a screen, a line for each fault, which begins with the way of looking at it. */
export interface Look {
  /** Light and dark, wide and narrow, in both languages. */
  plain: string[];
  /** As people who see little set their browsers, and in the mode for elderly people 适老化. */
  modes: string[];
  /** Chinese text of its content, with the scripts of the page. */
  text: string;
  /** Addresses of the scripts that it loads. */
  scripts: string[];
}

/**
 * Looks at a screen in all these ways. It is loaded once for each language and once for the mode for elderly people: all else is what
 * browsers do with the same answer of the server.
 *
 * @param context of its visitor, with bypassCSP
 * @param large of the same visitor, who has switched the mode for elderly people on
 * @param addressIn the address of the screen in a language
 */
export async function lookAtScreen(
  screen: Screen,
  context: BrowserContext,
  large: BrowserContext,
  addressIn: (language: 'zh' | 'en') => string,
): Promise<Look> {
  const look: Look = { plain: [], modes: [], text: '', scripts: [] };
  const page = await context.newPage();
  try {
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') look.scripts.push(response.url());
    });
    const complaints = complaintsOf(page);
    const say = (where: string, lines: readonly string[]) =>
      look.plain.push(...lines.map((line) => `${where}: ${line}`));
    for (const language of ['zh', 'en'] as const) {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce', forcedColors: 'none' });
      await page.setViewportSize(WIDE);
      await openScreen(page, screen, addressIn(language));
      if (language === 'zh') look.text = await page.locator('main').innerText();
      else say('en', await unmarkedChinese(page));
      if ((await page.locator('h1').count()) !== 1) say(language, ['there is not one heading of the page']);
      if ((await page.title()) === '') say(language, ['the page has no title']);
      for (const [size, colorScheme] of [
        [WIDE, 'light'],
        [NARROW, 'dark'],
        [NARROWEST, 'light'],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize(size);
        const where = `${language} ${size.width} ${colorScheme}`;
        const overflow = await overflowOf(page);
        if (overflow > 0) say(where, [`${overflow} px wider than the window`]);
        if (size === NARROWEST) {
          if (!screen.isBare) say(where, await brokenPromises(page));
          continue;
        }
        say(where, await axeFindings(page));
        await keepPicture(page, `${screen.name}-${language}-${size.width}`);
      }
      // English words are the longest.
      if (language === 'en') look.modes.push(...(await modeFindings(page)));
      const answer = `the server responded with a status of ${screen.status}`;
      say(
        language,
        complaints().filter((line) => !line.includes(answer)),
      );
    }
  } finally {
    await page.close();
  }
  look.modes.push(...(await largeFindings(screen, large, addressIn('zh'))));
  return look;
}

/** The ways in which people who see little set their browsers. */
async function modeFindings(page: Page): Promise<string[]> {
  const found: string[] = [];
  const keep = (mode: string, findings: string[]) =>
    found.push(...findings.map((line) => `${mode}: ${line}`));

  await page.setViewportSize(ZOOMED);
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
    ...(await colourFindings(page)),
    ...(await inPage<string[]>(page, 'find-lost-states')),
  ]);
  await page.emulateMedia({ forcedColors: 'none' });
  return found;
}

/** The mode for elderly people is used in Chinese. */
async function largeFindings(screen: Screen, context: BrowserContext, address: string): Promise<string[]> {
  const found: string[] = [];
  const page = await context.newPage();
  try {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce', forcedColors: 'none' });
    await page.setViewportSize(WIDE);
    await openScreen(page, screen, address);
    for (const size of [WIDE, NARROW]) {
      await page.setViewportSize(size);
      const findings = await layoutFindings(page);
      if (size === NARROW) findings.push(...(await axeFindings(page)));
      found.push(...findings.map((line) => `large, ${size.width} px: ${line}`));
      await keepPicture(page, `${screen.name}-zh-large-${size.width}`);
    }
  } finally {
    await page.close();
  }
  return found;
}

async function withStyle(page: Page, content: string, look: () => Promise<unknown>): Promise<void> {
  const style = await page.addStyleTag({ content });
  await look();
  await style.evaluate((element) => (element as unknown as { remove(): void }).remove());
}
