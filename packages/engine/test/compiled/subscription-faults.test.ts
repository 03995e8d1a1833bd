import type { RequestListener } from 'node:http';
import { isPublicError } from '@yiwang/errors';
import { type SmallDepartment, startDepartment, Topic } from '@yiwang/testing/small-graph';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { createApolloEngine, createCompiledEngine, type EngineOptions } from '../../src/index.ts';
import { ANSWER_LIMIT_BYTES, serveEngine } from '../support/serve-engine.ts';

const topic = new Topic<{ tick: number }>();
let clock: SmallDepartment;
beforeAll(async () => {
  clock = await startDepartment(
    'clock',
    'type Query { now: Int } type Subscription { tick(every: Int): Int again: Int }',
    {
      Subscription: { tick: { subscribe: () => topic.subscribe() } },
    },
  );
});
afterEach(() => clock.misbehave(null));
afterAll(() => clock.close());

const serve = (options: Partial<EngineOptions> = {}, create = createCompiledEngine) =>
  serveEngine([clock], create, options);

/** What a subscription ends with, and the answers before it. */
async function outcome(options: Partial<EngineOptions> = {}) {
  await using served = await serve(options);
  const answers: string[] = [];
  let code: string | undefined;
  try {
    for await (const { data } of (await served.engine.subscribe({ query: 'subscription { tick }' }))!) {
      answers.push(data);
    }
  } catch (error) {
    if (!isPublicError(error)) throw error;
    code = error.code;
  }
  return { answers, code, faults: served.faults.map(({ reason }) => reason) };
}

/** A stream of these bytes, which then ends, or stays open. */
function stream(bytes: string | Buffer, { open = false } = {}): RequestListener {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' }).write(bytes);
    if (!open) response.end();
  };
}

const TICK = 'event: next\ndata: {"data":{"tick":1}}\n\n';

const MISBEHAVIOURS: [what: string, answers: number, reason: string, listener: RequestListener][] = [
  ['never answers', 0, 'TIMEOUT', () => {}],
  ['closes the connection', 0, 'UNREACHABLE', (request) => request.socket.destroy()],
  [
    'answers HTML',
    0,
    'NOT_GRAPHQL',
    (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>维护中</h1>'),
  ],
  [
    'redirects',
    0,
    'NOT_GRAPHQL',
    (_request, response) => response.writeHead(302, { location: '/login' }).end(),
  ],
  ['ends without "complete"', 1, 'BROKEN_OFF', stream(TICK)],
  ['sends half an event and ends', 1, 'BROKEN_OFF', stream(`${TICK}event: next\ndata: {"da`)],
  ['sends an event that is no JSON', 1, 'NOT_GRAPHQL', stream(`${TICK}event: next\ndata: {"da\n\n`)],
  ['sends an event that is no GraphQL', 0, 'NOT_GRAPHQL', stream('event: next\ndata: {"tick":1}\n\n')],
  ['sends an event of another protocol', 0, 'NOT_GRAPHQL', stream('data: {"data":{"tick":1}}\n\n')],
  ['sends bytes that are not UTF-8', 0, 'NOT_GRAPHQL', stream(Buffer.from([0x3a, 0xb2, 0xe2, 0x0a]))],
  [
    'sends an event without end',
    0,
    'TOO_LARGE',
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: ');
      const timer = setInterval(() => response.write(' '.repeat(ANSWER_LIMIT_BYTES / 4)), 1);
      response.on('close', () => clearInterval(timer));
    },
  ],
  [
    'sends another answer without end',
    0,
    'TOO_LARGE',
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '.repeat(ANSWER_LIMIT_BYTES / 4)), 1);
      response.on('close', () => clearInterval(timer));
    },
  ],
];

test.each(MISBEHAVIOURS)(
  'a department that %s ends the subscription with a code',
  async (_what, count, reason, listener) => {
    clock.misbehave(listener);
    const { answers, code, faults } = await outcome();
    expect(answers).toHaveLength(count);
    expect(code).toBe('DEPARTMENT_UNAVAILABLE');
    expect(faults).toEqual([reason]);
  },
);

test('a stream that goes on behind "complete" is not read any further', async () => {
  clock.misbehave(stream(`:\n\n${TICK}event: complete\ndata:\n\n${TICK}`, { open: true }));
  expect(await outcome()).toEqual({ answers: ['{"tick":1}'], code: undefined, faults: [] });
});

const WEBSOCKET_MISBEHAVIOURS: [
  what: string,
  reason: string,
  listener: (say: (text: string) => void, close: (code: number) => void, text: string) => void,
][] = [
  ['never acknowledges', 'TIMEOUT', () => {}],
  ['says something else', 'NOT_GRAPHQL', (say) => say('<h1>维护中</h1>')],
  ['forbids it', 'BROKEN_OFF', (_say, close) => close(4403)],
  ['closes the connection as if all were well', 'BROKEN_OFF', (_say, close) => close(1000)],
  [
    'closes after the acknowledgement as if all were well',
    'BROKEN_OFF',
    (say, close, text) => (text.includes('init') ? say('{"type":"connection_ack"}') : close(1000)),
  ],
  [
    'sends a result that is no GraphQL',
    'NOT_GRAPHQL',
    (say, _close, text) => {
      if (text.includes('init')) say('{"type":"connection_ack"}');
      else say(JSON.stringify({ type: 'next', id: JSON.parse(text).id, payload: { tick: 1 } }));
    },
  ],
  ['sends more than the limit', 'TOO_LARGE', (say) => say(' '.repeat(ANSWER_LIMIT_BYTES + 1))],
];

test.each(WEBSOCKET_MISBEHAVIOURS)(
  'a department that by WebSocket %s ends the subscription with a code, and is asked once',
  async (_what, reason, listener) => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    let connections = 0;
    server.on('connection', (socket) => {
      connections += 1;
      socket.on('message', (data) => {
        listener(
          (text) => socket.send(text),
          (code) => socket.close(code),
          String(data),
        );
      });
    });
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };

    const { code, faults } = await outcome({ subscriptionUrls: { clock: `ws://127.0.0.1:${port}/` } });

    expect(code).toBe('DEPARTMENT_UNAVAILABLE');
    expect(faults).toEqual([reason]);
    expect(connections).toBe(1);
    for (const socket of server.clients) socket.terminate();
    server.close();
  },
);

test('more subscriptions than the limit are refused, and there is room again when one ends', async () => {
  await using served = await serve({ subscriptionLimit: 2 });
  const subscribe = () => served.engine.subscribe({ query: 'subscription { tick }' });
  const [first] = await Promise.all([subscribe(), subscribe()]);
  await expect(subscribe()).rejects.toMatchObject({ code: 'TOO_MANY_SUBSCRIPTIONS' });
  await first!.return();
  expect(await subscribe()).not.toBeNull();
});

test('what is no valid subscription is left to the server to explain', async () => {
  await using served = await serve();
  const { engine, ask } = served;
  for (const query of [
    '{ now }',
    'subscription { nothing }',
    'subscription {',
    'subscription { __typename }',
    'subscription { tick again }',
    'subscription ($x: Boolean!) { tick @include(if: $x) }',
  ]) {
    expect([query, await engine.subscribe({ query })]).toEqual([query, null]);
  }
  expect(await ask('subscription { tick __typename }')).toMatchObject({
    errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }, {}],
  });
  const wrong = { query: 'subscription ($n: Int) { tick(every: $n) }', variables: { n: 'often' } };
  expect(await engine.subscribe(wrong)).toBeNull();
  expect(await ask(wrong.query, wrong.variables)).toMatchObject({
    errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
  });
});

test.each([
  ['compiled', createCompiledEngine],
  ['stock', createApolloEngine],
])('the %s engine refuses a subscription that comes as a request', async (_name, create) => {
  await using served = await serve({}, create);
  expect(await served.ask('subscription { tick }')).toMatchObject({
    errors: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }],
  });
});
