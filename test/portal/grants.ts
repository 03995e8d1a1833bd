import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { ROOT } from '../support/compose-file.ts';
import type { Visitor } from './visitor.ts';

const YIWANG = join(ROOT, 'packages/cli/bin/yiwang.mjs');
const NUMBER = /SA\d{10}/;

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
  // The same form, sent twice at the same moment.
  const sent = await page.evaluate<[string, string][]>(
    '[...new FormData(document.querySelector("form:has(input[name=field])"))]',
  );
  const twice = await Promise.all(
    [1, 2].map(() =>
      page.context().request.post(form, {
        headers: { origin: portal, 'content-type': 'application/x-www-form-urlencoded' },
        data: `${new URLSearchParams(sent)}`,
        maxRedirects: 0,
      }),
    ),
  );
  const made = twice[0]!.headers()['location'];
  expect(made).toMatch(/applied=SA\d{10},SA\d{10}$/);
  expect(twice[1]!.headers()['location']).toBe(made);
  // And once more later, from the page that is loaded anew.
  await page.goto(form);
  await page.getByRole('button', { name: /提交申请（2 个部门）/ }).click();
  await page.waitForURL(/applied=/);
  expect(page.url()).toBe(portal + made);
  expect(await page.getByText('审批中').count()).toBe(2);
}

/** Of the two applications that {@link applyForGrants} leaves, one is withdrawn; the other is given back, revised and submitted again. */
export async function withdrawAndRevise(portal: string, data: string, { page }: Visitor): Promise<void> {
  const yiwang = async (...args: string[]) => {
    const { stdout } = await promisify(execFile)(process.execPath, [YIWANG, ...args, '--data', data]);
    return stdout.trim();
  };
  await page.goto(`${portal}/zh/grants`);
  const [taxed, landed] = ['税务', '自然资源'].map((department) =>
    page.getByRole('listitem').filter({ hasText: department }),
  ) as [ReturnType<typeof page.locator>, ReturnType<typeof page.locator>];
  await landed.locator('summary', { hasText: '撤回申请' }).click();
  await landed.getByLabel(/撤回原因/).fill('改由另一系统申请');
  await landed.getByRole('button', { name: '确认撤回' }).click();
  await page.waitForURL(/withdrawn=SA\d{10}/);
  await landed.getByText('已由申请单位撤回').waitFor();
  expect(await landed.locator('summary', { hasText: '撤回申请' }).count()).toBe(0);

  const number = NUMBER.exec(await taxed.innerText())![0];
  const token = await yiwang(
    'token',
    '--client',
    'tax-office',
    '--department',
    'tax',
    '--scope',
    'sharing:decide',
  );
  await yiwang('application', 'request-changes', number, '--reason', '请写明用于哪些案件', '--token', token);
  await page.reload();
  await taxed.getByText('请写明用于哪些案件').waitFor();
  await taxed.getByRole('link', { name: '修改并提交' }).click();
  await page.waitForURL(`${portal}/zh/grants/${number}`);
  await page.getByText('请写明用于哪些案件').waitFor();
  const purpose = page.getByLabel(/用途/);
  expect(await purpose.inputValue()).not.toBe('');
  await purpose.fill('核实食品经营许可申请企业的纳税信用，只读正在办理的案件。');
  await page.getByLabel('范围').selectOption({ label: '常州市' });
  await page.getByRole('button', { name: '保存修改并提交' }).click();
  await page.waitForURL(new RegExp(`applied=${number}`));
  await taxed.getByText('审批中').waitFor();
  await taxed.locator('summary', { hasText: '申请内容' }).click();
  await taxed.getByText('只读正在办理的案件').waitFor();
  await taxed.getByText('范围：常州市').waitFor();
  // Its page says that there is nothing to change while the department decides.
  await page.goto(`${portal}/zh/grants/${number}`);
  await page.getByText('现在不能修改').waitFor();
}
