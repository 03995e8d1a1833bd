import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AccessGateway, PURPOSE, serveAccessGateway } from './support/access-gateway.ts';

let gateway: AccessGateway;
beforeAll(async () => {
  gateway = await serveAccessGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** As a client sends it that is no library: each line as it is. */
async function raw(lines: readonly string[]): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(gateway.url);
  const body = JSON.stringify({ query: '{ staff taxpayer { name } }' });
  const socket = connect({ host: hostname, port: Number(port) });
  socket.write(
    [
      'POST /graphql HTTP/1.1',
      'host: gateway',
      'connection: close',
      `content-length: ${body.length}`,
      ...lines,
      '',
      body,
    ].join('\r\n'),
  );
  const answer = await text(socket);
  return { status: Number(/^HTTP\/1.1 (\d+)/.exec(answer)?.[1]), body: answer };
}
const json = 'content-type: application/json';

test.each(['good, good', 'good, bad', 'bad, good'])(
  'authorization that is sent twice, %s, signs nobody in',
  async (order) => {
    const token = await gateway.token('desk');
    const lines = order
      .split(', ')
      .map((kind) => `Authorization: Bearer ${kind === 'good' ? token : `${token}x`}`);

    expect((await raw([json, lines[0]!])).status).toBe(order.startsWith('good') ? 200 : 401);
    expect((await raw([json, ...lines])).status).toBe(401);
  },
);

test.each(Object.keys(PURPOSE))('%s that is sent twice is refused', async (name) => {
  const lines = Object.entries(PURPOSE).map(([key, value]) => `${key}: ${value}`);

  expect((await raw([json, ...lines])).status).toBe(200);
  const twice = await raw([json, ...lines, `${name}: other`]);
  expect(twice.status).toBe(400);
  expect(twice.body).toContain(name);
});

test('content-type that is sent twice is refused', async () => {
  expect((await raw([json, 'content-type: text/plain'])).status).toBe(415);
  expect((await raw(['content-type: text/plain', json])).status).toBe(415);
});
