import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@yiwang/service/settings';
import type { PublicError } from '@yiwang/errors';
import { createLogger } from '@yiwang/service/logging';
import { getIntrospectionQuery } from 'graphql';
import { createClient } from 'graphql-ws';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { gatewaySettings } from '../src/config/config.ts';
import { createClientPolicies } from '../src/pipeline/client-policies/client-policies.ts';
import type { ParsedRequest } from '../src/pipeline/request/request.ts';
import type { TrustedDocuments } from '../src/pipeline/persisted-documents/trusted-documents.ts';
import type { Rates } from '../src/pipeline/rate-limits/rates.ts';
import { createDocumentStages } from '../src/pipeline/document-limits/limit-document.ts';
import { serveGateway } from './support/serve-gateway.ts';

const REFUSED = { errors: [{ extensions: { code: 'INTROSPECTION_REFUSED' } }] };

test('by default everyone may read the schema', async () => {
  await using gateway = await serveGateway();

  expect(await gateway.ask(getIntrospectionQuery())).toMatchObject({ data: { __schema: {} } });
});

test('where only clients may, the public is refused however it asks, and everything else goes on', async () => {
  await using gateway = await serveGateway({ INTROSPECTION: 'clients' });
  for (const query of [
    getIntrospectionQuery(),
    '{ __type(name: "Query") { name } }',
    '{ x: __schema { types { name } } enterprise(uscc: "E1") { name } }',
    '{ ...F } fragment F on Query { ... { __schema { types { name } } } }',
    'query A { __typename } query B { __schema { types { name } } }',
  ]) {
    expect(await gateway.ask(query)).toMatchObject(REFUSED);
  }
  expect(await gateway.ask('{ __typename enterprise(uscc: "E1") { __typename } }')).toEqual({
    data: { __typename: 'Query', enterprise: { __typename: 'Enterprise' } },
  });
  const client = createClient({
    url: `${gateway.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  await expect(client.iterate({ query: '{ __schema { types { name } } }' }).next()).rejects.toMatchObject(
    REFUSED.errors,
  );
  await client.dispose();
});

test('whoever may not read the schema is not helped to guess at it', async () => {
  await using closed = await serveGateway({ INTROSPECTION: 'scope' });
  await using open = await serveGateway();
  const wrong = '{ enterprise(uscc: "E1") { nam } enterprize: entreprise(uscc: "E1") { uscc } }';
  const messages = async ({ ask }: typeof open) => JSON.stringify((await ask(wrong)).errors);

  expect(await messages(open)).toContain('Did you mean');
  const told = await messages(closed);
  expect(told).not.toContain('Did you mean');
  expect(told).toContain(String.raw`Cannot query field \"nam\" on type \"Enterprise\"."`);
  expect(told).toContain(String.raw`Cannot query field \"entreprise\" on type \"Query\"."`);
});

test.each([
  ['everyone', 'public', [], true],
  ['everyone', 'portal', [], true],
  ['clients', 'public', [], false],
  ['clients', 'portal', [], true],
  ['scope', 'public', [], false],
  ['scope', 'portal', [], false],
  ['scope', 'portal', ['introspection'], true],
  ['scope', 'tools', [], true],
  ['everyone', 'kiosk', [], false],
  ['everyone', 'kiosk', ['introspection'], true],
])('with INTROSPECTION=%s the client %s with the scopes %j may: %s', async (who, id, scopes, may) => {
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-clients-'));
  const file = join(folder, 'clients.json');
  await writeFile(file, '{ "tools": { "introspection": true }, "kiosk": { "introspection": false } }');
  const config = readSettings(gatewaySettings, { SUPERGRAPH: 'any', INTROSPECTION: who, CLIENTS: file });
  using policies = await createClientPolicies(config, createLogger('test', 'silent'));
  const limits = { policies, rates: {} as Rates, trusted: {} as TrustedDocuments };
  const { limitDocument: limit } = createDocumentStages(config, limits, () => null);
  const request = {
    params: { query: '{ __schema { types { name } } }' },
    client: { id, user: null, department: null, scopes },
    answerHeaders: {},
  } as unknown as ParsedRequest;

  if (may) expect(limit(request)).toMatchObject({ mayReadSchema: true });
  else
    expect(() => limit(request)).toThrow(
      expect.objectContaining({ code: 'INTROSPECTION_REFUSED' }) as PublicError,
    );
  await rm(folder, { recursive: true });
});
