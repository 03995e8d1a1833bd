import { expect, test } from 'vitest';
import { beginCase } from '../apply.ts';
import { OFFICIAL } from '../screens.ts';
import { APPLICANT, chooseAgain, endSession, openSigningIn, type World } from './world.ts';

/** Sessions that end while somebody types, and what a browser keeps of it. */
export function sessionTests(world: () => World): void {
  test('a form whose session is over says so, and what was typed is there again after signing in', async () => {
    await using visitor = await openSigningIn(world(), APPLICANT);
    const { page } = visitor;
    await beginCase(world().portal, world().item, page);
    await endSession(world(), visitor);
    await page.getByLabel(/联系人/).fill('沈若溪');
    await page.getByText('未保存：登录已失效').waitFor();
    await page.getByRole('button', { name: '保存并继续' }).first().click();
    await page.getByText('内容还没有提交').waitFor();
    expect(await page.getByLabel(/联系人/).inputValue()).toBe('沈若溪');
    const form = page.url();

    await page.getByRole('link', { name: '重新登录' }).first().click();
    await chooseAgain(page, APPLICANT);
    await page.waitForURL(form);
    await page.getByRole('button', { name: '放回表格' }).click();
    expect(await page.getByLabel(/联系人/).inputValue()).toBe('沈若溪');
    await page.getByText('已保存于').waitFor();
  });

  test('a form that is left open saves by itself when one has signed in in another tab', async () => {
    await using visitor = await openSigningIn(world(), APPLICANT);
    const { page, context } = visitor;
    const number = await beginCase(world().portal, world().item, page);
    await endSession(world(), visitor);
    await page.getByLabel(/联系人/).fill('沈若溪');
    await page.getByText('未保存：登录已失效').waitFor();

    const other = await context.newPage();
    await other.goto(`${world().portal}/sign-in?return=/zh`);
    await chooseAgain(other, APPLICANT);
    await other.waitForURL(`${world().portal}/zh`);
    // Pages of this browser have the focus all the time: coming back to one of them tells it nothing.
    await page.evaluate('window.dispatchEvent(new Event("focus"))');
    await page.getByText('已保存于').waitFor();
    await other.goto(`${world().portal}/zh/cases/${number}/form`);
    expect(await other.getByLabel(/联系人/).inputValue()).toBe('沈若溪');
  });

  test('without scripts, a form that came too late is held by a page until it is sent again', async () => {
    await using visitor = await openSigningIn(world(), APPLICANT, { javaScriptEnabled: false });
    const { page, context } = visitor;
    const number = await beginCase(world().portal, world().item, page);
    await page.getByLabel(/联系人/).fill('<b>沈若溪</b>');
    await endSession(world(), visitor);
    await page.getByRole('button', { name: '保存并继续' }).first().click();
    await page.getByRole('heading', { name: '登录已失效，内容尚未提交' }).waitFor();
    await page.getByText('<b>沈若溪</b>').waitFor();

    const [other] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('link', { name: /重新登录（新窗口）/ }).click(),
    ]);
    await other.waitForLoadState();
    await chooseAgain(other, APPLICANT);
    await other.getByText('请关闭本窗口').waitFor();
    await page.getByRole('button', { name: '再次提交' }).click();
    // Who signed in is shown before anything is done in their name.
    await page.getByText(`当前登录：${APPLICANT}`).waitFor();
    await page.getByRole('button', { name: '再次提交' }).click();
    await page.waitForURL(/step=2/);
    await page.goto(`${world().portal}/zh/cases/${number}/form`);
    expect(await page.getByLabel(/联系人/).inputValue()).toBe('<b>沈若溪</b>');
  });

  test('at the desk as well, what an official typed is held until they have signed in again', async () => {
    await using visitor = await openSigningIn(world(), OFFICIAL);
    const { page, context } = visitor;
    await page.goto(`${world().portal}/zh/desk?state=SUBMITTED`);
    await page.locator('a[href*="/desk/permits/"]').first().click();
    await page.waitForURL(/\/desk\/permits\//);
    const there = page.url();
    await page.locator('summary', { hasText: '不予受理' }).click();
    await page.locator('textarea[name=reason]').fill('不属于本机关职权范围，请向应急管理部门申请。');
    await endSession(world(), visitor);
    await page.locator('form:has(textarea[name=reason]) button').last().click();
    await page.getByText('不属于本机关职权范围').waitFor();
    expect(page.url()).toBe(there);
    expect(await page.getByRole('button', { name: '再次提交' }).count()).toBe(1);

    const other = await context.newPage();
    await other.goto(there);
    await other.getByRole('link', { name: '重新登录' }).first().click();
    await chooseAgain(other, OFFICIAL);
    await other.waitForURL(there);
    await page.getByRole('button', { name: '再次提交' }).click();
    await page.getByText(`当前登录：${OFFICIAL}`).waitFor();
    await page.getByRole('button', { name: '再次提交' }).click();
    await page.waitForURL(/done=decline/);
    await page.getByText('不属于本机关职权范围').first().waitFor();
  });

  test('a page that needs a person says that the session is over, and leads back to itself; others only offer it', async () => {
    await using visitor = await openSigningIn(world(), APPLICANT);
    const { page } = visitor;
    await endSession(world(), visitor);
    const response = await page.goto(`${world().portal}/zh/my/mandates?done=given`);
    expect(response!.status()).toBe(401);
    await page.goto(`${world().portal}/en/items`);
    await page.getByText('Your session is over').waitFor();
    await page.goBack();
    await page.getByRole('link', { name: '重新登录' }).click();
    await chooseAgain(page, APPLICANT);
    await page.waitForURL(`${world().portal}/zh/my/mandates?done=given`);
    await page.goto(`${world().portal}/en/items`);
    expect(await page.getByText('Your session is over').count()).toBe(0);
  });
}
