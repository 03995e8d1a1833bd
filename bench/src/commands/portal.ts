import puppeteer from 'puppeteer-core';
import { measureVisit, type Visit } from '../portal/measure-visit.ts';
import { findPages } from '../portal/pages.ts';
import { figure, markdownTable } from '../report/markdown-table.ts';
import { median } from '../report/median.ts';
import { say } from '../report/progress.ts';

export interface PortalOptions {
  /** Visits of each page. */
  rounds: number;
  /** Path of a Chromium. */
  chromium: string;
}

/** What a page of reading may take. */
const TARGETS: Readonly<Record<keyof Visit, number>> = {
  lcp: 1500,
  cls: 0.05,
  inp: 150,
  scriptBytes: 100_000,
};

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
];

/** Measures the pages of reading of a running portal as a slow phone has them; prints a table of medians. */
export async function measurePortal(portal: string, { rounds, chromium }: PortalOptions): Promise<void> {
  const browser = await puppeteer.launch({ executablePath: chromium, args: FLAGS });
  try {
    const own = await browser.createBrowserContext();
    const anonymous = await browser.createBrowserContext();
    const pages = await findPages(await own.newPage(), portal);
    const visits = new Map(pages.map(({ name }) => [name, [] as Visit[]]));
    for (let round = 1; round <= rounds; round++) {
      for (const one of pages) {
        say(`portal: ${one.name}, visit ${round} of ${rounds}`);
        const page = await (one.isOwn ? own : anonymous).newPage();
        visits.get(one.name)!.push(await measureVisit(page, one));
        await page.close();
      }
    }
    process.stdout.write(
      `### portal: pages of reading on a slow phone, median of ${rounds} visits\n\n${tableOf(visits)}\n\n`,
    );
  } finally {
    await browser.close();
  }
}

function tableOf(visits: ReadonlyMap<string, readonly Visit[]>): string {
  const names = Object.keys(TARGETS) as (keyof Visit)[];
  const rows = [...visits].map(([name, all]) => {
    const values = names.map((what) => median(all.map((visit) => visit[what])));
    const missed = names.filter((what, i) => values[i]! > TARGETS[what]);
    const [lcp, cls, inp, bytes] = values;
    return [
      name,
      figure(lcp!),
      String(Number(cls!.toFixed(3))),
      figure(inp!),
      figure(bytes! / 1000),
      missed.length === 0 ? 'held' : `missed: ${missed.join(', ')}`,
    ];
  });
  const targets = ['_target_', '≤ 1500', '< 0.05', '≤ 150', '≤ 100', ''];
  return markdownTable(['page', 'LCP ms', 'CLS', 'INP ms', 'script kB', 'targets'], [...rows, targets]);
}
