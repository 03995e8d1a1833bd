import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTokenVerifier, IdentityError, IssuerUnavailableError } from '../src/index.ts';
import { createProviderKey, issuerOf, serveKeys, signToken } from '../testing/token-provider.ts';

/** A clock that stands still until it is moved. */
function createClock() {
  let time = 1000;
  return { now: () => time, pass: (seconds: number) => (time += seconds * 1000) };
}

test('keys are fetched once, however many tokens wait for them, and not again while they are fresh', async () => {
  const key = await createProviderKey('EdDSA');
  await using server = await serveKeys(key);
  const { now } = createClock();
  const verifier = createTokenVerifier([issuerOf({ url: server.url })], now);
  expect(server.requests).toBe(0);
  const tokens = await Promise.all(Array.from({ length: 20 }, (_, n) => signToken(key, { sub: `c${n}` })));
  await Promise.all(tokens.map((token) => verifier.verify(token)));
  expect(server.requests).toBe(1);
});

test('a new key is found at once, and looked for at most every half minute', async () => {
  const [first, second, third] = await Promise.all(
    ['a', 'b', 'c'].map((kid) => createProviderKey('EdDSA', kid)),
  );
  await using server = await serveKeys(first!);
  const clock = createClock();
  const verifier = createTokenVerifier([issuerOf({ url: server.url })], clock.now);
  await verifier.verify(await signToken(first!));
  clock.pass(31);
  server.keys.push(second!.jwk);
  await verifier.verify(await signToken(second!));
  expect(server.requests).toBe(2);

  server.keys.push(third!.jwk);
  for (let time = 0; time < 5; time++) {
    await expect(verifier.verify(await signToken(third!))).rejects.toThrow('no such key');
  }
  expect(server.requests).toBe(2);
  clock.pass(31);
  await verifier.verify(await signToken(third!));
  expect(server.requests).toBe(3);
});

test('a key that was withdrawn is forgotten when the keys are fetched again', async () => {
  const [old, kept] = await Promise.all(['a', 'b'].map((kid) => createProviderKey('EdDSA', kid)));
  await using server = await serveKeys(old!, kept!);
  const clock = createClock();
  const verifier = createTokenVerifier([issuerOf({ url: server.url })], clock.now);
  await verifier.verify(await signToken(old!));
  server.keys = [kept!.jwk];
  clock.pass(11 * 60);
  await verifier.verify(await signToken(kept!));
  await expect.poll(() => server.requests).toBe(2);
  await expect
    .poll(async () => verifier.verify(await signToken(old!)).then(() => 'accepted', String))
    .toContain('no such key');
});

test('an issuer that is away is no reason to refuse known tokens for an hour, and none to accept others', async () => {
  const key = await createProviderKey('EdDSA');
  await using server = await serveKeys(key);
  const clock = createClock();
  const verifier = createTokenVerifier([issuerOf({ url: server.url })], clock.now);
  await verifier.verify(await signToken(key));
  server.instead = { status: 500 };
  clock.pass(30 * 60);
  await verifier.verify(await signToken(key, { sub: 'another' }));
  clock.pass(31 * 60);
  const late = await signToken(key, { sub: 'late' });
  await expect(verifier.verify(late)).rejects.toThrow(IssuerUnavailableError);
  server.instead = null;
  clock.pass(2);
  await verifier.verify(late);
});

test.each([
  ['an error', { status: 404 }],
  ['no JSON', { status: 200, body: '<html>' }],
  ['no keys', { status: 200, body: '{"keys":{}}' }],
  ['a megabyte', { status: 200, body: 'x'.repeat(1_000_000) }],
  ['another address', { status: 302, headers: { location: 'http://127.0.0.1:2/' } }],
])('an issuer that answers with %s: nobody can tell whether the token is good', async (_what, instead) => {
  const key = await createProviderKey('EdDSA');
  await using server = await serveKeys(key);
  server.instead = instead;
  const verifier = createTokenVerifier([issuerOf({ url: server.url })]);
  await expect(verifier.verify(await signToken(key))).rejects.toThrow(IssuerUnavailableError);
});

test('a set with private or symmetric keys lets nobody in', async () => {
  const { privateKey, ...key } = await createProviderKey('EdDSA');
  const { exportJWK } = await import('jose');
  const leaked = { ...(await exportJWK(privateKey)), kid: key.kid };
  const secret = { kty: 'oct', k: 'c2VjcmV0', kid: 'secret' };
  const verifier = createTokenVerifier([issuerOf({ set: { keys: [leaked, secret] } })]);
  await expect(verifier.verify(await signToken({ ...key, privateKey }))).rejects.toThrow(IdentityError);
});

test('a file of keys is read again when a token names a key that is not in it yet', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-keys-'));
  try {
    const [first, second] = await Promise.all(['a', 'b'].map((kid) => createProviderKey('EdDSA', kid)));
    const file = join(folder, 'keys.json');
    const clock = createClock();
    const verifier = createTokenVerifier([issuerOf({ file })], clock.now);
    await expect(verifier.verify(await signToken(first!))).rejects.toThrow(IssuerUnavailableError);
    await writeFile(file, JSON.stringify({ keys: [first!.jwk] }));
    clock.pass(2);
    await verifier.verify(await signToken(first!));
    await writeFile(file, JSON.stringify({ keys: [first!.jwk, second!.jwk] }));
    clock.pass(2);
    await verifier.verify(await signToken(second!));
  } finally {
    await rm(folder, { recursive: true });
  }
});
