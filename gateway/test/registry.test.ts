import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { composeSupergraph } from '@yiwang/composition';
import { createKey, signSupergraph } from '@yiwang/identity';
import { type SmallGraph, startSmallGraph } from '@yiwang/testing/small-graph';
import { AUDIENCE, createProviderKey, ISSUER, signToken } from '@yiwang/identity/testing';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ask, openRegistryHome } from './support/registry-gateway.ts';
import { runGateway } from './support/spawn-gateway.ts';
import type { RunningGateway } from './support/start-gateway.ts';

vi.setConfig({ testTimeout: 60_000 });
const SOON = { interval: 20 };

const COUNT = '{ enterprise(uscc: "E1") { permitCount } }';
const COUNTED = { data: { enterprise: { permitCount: 2 } } };

let graph: SmallGraph;
/** Without and with the permits. */
let small: string;
let whole: string;
beforeAll(async () => {
  graph = await startSmallGraph();
  small = composeSupergraph([graph.enterprises]).supergraphSdl;
  whole = composeSupergraph(graph.departments).supergraphSdl;
});
afterAll(() => graph.close());

const said = (gateway: Pick<RunningGateway, 'log'>, text: RegExp) =>
  gateway.log.filter(({ msg }) => text.test(msg as string));
const ready = async ({ url }: { url: string }) => {
  const response = await fetch(`${url}/ready`);
  const body = (await response.json()) as { status: string; checks: Record<string, string> };
  return { status: response.status, body };
};

test('what is published is served, no request is lost, and the registry learns of it', async () => {
  const { registry, spawnGateway } = await openRegistryHome();
  await registry.publish(small);
  const gateway = await spawnGateway();
  await expect.poll(() => registry.running(), SOON).toEqual({ internal: 1 });

  const asking = new AbortController();
  const statuses: number[] = [];
  const faults: unknown[] = [];
  const clients = Array.from({ length: 4 }, async () => {
    while (!asking.signal.aborted) {
      const { status, body } = await ask(gateway, '{ enterprise(uscc: "E1") { name } }');
      statuses.push(status);
      if (body.errors || !body.data.enterprise.name) faults.push(body);
      await sleep(10);
    }
  });
  await registry.publish(whole);
  await expect.poll(async () => (await ask(gateway, COUNT)).body, SOON).toEqual(COUNTED);
  await expect.poll(() => registry.running(), SOON).toEqual({ internal: 2 });
  asking.abort();
  await Promise.all(clients);

  expect(faults).toEqual([]);
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(statuses.length).toBeGreaterThan(10);
});

test('with neither registry nor a kept supergraph it waits, says why, and serves as soon as there is one', async () => {
  const { registry, startGateway } = await openRegistryHome();
  registry.isDown = true;
  const gateway = await startGateway();
  const why = 'The registry does not answer, and there is no cached supergraph that can be served.';

  expect((await fetch(`${gateway.url}/health`)).status).toBe(200);
  await expect
    .poll(() => ready(gateway), SOON)
    .toEqual({ status: 503, body: { status: 'not ready', checks: { supergraph: why } } });
  expect(await ask(gateway, COUNT)).toEqual({
    status: 503,
    body: { errors: [{ message: why, extensions: { code: 'NOT_READY' } }] },
  });

  registry.isDown = false;
  await expect
    .poll(async () => (await ready(gateway)).body.checks['supergraph'], SOON)
    .toBe('The registry has published no supergraph that can be served.');
  await registry.publish(whole);
  await expect.poll(async () => (await ready(gateway)).status, SOON).toBe(200);
  expect((await ask(gateway, COUNT)).body).toEqual(COUNTED);
  // Once each, however often it asked.
  expect(said(gateway, /still serving the current supergraph/)).toHaveLength(1);
  expect(said(gateway, /answers again/)).toHaveLength(1);
});

test('with the registry and the departments down it starts from what it kept, and serves at once', async () => {
  const { registry, spawnGateway } = await openRegistryHome();
  await registry.publish(whole);
  const first = await spawnGateway();
  await expect.poll(() => registry.running(), SOON).toEqual({ internal: 1 });
  expect(await first.stop()).toBe(0);

  registry.isDown = true;
  graph.permits.misbehave((_request, response) => response.destroy());
  const second = await spawnGateway();
  expect((await ready(second)).status).toBe(200);
  expect((await ask(second, COUNT)).body).toMatchObject({
    data: { enterprise: { permitCount: null } },
    errors: [{ extensions: { code: 'DEPARTMENT_UNAVAILABLE' } }],
  });
  graph.permits.misbehave(null);
  expect((await ask(second, COUNT)).body).toEqual(COUNTED);
});

test('a kept supergraph that was tampered with, or is of another registry, is not served', async () => {
  const { registry, cacheOf, startGateway } = await openRegistryHome();
  await registry.publish(whole);
  const first = await startGateway();
  await expect
    .poll(
      () =>
        stat(cacheOf('internal')).then(
          () => true,
          () => false,
        ),
      SOON,
    )
    .toBe(true);
  await first[Symbol.asyncDispose]();
  registry.isDown = true;

  const kept = JSON.parse(await readFile(cacheOf('internal'), 'utf8'));
  const stranger = await createKey();
  const signature = await signSupergraph(stranger, { version: 9, variant: 'internal' }, whole);
  for (const forged of [
    JSON.stringify({ ...kept, sdl: kept.sdl.replaceAll('127.0.0.1', '203.0.113.7') }),
    JSON.stringify({ sdl: whole, signature }),
    '{"sdl":"type Que',
  ]) {
    await writeFile(cacheOf('internal'), forged);
    await using gateway = await startGateway();
    expect((await ask(gateway, COUNT)).status).toBe(503);
    expect(said(gateway, /the cached supergraph cannot be served/)).toHaveLength(1);
  }
});

test('a supergraph that is signed wrongly, or cannot be served, is kept out and told once, and its SDL is not sent again', async () => {
  const { registry, startGateway } = await openRegistryHome();
  await registry.publish(whole);
  const gateway = await startGateway();
  await expect.poll(() => registry.running(), SOON).toEqual({ internal: 1 });

  const forOther = await signSupergraph(registry.key, { version: 3, variant: 'public' }, small);
  const bySomebody = await signSupergraph(await createKey(), { version: 4, variant: 'internal' }, small);
  const older = await signSupergraph(registry.key, { version: 1, variant: 'internal' }, small);
  const attempts = [
    () => registry.publish('type Query { broken'),
    () => registry.publish(small, { signature: forOther }),
    () => registry.publish(small, { signature: bySomebody }),
    () => registry.publish(small, { signature: older }),
  ];
  for (const [index, attempt] of attempts.entries()) {
    await attempt();
    await expect.poll(() => said(gateway, /supergraph not swapped/).length, SOON).toBe(index + 1);
    const { polls, taken } = registry;
    await expect.poll(() => registry.polls, SOON).toBeGreaterThan(polls + 1);
    expect(registry.taken).toBe(taken);
    expect(said(gateway, /supergraph not swapped/)).toHaveLength(index + 1);
    expect((await ask(gateway, COUNT)).body).toEqual(COUNTED);
    expect(registry.running()).toEqual({ internal: 1 });
  }

  const good = await registry.publish(small);
  await expect.poll(() => registry.running(), SOON).toEqual({ internal: good });
});

test('each variant has an address, a playground and WebSockets of its own', async () => {
  const { registry, startGateway } = await openRegistryHome();
  await registry.publish(whole);
  const gateway = await startGateway({ VARIANTS: 'public' });
  await expect.poll(() => registry.running(), SOON).toEqual({ internal: 1, public: null });

  expect((await ask(gateway, COUNT)).body).toEqual(COUNTED);
  expect((await ask(gateway, COUNT, { path: '/public/graphql' })).status).toBe(503);
  expect((await ready(gateway)).body.checks).toEqual({
    supergraph: 'ok',
    'supergraph public': 'The registry has published no supergraph that can be served.',
  });

  await registry.publish(small, { variant: 'public' });
  await expect.poll(async () => (await ready(gateway)).status, SOON).toBe(200);
  expect(
    (await ask(gateway, '{ enterprise(uscc: "E1") { name } }', { path: '/public/graphql' })).body.data,
  ).toBeTruthy();
  expect((await ask(gateway, COUNT, { path: '/public/graphql' })).body.errors[0].extensions.code).toBe(
    'GRAPHQL_VALIDATION_FAILED',
  );
  const socket = createClient({ url: `${gateway.url.replace('http', 'ws')}/public/graphql` });
  const answers = socket.iterate({ query: '{ enterprise(uscc: "E1") { name } }' });
  expect((await answers.next()).value).toHaveProperty('data.enterprise.name');
  await socket.dispose();
  expect((await ask(gateway, COUNT, { path: '/private/graphql' })).status).toBe(404);
  const page = await fetch(`${gateway.url}/public/graphql`, { headers: { accept: 'text/html' } });
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const script = await fetch(new URL('playground/playground.js', `${gateway.url}/public/graphql`));
  expect(script.status).toBe(200);
});

test('counts of operations arrive with what they use, by client; also the last ones before a stop', async () => {
  const { registry, folder, spawnGateway } = await openRegistryHome();
  await registry.publish(whole);
  const provider = await createProviderKey('EdDSA');
  const ISSUERS = join(folder, 'issuers.json');
  const issuer = { issuer: ISSUER, jwks: { keys: [provider.jwk] }, audience: AUDIENCE };
  await writeFile(ISSUERS, JSON.stringify([issuer]));
  const gateway = await spawnGateway({ STATISTICS_INTERVAL_MS: '500', ISSUERS });
  await expect.poll(() => registry.running(), SOON).toEqual({ internal: 1 });

  const query = 'query Count($uscc: ID = "E1") { enterprise(uscc: $uscc) { __typename permitCount } }';
  const portal = {
    'graphql-client-name': Buffer.from('门户').toString('latin1'),
    'graphql-client-version': '1.2',
  };
  for (let time = 0; time < 3; time++) await ask(gateway, query, { headers: portal });
  await ask(gateway, query, { headers: portal, operationName: 'Count' });
  // Whoever signs in is who the token says, and has only the version from its headers.
  const authorization = `Bearer ${await signToken(provider, { azp: '门户' })}`;
  await ask(gateway, query, { headers: { ...portal, 'graphql-client-name': 'tax-desk', authorization } });
  await ask(gateway, query);
  await ask(gateway, '{ refuse(code: "X") }');
  // By another way: the engine leaves to Apollo Server what comes by GET.
  const search = new URLSearchParams({ query, operationName: 'Count' });
  await fetch(`${gateway.url}/graphql?${search}`, {
    headers: { 'apollo-require-preflight': '1', 'graphql-client-name': 'browser' },
  });
  // Not executed, so not counted.
  await ask(gateway, '{ nonsense }');
  await ask(gateway, '{ broken');
  const sums = () => {
    const sums = new Map<string, { count: number; errors: number }>();
    for (const { client, clientVersion, name, count, errors } of registry.operations) {
      const key = [client, clientVersion, name].join('/');
      const sum = sums.get(key) ?? { count: 0, errors: 0 };
      sums.set(key, { count: sum.count + count, errors: sum.errors + errors });
    }
    return Object.fromEntries(sums);
  };
  const expected = {
    '门户/1.2/Count': { count: 1, errors: 0 },
    'public:门户/1.2/Count': { count: 4, errors: 0 },
    '//Count': { count: 1, errors: 0 },
    'public:browser//Count': { count: 1, errors: 0 },
    '//': { count: 1, errors: 1 },
  };
  await expect.poll(sums, SOON).toEqual(expected);
  expect(registry.operations.find(({ client }) => client === 'public:门户')).toMatchObject({
    variant: 'internal',
    digest: expect.stringMatching(/^[\w-]{43}$/),
    coordinates: ['Query.enterprise', 'Query.enterprise(uscc:)', 'Enterprise.permitCount'],
  });

  // What cannot be sent is kept, and sent with the next.
  registry.isDown = true;
  await ask(gateway, query);
  await sleep(1200);
  registry.isDown = false;
  await expect.poll(sums, SOON).toMatchObject({ '//Count': { count: 2 } });

  await ask(gateway, query);
  expect(await gateway.stop()).toBe(0);
  expect(sums()).toMatchObject({ '//Count': { count: 3 } });
});

test('a registry without its key, a key that is none, or two sources are refused with one clear message', async () => {
  const { environment, folder } = await openRegistryHome();
  const { REGISTRY_PUBLIC_KEY: _left, ...noKey } = environment;
  expect((await runGateway([], noKey)).stderr).toContain('REGISTRY_PUBLIC_KEY: must be set with REGISTRY');
  await writeFile(`${folder}/no-key.json`, '{"kty":"RSA"}');
  const wrong = await runGateway([], { ...environment, GATEWAY_KEY: `${folder}/no-key.json` });
  expect(wrong).toMatchObject({ code: 1, stdout: '' });
  expect(wrong.stderr).toMatch(/^GATEWAY_KEY: .+no-key\.json is no usable key\. This is not an Ed25519 key/);
  expect((await runGateway(['--supergraph', 'x'], environment)).stderr).toContain('not from both');
});
