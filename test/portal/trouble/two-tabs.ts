import { expect, test } from 'vitest';
import { beginCase, goOn } from '../apply.ts';
import { OFFICIAL } from '../screens.ts';
import { APPLICANT, openSignedIn, type World } from './world.ts';

/** The same thing in two windows: whoever is second sees what the first has done, and loses nothing. */
export function twoTabsTests(world: () => World): void {
  test.each([true, false])(
    'a draft that was changed in another tab shows both versions to choose from (scripts: %s)',
    async (javaScriptEnabled) => {
      await using visitor = await openSignedIn(world(), APPLICANT, { javaScriptEnabled });
      const { page, context } = visitor;
      await beginCase(world().portal, world().item, page);
      const other = await context.newPage();
      await other.goto(page.url());
      await other.getByLabel(/联系人/).fill('先保存的人');
      await goOn(other, 'step=2');

      await page.getByLabel(/联系人/).fill('后保存的人');
      if (javaScriptEnabled) await page.getByText('未保存：这些内容已在另一窗口中改过').waitFor();
      await page.getByRole('button', { name: '保存并继续' }).first().click();
      const both = page.getByRole('region', { name: '这些内容已在另一窗口中改过' });
      await both.getByText('先保存的人').waitFor();
      await both.getByText('后保存的人').waitFor();
      expect(await page.getByLabel(/联系人/).inputValue()).toBe('后保存的人');
      await page.getByRole('button', { name: '保留我在这里填写的' }).click();
      await page.waitForURL(/step=2/);
      await other.goto(page.url().replace(/\?.*/, ''));
      expect(await other.getByLabel(/联系人/).inputValue()).toBe('后保存的人');
    },
  );

  test('what was changed in another tab since one read it through is not handed in unseen', async () => {
    await using visitor = await openSignedIn(world(), APPLICANT, { javaScriptEnabled: false });
    const { page, context } = visitor;
    const number = await beginCase(world().portal, world().item, page);
    const form = page.url();
    const other = await context.newPage();
    await page.goto(`${form}?step=review`);
    await other.goto(form);
    await other.getByLabel(/联系人/).fill('另一窗口改的人');
    await goOn(other, 'step=2');
    await page.getByRole('button', { name: /提交/ }).last().click();
    await page.getByText('请核对最新内容').waitFor();
    await page.getByText('另一窗口改的人').waitFor();
    await other.goto(`${world().portal}/zh/cases/${number}`);
    await other.getByText('草稿').first().waitFor();
  });

  test('an official who decides second is shown what was decided, with all that they typed', async () => {
    await using visitor = await openSignedIn(world(), OFFICIAL);
    const { page, context } = visitor;
    await page.goto(`${world().portal}/zh/desk?state=SUBMITTED`);
    await page.locator('a[href*="/desk/permits/"]').first().click();
    await page.waitForURL(/\/desk\/permits\//);
    const other = await context.newPage();
    await other.goto(page.url());
    await other.locator('summary', { hasText: '不予受理' }).click();
    await other.locator('textarea[name=reason]').fill('不属于本机关职权范围。');
    await other.locator('form:has(textarea[name=reason]) button').last().click();
    await other.waitForURL(/done=decline/);

    await page.locator('summary', { hasText: '一次性告知补正' }).click();
    const problem = page.locator('[name=problem]').first();
    await problem.fill('平面图上没有标明操作间。');
    await page.locator('form:has([name=problem]) button').last().click();
    await page.getByText('不予受理').first().waitFor();
    expect(await page.locator('[name=problem]').first().inputValue()).toBe('平面图上没有标明操作间。');
    await page.getByText('不属于本机关职权范围').first().waitFor();
  });
}
