import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Visitor } from './visitor.ts';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n');

/**
 * A citizen applies for a food permit, as people do it: departments fill in what they hold, a paper is handed in, all is submitted. An
 * official accepts it, and the citizen's open page says so by itself.
 */
export async function applyAndTrack(
  portal: string,
  item: string,
  { page }: Visitor,
  official: Visitor,
): Promise<void> {
  await beginCase(portal, item, page);
  expect(await page.getByLabel(/企业名称/).inputValue()).not.toBe('');
  expect(await page.getByText('来自市场监管部门').count()).toBeGreaterThan(0);
  await answerAll(page, '林晓岚');

  const file = { name: '平面图.pdf', mimeType: 'application/pdf', buffer: PDF };
  await page.locator('input[type=file]').first().setInputFiles(file);
  // Its name stands there already while it is being sent.
  await page.getByText('已上传').first().waitFor();
  await page.getByRole('link', { name: '平面图.pdf' }).waitFor();
  await page
    .getByRole('link', { name: /核对并提交/ })
    .last()
    .click();
  await page.waitForURL(/step=review/);
  await page.getByRole('button', { name: /提交/ }).last().click();
  await page.waitForURL(/\/cases\/[^/?]+\?submitted/);
  await page.getByText('已提交，部门已收到').waitFor();
  const number = new URL(page.url()).pathname.split('/').at(-1)!;

  const desk = official.page;
  await desk.goto(`${portal}/zh/desk/permits/${number}`);
  await desk.getByText('平面图.pdf').waitFor();
  const form = desk.locator('form', { has: desk.getByRole('button', { name: /受理/ }) }).first();
  if (!(await form.isVisible())) await desk.locator('summary', { hasText: '受理' }).first().click();
  await form.getByRole('button', { name: /受理/ }).first().click();
  await page.getByText('页面已更新').waitFor();
  await page.getByText('已受理').first().waitFor();
}

/** Begins a case for the first enterprise of the person, and returns its number: its form is open. */
export async function beginCase(portal: string, item: string, page: Page): Promise<string> {
  await page.goto(`${portal}/zh/apply/${item}`);
  const whose = page.locator('main input[type=radio]').first();
  if (await whose.count()) await whose.check();
  await page.locator('main form button[type=submit]').last().click();
  await page.waitForURL(/\/cases\/[^/]+\/form/);
  return new URL(page.url()).pathname.split('/').at(-2)!;
}

export async function goOn(page: Page, address: string): Promise<void> {
  await page.getByRole('button', { name: '保存并继续' }).first().click();
  await page.waitForURL((url) => url.search.includes(address));
}

/** Answers all questions of a food permit, screen by screen, up to the one for materials. */
export async function answerAll(page: Page, contact: string): Promise<void> {
  await page.getByLabel(/联系人/).fill(contact);
  await page.getByLabel(/联系电话/).fill('13812345678');
  await page.getByText('已保存于').waitFor();
  await goOn(page, 'step=2');
  await page.getByLabel('本单位人员').check();
  await goOn(page, 'step=3');
  await page.getByLabel(/地址/).fill('武进区滨湖路1号');
  await page.getByLabel(/面积/).fill('120');
  await goOn(page, 'step=4');
  await goOn(page, 'step=materials');
}
