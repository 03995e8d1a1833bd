import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type CertificateKeys,
  createPageRenderer,
  createSecret,
  issueDocument,
  signCredential,
} from '../src/index.ts';
import { CERTIFICATE, CHECK, HOLDER, makeKeys, verify } from './fixture.ts';

const SECRET = createSecret();
const renderer = createPageRenderer();
let keys: CertificateKeys;
let pdf: Uint8Array<ArrayBuffer>;
let length: number;
beforeAll(async () => {
  keys = await makeKeys();
  pdf = await issueDocument(renderer, CERTIFICATE, keys.signing, SECRET, CHECK);
  length = pageLength(pdf);
}, 60_000);
afterAll(() => renderer[Symbol.asyncDispose]());

test('a PDF is verified with its page, and says what was signed', async () => {
  expect(await verify(pdf, keys, { holder: HOLDER })).toMatchObject({
    verdict: 'VALID',
    isDocument: true,
    certificate: CERTIFICATE,
    keyId: keys.signing.kid,
  });
});

test(
  'the same certificate gives the same bytes, with a subset of the fonts embedded',
  { timeout: 30_000 },
  async () => {
    const again = await issueDocument(renderer, CERTIFICATE, keys.signing, SECRET, CHECK);

    expect(Buffer.from(again).equals(Buffer.from(pdf))).toBe(true);
    expect(pdf.length).toBeLessThan(300_000);
    expect(textOf(pdf)).toMatch(/\/BaseFont \/[A-Z]{6}\+NotoSansHans-Regular/);
  },
);

test('a PDF is tagged: all that is drawn is read out with its kind and language, or is an ornament', () => {
  const text = textOf(pdf);
  expect(text).toMatch(/\/Marked true/);
  expect(text).toMatch(/\/Lang \(zh-CN\)/);
  const kinds = [...text.matchAll(/<<\n\/S \/(\w+)/g)].map(([, kind]) => kind);
  expect(new Set(kinds)).toEqual(
    new Set(['Document', 'H1', 'P', 'L', 'LI', 'Lbl', 'Span', 'LBody', 'Figure']),
  );
  expect(kinds.filter((kind) => kind === 'H1')).toHaveLength(1);
  expect(text).toMatch(/\/Lang \(en\)/);
  expect(text).toMatch(/\/Alt \(/);

  // What draws stands within marks, and no mark is left open or within another.
  const streams = [...text.matchAll(/\/Filter \/FlateDecode\n>>\nstream\n/g)].map(({ 0: head, index }) => {
    const start = index + head.length;
    return inflateSync(pdf.subarray(start, text.indexOf('\nendstream', start))).toString('latin1');
  });
  const operators = streams.find((stream) => stream.includes(' BDC\n'))!.split('\n');
  let isMarked = false;
  for (const line of operators) {
    if (/ (BMC|BDC)$/.test(line)) {
      expect(isMarked, line).toBe(false);
      isMarked = true;
    } else if (line === 'EMC') isMarked = false;
    else if (/(^| )(Tj|TJ|f|S|B)$/.test(line)) expect(isMarked, line).toBe(true);
  }
  expect(isMarked).toBe(false);
  expect(operators.filter((line) => line === 'EMC').length).toBeGreaterThan(20);
});

test(
  'any byte that is changed is found, of the page and of what stands behind it',
  { timeout: 60_000 },
  async () => {
    const place = fc.oneof(fc.nat(pdf.length - 1), fc.integer({ min: length, max: pdf.length - 1 }));
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = pdf.slice();
        changed[at]! ^= change;
        const { verdict, certificate } = await verify(changed, keys);
        expect(verdict).not.toBe('VALID');
        expect(certificate).toBeNull();
        if (at >= 5 && at < length) expect(verdict).toBe('TEXT_ALTERED');
      }),
      { numRuns: 600 },
    );
  },
);

test('a page that says something else than what is signed is found', { timeout: 30_000 }, async () => {
  const other = await issueDocument(
    renderer,
    { ...CERTIFICATE, validUntil: '2099-12-31' },
    keys.signing,
    SECRET,
    CHECK,
  );
  const forged = Buffer.concat([other.subarray(0, pageLength(other)), pdf.subarray(length)]);

  expect((await verify(forged, keys)).verdict).toBe('TEXT_ALTERED');
});

test('nothing can be added: not behind the credential, not before it, not as a later version of an object', async () => {
  const insert = (at: number, text: string) =>
    Buffer.concat([pdf.subarray(0, at), Buffer.from(text, 'latin1'), pdf.subarray(at)]);
  const update =
    '9 0 obj\n<< /Type /Page >>\nendobj\nxref\n9 1\n0000000000 00000 n \ntrailer\n<< /Size 10 >>\nstartxref\n1\n%%EOF\n';

  for (const altered of [insert(pdf.length, update), insert(length, update), insert(pdf.length, ' ')]) {
    expect((await verify(altered, keys)).verdict).toMatch(/TEXT_ALTERED|MALFORMED/);
  }
  const withoutEnd = pdf.subarray(0, pdf.length - 1);
  expect((await verify(withoutEnd, keys)).verdict).toBe('TEXT_ALTERED');
});

test('a good credential does not vouch for a page that it was not signed with', async () => {
  const alone = await signCredential(CERTIFICATE, null, keys.signing, SECRET);
  const text = textOf(pdf);
  const inside = text
    .slice(text.lastIndexOf('stream\n', text.lastIndexOf('endstream') - 1) + 7)
    .split('\n')[0]!;
  const forged = Buffer.from(text.replace(inside, alone), 'latin1');

  expect((await verify(inside, keys)).verdict).toBe('VALID');
  expect((await verify(forged, keys)).verdict).toBe('TEXT_ALTERED');
});

test(
  'a character that the font lacks leaves a mark on the page, and stands in what is signed',
  { timeout: 30_000 },
  async () => {
    const name = '南京𠮷祥有限公司';
    const rare = { ...CERTIFICATE, holder: { name, uscc: HOLDER } };

    const document = await issueDocument(renderer, rare, keys.signing, SECRET, CHECK);

    expect((await verify(document, keys)).certificate?.holder.name).toBe(name);
  },
);

test('long titles and scopes stay on one page', { timeout: 30_000 }, async () => {
  const long = {
    ...CERTIFICATE,
    title: { zh: '危险化学品经营许可证'.repeat(8), en: null },
    details: [{ label: { zh: '许可范围', en: 'Scope' }, value: '热食类食品制售；'.repeat(180) }],
  };

  const document = await issueDocument(renderer, long, keys.signing, SECRET, CHECK);

  expect(textOf(document)).toMatch(/\/Type \/Pages\n\/Count 1\n/);
  expect((await verify(document, keys)).verdict).toBe('VALID');
});

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

/** The page ends with the first end of a file. */
function pageLength(bytes: Uint8Array): number {
  return textOf(bytes).indexOf('%%EOF\n') + 6;
}
