import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginCase } from '../apply.ts';
import type { Visitor } from '../visitor.ts';
import { type CuttingProxy, startCuttingProxy } from './cutting-proxy.ts';
import { APPLICANT, openSignedIn, type World } from './world.ts';

const MEBIBYTE = 1024 * 1024;
/** A PDF of 4 MiB: most of it is a comment. */
const LARGE = Buffer.concat([
  Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%'),
  Buffer.alloc(4 * MEBIBYTE, 'x'),
  Buffer.from('\n%%EOF\n'),
]);

/** Files that do not arrive, or are not what they say. */
export function uploadTests(world: () => World): void {
  let visitor: Visitor;
  let page: Page;
  let folder: string;
  let network: CuttingProxy;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yiwang-uploads-'));
    network = await startCuttingProxy();
    // Browsers leave addresses of their own machine out of proxies, unless they are told not to.
    const proxy = { server: network.server, bypass: '<-loopback>' };
    visitor = await openSignedIn(world(), APPLICANT, { proxy });
    ({ page } = visitor);
    const number = await beginCase(world().portal, world().item, page);
    await page.goto(`${world().portal}/zh/cases/${number}/form?step=materials`);
  });
  afterAll(async () => {
    await visitor?.context.close();
    await network?.[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  test.each([
    ['empty', Buffer.alloc(0), '文件是空的'],
    ['a program', Buffer.concat([Buffer.from('MZ\x90\x00'), Buffer.alloc(400)]), '不是可接收的文件类型'],
    ['a page with a script', Buffer.from('<html><script>alert(1)</script></html>'), '不是可接收的文件类型'],
  ])('a file that is %s and calls itself a PDF is refused at its field', async (_what, buffer, text) => {
    const field = page.getByRole('listitem').filter({ has: page.locator('input[type=file]') });
    const file = { name: '平面图.pdf', mimeType: 'application/pdf', buffer };
    await field.first().locator('input[type=file]').setInputFiles(file);
    await field.first().getByRole('alert').getByText(text).waitFor();
  });

  test('a file that is too large is refused before it is sent', async () => {
    const path = join(folder, '平面图.pdf');
    await writeFile(path, '%PDF-1.7\n');
    await truncate(path, 101 * MEBIBYTE);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.method()));
    await page.locator('input[type=file]').first().setInputFiles(path);
    await page.getByRole('alert').getByText('文件太大').waitFor();
    expect(sent).not.toContain('PATCH');
    page.removeAllListeners('request');
  });

  test('leaving while a file is sent asks first, and what the network cut off goes on where it stopped', async () => {
    const offsets: number[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
    });
    network.stopAfter = MEBIBYTE;
    const file = { name: '大图.pdf', mimeType: 'application/pdf', buffer: LARGE };
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.getByText('正在上传 大图.pdf').waitFor();

    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await page
      .getByRole('link', { name: /核对并提交/ })
      .last()
      .click();
    await page.evaluate('location.reload()');
    await expect.poll(() => asked).toEqual(['confirm', 'beforeunload']);
    page.removeAllListeners('dialog');

    await expect.poll(() => offsets).toEqual([0]);
    network.isDown = true;
    await page.getByText('“大图.pdf”上传中断').waitFor();
    Object.assign(network, { isDown: false, stopAfter: null });
    await page.getByRole('button', { name: '继续上传' }).click();
    await page.getByRole('link', { name: '大图.pdf' }).waitFor();
    expect(offsets.at(-1)).toBeGreaterThan(0);
    page.removeAllListeners('request');
  });
}
