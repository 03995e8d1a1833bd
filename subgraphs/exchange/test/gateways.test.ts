import { contents, type PrivateKey, publicKeyOf, signCredential, verifySupergraph } from '@yiwang/identity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenRegistry, openRegistry } from './support/open-registry.ts';
import { fisheries } from './support/subgraphs.ts';

let registry: OpenRegistry;
let edge: PrivateKey;
beforeAll(async () => {
  registry = await openRegistry();
  edge = await registry.keyOf('GATEWAY', 'edge');
});
afterAll(() => registry.close());

interface Newer {
  version: number;
  variant: string;
  sdl: string;
  signature: string;
}

async function poll(running: { variant: string; version: number | null }[], gateway = 'edge', key = edge) {
  const claim = { action: 'report', digest: contents.report(gateway, running) };
  return registry.department.ask(
    `mutation ($gateway: ID!, $running: [RunningVersion!]!, $credential: String!) {
      newer: reportGateway(gateway: $gateway, running: $running, credential: $credential) {
        version variant sdl signature } }`,
    { gateway, running, credential: await signCredential(key, claim) },
  );
}

const newer = async (running: { variant: string; version: number | null }[]) => {
  const { data, errors } = await poll(running);
  expect(errors).toBeUndefined();
  return (data as { newer: Newer[] }).newer;
};

test('before anything is published a gateway gets nothing', async () => {
  expect(await newer([{ variant: 'public', version: null }])).toEqual([]);
});

test('a gateway gets the newest version of what it names, and only what is newer', async () => {
  await registry.publish([fisheries()]);
  await registry.publish([fisheries('crew: Int')]);

  const [found, ...more] = await newer([{ variant: 'public', version: 1 }]);
  expect(more).toEqual([]);
  expect(found).toMatchObject({ version: 2, variant: 'public' });
  expect(await verifySupergraph(publicKeyOf(registry.signing), found!.signature, found!.sdl)).toEqual({
    version: 2,
    variant: 'public',
  });
  expect(await newer([{ variant: 'public', version: 2 }])).toEqual([]);
  expect(await newer([{ variant: 'public', version: 3 }])).toEqual([]);
  expect(await newer([{ variant: 'secret', version: null }])).toEqual([]);
});

test('what gateways run is told of them and of the versions', async () => {
  await newer([
    { variant: 'public', version: 2 },
    { variant: 'internal', version: null },
  ]);
  const { data } = await registry.department.ask(`{
    gateways { name running { variant version } }
    supergraph(variant: "public") { gateways { name } }
    old: supergraph(variant: "public", version: 1) { gateways { name } } }`);
  expect(data).toEqual({
    gateways: [
      {
        name: 'edge',
        running: [
          { variant: 'internal', version: null },
          { variant: 'public', version: 2 },
        ],
      },
    ],
    supergraph: { gateways: [{ name: 'edge' }] },
    old: { gateways: [] },
  });
});

test('a gateway reports for itself alone', async () => {
  const running = [{ variant: 'public', version: 1 }];
  expect((await poll(running, 'other')).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  const department = await registry.keyOf('DEPARTMENT', 'edge');
  expect((await poll(running, 'edge', department)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  expect((await poll(running, 'other', registry.operator)).errors).toBeUndefined();
});

test('a variant named twice is refused', async () => {
  const twice = [
    { variant: 'public', version: 1 },
    { variant: 'public', version: 2 },
  ];
  expect((await poll(twice)).errors?.[0]?.extensions['code']).toBe('INVALID_ARGUMENT');
});
