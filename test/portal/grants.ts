import { expect } from 'vitest';
import type { Visitor } from './visitor.ts';

/**
 * Somebody who may apply meets data that needs a grant, applies from there for what was denied at each department, and sees where the
 * applications stand. A citizen is told why there is none for them, and what to do instead.
 */
export async function applyForGrants(
  portal: string,
  uscc: string,
  { page }: Visitor,
  citizen: Visitor,
): Promise<void> {
  await citizen.page.goto(`${portal}/zh/enterprises/${uscc}`);
  const needs = citizen.page.locator('#needs');
  await needs.getByText('您没有代表这家企业').waitFor();
  await needs.getByText('纳税信用管理办法').first().waitFor();
  expect(await needs.getByRole('link', { name: '申请授权' }).count()).toBe(0);
  expect(await citizen.page.getByText('没有登记的宗地').count()).toBe(0);

  await page.goto(`${portal}/zh/enterprises/${uscc}`);
  await page.locator('#needs').getByRole('link', { name: '申请授权' }).click();
  await page.waitForURL(/\/grants\?/);
  const fields = page.locator('input[name=field]');
  const named = await fields.evaluateAll((all) =>
    all.map((one) => (one as unknown as { value: string }).value),
  );
  expect(named).toEqual(expect.arrayContaining(['Taxpayer.creditGrades', 'Enterprise.parcels']));
  expect(await page.getByLabel(/法律依据/).inputValue()).not.toBe('');
  expect(await page.getByLabel(/用途/).inputValue()).toContain('登记的宗地');
  const form = page.url();
  const send = () => page.getByRole('button', { name: /提交申请（2 个部门）/ }).click();
  await send();
  await page.waitForURL(/applied=SA\d{10},SA\d{10}$/);
  const made = page.url();
  expect(await page.getByText('审批中').count()).toBe(2);
  // What is sent twice is applied for once.
  await page.goto(form);
  await send();
  await page.waitForURL(/applied=/);
  expect(page.url()).toBe(made);
}
