import { pinyinInitials } from '@yiwang/codes/pinyin';
import { expect } from 'vitest';
import { Keyboard } from './keyboard.ts';
import type { Visitor } from './visitor.ts';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n');
const DAY_MS = 24 * 3600 * 1000;

/** An enterprise is found by the initials of its name, which the search suggests. */
export async function findEnterprise(
  portal: string,
  { page }: Visitor,
  enterprise: { uscc: string; name: string },
) {
  const keyboard = new Keyboard(page);
  await page.goto(`${portal}/zh`);
  await keyboard.tabTo(/^input search/);
  await keyboard.type(pinyinInitials(enterprise.name).slice(0, 8));
  await page.locator('[role=option]').first().waitFor();
  const names = await page.locator('[role=option]').allInnerTexts();
  const position = names.findIndex((name) => name.startsWith(enterprise.name));
  expect(position, `${enterprise.name} among ${names.join(', ')}`).toBeGreaterThanOrEqual(0);
  for (let i = 0; i <= position; i++) await keyboard.press('ArrowDown');
  await keyboard.open(new RegExp(`/enterprises/${enterprise.uscc}`));
  expect(await page.locator('h1').innerText()).toContain(enterprise.name);
}

/** An item is searched for, and its guide read to its end. */
export async function readGuide(portal: string, { page }: Visitor) {
  const keyboard = new Keyboard(page);
  await page.goto(`${portal}/zh`);
  await keyboard.tabTo(/^input search/);
  await keyboard.type('食品经营许可');
  await keyboard.open(/\/search\?/);
  await keyboard.tabTo(/\/items\/\w{20,}/);
  await keyboard.open(/\/items\/\w/);
  expect(await page.getByRole('heading', { name: '申请材料' }).count()).toBe(1);
  expect(await keyboard.tabThrough()).toBeGreaterThan(5);
}

/** An item is applied for, with a paper, up to the submission. Resolves to the number of the case. */
export async function apply(portal: string, item: string, { page }: Visitor): Promise<string> {
  const keyboard = new Keyboard(page);
  await page.goto(`${portal}/zh/items/${item}`);
  await keyboard.tabTo(/\/apply\//);
  await keyboard.open(/\/apply\//);
  await keyboard.tabTo(/^input radio/);
  await keyboard.press('Space');
  await keyboard.tabTo(/^button 开始/);
  await keyboard.open(/\/cases\/[^/]+\/form/);
  // Scripts take the form over; what is typed before they do is kept as well.
  await keyboard.tabTo(/联系人/);
  await keyboard.type('林晓岚');
  await keyboard.tabTo(/联系电话/);
  await keyboard.type('13812345678');
  await goOn(keyboard, 'step=2');
  await keyboard.tabTo(/^input radio/);
  await keyboard.press('Space');
  await goOn(keyboard, 'step=3');
  await keyboard.tabTo(/地址/);
  await keyboard.type('武进区滨湖路1号');
  await keyboard.tabTo(/面积/);
  await keyboard.type('120');
  await goOn(keyboard, 'step=4');
  await goOn(keyboard, 'step=materials');
  await keyboard.tabTo(/^input file/);
  // The dialog of the system is not the portal's.
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keyboard.press('Space')]);
  await chooser.setFiles({ name: '平面图.pdf', mimeType: 'application/pdf', buffer: PDF });
  await page.getByText('已上传').first().waitFor();
  await keyboard.tabTo(/核对并提交/);
  await keyboard.open(/step=review/);
  await page.getByRole('button', { name: /提交/ }).last().waitFor();
  await keyboard.tabTo(/^button .*提交/);
  await keyboard.open(/\/cases\/[^/?]+\?submitted/);
  return new URL(page.url()).pathname.split('/').at(-1)!;
}

/** An official narrows the inbox to new cases, opens one and accepts it. Resolves to its number. */
export async function acceptCase(portal: string, { page }: Visitor): Promise<string> {
  const keyboard = new Keyboard(page);
  await page.goto(`${portal}/zh/desk`);
  await keyboard.tabTo(/^select .*状态/);
  const chosen = () => page.locator('select[name=state] option:checked').innerText();
  for (let i = 0; i < 10 && !/待受理|已提交|已收件/.test(await chosen()); i++)
    await keyboard.press('ArrowDown');
  await keyboard.tabTo(/^button 筛选/);
  await keyboard.open(/state=/);
  await keyboard.tabTo(/\/desk\/permits\/\d/);
  await keyboard.open(/\/desk\/permits\/\d/);
  const number = new URL(page.url()).pathname.split('/').at(-1)!;
  await keyboard.tabTo(/^button 受理/);
  await keyboard.press('Enter');
  await page.getByText('已受理').first().waitFor();
  return number;
}

/** An official who hits keys by accident turns the keys of the inbox off: they do nothing any more, until they are turned on again. */
export async function turnKeysOff(portal: string, { page }: Visitor) {
  const keyboard = new Keyboard(page);
  const isAtCase = () => page.evaluate('document.activeElement.hasAttribute("data-row")');
  await page.goto(`${portal}/zh/desk`, { waitUntil: 'load' });
  await expect.poll(async () => (await keyboard.press('j'), await isAtCase())).toBe(true);
  await keyboard.tabTo(/^summary 键盘快捷键/);
  await keyboard.press('Enter');
  await keyboard.tabTo(/使用这些快捷键/);
  await keyboard.press('Space');
  await page.reload({ waitUntil: 'load' });
  await keyboard.press('j');
  expect(await isAtCase()).toBe(false);
  await keyboard.tabTo(/^summary 键盘快捷键/);
  await keyboard.press('Enter');
  await keyboard.tabTo(/使用这些快捷键/);
  await keyboard.press('Space');
  await page.reload({ waitUntil: 'load' });
  await expect.poll(async () => (await keyboard.press('j'), await isAtCase())).toBe(true);
}

/** A case is looked for among one's own, read, and withdrawn with a reason. */
export async function trackAndWithdraw(portal: string, number: string, { page }: Visitor) {
  const keyboard = new Keyboard(page);
  await page.goto(`${portal}/zh/my`);
  await keyboard.tabTo(new RegExp(`/cases/${number}`));
  await keyboard.open(new RegExp(`/cases/${number}`));
  // One looks at what comes behind, and goes back.
  await keyboard.tabTo(/^a 12345/);
  await keyboard.tabBackTo(/^summary 撤回/);
  await keyboard.press('Enter');
  await keyboard.tabTo(/^textarea .*原因/);
  await keyboard.type('改期办理');
  await keyboard.tabTo(/^button 确认撤回/);
  await keyboard.press('Enter');
  await page.getByText('已撤回').first().waitFor();
}

/** A mandate is given to an agent, and revoked. */
export async function giveAndRevokeMandate(portal: string, agent: string, { page }: Visitor) {
  const keyboard = new Keyboard(page);
  await page.goto(`${portal}/zh/my/mandates`);
  await keyboard.tabTo(/^input text .*代办人账号/);
  await keyboard.type(agent);
  await keyboard.tabTo(/^input date/);
  const day = new Date(Date.now() + 90 * DAY_MS).toISOString().slice(0, 10);
  await typeDay(keyboard, day);
  await keyboard.tabTo(/^button 授权/);
  await keyboard.press('Enter');
  await page.waitForLoadState('load');
  const given = page.locator('li', { hasText: agent }).filter({ hasText: '有效' });
  await given.first().waitFor();
  const before = await given.count();
  await keyboard.tabTo(/^summary 撤销授权/);
  await keyboard.press('Enter');
  await keyboard.tabTo(/^textarea .*原因/);
  await keyboard.type('不再需要');
  await keyboard.tabTo(/^button 确认撤销/);
  await keyboard.press('Enter');
  await given.nth(before - 1).waitFor({ state: 'detached' });
}

/** Browsers write days in the order of their own language, not of the page's. */
async function typeDay(keyboard: Keyboard, day: string): Promise<void> {
  const value = () => keyboard.page.locator(':focus').inputValue();
  const [year = '', month = '', date = ''] = day.split('-');
  await keyboard.type(`${month}${date}${year}`);
  expect(await value()).toBe(day);
}

async function goOn(keyboard: Keyboard, address: string): Promise<void> {
  await keyboard.tabTo(/^button 保存并继续/);
  await Promise.all([
    keyboard.page.waitForURL((url) => url.search.includes(address)),
    keyboard.press('Enter'),
  ]);
  // The heading of the next screen has the focus: what follows is reached from there.
  await keyboard.page.locator('h2:focus').waitFor();
}
