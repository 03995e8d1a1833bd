import { writeFile } from 'node:fs/promises';
import { composeSupergraph } from '@yiwang/composition';
import { createKey, type PrivateKey, publicKeyOf, signSupergraph } from '@yiwang/identity';
import { type SmallGraph, startSmallGraph } from '@yiwang/testing/small-graph';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ask, openRegistryHome } from './support/registry-gateway.ts';
import { runGateway } from './support/spawn-gateway.ts';

vi.setConfig({ testTimeout: 60_000 });
const SOON = { interval: 20 };

let graph: SmallGraph;
let sdl: string;
beforeAll(async () => {
  graph = await startSmallGraph();
  sdl = composeSupergraph(graph.departments).supergraphSdl;
});
afterAll(() => graph.close());

test('the registry gets another key while gateways run: first both are believed, then only the new one', async () => {
  const { registry, environment, startGateway } = await openRegistryHome();
  const believe = (...keys: PrivateKey[]) =>
    writeFile(environment['REGISTRY_PUBLIC_KEY']!, JSON.stringify({ keys: keys.map(publicKeyOf) }));
  const publish = async (key: PrivateKey, version: number) =>
    registry.publish(sdl, {
      version,
      signature: await signSupergraph(key, { version, variant: 'internal' }, sdl),
    });
  const former = registry.key;
  const next = await createKey();
  await publish(former, 1);
  const gateway = await startGateway();
  const told = (text: string) => gateway.log.filter(({ msg }) => String(msg).startsWith(text));
  await expect.poll(() => registry.running(), SOON).toEqual({ internal: 1 });

  await publish(next, 2);
  await expect.poll(() => told('supergraph not swapped'), SOON).toHaveLength(1);
  // What was found bad is not waited with for its minute: other keys may find it good.
  await believe(former, next);
  await expect.poll(() => registry.running(), SOON).toEqual({ internal: 2 });
  await publish(former, 3);
  await expect.poll(() => registry.running(), SOON).toEqual({ internal: 3 });

  await believe(next);
  await expect.poll(() => told('key file changed; using'), SOON).toHaveLength(2);
  await publish(former, 4);
  await expect.poll(() => told('supergraph not swapped'), SOON).toHaveLength(2);
  await believe();
  await expect.poll(() => told('key file changed, but holds no usable key'), SOON).toHaveLength(1);
  await publish(next, 5);
  await expect.poll(() => registry.running(), SOON).toEqual({ internal: 5 });
  expect((await ask(gateway, '{ enterprise(uscc: "E1") { permitCount } }')).body).toEqual({
    data: { enterprise: { permitCount: 2 } },
  });
});

test('a gateway does not start with a file of no keys of a registry', async () => {
  const { environment } = await openRegistryHome();
  const startWith = async (text: string) => {
    await writeFile(environment['REGISTRY_PUBLIC_KEY']!, text);
    return runGateway([], environment);
  };
  expect(await startWith('{"keys":[]}')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^REGISTRY_PUBLIC_KEY: .* It holds no key\.\n$/),
  });
  expect((await startWith('{}')).stderr).toContain('Keys are a JSON Web Key, a list of them');
});
