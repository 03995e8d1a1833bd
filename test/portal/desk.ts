import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Visitor } from './visitor.ts';

/**
 * Takes a step with a case, on its page at the desk, as an official does.
 *
 * @param name of the step, as its form has it
 * @param fill fills its form in
 */
export async function takeStep(
  page: Page,
  address: string,
  name: string,
  fill?: (form: Locator) => Promise<unknown>,
): Promise<void> {
  await page.goto(address);
  const box = page.locator(`details:has(input[name=step][value=${name}])`);
  if ((await box.getAttribute('open')) === null) await box.locator('> summary').click();
  await fill?.(box);
  await box.locator('form button').last().click();
  await page.waitForURL(new RegExp(`done=${name}`));
}

/** An official of land finds a case in an inbox that is not empty, stops its clock with a reason, and lets it go on. */
export async function suspendAndResume(portal: string, { page }: Visitor): Promise<void> {
  await page.goto(`${portal}/zh/desk?state=ACCEPTED`);
  const link = page.locator('a[href*="/desk/land/"]').first();
  const address = portal + (await link.getAttribute('href'));
  await takeStep(page, address, 'review');
  await takeStep(page, address, 'suspend', (form) => form.locator('[name=reason]').fill('现场核查四至界址'));
  await page.getByText('已中止，时限停止计算').waitFor();
  await page.getByRole('listitem').filter({ hasText: '现场核查四至界址' }).first().waitFor();
  // While the clock stands, it can only be let go on.
  expect(
    await page.locator('input[name=step]').evaluateAll((all) => all.map((one) => one.getAttribute('value'))),
  ).toEqual(['resume']);
  await page.goto(`${portal}/zh/desk?state=SUSPENDED`);
  await page
    .getByRole('row')
    .filter({ hasText: '已中止' })
    .locator(`a[href="${new URL(address).pathname}"]`)
    .waitFor();
  await takeStep(page, address, 'resume');
  await page.getByText('已恢复审查，时限继续计算').waitFor();
}
