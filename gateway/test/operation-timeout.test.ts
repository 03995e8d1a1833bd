import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { createClient } from 'graphql-ws';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createOperationTimeouts } from '../src/pipeline/timeouts/operation-timeout.ts';
import { type ServedGateway, serveGateway } from './support/serve-gateway.ts';

const SLOW_PART = '{ enterprise(uscc: "E1") { name permitCount } }';
const RENAME = 'mutation { rename(uscc: "E1", name: "x") { name } }';

/** Planning for the first time may take longer than these tests allow for the whole. */
async function planned(gateway: ServedGateway, query: string): Promise<void> {
  await expect.poll(() => gateway.ask(query)).not.toHaveProperty('errors');
}

test('when the time is over the answer has what arrived, and says what is missing and why', async () => {
  await using gateway = await serveGateway({ OPERATION_TIMEOUT_MS: '300' });
  await planned(gateway, SLOW_PART);
  gateway.graph.permits.misbehave(() => {});
  const start = performance.now();
  const answer = await gateway.ask(SLOW_PART);

  expect(performance.now() - start).toBeLessThan(5000);
  expect(answer).toEqual({
    data: { enterprise: { name: '大余县京桥混凝土有限公司', permitCount: null } },
    errors: [
      {
        message: 'The department permits was not waited for any longer.',
        path: ['enterprise', 'permitCount'],
        extensions: { code: 'OPERATION_TIMEOUT', department: 'permits' },
      },
    ],
  });
});

test('a mutation that takes too long is answered with 504, and may have happened', async () => {
  await using gateway = await serveGateway({ OPERATION_TIMEOUT_MS: '300' });
  await planned(gateway, RENAME);
  gateway.graph.enterprises.misbehave(() => {});
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: RENAME }),
  });

  expect(response.status).toBe(504);
  expect(await response.json()).toMatchObject({
    errors: [
      {
        message: expect.stringContaining('may have taken effect') as string,
        extensions: { code: 'OPERATION_TIMEOUT' },
      },
    ],
  });
});

test('one who asks the same later does not keep the first waiting', async () => {
  await using gateway = await serveGateway({ OPERATION_TIMEOUT_MS: '600' });
  await planned(gateway, SLOW_PART);
  gateway.graph.permits.misbehave(() => {});
  const endOf = (answer: Promise<unknown>) => answer.then(() => performance.now());
  const first = endOf(gateway.ask(SLOW_PART));
  await new Promise((resolve) => setTimeout(resolve, 400));
  const second = gateway.ask(SLOW_PART);

  expect(await second).toMatchObject({ data: { enterprise: { permitCount: null } } });
  // However slow the machine: were it kept waiting, both would end together.
  expect((await endOf(second)) - (await first)).toBeGreaterThan(100);
});

test('operations of a WebSocket have the same time; a subscription goes on', async () => {
  await using gateway = await serveGateway({ OPERATION_TIMEOUT_MS: '300' });
  const client = createClient({
    url: `${gateway.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  const subscription = client.iterate({ query: 'subscription { renamed { name } }' });
  const event = subscription.next();
  await gateway.graph.renamed.until(1);
  await planned(gateway, SLOW_PART);
  gateway.graph.permits.misbehave(() => {});

  const { value } = await client.iterate({ query: SLOW_PART }).next();
  expect(value).toMatchObject({ errors: [{ extensions: { code: 'OPERATION_TIMEOUT' } }] });
  await new Promise((resolve) => setTimeout(resolve, 400));
  await gateway.ask('mutation { rename(uscc: "E1", name: "甲") { name } }');
  expect((await event).value).toEqual({ data: { renamed: { name: '甲' } } });
  await client.dispose();
});

test('one timer ends operations in the order in which they began', async () => {
  using timeouts = createOperationTimeouts(100);
  const ended: number[] = [];
  const begin = (i: number) => {
    const controller = new AbortController();
    return timeouts.within({ controller }, () => once(controller.signal, 'abort').then(() => ended.push(i)));
  };
  const all: Promise<unknown>[] = [];
  for (let i = 0; i < 3; i++) {
    all.push(begin(i));
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  await expect(timeouts.within({ controller: new AbortController() }, async () => 'soon')).resolves.toBe(
    'soon',
  );
  await expect(
    timeouts.within({ controller: new AbortController() }, () => Promise.reject(new Error('no'))),
  ).rejects.toThrow('no');
  await expect(
    timeouts.within({ controller: new AbortController() }, () => new Promise(() => {})),
  ).rejects.toThrow('100 ms');
  await Promise.all(all);

  expect(ended).toEqual([0, 1, 2]);
});

test.each([
  ['headers', 'POST /graphql HTTP/1.1\r\nhost: x\r\n', 'x: y\r\n'],
  [
    'a body',
    'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9000\r\n\r\n',
    ' ',
  ],
])('%s that trickle in are answered with 408 when their time is over', async (_what, begin, more) => {
  await using gateway = await serveGateway({ REQUEST_TIMEOUT_MS: '1000' });
  const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
  socket.on('error', () => {});
  socket.write(begin);
  const trickle = setInterval(() => socket.write(more), 100);
  const start = performance.now();
  const answer = await text(socket);
  clearInterval(trickle);

  expect(answer).toMatch(/^HTTP\/1.1 408 /);
  expect(performance.now() - start).toBeLessThan(4000);
});
