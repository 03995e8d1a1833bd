import { expect } from 'vitest';
import type { Visitor } from './visitor.ts';

/** Who finds data by its Chinese name is led to the page of the reference that describes it. */
export async function openDataResource(portal: string, { page }: Visitor): Promise<void> {
  await page.goto(`${portal}/zh/search?q=${encodeURIComponent('纳税信用')}`);
  const found = page
    .locator('section', { has: page.locator('#found-data') })
    .getByRole('listitem')
    .first();
  const type = await found.locator('code').innerText();
  await found.getByRole('link').click();
  await page.waitForURL(`${portal}/zh/developers/reference/${type}`);
  expect(await page.locator('h1').innerText()).toContain(type);
  expect(await page.getByRole('heading', { level: 2 }).count()).toBeGreaterThan(0);
}
