import { startFlow } from 'lighthouse';
import type { Page } from 'puppeteer-core';
import { type MeasuredPage, workWith } from './pages.ts';

export interface Visit {
  /** Milliseconds until the largest part of the page is painted. */
  lcp: number;
  /** Without unit: how far what is shown jumps. */
  cls: number;
  /** Milliseconds of the slowest interaction until it shows. */
  inp: number;
  /** Bytes of scripts as they came over the wire. */
  scriptBytes: number;
}

/** A slow phone in a slow network, as Lighthouse has it for mobile. They are applied, not simulated, so that interactions have them too. */
const SLOW_PHONE = {
  throttlingMethod: 'devtools',
  throttling: {
    requestLatencyMs: 150,
    rttMs: 150,
    downloadThroughputKbps: 1638.4,
    throughputKbps: 1638.4,
    uploadThroughputKbps: 675,
    cpuSlowdownMultiplier: 4,
  },
} as const;

/** Opens a page with nothing in the browser's cache, works with it, and measures both with Lighthouse. */
export async function measureVisit(page: Page, { name, url }: MeasuredPage): Promise<Visit> {
  const flow = await startFlow(page, {
    name,
    flags: {
      ...SLOW_PHONE,
      // Cookies stay, so that the visitor stays signed in.
      disableStorageReset: true,
      onlyAudits: [
        'largest-contentful-paint',
        'cumulative-layout-shift',
        'interaction-to-next-paint',
        'network-requests',
      ],
    },
  });
  const session = await page.createCDPSession();
  await session.send('Network.clearBrowserCache');
  await session.detach();
  await flow.navigate(url);
  await flow.startTimespan();
  await workWith(page);
  await flow.endTimespan();
  const shifted = await page.evaluate(shiftsOfVisit);
  const [opened, worked] = (await flow.createFlowResult()).steps.map(({ lhr }) => lhr);
  const figure = (lhr: typeof opened, audit: string) => {
    const value = lhr?.audits[audit]?.numericValue;
    if (value === undefined)
      throw new Error(`${url}: Lighthouse has no ${audit}: ${lhr?.audits[audit]?.errorMessage}`);
    return value;
  };
  const { items } = opened!.audits['network-requests']!.details as unknown as {
    items: { resourceType?: string; transferSize: number }[];
  };
  const scripts = items.filter(({ resourceType }) => resourceType === 'Script');
  return {
    lcp: figure(opened, 'largest-contentful-paint'),
    cls: Math.max(figure(opened, 'cumulative-layout-shift'), shifted),
    inp: figure(worked, 'interaction-to-next-paint'),
    scriptBytes: scripts.reduce((sum, { transferSize }) => sum + transferSize, 0),
  };
}

/**
 * Runs in the page: the sum of all layout shifts without recent input. In a timespan Lighthouse also counts expected shifts, such as what moves
 * when a `<details>` is opened.
 */
function shiftsOfVisit(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const entries = list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[];
      resolve(entries.reduce((sum, { value, hadRecentInput }) => (hadRecentInput ? sum : sum + value), 0));
    }).observe({ type: 'layout-shift' as 'mark', buffered: true });
    // Nothing is told of a page that has never shifted.
    setTimeout(() => resolve(0), 500);
  });
}
