import type { RequestListener, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { type SmallGraph, startSmallGraph } from '@yiwang/testing/small-graph';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ANSWER_LIMIT_BYTES, type ServedEngine, serveEngine, TIMEOUT_MS } from './support/serve-engine.ts';

let graph: SmallGraph;
let served: ServedEngine;
beforeAll(async () => {
  graph = await startSmallGraph();
  served = await serveEngine(graph.departments);
});
afterEach(() => {
  graph.permits.misbehave(null);
  served.faults.length = 0;
});
afterAll(async () => {
  await served[Symbol.asyncDispose]();
  await graph.close();
});

/** Answers every request with this body. */
function say(body: string | Buffer, contentType = 'application/json', status = 200): RequestListener {
  return (_request, response) => response.writeHead(status, { 'content-type': contentType }).end(body);
}

const JSON_ANSWER = JSON.stringify({ data: { _entities: [{ permits: [{ number: 'P1' }] }] } });

const MISBEHAVIOURS: [what: string, reason: string, explanation: RegExp, listener: RequestListener][] = [
  ['closes the connection', 'UNREACHABLE', /cannot be reached/, (request) => request.socket.destroy()],
  ['never answers', 'TIMEOUT', /did not answer in time/, () => {}],
  [
    'begins to answer and never ends',
    'TIMEOUT',
    /did not answer in time/,
    (_request, response) =>
      void response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":'),
  ],
  [
    'sends more than the limit, without end',
    'TOO_LARGE',
    /too large/,
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '.repeat(ANSWER_LIMIT_BYTES / 4)), 1);
      response.on('close', () => clearInterval(timer));
    },
  ],
  [
    'packs its answer, a thousandth of what it unpacks to',
    'NOT_GRAPHQL',
    /not GraphQL/,
    (_request, response) =>
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
        .end(gzipSync(`{"data":{"_entities":[null]}}${' '.repeat(50 * ANSWER_LIMIT_BYTES)}`)),
  ],
  [
    'promises more bytes than it sends',
    'UNREACHABLE',
    /cannot be reached/,
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
      response.write(JSON_ANSWER, () => response.destroy());
    },
  ],
  [
    'speaks no HTTP',
    'UNREACHABLE',
    /cannot be reached/,
    (request) => void request.socket.end('220 mail.example ESMTP\r\n'),
  ],
  [
    'sends headers without end',
    'UNREACHABLE',
    /cannot be reached/,
    ({ socket }) => void socket.end(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}\r\n\r\n`),
  ],
  ['answers 204', 'NOT_GRAPHQL', /not GraphQL/, (_request, response) => response.writeHead(204).end()],
  ['answers HTML', 'NOT_GRAPHQL', /not GraphQL/, say('<h1>维护中</h1>', 'text/html')],
  ['answers 502 without a body', 'NOT_GRAPHQL', /not GraphQL/, say('', 'text/plain', 502)],
  [
    'redirects',
    'NOT_GRAPHQL',
    /not GraphQL/,
    (_request, response) => response.writeHead(302, { location: '/login' }).end(),
  ],
  ['cuts its JSON off', 'NOT_GRAPHQL', /not GraphQL/, say(JSON_ANSWER.slice(0, -5))],
  [
    'sends bytes that are not UTF-8',
    'NOT_GRAPHQL',
    /not GraphQL/,
    say(Buffer.from([0x22, 0xb2, 0xe2, 0x22])),
  ],
  ['answers JSON that is no GraphQL', 'NOT_GRAPHQL', /not GraphQL/, say('{"status":"ok"}')],
  ['answers null data without an error', 'NOT_GRAPHQL', /not GraphQL/, say('{"data":null}')],
  ['answers an array', 'NOT_GRAPHQL', /not GraphQL/, say('[]')],
  [
    'answers entities that are no list',
    'NOT_GRAPHQL',
    /not GraphQL/,
    say('{"data":{"_entities":{"0":null}}}'),
  ],
  ['answers errors without messages', 'NOT_GRAPHQL', /not GraphQL/, say('{"errors":[{"code":1}]}')],
  ['sends one entity too many', 'NOT_GRAPHQL', /not GraphQL/, say('{"data":{"_entities":[null,null]}}')],
];

test.each(MISBEHAVIOURS)(
  'when a department %s, the rest arrives and the error names it',
  async (_what, reason, explanation, listener) => {
    graph.permits.misbehave(listener);

    const result = await served.ask(
      '{ enterprise(uscc: "E1") { name permits { number } count: permitCount } }',
    );

    expect(result.data).toEqual({
      enterprise: { name: '大余县京桥混凝土有限公司', permits: null, count: null },
    });
    expect(result.errors).toEqual(
      ['permits', 'count'].map((field) => ({
        message: expect.stringMatching(explanation),
        path: ['enterprise', field],
        extensions: { code: 'DEPARTMENT_UNAVAILABLE', department: 'permits', stacktrace: expect.anything() },
      })),
    );
    expect(served.faults).toMatchObject([{ subgraph: 'permits', reason }]);

    graph.permits.misbehave(null);
    expect((await served.ask('{ enterprise(uscc: "E1") { permitCount } }')).errors).toBeUndefined();
  },
);

test.each([
  ['sends more than the limit', (response: ServerResponse) => void sendWithoutEnd(response)],
  ['never ends', (response: ServerResponse) => void response.write('{"data":')],
])('the connection of a department that %s is closed', async (_what, answer) => {
  const closed = Promise.withResolvers<void>();
  graph.permits.misbehave((_request, response) => {
    response.on('close', closed.resolve);
    answer(response.writeHead(200, { 'content-type': 'application/json' }));
  });

  await served.ask('{ enterprise(uscc: "E1") { permitCount } }');
  await closed.promise;
});

/** As fast as it is taken, so that what is sent is what was read. */
async function sendWithoutEnd(response: ServerResponse): Promise<void> {
  const chunk = ' '.repeat(ANSWER_LIMIT_BYTES / 10);
  while (!response.destroyed) {
    if (!response.write(chunk)) await new Promise<void>((go) => response.once('drain', go).once('close', go));
  }
}

test('in a list, each place that misses something has its own path', async () => {
  graph.permits.misbehave(say('', 'text/plain', 503));

  const { data, errors } = await served.ask('{ enterprises { uscc permits { number } } }');

  expect(data).toEqual({
    enterprises: [
      { uscc: 'E1', permits: null },
      { uscc: 'E2', permits: null },
    ],
  });
  expect(errors?.map(({ path }) => path)).toEqual([
    ['enterprises', 0, 'permits'],
    ['enterprises', 1, 'permits'],
  ]);
});

test('a root field of a department that is gone is null, and other root fields arrive', async () => {
  const gone = await startSmallGraph();
  await using alone = await serveEngine(gone.departments);
  await gone.permits.close();

  const { data, errors } = await alone.ask(
    '{ permit(number: "P1") { number } enterprise(uscc: "E2") { uscc } }',
  );

  expect(data).toEqual({ permit: null, enterprise: { uscc: 'E2' } });
  expect(errors).toMatchObject([
    { path: ['permit'], extensions: { code: 'DEPARTMENT_UNAVAILABLE', department: 'permits' } },
  ]);
  // Addresses are for the log, not for the client.
  expect(
    JSON.stringify(errors?.map(({ message, extensions }) => [message, extensions?.['code']])),
  ).not.toMatch(/127\.0\.0\.1|ECONN/);
  expect(alone.faults[0]!.message).toMatch(/ECONNREFUSED/);
  await gone.close();
});

test('a department that never answers costs its timeout, and is not asked again', async () => {
  let asked = 0;
  graph.permits.misbehave(() => {
    asked += 1;
  });

  const start = performance.now();
  await served.ask('{ enterprise(uscc: "E1") { permits { number } } }');

  expect(performance.now() - start).toBeGreaterThanOrEqual(TIMEOUT_MS - 5);
  expect(asked).toBe(1);
});

test('a query whose caller goes away stops waiting; a mutation is carried through', async () => {
  const query = served.ask('{ slow(ms: 100) }', {}, { signal: AbortSignal.timeout(20) });
  expect(await query).toMatchObject({ data: { slow: null }, errors: [{ path: ['slow'] }] });
  expect(served.faults).toMatchObject([{ subgraph: 'enterprises', reason: 'CANCELLED' }]);

  const mutation = served.ask(
    'mutation { rename(uscc: "E1", name: "x") { name } }',
    {},
    { signal: AbortSignal.abort() },
  );
  expect(await mutation).toEqual({ data: { rename: { name: 'x' } } });
});

test('a null where the schema promises a value is an error at that place', async () => {
  graph.permits.misbehave(say('{"data":{"_entities":[{"permits":[{"number":null}]}]}}'));

  const { data, errors } = await served.ask('{ enterprise(uscc: "E1") { name permits { number } } }');

  expect(data).toEqual({ enterprise: { name: '大余县京桥混凝土有限公司', permits: null } });
  expect(errors).toMatchObject([
    { path: ['enterprise', 'permits', 0, 'number'], extensions: { code: 'DEPARTMENT_CONTRACT_BROKEN' } },
  ]);
});
