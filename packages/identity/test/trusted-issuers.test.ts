import { expect, test } from 'vitest';
import { createTokenVerifier } from '../src/index.ts';
import { createProviderKey, issuerOf, serveKeys, signToken } from '../testing/token-provider.ts';

const OTHER = 'https://other.example';
const NOT_TRUSTED = 'not one of those that are trusted here';

test('an issuer that stays as it is keeps the keys that were fetched, also while its address is away', async () => {
  const [key, otherKey] = await Promise.all([createProviderKey('EdDSA'), createProviderKey('ES256')]);
  await using server = await serveKeys(key);
  const verifier = createTokenVerifier([issuerOf({ url: server.url })]);
  const known = await verifier.verify(await signToken(key));
  server.instead = { status: 500 };
  const other = issuerOf({ set: { keys: [otherKey.jwk] } }, { issuer: OTHER });
  verifier.trust([issuerOf({ url: server.url }), other]);

  expect((await verifier.verify(await signToken(key, { sub: 'new' }))).client.id).toBe('new');
  expect((await verifier.verify(await signToken(otherKey, { iss: OTHER }))).client.id).toBe('portal');
  expect(server.requests).toBe(1);
  expect(known.isStillTrusted()).toBe(true);
});

test('a token that is remembered is looked at anew when what is said of its issuer has changed', async () => {
  const key = await createProviderKey('EdDSA');
  const keys = { set: { keys: [key.jwk] } };
  const verifier = createTokenVerifier([issuerOf(keys)]);
  const token = await signToken(key);
  const known = await verifier.verify(token);

  verifier.trust([issuerOf(keys, { audience: ['else'] })]);
  await expect(verifier.verify(token)).rejects.toThrow('its claim aud is not what is asked for here');
  expect(known.isStillTrusted()).toBe(false);
  verifier.trust([]);
  await expect(verifier.verify(token)).rejects.toThrow(NOT_TRUSTED);
});

test('a token whose issuer is taken out while its keys are fetched is refused', async () => {
  const key = await createProviderKey('EdDSA');
  await using server = await serveKeys(key);
  const verifier = createTokenVerifier([issuerOf({ url: server.url })]);
  const refused = expect(verifier.verify(await signToken(key))).rejects.toThrow(NOT_TRUSTED);
  verifier.trust([]);
  await refused;
  expect(server.requests).toBe(1);
});
