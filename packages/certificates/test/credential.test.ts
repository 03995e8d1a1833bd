import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import {
  type CertificateKeys,
  createKeySet,
  createSecret,
  readCertificateKeys,
  signCredential,
} from '../src/index.ts';
import { readPublishedKeys } from '../src/verify/index.ts';
import { bytesOf, CERTIFICATE, HOLDER, makeKeys, OTHER_ALGORITHM, verify } from './fixture.ts';

const SECRET = createSecret();
let keys: CertificateKeys;
let credential: string;
beforeAll(async () => {
  keys = await makeKeys();
  credential = await signCredential(CERTIFICATE, null, keys.signing, SECRET);
});

test('what was signed is read back whole, with the key that signed it', async () => {
  expect(await verify(credential, keys, { holder: HOLDER })).toEqual({
    verdict: 'VALID',
    certificate: CERTIFICATE,
    department: 'permits',
    keyId: keys.signing.kid,
    algorithm: 'EdDSA',
    state: 'NOT_CHECKED',
    isDocument: false,
  });
  expect((await verify(`${credential}\n`, keys)).verdict).toBe('VALID');
});

test('the same certificate gives the same text, and another secret other salts', async () => {
  const again = await signCredential(CERTIFICATE, null, keys.signing, SECRET);
  const other = await signCredential(CERTIFICATE, null, keys.signing, createSecret());

  expect(again).toBe(credential);
  expect(other).not.toBe(credential);
});

test('any byte that is changed is found, wherever it stands', { timeout: 60_000 }, async () => {
  const bytes = bytesOf(credential);
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const changed = bytes.slice();
      changed[at]! ^= change;
      const { verdict, certificate } = await verify(changed, keys);
      expect(['MALFORMED', 'WRONG_SIGNATURE', 'UNKNOWN_KEY', 'UNSUPPORTED_ALGORITHM']).toContain(verdict);
      expect(certificate).toBeNull();
    }),
    { numRuns: 1500 },
  );
});

test('each last character of a part stands for one text only: spare bits of base64url cannot be changed', async () => {
  const [jws, ...disclosures] = credential.split('~');
  const signature = jws!.split('.')[2]!;
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  for (const character of alphabet) {
    const changed = jws!.slice(0, -1) + character;
    const expected = changed === jws ? 'VALID' : /MALFORMED|WRONG_SIGNATURE/;
    expect((await verify([changed, ...disclosures].join('~'), keys)).verdict).toMatch(expected);
  }
  expect(signature).toHaveLength(86);
});

test('a holder may leave out what can be disclosed; more, or another’s, is not accepted', async () => {
  const [jws, name, details] = credential.split('~') as [string, string, string];
  const others = await signCredential(
    { ...CERTIFICATE, holder: { ...CERTIFICATE.holder, name: '别的公司' } },
    null,
    keys.signing,
    SECRET,
  );
  const foreign = others.split('~')[1]!;

  const less = await verify(`${jws}~${details}~`, keys);
  expect(less.verdict).toBe('VALID');
  expect(less.certificate?.holder).toEqual({ name: null, uscc: HOLDER });
  expect((await verify(`${jws}~`, keys)).certificate?.details).toEqual([]);

  expect(foreign).not.toBe(name);
  expect((await verify(`${jws}~${foreign}~${details}~`, keys)).verdict).toBe('WRONG_SIGNATURE');
  expect((await verify(`${jws}~${name}~${name}~`, keys)).verdict).toBe('MALFORMED');
});

test('a certificate that another key signed is not accepted, whatever key it names', async () => {
  const others = await makeKeys();
  const named = { ...others.signing, kid: keys.signing.kid };

  const unknown = await signCredential(CERTIFICATE, null, others.signing, SECRET);
  const forged = await signCredential(CERTIFICATE, null, named, SECRET);

  expect(await verify(unknown, keys)).toMatchObject({
    verdict: 'UNKNOWN_KEY',
    keyId: others.signing.kid,
    certificate: null,
  });
  expect((await verify(forged, keys)).verdict).toBe('WRONG_SIGNATURE');
});

test('a department that nobody knows has no keys, and one that is away is said to be away', async () => {
  const foreign = await signCredential({ ...CERTIFICATE, department: 'nowhere' }, null, keys.signing, SECRET);

  expect((await verify(foreign, keys)).verdict).toBe('UNKNOWN_KEY');
  expect((await verify(credential, keys, { keysOf: async () => 'UNAVAILABLE' })).verdict).toBe(
    'KEYS_UNAVAILABLE',
  );
});

test('the first and the last day of validity are those of China, both included', async () => {
  const at = async (moment: string) => (await verify(credential, keys, { now: new Date(moment) })).verdict;

  expect(await at('2026-11-28T15:59:59Z')).toBe('NOT_YET_VALID');
  expect(await at('2026-11-28T16:00:00Z')).toBe('VALID');
  expect(await at('2031-11-28T15:59:59Z')).toBe('VALID');
  expect(await at('2031-11-28T16:00:00Z')).toBe('EXPIRED');
});

test('a certificate without an end does not expire', async () => {
  const endless = await signCredential({ ...CERTIFICATE, validUntil: null }, null, keys.signing, SECRET);

  expect(await verify(endless, keys, { now: new Date('2126-01-01') })).toMatchObject({
    verdict: 'VALID',
    certificate: { validUntil: null },
  });
});

test('the certificate of another holder, and one that names none, are not that of the holder who is expected', async () => {
  const nameless = await signCredential(
    { ...CERTIFICATE, holder: { name: null, uscc: null } },
    null,
    keys.signing,
    SECRET,
  );

  expect(await verify(credential, keys, { holder: '91320000608950987L' })).toMatchObject({
    verdict: 'OTHER_HOLDER',
    certificate: { holder: { uscc: HOLDER } },
  });
  expect((await verify(nameless, keys, { holder: HOLDER })).verdict).toBe('OTHER_HOLDER');
  expect((await verify(nameless, keys)).verdict).toBe('VALID');
});

test.each([
  ['nothing', ''],
  ['a sentence', 'This is my certificate.'],
  ['another token', 'eyJhbGciOiJub25lIn0.e30.'],
  ['a token without a signature', 'eyJhbGciOiJub25lIiwia2lkIjoiYSIsInR5cCI6ImRjK3NkLWp3dCJ9.e30.~'],
  ['broken UTF-8', new Uint8Array([0xff, 0xfe, 0x7e])],
  ['a PDF that holds no credential', '%PDF-1.7\n%%EOF\n'],
])('%s is no certificate', async (_name, content) => {
  expect((await verify(content, keys)).verdict).toBe('MALFORMED');
});

test('what is larger than any certificate is not even read', async () => {
  expect((await verify(new Uint8Array(700 * 1024 + 1), keys)).verdict).toBe('TOO_LARGE');
});

test('after a rotation new certificates name the new key, and old ones stay valid', async () => {
  const [old] = JSON.parse(await keySetOf()).keys;
  const [fresh] = JSON.parse(await keySetOf()).keys;
  const before = await readCertificateKeys(JSON.stringify({ keys: [old] }));
  const { d: _destroyed, ...retired } = old;
  const after = await readCertificateKeys(JSON.stringify({ keys: [fresh, retired] }));

  const first = await signCredential(CERTIFICATE, null, before.signing, SECRET);
  const second = await signCredential(CERTIFICATE, null, after.signing, SECRET);

  expect(await verify(first, after)).toMatchObject({ verdict: 'VALID', keyId: old.kid });
  expect(await verify(second, after)).toMatchObject({ verdict: 'VALID', keyId: fresh.kid });
  expect(JSON.stringify(after.published)).not.toContain('"d"');
});

test('another algorithm is one more entry of the registry, with its id in each certificate', async () => {
  const ours = await makeKeys();
  const theirs = await makeKeys(OTHER_ALGORITHM);
  const both = { ...ours, published: [...ours.published, ...theirs.published] };
  const signed = await signCredential(CERTIFICATE, null, theirs.signing, SECRET);
  const algorithms = [ours.signing.algorithm, OTHER_ALGORITHM];

  expect(await verify(signed, both, { algorithms })).toMatchObject({ verdict: 'VALID', algorithm: 'ES256' });
  expect(await verify(signed, both)).toMatchObject({ verdict: 'UNSUPPORTED_ALGORITHM', algorithm: 'ES256' });
  const changed = signed.replace(/.~/, (end) => (end === 'A~' ? 'Q~' : 'A~'));
  expect((await verify(changed, both, { algorithms })).verdict).toMatch(/MALFORMED|WRONG_SIGNATURE/);
});

test('keys that cannot be used are named, and no part of a key is told', async () => {
  const {
    keys: [key],
  } = JSON.parse(await keySetOf());
  const {
    keys: [other],
  } = JSON.parse(await keySetOf());
  const read = (...set: object[]) => readCertificateKeys(JSON.stringify({ keys: set }));
  const { d, ...half } = key;
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  await expect(read()).rejects.toThrow('empty');
  await expect(read(half)).rejects.toThrow(`${key.kid} has no private half`);
  await expect(read({ ...key, d: other.d })).rejects.toThrow('do not belong together');
  await expect(read(key, { ...other, kid: key.kid })).rejects.toThrow('same kid');
  await expect(read({ ...privateKey.export({ format: 'jwk' }), kid: 'a', alg: 'SM2' })).rejects.toThrow(
    'algorithm SM2; this program has EdDSA',
  );
  await expect(readCertificateKeys('no keys')).rejects.toThrow('not JSON');
  await expect(read({ ...key, kid: '' })).rejects.toThrow(/^((?!d":).)*$/s);
  expect(
    readPublishedKeys(JSON.stringify({ keys: [key, { kty: 'EC', alg: 'SM2', kid: 'b' }] })).keys,
  ).toHaveLength(1);
  expect(JSON.stringify(readPublishedKeys(JSON.stringify({ keys: [key] })))).not.toContain(d);
});

async function keySetOf(): Promise<string> {
  return JSON.stringify(await createKeySet());
}
