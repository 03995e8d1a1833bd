import { SignJWT } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import {
  type Assertion,
  createKey,
  IdentityError,
  type PrivateKey,
  publicKeyOf,
  signAssertion,
  signClientToken,
  signCredential,
  verifyAssertion,
} from '../src/index.ts';
import { importKey } from '../src/keys.ts';

const ASSERTION: Assertion = {
  client: 'permits-desk',
  user: '王敏',
  department: 'permits',
  scopes: ['sharing:apply'],
  purpose: { basis: '税收征收管理法 第六条', caseNumber: 'A-1', requester: '王敏' },
  requestId: 'r-1',
  reads: [
    { coordinate: 'Taxpayer.arrears', grant: 'g1', regions: ['36'] },
    { coordinate: 'Taxpayer.creditRating', grant: 'g2', regions: null },
    { coordinate: 'Taxpayer.declared', grant: 'g1', regions: ['36'] },
    { coordinate: 'Taxpayer.own', grant: null, regions: null },
  ],
};

let key: PrivateKey;
let foreign: PrivateKey;
beforeAll(async () => {
  [key, foreign] = await Promise.all([createKey(), createKey()]);
});

const keyOf = (kid: string) => (kid === key.kid ? publicKeyOf(key) : null);
const refusal = (token: string, department = 'tax') =>
  verifyAssertion(token, department, keyOf).then(
    () => 'accepted',
    (error: unknown) => (error instanceof IdentityError ? error.message : `fault: ${String(error)}`),
  );
const now = () => Math.floor(Date.now() / 1000);

/** An assertion by the right key whose claims and header are as given. */
async function forge(claims: Record<string, unknown>, header: Record<string, unknown> = {}, by = key) {
  const [, payload] = signAssertion(key, 'gateway', 'tax', ASSERTION).split('.');
  const good = JSON.parse(Buffer.from(payload!, 'base64url').toString());
  return new SignJWT(JSON.parse(JSON.stringify({ ...good, ...claims })))
    .setProtectedHeader({ alg: 'EdDSA', typ: 'yiwang-assertion', kid: key.kid, ...header })
    .sign(await importKey(by));
}

test('a department reads what the gateway vouched for', async () => {
  const token = signAssertion(key, 'gateway-1', 'tax', ASSERTION);
  const verified = await verifyAssertion(token, 'tax', keyOf);
  expect(verified).toMatchObject({
    ...ASSERTION,
    gateway: 'gateway-1',
    id: expect.stringMatching(/^[\w-]{36}$/),
    reads: expect.arrayContaining([...ASSERTION.reads]),
  });
  expect(verified.reads).toHaveLength(4);
  expect(verified.expiresAt.getTime()).toBeLessThanOrEqual(Date.now() + 90_000);
  expect(await refusal(await forge({}))).toBe('accepted');
});

test('it is small: what is read by one grant stands together', async () => {
  const reads = Array.from({ length: 40 }, (_, n) => ({
    coordinate: `Taxpayer.field${n}`,
    grant: 'g'.repeat(36),
    regions: null,
  }));
  expect(signAssertion(key, 'gateway', 'tax', { ...ASSERTION, reads }).length).toBeLessThan(2000);
});

test('whoever did not sign in is vouched for as well', async () => {
  const nobody = {
    client: 'public',
    user: null,
    department: null,
    scopes: [],
    purpose: null,
    requestId: 'r',
    reads: [],
  };
  expect(await verifyAssertion(signAssertion(key, 'g', 'tax', nobody), 'tax', keyOf)).toMatchObject(nobody);
});

test.each<[what: string, make: () => Promise<string> | string, told: RegExp]>([
  ['nothing', () => '', /not a signed token/],
  ['words', () => 'a.b.c', /not a signed token/],
  [
    'alg none',
    async () => {
      const [, payload] = (await forge({})).split('.');
      return `${Buffer.from(`{"alg":"none","kid":"${key.kid}","typ":"yiwang-assertion"}`).toString('base64url')}.${payload}.`;
    },
    /not accepted/,
  ],
  ['a key that is no gateway’s', () => signAssertion(foreign, 'gateway', 'tax', ASSERTION), /no gateway’s/],
  ['a foreign key under a known name', () => forge({}, {}, foreign), /not accepted/],
  ['no name of a key', () => forge({}, { kid: undefined }), /does not name its key/],
  ['the assertion for another department', () => signAssertion(key, 'gateway', 'land', ASSERTION), /"aud"/],
  ['an assertion that has expired', () => forge({ iat: now() - 200, exp: now() - 100 }), /"exp"/],
  ['one that lives longer than a minute', () => forge({ iat: now() - 100, exp: now() + 3000 }), /"iat"/],
  ['one of tomorrow', () => forge({ iat: now() + 86_400, exp: now() + 86_460 }), /"iat"/],
  ['another kind of token', () => forge({}, { typ: 'JWT' }), /"typ"/],
  ['a token without a kind', () => forge({}, { typ: undefined }), /"typ"/],
  [
    'a credential for the registry',
    () => signCredential(key, { action: 'publish', digest: 'x' }),
    /not accepted/,
  ],
  [
    'a token for clients',
    () => signClientToken(key, { id: 'c', user: null, department: null, scopes: [] }, 60),
    /not accepted/,
  ],
  ['no id', () => forge({ jti: undefined }), /"jti"/],
  ['no client', () => forge({ client: undefined }), /does not hold/],
  ['reads that are not', () => forge({ reads: ['Taxpayer.arrears'] }), /does not hold/],
  [
    'a purpose of two lines',
    () => forge({ purpose: { basis: 'a\nb', case: 'c', requester: 'd' } }),
    /does not hold/,
  ],
  ['a megabyte', () => 'x'.repeat(1_000_000), /too long/],
])('%s is refused', async (_what, make, told) => {
  expect(await refusal(await make())).toMatch(told);
});
