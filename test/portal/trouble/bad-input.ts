import type { APIResponse } from 'playwright-core';
import { expect, test } from 'vitest';
import { beginCase, goOn } from '../apply.ts';
import { APPLICANT, openSignedIn, type World } from './world.ts';

const LONG = '长'.repeat(10_000);
const SCRIPT = '<script>document.title = "owned"</script>';
/** Has no mandate, and no part in the cases of others. */
const STRANGER = '江予安';

/** Addresses by hand, whoever asks, and what they answer. */
const ADDRESSES: readonly { path: string; status: number }[] = [
  { path: '/fr/items', status: 404 },
  { path: '/zh/no/such/page', status: 404 },
  { path: '/zh/items/NOPE', status: 404 },
  { path: '/zh/items/%00', status: 400 },
  { path: '/zh/items/%E0%A4%A', status: 400 },
  { path: '/zh/enterprises/1', status: 400 },
  { path: '/zh/enterprises/%F0%9F%92%A9', status: 400 },
  { path: '/zh/regions/abc', status: 400 },
  { path: '/zh/regions/99', status: 404 },
  { path: '/zh/matters/NOPE', status: 404 },
  { path: '/zh/matters/%00', status: 400 },
  { path: `/zh/matters/${'a'.repeat(9_000)}`, status: 404 },
  { path: `/zh/enterprises/${'a'.repeat(9_000)}`, status: 400 },
  { path: `/zh/search?q=${'a'.repeat(10_000)}`, status: 200 },
  { path: '/zh/search?q=%00', status: 400 },
  { path: '/zh/items?after=xxx&region=zz', status: 200 },
  { path: '/zh/developers/reference/__proto__', status: 404 },
  { path: '/zh/developers/changes?after=%22', status: 200 },
  { path: '/zh/preferences', status: 200 },
  { path: '//evil.example/', status: 200 },
];

/** What people and others send that no page asks for: each is answered by a page, with its status, and never by a fault of ours. */
export function badInputTests(world: () => World): void {
  test('addresses by hand are answered by a page with the right status', async () => {
    for (const { path, status } of ADDRESSES) {
      const response = await fetch(`${world().portal}${path}`);
      expect(response.status, path.slice(0, 60)).toBe(status);
      expect(new URL(response.url).origin).toBe(world().portal);
      const text = await response.text();
      expect(text, path.slice(0, 60)).toMatch(/<h1/);
      expect(text).not.toContain('Unexpected Server Error');
    }
  });

  test.each(['PUT', 'DELETE', 'TRACE'])('%s of a page is refused', async (method) => {
    // fetch sends no TRACE.
    const { request } = await import('node:http');
    const status = await new Promise((resolve, reject) => {
      request(`${world().portal}/zh/items`, { method }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(405);
  });

  test('forms that were tampered with change nothing of others, and are answered by a page', async () => {
    const { portal, item } = world();
    await using applicant = await openSignedIn(world(), APPLICANT);
    await using stranger = await openSignedIn(world(), STRANGER);
    const number = await beginCase(portal, item, applicant.page);
    await stranger.page.goto(`${portal}/zh/accessibility`);
    const own = await sender(applicant);
    const other = await sender(stranger);

    // Nobody learns whether there is such a case.
    for (const path of [`/zh/cases/${number}`, `/zh/cases/${number}/form`, '/zh/cases/32000020991231-000001'])
      expect((await stranger.context.request.get(portal + path)).status(), path).toBe(403);
    const form = { key: 'k', version: '1', opened: '{}', step: '1', contact: '陌生人' };
    for (const go of ['next', 'submit', 'supply', 'detach:x', 'prefill'])
      expect((await other(`/zh/cases/${number}/form`, { ...form, go })).status(), go).toBe(403);
    expect((await other(`/zh/cases/${number}`, { go: 'withdraw', version: '2', key: 'k' })).status()).toBe(
      403,
    );

    const tampered: Record<string, string>[] = [
      { go: 'next', step: '999' },
      { go: 'next', version: 'x', opened: '{{{' },
      { go: 'next', contact: LONG, key: LONG },
      { go: 'next', contact: 'a\u0000b', version: '2' },
      { go: 'add:__proto__' },
      { go: 'remove:constructor.99999' },
      { go: 'detach:none' },
      { go: 'supply', material: 'x' },
      { go: 'submit' },
      { go: `dispute:${'x'.repeat(5_000)}` },
    ];
    for (const fields of tampered) {
      const response = await own(`/zh/cases/${number}/form`, { ...form, ...fields });
      expect(response.status(), JSON.stringify(fields).slice(0, 60)).toBeLessThan(500);
      expect(await response.text()).toMatch(/<h1/);
    }
    for (const [path, fields] of [
      [`/zh/cases/${number}`, { go: 'rate', stars: '1e400', version: 'x', text: LONG }],
      ['/zh/my', { go: `accept:${LONG}`, version: '1e99' }],
      ['/zh/my/mandates', { go: 'give', uscc: LONG, person: LONG, until: LONG }],
      ['/zh/my/mandates', { go: 'revoke:x:y', reason: LONG }],
      [`/zh/apply/${item}`, { applicant: '913200000000000000' }],
      ['/zh/matters/YJS320000001/apply', { applicant: 'self', region: 'x' }],
      ['/zh/certificates', { text: LONG, holder: LONG }],
    ] as const) {
      const response = await own(path, { key: 'k', ...fields });
      expect(response.status(), path).toBeLessThan(500);
      expect(await response.text(), path).not.toMatch(/没有办成：\s*</);
    }
    await applicant.page.goto(`${portal}/zh/cases/${number}/form`);
    expect(await applicant.page.getByLabel(/联系人/).inputValue()).not.toBe('陌生人');
  });

  test('a form leads back to pages of the portal only, and puts no line into a header', async () => {
    const { portal } = world();
    for (const [back, location] of [
      ['//evil.example', '/zh'],
      ['/\\evil.example', '/zh'],
      ['/\t/evil.example', '/zh'],
      ['https://evil.example', '/zh'],
      ['/zh/items\r\nset-cookie: owned=1', '/zh/itemsset-cookie:%20owned=1'],
      ['/en/items?region=32', '/en/items?region=32'],
    ] as const) {
      const response = await fetch(`${portal}/zh/preferences`, {
        method: 'POST',
        body: new URLSearchParams({ theme: 'dark', return: back }),
        redirect: 'manual',
      });
      expect(response.status, back).toBe(303);
      expect(response.headers.get('location')).toBe(location);
      expect(response.headers.getSetCookie().join()).not.toContain('owned');
      const signIn = await fetch(`${portal}/sign-in?return=${encodeURIComponent(back)}`, {
        redirect: 'manual',
      });
      expect(signIn.status, back).toBe(303);
      expect(signIn.headers.get('location')).not.toContain('evil');
    }
  });

  test('scripts in names are text, in the form, on the case, in search and at the desk', async () => {
    const { portal, item } = world();
    await using visitor = await openSignedIn(world(), APPLICANT);
    const { page } = visitor;
    const number = await beginCase(portal, item, page);
    await page.getByLabel(/联系人/).fill(SCRIPT);
    await page.getByLabel(/联系电话/).fill('13812345678');
    await goOn(page, 'step=2');
    await page.goto(`${portal}/zh/cases/${number}/form`);
    expect(await page.getByLabel(/联系人/).inputValue()).toBe(SCRIPT);
    for (const path of [`/zh/cases/${number}/form?step=review`, `/zh/cases/${number}`]) {
      await page.goto(portal + path);
      if (!path.includes('review')) await page.getByText('查看申请表').click();
      await page.getByText(SCRIPT).first().waitFor();
      expect(await page.title()).not.toBe('owned');
    }
    await page.goto(`${portal}/zh/search?q=${encodeURIComponent(SCRIPT)}`);
    expect(await page.locator('input[name=q]').first().inputValue()).toBe(SCRIPT);
    expect(await page.title()).not.toBe('owned');
    expect(visitor.complaints()).toEqual([]);
  });
}

/** Sends forms as the pages of somebody do, with the token of their session. */
async function sender({ page, context }: Awaited<ReturnType<typeof openSignedIn>>) {
  const origin = new URL(page.url()).origin;
  const csrf = await page.locator('input[name=csrf]').first().inputValue();
  return (path: string, form: Readonly<Record<string, string>>): Promise<APIResponse> =>
    context.request.post(origin + path, { form: { csrf, ...form }, headers: { origin } });
}
