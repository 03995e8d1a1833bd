import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginCase, goOn } from '../apply.ts';
import { openBrowser } from '../visitor.ts';
import { APPLICANT, openSignedIn, openSigningIn, type World } from './world.ts';

/** What the button "back" of a browser shows that keeps pages as they were left. */
export function goingBackTests(given: () => World): void {
  let own: World;
  beforeAll(async () => {
    own = { ...given(), browser: await openBrowser({ keepsPages: true }) };
  });
  afterAll(() => own?.browser.close());

  test('back leads through the steps of a form with their answers, and after submitting it to no form that could be sent twice', async () => {
    await using visitor = await openSignedIn(own, APPLICANT);
    const { page } = visitor;
    const number = await beginCase(own.portal, own.item, page);
    await page.getByLabel(/联系人/).fill('沈若溪');
    await page.getByLabel(/联系电话/).fill('13812345678');
    await goOn(page, 'step=2');
    await page.getByLabel('本单位人员').check();
    await goOn(page, 'step=3');
    await page.goBack();
    await page.getByLabel('本单位人员').waitFor();
    expect(await page.getByLabel('本单位人员').isChecked()).toBe(true);
    await page.goBack();
    expect(await page.getByLabel(/联系人/).inputValue()).toBe('沈若溪');
    // What is changed after going back is saved on top of the newest version.
    await page.getByLabel(/联系人/).fill('沈若水');
    await goOn(page, 'step=2');
    await goOn(page, 'step=3');
    await page.getByLabel(/地址/).fill('武进区滨湖路1号');
    await page.getByLabel(/面积/).fill('120');
    await goOn(page, 'step=4');
    await goOn(page, 'step=materials');
    await page
      .getByRole('link', { name: /核对并提交/ })
      .last()
      .click();
    await page.waitForURL(/step=review/);
    await page.getByText('沈若水').waitFor();
    await page.getByRole('button', { name: /提交/ }).last().click();
    await page.waitForURL(/\/cases\/[^/?]+\?submitted/);
    await page.goBack();
    // The form is no more: its address leads to the case.
    await page.waitForURL(`${own.portal}/zh/cases/${number}`);
    expect(await page.getByRole('button', { name: /提交/ }).count()).toBe(0);
  });

  test('signing out takes what was typed and not sent out of the browser, and back shows nothing of the person', async () => {
    await using visitor = await openSigningIn(own, APPLICANT);
    const { page, context } = visitor;
    await page.goto(`${own.portal}/zh/my`);
    const number = await beginCase(own.portal, own.item, page);
    await context.route('**/drafts', (route) => route.abort());
    await page.getByLabel(/联系人/).fill('沈若溪');
    expect(await draftsOf(page)).toEqual([`yiwang.draft.${number}.1`]);
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByRole('button', { name: /^退出/ }).click();
    await page.waitForURL(`${own.portal}/zh`);
    expect(await draftsOf(page)).toEqual([]);

    for (let steps = 0; steps < 4; steps++) {
      await page.goBack().catch(() => null);
      expect(await page.getByText(APPLICANT, { exact: true }).count(), page.url()).toBe(0);
      expect(await page.getByText(number).count(), page.url()).toBe(0);
    }
  });
}

function draftsOf(page: Page): Promise<string[]> {
  return page.evaluate('Object.keys(localStorage)');
}
