import { expect } from 'vitest';
import type { Visitor } from './visitor.ts';

const FORM = /\/applications\/([^/]+)\/form/;

/** Begins an application for an industrial building, in the name of the first enterprise that the person acts for. Returns its number. */
export async function beginMatter(portal: string, { page }: Visitor): Promise<string> {
  await page.goto(`${portal}/zh/matters/YJS320000003/apply`);
  await page.locator('main input[type=radio]').first().check();
  await page.locator('select[name=region]').selectOption('3204');
  await page.locator('main form button[type=submit]').last().click();
  await page.waitForURL(FORM);
  return FORM.exec(page.url())![1]!;
}

/** Somebody who writes the letter of a section before the digits of an industry is told so at the field, in their language, and mends it. */
export async function mistypeIndustry(portal: string, { page }: Visitor): Promise<void> {
  await page.goto(`${portal}/zh/matters/YJS320000001/apply`);
  await page.locator('select[name=region]').selectOption('3204');
  await page.locator('main form button[type=submit]').last().click();
  await page.waitForURL(FORM);
  const form = page.url();
  for (const [language, label, goOn, told] of [
    ['zh', /行业/, '保存并继续', '格式不正确，请按说明填写'],
    ['en', /Industry/, 'Save and continue', 'The format is wrong: write it as described'],
  ] as const) {
    await page.goto(form.replace('/zh/', `/${language}/`));
    const industry = page.getByLabel(label);
    await industry.fill('I6513');
    await page.getByRole('button', { name: goOn }).first().click();
    await page.getByRole('alert').getByText(told).waitFor();
    expect(await industry.getAttribute('aria-invalid')).toBe('true');
    // What is read out with the field: how it is written, and what is wrong.
    const ids = (await industry.getAttribute('aria-describedby'))!.split(' ');
    const texts = await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).innerText()));
    expect(texts.join(' ')).toMatch(/6513[。.] ✕ /);
    expect(texts.join(' ')).toContain(told);
  }
  await page.getByLabel(/Industry/).fill('6513');
  await page.getByRole('button', { name: 'Save and continue' }).first().click();
  await page.waitForURL(/step=2/);
}

/**
 * Departments have filled the form in, each value with its origin; the applicant confirms one. What the office of another department
 * returns stands at the field of the form that it is about, whatever that department calls it.
 */
export async function prefillAndCorrect(
  portal: string,
  number: string,
  { page }: Visitor,
  official: Visitor,
): Promise<void> {
  const form = `${portal}/zh/applications/${number}/form`;
  await page.goto(form);
  expect(await page.getByLabel(/建设单位/).inputValue()).not.toBe('');
  expect(await page.getByText(/来自市场监管部门.*无条件共享/).count()).toBe(1);
  await page.getByText('属实还是有误？').first().click();
  await page.getByRole('button', { name: '属实', exact: true }).first().click();
  await page.getByText('您已确认属实').waitFor();
  const answers = [
    [/项目名称/, '一号厂房'],
    [/宗地代码/, '320412001001GB00001'],
    [/土地用途/, '0601'],
    [/用地面积/, '20000.50'],
    [/建设地址/, '武进区滨湖路'],
    [/建筑面积/, '5000'],
  ] as const;
  for (const [label, answer] of answers) await page.getByLabel(label).first().fill(answer);
  await next(2);
  await page.getByLabel(/姓名/).fill('林晓岚');
  await page.getByLabel(/电话/).fill('13812345678');
  await next('review');
  await page.getByRole('button', { name: /提交/ }).last().click();
  await page.waitForURL(/submitted/);
  await page
    .getByText(/LD\d{14}-\d{6}/)
    .first()
    .waitFor();
  const filed = /LD\d{14}-\d{6}/.exec(await page.locator('main').innerText())![0];

  const desk = official.page;
  await desk.goto(`${portal}/zh/desk/land/${filed}`);
  const step = desk.locator('form:has(input[name=step][value=return])');
  if (!(await step.isVisible())) await desk.locator('summary', { hasText: '一次性告知补正' }).click();
  await step.getByLabel('涉及').first().selectOption('location');
  await step.getByLabel('问题和补正要求').first().fill('缺少门牌号');
  await step.getByRole('button', { name: '退回补正' }).click();
  await desk.getByText('已退回').first().waitFor();
  await desk.getByText('坐落：').waitFor();

  await page.getByText('缺少门牌号').first().waitFor();
  await page.goto(form);
  expect(await page.getByLabel(/建设地址/).getAttribute('aria-invalid')).toBe('true');

  async function next(step: number | 'review'): Promise<void> {
    await page.getByRole('button', { name: '保存并继续' }).first().click();
    await page.waitForURL(new RegExp(`step=${step}`));
  }
}
