import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { applyContract, composeSupergraph } from '@yiwang/composition';
import { type SmallDepartment, startDepartment } from '@yiwang/testing/small-graph';
import { AUDIENCE, createProviderKey, ISSUER, signToken } from '@yiwang/identity/testing';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createAsksByCredential } from '../src/pipeline/variants/asks-by-credential.ts';
import { ask, openRegistryHome } from './support/registry-gateway.ts';
import { startGateway } from './support/start-gateway.ts';

vi.setConfig({ testTimeout: 180_000 });
const SOON = { timeout: 60_000, interval: 20 };

const schemaOf = (field: string) => `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag", "@composeDirective"])
    @link(url: "https://specs.yiwang.dev/sharing/v1.0", import: ["@sharing"])
    @composeDirective(name: "@sharing")
  directive @sharing(class: SharingClass!, basis: String) on OBJECT | FIELD_DEFINITION
  enum SharingClass { UNCONDITIONAL CONDITIONAL NOT_SHARED }
  type Query { taxpayer: Taxpayer, desk: String @tag(name: "internal"), gateways(credential: String): [String!] @tag(name: "internal") }
  type Taxpayer @key(fields: "id") {
    id: ID!
    ${field}: String
    arrears: Int @sharing(class: CONDITIONAL, basis: "税收征收管理法 第六条")
  }`;

let tax: SmallDepartment;
const supergraphs = new Map<string, { internal: string; public: string }>();
beforeAll(async () => {
  tax = await startDepartment('tax', schemaOf('one').replace('one: String', 'one: String two: String'), {
    Query: {
      taxpayer: () => ({ id: 'T', one: '1', two: '2', arrears: 7 }),
      desk: () => 'd',
      gateways: () => ['g'],
    },
  });
  for (const field of ['one', 'two']) {
    const internal = composeSupergraph([{ name: 'tax', url: tax.url, sdl: schemaOf(field) }]).supergraphSdl;
    supergraphs.set(field, {
      internal,
      public: applyContract(internal, { excludeTags: ['internal', 'departments'] }),
    });
  }
});
afterAll(() => tax.close());

/** A gateway that follows a registry with both variants, and lets clients of one provider in. */
async function open(settings: Record<string, string> = {}) {
  const home = await openRegistryHome();
  const provider = await createProviderKey('EdDSA');
  const ISSUERS = join(home.folder, 'issuers.json');
  await writeFile(
    ISSUERS,
    JSON.stringify([{ issuer: ISSUER, jwks: { keys: [provider.jwk] }, audience: AUDIENCE }]),
  );
  await publish(home.registry, 'one', 1);
  // None: a client without a grant is denied, and does not have to wait until it is known.
  await home.registry.grant();
  const gateway = await home.startGateway({ PUBLIC_VARIANT: '', ISSUERS, ...settings });
  await expect.poll(() => home.registry.running(), SOON).toMatchObject({ internal: 1, public: 1 });
  const headers = { authorization: `Bearer ${await signToken(provider, { sub: 'desk' })}` };
  return { ...home, gateway, headers };
}

type Registry = Awaited<ReturnType<typeof openRegistryHome>>['registry'];

async function publish(
  registry: Registry,
  field: string,
  version: number,
  publicSdl?: string,
): Promise<void> {
  const { internal, public: shown } = supergraphs.get(field)!;
  await Promise.all([
    registry.publish(internal, { variant: 'internal', version }),
    registry.publish(publicSdl ?? shown, {
      variant: 'public',
      version,
      ...(publicSdl && { signature: 'forged' }),
    }),
  ]);
}

const CONDITIONAL = '{ taxpayer { arrears } }';
const INTERNAL = '{ desk }';
const FIELDS =
  '{ __type(name: "Taxpayer") { fields { name } } query: __schema { queryType { fields { name } } } }';

test('who is not signed in cannot name, see by introspection or ask for what the public variant leaves out, in any way that GraphQL is served', async () => {
  const { gateway, headers } = await open({ VARIANTS: 'departments' });
  const refusedOf = (body: { errors: { extensions: { code: string } }[] }) => body.errors[0]!.extensions.code;
  for (const path of ['/graphql', '/departments/graphql']) {
    for (const query of [CONDITIONAL, INTERNAL]) {
      expect(refusedOf((await ask(gateway, query, { path })).body)).toBe('GRAPHQL_VALIDATION_FAILED');
      const url = `${gateway.url}${path}?${new URLSearchParams({ query })}`;
      const byGet = await fetch(url, { headers: { 'apollo-require-preflight': '1' } });
      expect(refusedOf((await byGet.json()) as never)).toBe('GRAPHQL_VALIDATION_FAILED');
      const events = await fetch(`${gateway.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
        body: JSON.stringify({ query }),
      });
      expect(await events.text()).toContain('GRAPHQL_VALIDATION_FAILED');
    }
  }
  const seen = JSON.stringify((await ask(gateway, FIELDS)).body.data);
  expect(seen).toContain('"one"');
  expect(seen).not.toMatch(/arrears|desk|gateways/);

  const all = JSON.stringify((await ask(gateway, FIELDS, { headers })).body.data);
  expect(all).toMatch(/arrears.*desk.*gateways/);
  expect((await ask(gateway, INTERNAL, { headers })).body).toEqual({ data: { desk: 'd' } });
  expect(refusedOf((await ask(gateway, CONDITIONAL, { headers })).body)).toBe('UNAUTHORIZED_FIELD');
});

test('on a WebSocket the token of connection_init decides', async () => {
  const { gateway, headers } = await open();
  for (const [connectionParams, answer] of [
    [{}, /GRAPHQL_VALIDATION_FAILED/],
    [headers, /"desk":"d"/],
  ] as const) {
    const client = createClient({ url: `${gateway.url.replace('http', 'ws')}/graphql`, connectionParams });
    const answers = client.iterate({ query: INTERNAL });
    const text = await answers.next().then(
      ({ value }) => JSON.stringify(value),
      (error: unknown) => JSON.stringify(error),
    );
    expect(text).toMatch(answer);
    await client.dispose();
  }
});

test('a key holder is answered from all that there is, for the roots that take a credential and nothing beside', async () => {
  const { gateway } = await open();
  expect((await ask(gateway, '{ gateways(credential: "c") }')).body).toEqual({ data: { gateways: ['g'] } });
  for (const query of [
    '{ gateways }',
    '{ gateways(credential: null) }',
    '{ gateways(credential: "c") desk }',
    '{ gateways(credential: "c") ...F } fragment F on Query { desk }',
    'query A { gateways(credential: "c") } query B { desk }',
    '{ gateways(credential: "c") __schema { queryType { name } } }',
  ]) {
    const { body } = await ask(gateway, query, {
      operationName: query.startsWith('query A') ? 'A' : undefined,
    });
    expect(body.errors?.[0].extensions.code, query).toBe('GRAPHQL_VALIDATION_FAILED');
  }
});

test('a new version is served to those who are signed in and those who are not from one moment on; when one variant is bad, to neither', async () => {
  const { registry, gateway, headers } = await open();
  const has = async (field: string, how: object) => {
    const { body } = await ask(gateway, `{ taxpayer { ${field} } }`, how);
    return body.data?.taxpayer[field] !== undefined;
  };
  await publish(registry, 'two', 2, supergraphs.get('two')!.public);
  await expect
    .poll(() => gateway.log.some(({ msg }) => /supergraph not swapped/.test(msg as string)), SOON)
    .toBe(true);
  expect([await has('two', { headers }), await has('two', {})]).toEqual([false, false]);
  expect(registry.running()).toEqual({ internal: 1, public: 1 });

  const mixed: unknown[] = [];
  const stop = new AbortController();
  const watching = (async () => {
    while (!stop.signal.aborted) {
      // Asked one after the other: who is not signed in is never behind who was answered before.
      const signedIn = await has('two', { headers });
      const anonymous = await has('two', {});
      if (signedIn && !anonymous) mixed.push('behind');
      await sleep(5);
    }
  })();
  await publish(registry, 'two', 3);
  await expect.poll(() => registry.running(), SOON).toEqual({ internal: 3, public: 3 });
  await expect.poll(() => has('two', {}), SOON).toBe(true);
  stop.abort();
  await watching;
  expect(mixed).toEqual([]);
  const { checks } = (await (await fetch(`${gateway.url}/ready`)).json()) as { checks: object };
  expect(checks).toEqual({ supergraph: 'ok', 'supergraph public': 'ok' });
});

test('over a file all see what it holds, unless a variant for those who are not signed in is made from it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-public-'));
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, supergraphs.get('one')!.internal);
  for (const [variant, shown] of [
    ['', true],
    ['departments', false],
    ['public', false],
  ] as const) {
    await using gateway = await startGateway({ SUPERGRAPH: file, PUBLIC_VARIANT: variant });
    expect((await ask(gateway, INTERNAL)).body.data !== undefined, variant).toBe(shown);
    const { body } = await ask(gateway, FIELDS);
    expect(JSON.stringify(body).includes('arrears'), variant).toBe(variant !== 'public');
  }
  await rm(folder, { recursive: true });
});

test('a document of any size or shape is held against the public variant, or not, without harm', () => {
  const asks = createAsksByCredential(1000);
  expect(asks('{ gateways(credential: "c") { name } }')).toBe(true);
  expect(asks(`{ ${'gateways(credential: "c") '.repeat(1000)} }`)).toBe(false);
  expect(asks(`{ gateways(credential: ${'['.repeat(500)} }`)).toBe(false);
  expect(
    asks('{ ...F } fragment F on Query { ...G } fragment G on Query { ...F gateways(credential: "c") }'),
  ).toBe(true);
  expect(asks('fragment F on Query { gateways(credential: "c") }')).toBe(false);
  expect(asks('subscription { gateways(credential: "c") }')).toBe(false);
  expect(asks('credential')).toBe(false);
});
