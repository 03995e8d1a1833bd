import { beforeAll, expect, test } from 'vitest';
import { type CertificateKeys, createSecret, signCredential, signStatusList } from '../src/index.ts';
import { type CertificateState, verifyStatusList } from '../src/verify/index.ts';
import { CERTIFICATE, LIST, makeKeys, NOW, verify } from './fixture.ts';

let keys: CertificateKeys;
let credential: string;
beforeAll(async () => {
  keys = await makeKeys();
  credential = await signCredential(CERTIFICATE, null, keys.signing, createSecret());
});

const listOf = (states: [number, CertificateState][], department = 'permits', uri = LIST, signer = keys) =>
  signStatusList({ department, uri, states: new Map(states) }, signer.signing, NOW, 300);

/** Verifies with a list of that text. */
async function verifyWith(text: string, now = NOW) {
  return verify(credential, keys, {
    now,
    statusListOf: (department, uri, published) => verifyStatusList(text, { department, uri }, published, now),
  });
}

test('a certificate is valid, revoked or suspended as the list says, and valid again when it says so again', async () => {
  const verdictOf = async (states: [number, CertificateState][]) => {
    const { verdict, state } = await verifyWith(await listOf(states));
    return [verdict, state];
  };

  expect(await verdictOf([])).toEqual(['VALID', 'VALID']);
  expect(await verdictOf([[5, 'REVOKED']])).toEqual(['REVOKED', 'REVOKED']);
  expect(await verdictOf([[5, 'SUSPENDED']])).toEqual(['SUSPENDED', 'SUSPENDED']);
  expect(
    await verdictOf([
      [4, 'REVOKED'],
      [6, 'SUSPENDED'],
    ]),
  ).toEqual(['VALID', 'VALID']);
});

test('a list that cannot be had, is too old, or is not the department’s says nothing', async () => {
  const good = await listOf([]);
  const lists = {
    'of another department': await listOf([], 'tax'),
    'at another address': await listOf([], 'permits', `${LIST}1`),
    'by another key': await listOf([], 'permits', LIST, await makeKeys()),
    'none at all': 'no list',
    changed: good.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')),
  };

  for (const [name, text] of Object.entries(lists)) {
    expect(await verifyWith(text), name).toMatchObject({
      verdict: 'STATUS_UNAVAILABLE',
      state: 'NOT_CHECKED',
    });
  }
  const later = new Date(NOW.getTime() + 300_000);
  expect((await verifyWith(good, later)).verdict).toBe('STATUS_UNAVAILABLE');
  expect((await verify(credential, keys, { statusListOf: async () => null })).verdict).toBe(
    'STATUS_UNAVAILABLE',
  );
});

test('a credential does not pass for a list, nor a list for a credential', async () => {
  expect((await verifyWith(credential)).verdict).toBe('STATUS_UNAVAILABLE');
  expect((await verify(await listOf([]), keys)).verdict).toBe('MALFORMED');
});

test('what was revoked is told so also after it has expired', async () => {
  const now = new Date('2032-01-01T00:00:00Z');
  const text = await signStatusList(
    { department: 'permits', uri: LIST, states: new Map([[5, 'REVOKED']]) },
    keys.signing,
    now,
    300,
  );

  expect((await verifyWith(text, now)).verdict).toBe('REVOKED');
});

test('a list of 65,536 certificates of which none was revoked has some hundred bytes', async () => {
  expect((await listOf([])).length).toBeLessThan(800);
});
