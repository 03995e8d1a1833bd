import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AUDIENCE, createProviderKey, ISSUER, type ProviderKey, signToken } from '@yiwang/identity/testing';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type AccessGateway, serveAccessGateway } from './support/access-gateway.ts';
import { type ServedGateway, serveGateway } from './support/serve-gateway.ts';
import { spawnGateway } from './support/spawn-gateway.ts';

const SOON = { interval: 20 };
const OTHER = 'https://other.example';

let folder: string;
let file: string;
let key: ProviderKey;
let otherKey: ProviderKey;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-issuers-'));
  file = join(folder, 'issuers.json');
  [key, otherKey] = await Promise.all([createProviderKey('EdDSA'), createProviderKey('ES256')]);
});
afterAll(() => rm(folder, { recursive: true }));

const write = (content: unknown) => writeFile(file, JSON.stringify(content));
const entryOf = ({ jwk }: ProviderKey, issuer = ISSUER) => ({
  issuer,
  jwks: { keys: [jwk] },
  audience: AUDIENCE,
});

async function statusOf(url: string, token: string): Promise<number> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: '{"query":"{ __typename }"}',
  });
  await response.body?.cancel();
  return response.status;
}

test('an issuer that is added may sign in its clients at once, one that is taken out no longer, and a broken file changes nothing', async () => {
  await using graph: ServedGateway = await serveGateway();
  await write([entryOf(key)]);
  const gateway = await spawnGateway(graph.supergraphFile, { ISSUERS: file, RATE_LIMIT_SIGN_INS: '10000' });
  const tokens = await Promise.all([signToken(key), signToken(otherKey, { iss: OTHER })]);
  const statuses = () => Promise.all(tokens.map((token) => statusOf(gateway.url, token)));
  const denials = () => gateway.log.filter(({ setting, level }) => setting === 'ISSUERS' && level === 50);

  expect(await statuses()).toEqual([200, 401]);
  await write([entryOf(key), entryOf(otherKey, OTHER)]);
  await expect.poll(statuses, SOON).toEqual([200, 200]);
  await write([{ ...entryOf(otherKey, OTHER), audience: [] }]);
  await expect
    .poll(denials, SOON)
    .toMatchObject([{ err: { message: expect.stringMatching(/0\.audience/) } }]);
  expect(await statuses()).toEqual([200, 200]);
  await write([entryOf(otherKey, OTHER)]);
  await expect.poll(statuses, SOON).toEqual([401, 200]);
  await write([]);
  await expect.poll(statuses, SOON).toEqual([401, 401]);
  expect(await gateway.stop()).toBe(0);
});

test('a subscription ends when the issuer of its token is taken out, and nothing more is given out', async () => {
  await write([entryOf(key)]);
  await using gateway: AccessGateway = await serveAccessGateway({ ISSUERS: file });
  const client = createClient({
    url: `${gateway.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${await signToken(key)}` },
  });
  const results = client.iterate({ query: 'subscription { changed { name } }' });
  const first = Promise.resolve(results.next()).catch((errors: unknown) => errors);
  await gateway.changed.until(1);
  await write([entryOf(otherKey, OTHER)]);
  expect(await first).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  await gateway.changed.until(0);
  await client.dispose();
});
