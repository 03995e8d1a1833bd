import { createKey, type Grant, publicKeyOf, signGrants } from '@yiwang/identity';
import { createLogger } from '@yiwang/service/logging';
import { expect, onTestFinished, test } from 'vitest';
import { createGrantBook } from '../src/pipeline/authorization/grants.ts';
import { pollGrants } from '../src/supergraph/registry/poll-grants.ts';
import { createRegistryClient } from '../src/supergraph/registry/registry-client.ts';
import { startRegistry } from './support/start-registry.ts';

const GRANT: Grant = {
  id: 'g1',
  client: 'desk',
  fields: ['Taxpayer.arrears'],
  regions: null,
  basis: 'b',
  from: '2000-01-01T00:00:00Z',
  until: '2100-01-01T00:00:00Z',
};
/** From a decision at the registry to its effect here; twice that on a machine that does something else as well. */
const A_SECOND = { timeout: 2000, interval: 10 };
const SOON = { interval: 20 };

/** A gateway's view of the grants of a registry; all gone when the test is over. */
async function follow({ maxAgeMs = 30_000, grants = true } = {}) {
  const registry = await startRegistry({ grants });
  const book = createGrantBook(maxAgeMs);
  const client = await createRegistryClient(registry.url, 'gateway', { current: registry.gatewayKey });
  const stopping = new AbortController();
  const logger = createLogger('gateway', 'silent');
  const told: string[] = [];
  const keys = { current: [publicKeyOf(registry.key)] };
  logger.warn = (...said: unknown[]) => void told.push(String(said.at(-1)));
  const polling = pollGrants(client, keys, book, logger, stopping.signal);
  onTestFinished(async () => {
    stopping.abort();
    await polling;
    await client[Symbol.asyncDispose]();
    await registry[Symbol.asyncDispose]();
  });
  return { registry, book, told, keys, held: () => book.heldBy('desk').grants.map(({ id }) => id) };
}

test('what is granted may be read, and what is revoked may not, each within a second', async () => {
  const { registry, held } = await follow();
  await registry.grant(GRANT);
  await expect.poll(held, A_SECOND).toEqual(['g1']);
  await registry.grant();
  await expect.poll(held, A_SECOND).toEqual([]);
  await registry.grant({ ...GRANT, id: 'g2' }, { ...GRANT, client: 'other' });
  await expect.poll(held, A_SECOND).toEqual(['g2']);
});

test('what is known is not sent again', async () => {
  const { registry, held } = await follow();
  await registry.grant(GRANT);
  await expect.poll(held, A_SECOND).toEqual(['g1']);
  await expect.poll(() => registry.askedAfter.slice(-2), SOON).toEqual([1, 1]);
});

test('while the registry is down grants hold for a while, then none does; when it is back they hold again', async () => {
  const { registry, held, told } = await follow({ maxAgeMs: 1500 });
  await registry.grant(GRANT);
  await expect.poll(held, A_SECOND).toEqual(['g1']);
  registry.isDown = true;
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(held()).toEqual(['g1']);
  await expect.poll(held, SOON).toEqual([]);
  registry.isDown = false;
  await expect.poll(held, SOON).toEqual(['g1']);
  expect(told).toHaveLength(1);
});

test('grants that the registry did not sign are not taken, and confirm nothing', async () => {
  const { registry, book, held } = await follow({ maxAgeMs: 1500 });
  await registry.grant(GRANT);
  await expect.poll(held, A_SECOND).toEqual(['g1']);
  const forged = { version: 9, issuedAt: new Date().toISOString(), grants: [{ ...GRANT, id: 'forged' }] };
  registry.signedGrants = { version: 9, token: await signGrants(await createKey(), forged) };
  await expect.poll(held, SOON).toEqual([]);
  expect(book.version).toBe(1);
  await registry.grant({ ...GRANT, id: 'g3' });
  await expect.poll(held, SOON).toEqual(['g3']);
});

test('grants of a key that is believed no longer are to be signed anew, or none holds any longer', async () => {
  const { registry, keys, held } = await follow({ maxAgeMs: 1500 });
  await registry.grant(GRANT);
  await expect.poll(held, A_SECOND).toEqual(['g1']);
  const next = await createKey();
  keys.current = [publicKeyOf(next)];
  await expect.poll(held, SOON).toEqual([]);

  const { version } = registry.signedGrants!;
  const content = { version, issuedAt: '2020-01-01T00:00:00Z', grants: [{ ...GRANT, id: 'anew' }] };
  registry.signedGrants = { version, token: await signGrants(next, content) };
  await expect.poll(held, SOON).toEqual(['anew']);
});

test('older grants that are sent again are not taken', async () => {
  const { registry, book, held } = await follow();
  await registry.grant(GRANT);
  await expect.poll(held, A_SECOND).toEqual(['g1']);
  const old = registry.signedGrants!;
  await registry.grant();
  await expect.poll(held, A_SECOND).toEqual([]);
  registry.signedGrants = { ...old, version: 99 };
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(held()).toEqual([]);
  expect(book.version).toBe(2);
});

test('a registry that was restored counts from lower, and what it signs later holds all the same', async () => {
  const { registry, held } = await follow();
  const sign = async (version: number, id: string) => {
    const content = { version, issuedAt: new Date().toISOString(), grants: [{ ...GRANT, id }] };
    registry.signedGrants = { version: 99 + version, token: await signGrants(registry.key, content) };
  };
  await sign(50, 'before');
  await expect.poll(held, A_SECOND).toEqual(['before']);
  await sign(7, 'after');
  await expect.poll(held, A_SECOND).toEqual(['after']);
});

test('where the registry knows nothing of grants nobody has any, and that is told once', async () => {
  const { registry, held, told } = await follow({ grants: false });
  await expect.poll(() => told, SOON).toHaveLength(1);
  expect(told[0]).toContain('does not support grants');
  expect(held()).toEqual([]);
  expect(registry.askedAfter).toEqual([]);
});
