import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createKeySet } from '@yiwang/certificates';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OFFICIAL, type OpenCases, openCases, OWNER } from './support/open-cases.ts';

let open: OpenCases;
let number: string;
let gateway: string;
beforeAll(async () => {
  open = await openCases({ withCertificates: true });
  gateway = new URL(open.url).origin;
  number = await grantPermit();
  await download(`${await pathOf('path')}`, 'permit.pdf');
  await download('/departments/permits/files/certificates/keys', 'keys.json');
  await download('/departments/permits/files/certificates/status/0', 'list.jwt');
}, 180_000);
afterAll(() => open?.[Symbol.asyncDispose]());

const fileOf = (name: string) => join(open.exchange.folder, name);

async function grantPermit(): Promise<string> {
  const started = await open.answerTo(
    OWNER,
    ...['case', 'start', open.item.code, '--for', open.uscc, '--form', 'whole.json'],
  );
  const { number: caseNumber } = started.case;
  await open.answerTo(OWNER, 'case', 'submit', caseNumber);
  for (const words of [
    ['accept', caseNumber],
    ['review', caseNumber],
    ['decide', caseNumber, 'granted', '--valid-until', '2099-12-31'],
  ]) {
    await open.answerTo(OFFICIAL, 'case', ...words);
  }
  return `XK${caseNumber}`;
}

async function ask(query: string, token?: string): Promise<Record<string, never>> {
  const response = await fetch(open.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data: Record<string, never>; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function pathOf(field: string): Promise<string> {
  const { permit } = await ask(`{ permit(number: "${number}") { certificate { ${field} } } }`);
  return permit!['certificate'][field];
}

/** As anybody may, without signing in. */
async function download(path: string, name: string): Promise<Response> {
  const response = await fetch(gateway + path);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  await writeFile(fileOf(name), new Uint8Array(await response.arrayBuffer()));
  return response;
}

async function verify(name: string, ...words: string[]) {
  const { code, stdout, stderr } = await open.yiwang(null, 'verify-certificate', name, ...words);
  return { code, verdict: /^[A-Z_]+/.exec(stdout)?.[0], stdout, stderr };
}

test('a certificate is verified by asking the graph, and offline with the keys of its department', async () => {
  const online = await verify('permit.pdf', '--holder', open.uscc);
  expect(online).toMatchObject({ code: 0, verdict: 'VALID', stderr: '' });
  expect(online.stdout).toContain('证照真实有效。');
  expect(online.stdout).toContain(`证照编号 Number: ${number}`);
  expect(online.stdout).toMatch(/Department: permits\nKey: .* \(EdDSA\)/);
  expect(online.stdout).not.toContain('was not checked');

  const offline = await verify('permit.pdf', '--keys', 'keys.json', '--offline');
  expect(offline).toMatchObject({ code: 0, verdict: 'VALID' });
  expect(offline.stdout).toContain('Whether it was revoked or suspended was not checked.');

  const withList = await verify('permit.pdf', '--keys', 'keys.json', '--status-list', 'list.jwt');
  expect(withList).toMatchObject({ code: 0, verdict: 'VALID' });
  expect(withList.stdout).not.toContain('was not checked');

  await writeFile(fileOf('permit.sd-jwt'), `${await pathOf('credential')}\n`);
  expect(await verify('permit.sd-jwt')).toMatchObject({ code: 0, verdict: 'VALID' });
  expect(await verify('permit.sd-jwt', '--keys', 'keys.json')).toMatchObject({ code: 0, verdict: 'VALID' });
  const { certificate } = JSON.parse((await verify('permit.sd-jwt', '--json')).stdout);
  expect(certificate).toMatchObject({ number, holderUscc: open.uscc });
});

test.each([[[]], [['--keys', 'keys.json']]])(
  'what is wrong with a certificate is told, and ends with 1: %s',
  async (words) => {
    const bytes = await readFile(fileOf('permit.pdf'));
    bytes[30_000]! ^= 1;
    await writeFile(fileOf('changed.pdf'), bytes);
    await writeFile(fileOf('none.pdf'), '%PDF-1.7\n%%EOF\n');
    await writeFile(fileOf('large.pdf'), Buffer.alloc(2_000_000));

    expect(await verify('changed.pdf', ...words)).toMatchObject({ code: 1, verdict: 'TEXT_ALTERED' });
    expect(await verify('none.pdf', ...words)).toMatchObject({ code: 1, verdict: 'MALFORMED' });
    expect(await verify('large.pdf', ...words)).toMatchObject({ code: 1, verdict: 'TOO_LARGE' });
    expect(await verify('permit.pdf', ...words, '--holder', '914403001922038216')).toMatchObject({
      code: 1,
      verdict: 'OTHER_HOLDER',
    });
  },
);

test('other keys, no keys and a file that is not there are told apart', async () => {
  const set = await createKeySet();
  await writeFile(fileOf('others.json'), JSON.stringify({ issuer: 'permits', ...set }));

  expect(await verify('permit.pdf', '--keys', 'others.json')).toMatchObject({
    code: 1,
    verdict: 'UNKNOWN_KEY',
  });
  expect(await verify('permit.pdf', '--keys', 'whole.json')).toMatchObject({ code: 2 });
  expect(await verify('permit.pdf', '--offline')).toMatchObject({ code: 2 });
  expect((await verify('missing.pdf')).stderr).toContain('There is no file missing.pdf.');
});

test('keys and lists may be kept by whoever is between, certificates may not; all are files to save', async () => {
  const keys = await download('/departments/permits/files/certificates/keys', 'again.json');
  const pdf = await download(await pathOf('path'), 'again.pdf');

  expect(keys.headers.get('cache-control')).toBe('public, max-age=60');
  expect(pdf.headers.get('cache-control')).toBe('private, no-store');
  expect(pdf.headers.get('content-disposition')).toBe(`attachment; filename="${number}.pdf"`);
  expect(Buffer.compare(await readFile(fileOf('again.pdf')), await readFile(fileOf('permit.pdf')))).toBe(0);
  const none = await fetch(`${gateway}/departments/permits/files/certificates/1.2.156.3005.2.x.pdf`);
  expect([401, 404]).toContain(none.status);
  const material = await fetch(`${gateway}/departments/permits/files/materials/m1`, {
    headers: { 'graphql-require-preflight': '1' },
  });
  expect(material.status).toBe(401);
});

test('a permit that an official ends is revoked wherever it is verified', { timeout: 60_000 }, async () => {
  const { env } = await open.surroundings(OFFICIAL);
  await ask(
    `mutation { endPermit(number: "${number}", how: REVOKED, reason: "违法经营", idempotencyKey: "end-1") {
      permit { status } userErrors { code } } }`,
    env!['YIWANG_TOKEN'],
  );

  await expect.poll(async () => (await verify('permit.pdf')).verdict, { timeout: 20_000 }).toBe('REVOKED');
  await download('/departments/permits/files/certificates/status/0', 'list.jwt');
  expect(await verify('permit.pdf', '--keys', 'keys.json', '--status-list', 'list.jwt')).toMatchObject({
    code: 1,
    verdict: 'REVOKED',
  });
});
