import type { Page } from 'playwright-core';
import { inPage } from './in-page.ts';

/**
 * What cannot be read on a page as it is shown now, a line for each kind of fault: the page is wider than its window, a text is cut by its
 * own box, or two texts lie over each other. What one can scroll to is not cut, and neither is what is meant for screen readers alone.
 */
export function layoutFindings(page: Page): Promise<string[]> {
  return inPage<string[]>(page, 'find-layout-faults');
}
