import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { ROOT } from '../../support/compose-file.ts';
import { answerAll, beginCase } from '../apply.ts';
import { takeStep } from '../desk.ts';
import { CITIZEN, OFFICIAL } from '../screens.ts';
import { APPLICANT, openSignedIn, type World } from './world.ts';

const YIWANG = join(ROOT, 'packages/cli/bin/yiwang.mjs');
/** 免申即享: a reward of Nanjing that is offered without an application. */
const OFFERED_ITEM = '11320100YW320113533320813002000';
/** Of the local provider; has no mandate at first. */
const NEWCOMER = { name: '江予安', id: 'person-020' };
const PDF = Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n');

/** Ways through the portal that go on for longer than one form. */
export function walkTests(world: () => World): void {
  async function yiwang(...args: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(process.execPath, [
      YIWANG,
      ...args,
      '--data',
      world().system.data,
    ]);
    return stdout.trim().split('\n').at(-1)!;
  }

  test('what is offered without an application is accepted with one button, or declined', async () => {
    const { system, portal } = world();
    const registry = await yiwang(
      'token',
      '--client',
      'registry-desk',
      '--department',
      'enterprises',
      '--user',
      'official-001',
      '--scope',
      'mandates:register',
    );
    for (const uscc of await entitledEnterprises()) {
      const { data } = await system.ask(
        `mutation ($input: LegalRepresentativeInput!, $uscc: ID!) {
           registerLegalRepresentative(input: $input, idempotencyKey: $uscc) { userErrors { code } }
         }`,
        { input: { uscc, person: NEWCOMER.id, reason: '变更登记' }, uscc },
        { authorization: `Bearer ${registry}` },
      );
      expect(data.registerLegalRepresentative.userErrors).toEqual([]);
    }
    const publisher = await yiwang(
      'token',
      '--client',
      'permits-desk',
      '--department',
      'permits',
      '--user',
      'official-001',
      '--scope',
      'items:publish',
    );
    await yiwang('offers', 'run', '--item', OFFERED_ITEM, '--token', publisher);

    await using visitor = await openSignedIn(world(), NEWCOMER.name);
    const { page } = visitor;
    const offers = page.locator('#offers');
    await vi.waitFor(
      async () => {
        await page.goto(`${portal}/zh/my`);
        expect(await offers.getByRole('button', { name: '不接受' }).count()).toBe(2);
      },
      { timeout: 20_000, interval: 500 },
    );
    await offers.getByRole('button', { name: '接受', exact: true }).first().click();
    await page.waitForURL(/\/cases\/[^/?]+\?submitted/);
    await page.getByText('已提交，部门已收到').waitFor();
    await page.goto(`${portal}/zh/my`);
    await offers.getByRole('button', { name: '不接受' }).click();
    await page.waitForURL(`${portal}/zh/my`);
    expect(await offers.count()).toBe(0);
  });

  /** Two of those that are offered something. */
  async function entitledEnterprises(): Promise<string[]> {
    const { data } = await world().system.ask(
      `{ enterprises(filter: { region: "3201", statuses: [ACTIVE] }, first: 100) { edges { node { uscc taxpayer { aListYears } } } } }`,
    );
    const all = data.enterprises.edges.map(({ node }: { node: unknown }) => node) as {
      uscc: string;
      taxpayer: { aListYears: number[] } | null;
    }[];
    return all
      .filter(({ taxpayer }) => taxpayer?.aListYears.includes(2024))
      .map(({ uscc }) => uscc)
      .slice(0, 2);
  }

  test('a paper that may follow is handed in later, the permit is delivered, its certificate verifies, and the service is rated', async () => {
    const { portal, item } = world();
    await using citizen = await openSignedIn(world(), APPLICANT);
    await using official = await openSignedIn(world(), OFFICIAL);
    const { page } = citizen;
    const number = await submitWithoutPapers(portal, item, page);
    const step = (name: string, fill?: Parameters<typeof takeStep>[3]) =>
      takeStep(official.page, `${portal}/zh/desk/permits/${number}`, name, fill);
    await step('accept', async (box) => {
      await box.locator('input[name=how][value=followUp]').check();
      await box.locator('input[name=material]').first().check();
      await box
        .locator('input[name=followUpBy]')
        .fill(new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10));
    });

    await page.goto(`${portal}/zh/cases/${number}`);
    await page.getByRole('link', { name: '去补交材料' }).click();
    await page.waitForURL(/step=materials/);
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: '后补.pdf', mimeType: 'application/pdf', buffer: PDF });
    // It was the last one that was missing: the office is told, and the form is over.
    await page.waitForURL(`${portal}/zh/cases/${number}`);
    await page.getByRole('link', { name: '后补.pdf' }).waitFor();
    await page.getByText('补交材料').first().waitFor();

    await step('review');
    await step('decide', (box) => box.locator('input[name=decision][value=GRANTED]').check());
    await step('deliver');
    await page.goto(`${portal}/zh/cases/${number}`);
    const load = async (name: string) => {
      const path = await page.getByRole('link', { name }).getAttribute('href');
      return page.context().request.get(portal + path!, { headers: { 'sec-fetch-site': 'same-origin' } });
    };
    const certificate = await (await load('查看电子证照（PDF）')).body();
    expect(certificate.subarray(0, 5).toString()).toBe('%PDF-');
    const credential = await (await load('下载可核验文件')).text();
    await page.locator('input[name=stars][value="5"]').check({ force: true });
    await page.locator('textarea[name=text]').first().fill('补交很方便。');
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.waitForURL(/done=rate/);
    await page.getByText('★★★★★').waitFor();

    await page.goto(`${portal}/zh/cases/${number}`);
    await page.getByRole('link', { name: '如何核验真伪' }).click();
    await page.waitForURL(`${portal}/zh/certificates`);
    await page.locator('textarea[name=text]').fill(credential);
    await page.getByRole('button', { name: '核验' }).last().click();
    await page.getByText('有效').first().waitFor();
  });

  test('a mandate is given to somebody, who acts by it, and is revoked', async () => {
    const { portal } = world();
    await using giver = await openSignedIn(world(), CITIZEN);
    const { page } = giver;
    await page.goto(`${portal}/zh/my/mandates`);
    await page.locator('[name=person]').fill('person-010');
    await page
      .locator('[name=until]')
      .fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
    await page.locator('#give button').last().click();
    await page.waitForURL(/done=given/);
    const given = page.getByRole('listitem').filter({ hasText: 'person-010' }).first();
    await given.getByText('有效').waitFor();

    await given.locator('summary').click();
    await given.locator('textarea[name=reason]').fill('委托事项已办完');
    await given.locator('button').last().click();
    await page.waitForURL(/done=revoked/);
    expect(await page.getByRole('listitem').filter({ hasText: 'person-010' }).count()).toBe(0);
  });
}

/** Applies with all answers and no file. */
async function submitWithoutPapers(portal: string, item: string, page: Page): Promise<string> {
  const number = await beginCase(portal, item, page);
  await answerAll(page, '沈若溪');
  await page.goto(`${portal}/zh/cases/${number}/form?step=review`);
  await page.getByRole('button', { name: /提交/ }).last().click();
  await page.waitForURL(/\/cases\/[^/?]+\?submitted/);
  return number;
}
