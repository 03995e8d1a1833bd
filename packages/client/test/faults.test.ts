import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { createClient } from '../src/index.ts';
import { json, OK, refused, serve } from './support/serve.ts';

const Q = '{ a }';
const DATA = { data: { a: 1 }, problems: [] };
const nothing = (code: string, canRetry: boolean) => ({
  data: null,
  problems: [{ code, canRetry, path: [], department: null, applyFor: [] }],
});

test('an operation is sent with its variables, purpose in percent encoding, and fresh headers', async () => {
  const { url, received } = await serve(OK);
  let token = 0;
  const graph = createClient({
    url,
    headers: async () => ({ authorization: `Bearer ${++token}`, 'x-a': '1' }),
  });
  const purpose = { basis: '行政许可法 第三十四条', caseNumber: 'A-1', requester: '王敏' };

  expect(await graph.query(Q, { x: 1 }, { purpose, headers: { 'X-A': '2' } })).toEqual(DATA);
  await graph.mutate(Q, {});

  expect(received).toMatchObject([
    {
      body: { query: Q, variables: { x: 1 } },
      headers: {
        authorization: 'Bearer 1',
        'x-a': '2',
        'content-type': 'application/json',
        'purpose-basis': encodeURIComponent('行政许可法 第三十四条'),
        'purpose-case': 'A-1',
        'purpose-requester': encodeURIComponent('王敏'),
      },
    },
    { headers: { authorization: 'Bearer 2' } },
  ]);
});

test('a read that got no answer is sent again, a mutation is not', async () => {
  const read = await serve((_request, response) => response.destroy(), refused('NOT_READY', 503), OK);
  expect(await createClient({ url: read.url }).query(Q, {})).toEqual(DATA);
  expect(read.received).toHaveLength(3);

  const written = await serve(refused('NOT_READY', 503), OK);
  expect(await createClient({ url: written.url }).mutate(Q, {})).toMatchObject(nothing('NOT_READY', true));
  const lost = await serve((_request, response) => response.destroy(), OK);
  expect(await createClient({ url: lost.url }).mutate(Q, {})).toMatchObject(nothing('NO_ANSWER', true));
  expect([...written.received, ...lost.received]).toHaveLength(2);
});

test('a read gives up after its retries, with the last problem', async () => {
  const { url, received } = await serve(refused('PLANNING_OVERLOADED', 503));
  const graph = createClient({ url, retries: 1 });
  expect(await graph.query(Q, {})).toMatchObject(nothing('PLANNING_OVERLOADED', true));
  expect(received).toHaveLength(2);
});

test.each(['BAD_REQUEST', 'GRAPHQL_VALIDATION_FAILED', 'COST_LIMIT_EXCEEDED', 'UNAUTHENTICATED', 'OWN_CODE'])(
  'a read is not sent again after %s',
  async (code) => {
    const { url, received } = await serve(refused(code, 400));
    expect(await createClient({ url }).query(Q, {})).toMatchObject(nothing(code, false));
    expect(received).toHaveLength(1);
  },
);

test('a partial answer is an answer: it is not asked for again', async () => {
  const errors = [
    { message: 'm', path: ['b'], extensions: { code: 'DEPARTMENT_UNAVAILABLE', department: 'tax' } },
  ];
  const { url, received } = await serve(json({ data: { a: 1, b: null }, errors }));
  expect(await createClient({ url }).query(Q, {})).toMatchObject({
    data: { a: 1, b: null },
    problems: [{ code: 'DEPARTMENT_UNAVAILABLE', department: 'tax', path: ['b'], canRetry: true }],
  });
  expect(received).toHaveLength(1);
});

test('a read waits as long as retry-after says, or gives up at once when that is too long', async () => {
  const soon = await serve(refused('RATE_LIMITED', 429, { 'retry-after': '1' }), OK);
  const start = performance.now();
  expect(await createClient({ url: soon.url }).query(Q, {})).toEqual(DATA);
  expect(performance.now() - start).toBeGreaterThan(950);

  const late = await serve(refused('RATE_LIMITED', 429, { 'retry-after': '600' }), OK);
  expect(await createClient({ url: late.url }).query(Q, {})).toMatchObject(nothing('RATE_LIMITED', true));
  const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();
  const dated = await serve(refused('RATE_LIMITED', 429, { 'retry-after': inAnHour }), OK);
  expect(await createClient({ url: dated.url }).query(Q, {})).toMatchObject(nothing('RATE_LIMITED', true));
  expect([...late.received, ...dated.received]).toHaveLength(2);
});

test('a server that never answers costs the time-out and no more', async () => {
  const { url, received } = await serve(() => {});
  const graph = createClient({ url, timeoutMs: 200 });
  const answer = await graph.query(Q, {});
  expect(answer).toMatchObject(nothing('NO_ANSWER', true));
  expect(answer.problems[0]!.message).toBe('The server did not answer in time.');
  expect(received).toHaveLength(1);
});

test('a body that hangs half-way costs the time-out too', async () => {
  const { url } = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":');
  });
  expect(await createClient({ url, timeoutMs: 200 }).query(Q, {})).toMatchObject(nothing('NO_ANSWER', true));
});

test('a server that is not there is no answer', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  const answer = await createClient({ url: `http://127.0.0.1:${port}/graphql`, retries: 0 }).query(Q, {});
  expect(answer).toMatchObject(nothing('NO_ANSWER', true));
  expect(answer.problems[0]!.message).toContain('ECONNREFUSED');
});

test.each([
  ['HTML of a proxy that has lost its server', 502, 'text/html', '<h1>Bad gateway</h1>', true],
  ['a page to sign in', 200, 'text/html', '<form></form>', false],
  ['JSON of another service', 200, 'application/json', '{"status":"ok"}', false],
  ['a list', 200, 'application/json', '[]', false],
  ['half of a JSON', 200, 'application/json', '{"data":{"a"', true],
  ['nothing', 204, 'text/plain', '', false],
])('%s is no answer', async (_what, status, type, body, canRetry) => {
  const { url } = await serve((_request, response) =>
    response.writeHead(status, { 'content-type': type }).end(status === 204 ? undefined : body),
  );
  const answer = await createClient({ url, retries: 0 }).query(Q, {});
  expect(answer).toMatchObject(nothing('NO_ANSWER', canRetry));
});

test('a body that is cut off is asked for again', async () => {
  const { url } = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
    response.write('{"data":', () => response.destroy());
  }, OK);
  expect(await createClient({ url }).query(Q, {})).toEqual(DATA);
});

test('a redirect is not followed: it would lose the operation, and give the token away', async () => {
  const other = await serve(OK);
  const { url } = await serve((_request, response) => response.writeHead(302, { location: other.url }).end());
  const { problems } = await createClient({ url }).query(Q, {});
  expect(problems).toMatchObject([{ code: 'NO_ANSWER', canRetry: false }]);
  expect(problems[0]!.message).toContain(other.url);
  expect(other.received).toEqual([]);
});

test('the caller’s signal ends a call with its AbortError, before, during and between attempts', async () => {
  const { url } = await serve(() => {});
  const graph = createClient({ url });
  await expect(graph.query(Q, {}, { signal: AbortSignal.abort() })).rejects.toThrow(/aborted/);

  const during = new AbortController();
  const asked = graph.query(Q, {}, { signal: during.signal });
  setTimeout(() => during.abort(), 50);
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });

  const waiting = await serve(refused('RATE_LIMITED', 429, { 'retry-after': '10' }));
  const between = new AbortController();
  const again = createClient({ url: waiting.url }).query(Q, {}, { signal: between.signal });
  setTimeout(() => between.abort(), 200);
  await expect(again).rejects.toMatchObject({ name: 'AbortError' });
});

test('what is a fault of the program is thrown', async () => {
  const { url } = await serve(OK);
  const ast = { kind: 'Document' } as unknown as string;
  await expect(createClient({ url }).query(ast, {})).rejects.toThrow(TypeError);
  const graph = createClient({ url, headers: () => Promise.reject(new Error('no token')) });
  await expect(graph.query(Q, {})).rejects.toThrow('no token');
});

test('errors in any form are problems', async () => {
  const errors = [
    null,
    1,
    {},
    { message: 1, path: 'a', extensions: [] },
    { extensions: { code: 1, applyFor: [1, 'A.b'] } },
  ];
  const { url } = await serve(json({ errors }));
  const { data, problems } = await createClient({ url }).query(Q, {});
  expect(data).toBeNull();
  expect(problems.map(({ code, applyFor }) => [code, applyFor])).toEqual([
    ...Array.from({ length: 4 }, () => ['UNKNOWN', []]),
    ['UNKNOWN', ['A.b']],
  ]);
});
