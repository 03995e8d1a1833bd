import { createServer } from 'node:http';
import { once } from 'node:events';
import { json } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { createGatewayClient } from '@yiwang/subgraph-kit/prefill';
import { expect, test } from 'vitest';
import { awaitGateway } from '../src/run/await-gateway.ts';

const OPTIONS = { timeoutMs: 2000 };

test('while the gateway is away, questions wait for it, and go on as soon as it answers', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      asked.push((body as { query: string }).query);
      response.setHeader('content-type', 'application/json').end('{"data":{"__typename":"Query"}}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/graphql`;
  const client = awaitGateway(createGatewayClient({ GATEWAY_URL: url, GATEWAY_TOKEN: '' })!);
  server.close();
  server.closeAllConnections();
  await once(server, 'close');

  await expect(client.ask('{ first }', {}, OPTIONS)).rejects.toThrow('fetch failed');
  const waiting = Array.from({ length: 50 }, (_, i) => client.ask(`{ question${i} }`, {}, OPTIONS));
  server.listen(port, '127.0.0.1');
  const answers = await Promise.all(waiting);
  expect(answers).toHaveLength(50);
  expect(asked[0]).toBe('{ __typename }');
  expect(asked).toHaveLength(51);
  server.close();
  server.closeAllConnections();
});
