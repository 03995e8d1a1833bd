import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { createOpenEvents } from '../../src/subgraph-client/events/open-events.ts';

const TRACEPARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const BODY = JSON.stringify({ query: 'subscription { a }' });

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** A department that answers subscriptions by both protocols with one event, or refuses them. */
async function startDepartment(protocol: 'http' | 'ws', refuses: boolean) {
  const given: IncomingHttpHeaders[] = [];
  const server = createServer(({ headers }, response) => {
    given.push(headers);
    if (refuses) response.writeHead(503).end();
    else
      response
        .writeHead(200, { 'content-type': 'text/event-stream' })
        .write('event: next\ndata: {"data":{"a":1}}\n\n');
  });
  const sockets = new WebSocketServer({ server, verifyClient: () => !refuses });
  sockets.on('connection', (socket: WebSocket, { headers }) => {
    given.push(headers);
    socket.on('message', (data: Buffer) => {
      const { type, id } = JSON.parse(data.toString()) as { type: string; id?: string };
      if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
      if (type === 'subscribe')
        socket.send(JSON.stringify({ type: 'next', id, payload: { data: { a: 1 } } }));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  closing.push(() => {
    sockets.close();
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { given, subgraph: { name: 'tax', url }, subscriptionUrls: { tax: url.replace('http', protocol) } };
}

describe.each(['http', 'ws'] as const)('a subscription over %s that is observed', (protocol) => {
  test.each([
    { refuses: false, reported: null },
    { refuses: true, reported: protocol === 'http' ? 'NOT_GRAPHQL' : 'UNREACHABLE' },
  ])(
    'sends headers, and reports that it is open or cannot be (refused: $refuses)',
    async ({ refuses, reported }) => {
      const { given, subgraph, subscriptionUrls } = await startDepartment(protocol, refuses);
      const events = createOpenEvents({ timeoutMs: 5000, answerLimitBytes: 10_000, subscriptionUrls });
      closing.push(() => events.close());
      const calls: (string | null)[] = [];
      const stream = events.open(subgraph, BODY, undefined, {
        headers: ['traceparent', TRACEPARENT],
        opened: (fault) => calls.push(fault),
        event: (answer) => answer(),
      });
      if (refuses) await expect(stream.next()).rejects.toThrow();
      else expect(await stream.next()).toEqual({ data: { a: 1 } });
      stream.close();
      expect(calls[0]).toBe(reported);
      if (!refuses) expect(given.map((headers) => headers['traceparent'])).toEqual([TRACEPARENT]);
    },
  );
});
