import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'graphql-ws';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { serveAccessGateway } from './support/access-gateway.ts';

const QUERY = '{ taxpayer { name } }';
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const code = (expected: string) => ({ errors: [{ extensions: { code: expected } }] });

test('guessing at tokens locks their client out of signing in from there, by HTTP and WebSocket together, and nobody else', async () => {
  await using gateway = await serveAccessGateway({ RATE_LIMIT_SIGN_INS: '3' });
  const good = await gateway.token('portal');
  expect((await gateway.ask(QUERY, bearer(good))).status).toBe(200);
  expect((await gateway.ask(QUERY, bearer(`${good}x`))).status).toBe(401);
  expect((await gateway.ask(QUERY, bearer(`${good}y`))).status).toBe(401);
  expect(await closeCodeOf(gateway.url, `${good}x`)).toBe(4401);

  const further = await gateway.token('portal', { scope: 'further' });
  const locked = await gateway.ask(QUERY, bearer(further));
  expect(locked).toMatchObject({ status: 429, body: code('RATE_LIMITED') });
  expect(await closeCodeOf(gateway.url, further)).toBe(1013);
  expect((await gateway.ask(QUERY)).status).toBe(200);
  // A token that was good before is, and so is one of another client behind the same address.
  expect((await gateway.ask(QUERY, bearer(good))).status).toBe(200);
  expect((await gateway.ask(QUERY, bearer(await gateway.token('tax-portal')))).status).toBe(200);
});

/** With which the gateway closes a WebSocket that signs in so. */
function closeCodeOf(url: string, token: string): Promise<number> {
  return new Promise((resolve) => {
    const client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      lazy: false,
      onNonLazyError: () => {},
      connectionParams: { authorization: `Bearer ${token}` },
      on: { closed: (event) => resolve((event as { code: number }).code) },
    });
    setTimeout(() => void client.dispose(), 10_000).unref();
  });
}

test('clients that signed in have the limits of their entries, each for itself', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-clients-'));
  const file = join(folder, 'clients.json');
  await writeFile(
    file,
    JSON.stringify({
      slow: { rate: 1 },
      poor: { cost: 1 },
      kiosk: { persistedOnly: true },
      blind: { introspection: false },
    }),
  );
  await using gateway = await serveAccessGateway({ CLIENTS: file });
  const as = async (client: string, query = QUERY, claims = {}) =>
    gateway.ask(query, bearer(await gateway.token(client, claims)));

  expect((await as('slow')).status).toBe(200);
  expect((await as('slow')).status).toBe(429);
  expect((await as('other')).status).toBe(200);
  expect((await as('poor')).body).toMatchObject({ data: { taxpayer: {} } });
  expect((await as('poor', '{ a: taxpayer { name } b: taxpayer { name } }')).body).toMatchObject(
    code('COST_LIMIT_EXCEEDED'),
  );
  expect((await as('kiosk')).body).toMatchObject(code('PERSISTED_OPERATION_REQUIRED'));
  const schema = '{ __schema { queryType { name } } }';
  expect((await as('blind', schema)).body).toMatchObject(code('INTROSPECTION_REFUSED'));
  expect((await as('blind', schema, { scope: 'introspection' })).body).toMatchObject({
    data: { __schema: {} },
  });
  await rm(folder, { recursive: true });
});
