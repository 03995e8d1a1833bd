import { createPrivateKey, sign } from 'node:crypto';
import { contents, createKey, type PrivateKey, signCredential } from '@yiwang/identity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenRegistry, openRegistry } from './support/open-registry.ts';
import { fisheries, harbours } from './support/subgraphs.ts';

let registry: OpenRegistry;
let fisheriesKey: PrivateKey;
let harboursKey: PrivateKey;
let gatewayKey: PrivateKey;
let revokedKey: PrivateKey;

beforeAll(async () => {
  registry = await openRegistry();
  fisheriesKey = await registry.keyOf('DEPARTMENT', 'fisheries');
  harboursKey = await registry.keyOf('DEPARTMENT', 'harbours');
  gatewayKey = await registry.keyOf('GATEWAY', 'edge');
  revokedKey = await registry.keyOf('DEPARTMENT', 'fisheries');
  await revoke(revokedKey.kid, registry.operator);
  await registry.publish([fisheries(), harbours()]);
});
afterAll(() => registry.close());

const changed = fisheries('crew: Int');
const digest = contents.publish([changed]);

async function revoke(kid: string, key: PrivateKey) {
  return registry.department.ask(
    `mutation ($kid: ID!, $credential: String!) { revokeKey(kid: $kid, credential: $credential) { kid userErrors { code } } }`,
    { kid, credential: await signCredential(key, { action: 'revokeKey', digest: contents.revokeKey(kid) }) },
  );
}

/** A token like those of signCredential, with the parts that the test changes. */
async function forged(key: PrivateKey, claims: { dig?: string; act?: string; aud?: string; from?: number }) {
  const { from = Date.now(), ...given } = claims;
  const iat = Math.floor(from / 1000);
  const payload = {
    act: 'publish',
    dig: digest,
    aud: 'yiwang:registry',
    jti: 'forged',
    iat,
    exp: iat + 120,
    ...given,
  };
  const signed = [{ alg: 'EdDSA', kid: key.kid }, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const { kid: _kid, ...jwk } = key;
  const signature = sign(null, Buffer.from(signed), createPrivateKey({ key: jwk, format: 'jwk' }));
  return `${signed}.${signature.toString('base64url')}`;
}

test.each<[what: string, code: string, credentials: () => Promise<string[]>]>([
  ['no credential', 'UNAUTHENTICATED', async () => []],
  ['no token', 'UNAUTHENTICATED', async () => ['let me in']],
  ['an unknown key', 'UNAUTHENTICATED', async () => [await forged(await createKey(), {})]],
  [
    'another’s name for a key of one’s own',
    'UNAUTHENTICATED',
    async () => [await forged({ ...(await createKey()), kid: fisheriesKey.kid }, {})],
  ],
  ['a revoked key', 'UNAUTHENTICATED', async () => [await forged(revokedKey, {})]],
  [
    'a credential of ten minutes ago',
    'UNAUTHENTICATED',
    async () => [await forged(fisheriesKey, { from: Date.now() - 600_000 })],
  ],
  [
    'a credential of tomorrow',
    'UNAUTHENTICATED',
    async () => [await forged(fisheriesKey, { from: Date.now() + 86_400_000 })],
  ],
  [
    'a credential for another content',
    'UNAUTHENTICATED',
    async () => [await forged(fisheriesKey, { dig: contents.publish([fisheries()]) })],
  ],
  ['a credential to check', 'UNAUTHENTICATED', async () => [await forged(fisheriesKey, { act: 'check' })]],
  [
    'a credential for another service',
    'UNAUTHENTICATED',
    async () => [await forged(fisheriesKey, { aud: 'elsewhere' })],
  ],
  ['another department’s key', 'FORBIDDEN', async () => [await forged(harboursKey, {})]],
  ['a gateway’s key', 'FORBIDDEN', async () => [await forged(gatewayKey, {})]],
])('%s publishes nothing, and the audit log tells it', async (_what, code, credentials) => {
  const before = await registry.contentsOfTables();
  const { data, errors } = await registry.publishWith([changed], await credentials());
  expect(data).toBeNull();
  expect(errors?.map(({ extensions }) => extensions['code'])).toEqual([code]);
  expect(await registry.contentsOfTables()).toEqual(before);
  expect(await registry.audit(1)).toEqual([
    { action: 'publish', outcome: 'REFUSED', subject: 'fisheries', code },
  ]);
});

test('a credential is good once, also when what it was for was refused', async () => {
  const broken = { ...fisheries(), sdl: 'type Query {' };
  const claim = { action: 'publish', digest: contents.publish([broken]) };
  const credential = await signCredential(fisheriesKey, claim);

  const [first, second] = await Promise.all([
    registry.publishWith([broken], [credential]),
    registry.publishWith([broken], [credential]),
  ]);
  const codes = [first, second].map(({ errors }) => errors?.[0]?.extensions['code']);
  expect(codes.sort()).toEqual(['UNAUTHENTICATED', undefined]);
  const third = await registry.publishWith([broken], [credential]);
  expect(third.errors?.[0]?.message).toBe('The credential was used before: sign a new one.');
});

test('a list needs the key of each of its departments, or an operator’s', async () => {
  const both = [fisheries('crew: Int'), harbours('depthM: Float')];
  await expect(registry.publish(both, { keys: [fisheriesKey] })).rejects.toMatchObject({
    extensions: { code: 'FORBIDDEN' },
    message: 'This must be signed with a key of harbours, or with an operator’s key.',
  });
  expect(await registry.publish(both, { keys: [fisheriesKey, harboursKey] })).toMatchObject({
    outcome: 'PUBLISHED',
  });
});

test('only an operator rolls back and revokes', async () => {
  const before = await registry.contentsOfTables();
  const rolled = await registry.rollback(1, 'because', fisheriesKey);
  expect(rolled.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  const revoked = await revoke(harboursKey.kid, fisheriesKey);
  expect(revoked.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  expect(await registry.contentsOfTables()).toEqual(before);
  expect((await registry.audit(2)).map(({ action, outcome }) => [action, outcome])).toEqual([
    ['revokeKey', 'REFUSED'],
    ['rollback', 'REFUSED'],
  ]);
});
