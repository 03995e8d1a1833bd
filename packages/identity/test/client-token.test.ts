import { createHmac } from 'node:crypto';
import { exportSPKI, SignJWT } from 'jose';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import {
  createKey,
  createTokenVerifier,
  IdentityError,
  LOCAL_AUDIENCE,
  LOCAL_ISSUER,
  publicKeyOf,
  signAssertion,
  signClientToken,
  signGrants,
  type TokenVerifier,
} from '../src/index.ts';
import { createProviderKey, issuerOf, type ProviderKey, signToken } from '../testing/token-provider.ts';

let ed: ProviderKey;
let es: ProviderKey;
let rs: ProviderKey;
let foreign: ProviderKey;
let verifier: TokenVerifier;
beforeAll(async () => {
  [ed, es, rs] = await Promise.all([
    createProviderKey('EdDSA'),
    createProviderKey('ES256'),
    createProviderKey('RS256'),
  ]);
  foreign = await createProviderKey('EdDSA', ed.kid);
  verifier = createTokenVerifier([issuerOf({ set: { keys: [ed.jwk, es.jwk, rs.jwk] } })]);
});

const now = () => Math.floor(Date.now() / 1000);
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const refusal = (token: string, by = verifier) =>
  by.verify(token).then(
    () => 'accepted',
    (error: unknown) => (error instanceof IdentityError ? error.message : `fault: ${String(error)}`),
  );

test('tokens of each kind of key are accepted, and say who asks', async () => {
  for (const key of [ed, es, rs]) {
    expect((await verifier.verify(await signToken(key))).client).toEqual({
      id: 'portal',
      user: null,
      department: null,
      scopes: [],
    });
  }
  const token = await signToken(ed, {
    azp: 'tax-desk',
    sub: '王敏',
    department: 'tax',
    scope: 'sharing:apply sensitive:read sharing:apply',
  });
  expect((await verifier.verify(token)).client).toEqual({
    id: 'tax-desk',
    user: '王敏',
    department: 'tax',
    scopes: ['sensitive:read', 'sharing:apply'],
  });
});

test('the client is azp, else client_id, else sub; scopes are scope, else scp', async () => {
  const clientOf = async (claims: object) =>
    (await verifier.verify(await signToken(ed, claims as Record<string, unknown>))).client;
  expect(await clientOf({ azp: 'a', client_id: 'b', sub: 'c' })).toMatchObject({ id: 'a', user: 'c' });
  expect(await clientOf({ client_id: 'b', sub: 'c' })).toMatchObject({ id: 'b', user: 'c' });
  expect(await clientOf({ client_id: 'b', sub: 'b' })).toMatchObject({ id: 'b', user: null });
  expect(await clientOf({ azp: 'a', sub: undefined })).toMatchObject({ id: 'a', user: null });
  expect(await clientOf({ scp: ['y', 'x'] })).toMatchObject({ scopes: ['x', 'y'] });
  expect(await clientOf({ scp: 'y x' })).toMatchObject({ scopes: ['x', 'y'] });
});

test('claims have the names that the configuration gives them, also inside others', async () => {
  const claims = { scopes: 'realm.roles', client: 'https://x.example/client', department: 'org.code' };
  const own = createTokenVerifier([issuerOf({ set: { keys: [ed.jwk] } }, { claims })]);
  const token = await signToken(ed, {
    'https://x.example/client': 'desk',
    realm: { roles: ['sharing:decide'] },
    org: { code: 'land' },
    scope: 'sensitive:read',
    department: 'tax',
  });
  expect((await own.verify(token)).client).toEqual({
    id: 'desk',
    user: 'portal',
    department: 'land',
    scopes: ['sharing:decide'],
  });
});

test('clocks may differ by half a minute, not more', async () => {
  expect(await refusal(await signToken(ed, { exp: now() - 20 }))).toBe('accepted');
  expect(await refusal(await signToken(ed, { exp: now() - 40 }))).toContain('has expired');
  expect(await refusal(await signToken(ed, { nbf: now() + 20 }))).toBe('accepted');
  expect(await refusal(await signToken(ed, { nbf: now() + 40 }))).toContain('claim nbf');
});

test('a token that is remembered is refused all the same when it has expired', async () => {
  const token = await signToken(ed, { exp: now() + 5 });
  expect(await refusal(token)).toBe('accepted');
  expect(await refusal(token)).toBe('accepted');
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    vi.setSystemTime(Date.now() + 36_000);
    expect(await refusal(token)).toContain('has expired');
  } finally {
    vi.useRealTimers();
  }
});

describe('what an attacker sends', () => {
  const claims = () => ({ iss: 'https://sign-in.example', aud: 'yiwang', sub: 'admin', exp: now() + 300 });

  const TOKENS: [what: string, make: () => Promise<string> | string, told: RegExp][] = [
    ['nothing', () => '', /not a JSON Web Token/],
    ['words', () => 'let me in', /not a JSON Web Token/],
    ['dots', () => '..', /not a JSON Web Token/],
    ['JSON that is no header', () => `${base64('x')}.${base64(claims())}.x`, /not a JSON Web Token/],
    ['a payload that is null', () => `${base64({ alg: 'EdDSA' })}.${base64(null)}.x`, /not a JSON Web Token/],
    ['alg none', () => `${base64({ alg: 'none' })}.${base64(claims())}.`, /algorithm|cannot|not a token/],
    ['alg nOnE', () => `${base64({ alg: 'nOnE' })}.${base64(claims())}.`, /algorithm|cannot|not a token/],
    [
      'HS256 with the public key as the secret',
      async () => {
        const input = `${base64({ alg: 'HS256', kid: rs.kid })}.${base64(claims())}`;
        const secret = await exportSPKI(rs.publicKey);
        return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
      },
      /algorithm is not allowed/,
    ],
    [
      'HS256 with the text of the public JWK as the secret',
      () =>
        new SignJWT(claims())
          .setProtectedHeader({ alg: 'HS256', kid: ed.kid })
          .sign(new TextEncoder().encode(JSON.stringify(ed.jwk))),
      /algorithm is not allowed/,
    ],
    ['a foreign key under a known name', () => signToken(foreign), /signature does not hold/],
    ['a key of its own in the header', () => signToken(foreign, {}, { jwk: foreign.jwk }), /signature/],
    [
      'an address of keys in the header',
      () => signToken(foreign, {}, { jku: 'http://127.0.0.1:2/keys', kid: 'mine' }),
      /no such key/,
    ],
    ['another kind of key than the name’s', () => signToken(es, {}, { kid: ed.kid }), /no such key/],
    ['a path for a key’s name', () => signToken(foreign, {}, { kid: '../../../dev/null' }), /no such key/],
    ['SQL for a key’s name', () => signToken(foreign, {}, { kid: "x' or '1'='1" }), /no such key/],
    ['the name of a prototype', () => signToken(foreign, {}, { kid: '__proto__' }), /no such key/],
    [
      'a number for a key’s name',
      () => `${base64({ alg: 'EdDSA', kid: 1 })}.${base64(claims())}.AA`,
      /no such key|not a token/,
    ],
    [
      'a header that must be understood',
      () =>
        signToken(ed, {}, { crit: ['x'], x: 1 }).catch(
          () => `${base64({ alg: 'EdDSA', crit: ['x'], x: 1 })}.${base64(claims())}.AA`,
        ),
      /not a token/,
    ],
    ['another issuer', () => signToken(ed, { iss: 'https://else.example' }), /issuer of the token is not/],
    ['an issuer with a slash more', () => signToken(ed, { iss: 'https://sign-in.example/' }), /issuer/],
    ['no issuer', () => signToken(ed, { iss: undefined }), /issuer/],
    ['an issuer that is a list', () => signToken(ed, { iss: ['https://sign-in.example'] }), /issuer/],
    ['another audience', () => signToken(ed, { aud: 'else' }), /claim aud/],
    ['no audience', () => signToken(ed, { aud: undefined }), /claim aud/],
    ['no expiry', () => signToken(ed, { exp: undefined }), /no claim exp/],
    ['an expiry that is a text', () => signToken(ed, { exp: '2999-01-01' }), /claim exp/],
    ['an expiry beyond all days', () => signToken(ed, { exp: 1e300 }), /no day there is/],
    ['the name of whoever did not sign in', () => signToken(ed, { sub: 'public' }), /called public/],
    ['such a name with a label', () => signToken(ed, { azp: 'public:portal' }), /called public:portal/],
    ['nobody', () => signToken(ed, { sub: undefined }), /does not name its client/],
    ['a client of two lines', () => signToken(ed, { sub: 'a\nb' }), /claim sub/],
    ['a client that is an object', () => signToken(ed, { azp: { $ne: null } }), /claim azp/],
    ['a department that is a list', () => signToken(ed, { department: ['tax'] }), /claim department/],
    ['scopes that are an object', () => signToken(ed, { scope: { a: 1 } }), /claim scope/],
    ['scopes that are numbers', () => signToken(ed, { scp: [1] }), /claim scp/],
    ['a token of another kind', () => signToken(ed, {}, { typ: 'logout+jwt' }), /typ/],
    ['a kind that is a number', () => `${base64({ alg: 'EdDSA', typ: 1 })}.${base64(claims())}.AA`, /typ/],
    ['a token of 9 KiB', () => signToken(ed, { padding: 'x'.repeat(9 * 1024) }), /longer than 8 KiB/],
  ];

  test.each(TOKENS)('%s is refused', async (_what, make, told) => {
    const message = await refusal(await make());
    expect(message).toMatch(told);
    expect(message).not.toMatch(/^fault|^accepted/);
  });

  test('a token with another payload, another header or a part of its signature is refused', async () => {
    const [header, payload, signature] = (await signToken(ed)).split('.') as [string, string, string];
    const other = base64({ ...claims(), sub: 'admin' });
    expect(await refusal(`${header}.${other}.${signature}`)).toContain('signature does not hold');
    expect(await refusal(`${base64({ alg: 'EdDSA', kid: ed.kid })}.${payload}.${signature}`)).toContain(
      'signature does not hold',
    );
    expect(await refusal(`${header}.${payload}.${signature.slice(0, 40)}`)).toContain('does not hold');
    expect(await refusal(`${header}.${payload}.`)).not.toBe('accepted');
  });

  test('an algorithm that the configuration leaves out is refused, with a key that is known', async () => {
    const narrow = createTokenVerifier([
      issuerOf({ set: { keys: [ed.jwk, rs.jwk] } }, { algorithms: ['EdDSA'] }),
    ]);
    expect(await refusal(await signToken(rs), narrow)).toContain('algorithm is not allowed');
  });

  test('the keys of one issuer say nothing of another', async () => {
    const two = createTokenVerifier([
      issuerOf({ set: { keys: [ed.jwk] } }),
      issuerOf({ set: { keys: [rs.jwk] } }, { issuer: 'https://second.example' }),
    ]);
    expect(await refusal(await signToken(rs, { iss: 'https://second.example' }), two)).toBe('accepted');
    expect(await refusal(await signToken(ed, { iss: 'https://second.example' }), two)).toContain(
      'no such key',
    );
  });

  test('several keys and a token that names none: none of them is tried', async () => {
    const other = await createProviderKey('EdDSA', 'EdDSA-2');
    const two = createTokenVerifier([issuerOf({ set: { keys: [ed.jwk, other.jwk] } })]);
    expect(await refusal(await signToken(ed, {}, { kid: undefined }), two)).toContain('names none');
  });
});

describe('the built-in issuer', () => {
  const issuer = { issuer: LOCAL_ISSUER, audience: [LOCAL_AUDIENCE] };

  test('signs tokens that are accepted until they expire', async () => {
    const key = await createKey();
    const local = createTokenVerifier([issuerOf({ set: { keys: [{ ...publicKeyOf(key) }] } }, issuer)]);
    const client = { id: 'desk', user: '王敏', department: 'tax', scopes: ['sharing:apply'] };
    const verified = await local.verify(await signClientToken(key, client, 60));
    expect(verified.client).toEqual(client);
    expect(verified.expiresAt.getTime() - Date.now()).toBeGreaterThan(80_000);
    expect(verified.expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(90_000);
    const alone = { id: 'desk', user: null, department: null, scopes: [] };
    expect((await local.verify(await signClientToken(key, alone, 60))).client).toEqual(alone);
    expect(await refusal(await signClientToken(key, client, -60), local)).toContain('has expired');
  });

  test('what its key signs besides is no token', async () => {
    const key = await createKey();
    const local = createTokenVerifier([issuerOf({ set: { keys: [{ ...publicKeyOf(key) }] } }, issuer)]);
    const assertion = {
      client: 'c',
      user: null,
      department: null,
      scopes: [],
      purpose: null,
      requestId: 'r',
      reads: [],
    };
    expect(await refusal(signAssertion(key, LOCAL_ISSUER, 'tax', assertion), local)).toContain('typ');
    const grants = { version: 1, issuedAt: new Date().toISOString(), grants: [] };
    expect(await refusal(await signGrants(key, grants), local)).toContain('typ');
  });
});
