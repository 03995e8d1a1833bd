import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { PublicError } from '@yiwang/errors';
import { createLogger } from '@yiwang/service/logging';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHttpServer, ListenError, listen } from '../src/http/index.ts';

const BODY_LIMIT_BYTES = 64 * 1024;
const logger = createLogger('test', 'silent');
const checks = { database: () => {}, supergraph: () => {} };
const server = createHttpServer({
  logger,
  bodyLimitBytes: BODY_LIMIT_BYTES,
  readiness: { database: () => checks.database(), supergraph: () => checks.supergraph() },
});
let url: string;

beforeAll(async () => {
  server.post('/echo', (request) => ({ body: request.body }));
  server.get('/parts/:part', () => ({}));
  server.get('/public', () => {
    throw new PublicError('CONTRADICTORY_FILTER', 'Both ends of the range are the same day.');
  });
  server.get('/bug', () => {
    throw new Error('password=hunter2');
  });
  url = await listen(server, '127.0.0.1', 0);
});
afterAll(() => server.close());

function post(body: string | Uint8Array<ArrayBuffer>, contentType = 'application/json') {
  return fetch(`${url}/echo`, { method: 'POST', headers: { 'content-type': contentType }, body });
}

async function refusal(response: Promise<Response>) {
  const answer = await response;
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  const { errors } = (await answer.json()) as { errors: [{ message: string; extensions: { code: string } }] };
  return { status: answer.status, code: errors[0].extensions.code, message: errors[0].message };
}

/** Sends bytes as they are and resolves to all that comes back until the server closes the connection. */
function sendRaw(bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname, () => socket.write(bytes));
  return text(socket);
}

test('a JSON body arrives as it was sent, with characters outside ASCII', async () => {
  const body = { 名称: '南京大学', emoji: '🏛', ['__proto__']: { polluted: true } };

  const answer = await post(JSON.stringify(body), 'application/json; charset=utf-8');

  expect(await answer.json()).toEqual({ body });
  expect(({} as { polluted?: true }).polluted).toBeUndefined();
});

test.each([
  ['no body', '', /empty/],
  ['bytes that are not UTF-8', new Uint8Array([0x22, 0xb2, 0xe2, 0x22]), /UTF-8/],
  ['text that is not JSON', '{"query": ', /not JSON/],
  ['30,000 arrays inside each other', '['.repeat(30_000) + ']'.repeat(30_000), /200 levels/],
])('%s is BAD_REQUEST, and the message says why', async (_what, body, reason) => {
  expect(await refusal(post(body))).toEqual({
    status: 400,
    code: 'BAD_REQUEST',
    message: expect.stringMatching(reason),
  });
});

test('JSON that nests 200 levels is read, and the same one level deeper is not', async () => {
  expect((await post('['.repeat(200) + ']'.repeat(200))).status).toBe(200);
  expect((await post('['.repeat(201) + ']'.repeat(201))).status).toBe(400);
});

test('a body of another type is UNSUPPORTED_MEDIA_TYPE', async () => {
  expect(await refusal(post('query=x', 'application/x-www-form-urlencoded'))).toMatchObject({
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
  });
});

test('a body over the limit is REQUEST_TOO_LARGE, and the same connection serves the next request', async () => {
  const body = `"${'a'.repeat(10 * 1024 * 1024)}"`;

  const answers = await sendRaw(
    `POST /echo HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}` +
      'POST /echo HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}',
  );

  expect(answers).toMatch(/^HTTP\/1\.1 413 /);
  expect(answers).toContain('"code":"REQUEST_TOO_LARGE"');
  expect(answers).toMatch(/HTTP\/1\.1 200 OK[\s\S]*\{"body":\{\}\}$/);
});

test('a client that wants the connection closed can send all of a body over the limit before it reads', async () => {
  const body = `"${'a'.repeat(10 * 1024 * 1024)}"`;
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.pause();
  const head = `POST /echo HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n`;

  await new Promise<void>((sent, failed) => {
    socket.once('error', failed);
    socket.write(head, () =>
      setTimeout(() => socket.write(body, (fault) => (fault ? failed(fault) : sent())), 100),
    );
  });

  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toContain('"code":"REQUEST_TOO_LARGE"');
});

test('a body over the limit that does not tell its length is refused as well', async () => {
  const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`;

  const answers = await sendRaw(
    `POST /echo HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n` +
      `${chunk.repeat(20)}0\r\n\r\nGET /health HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`,
  );

  expect(answers).toMatch(/^HTTP\/1\.1 413 /);
  expect(answers).toMatch(/HTTP\/1\.1 200 OK[\s\S]*\{"status":"ok"\}$/);
});

test.each([
  ['bytes that are not HTTP', 'no http at all\r\n\r\n', 400, 'BAD_REQUEST'],
  [
    'an address longer than 16 KB',
    `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`,
    431,
    'REQUEST_TOO_LARGE',
  ],
  [
    'an address that cannot be decoded',
    'GET /%zz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
    400,
    'BAD_REQUEST',
  ],
])('%s gets an error in the same shape', async (_what, bytes, status, code) => {
  const answer = await sendRaw(bytes);

  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toEqual({
    errors: [{ message: expect.any(String), extensions: { code } }],
  });
});

test('a PublicError thrown by a route keeps its words, its code and its status', async () => {
  expect(await refusal(fetch(`${url}/public`))).toEqual({
    status: 400,
    code: 'CONTRADICTORY_FILTER',
    message: 'Both ends of the range are the same day.',
  });
});

test('any other error is masked behind an incident id', async () => {
  const { status, code, message } = await refusal(fetch(`${url}/bug`));

  expect({ status, code }).toEqual({ status: 500, code: 'INTERNAL_ERROR' });
  expect(message).toMatch(/^Something went wrong on our side\. Incident [0-9a-f-]{36}\.$/);
});

test('an unknown address is NOT_FOUND, without its query string in the message', async () => {
  expect(await refusal(fetch(`${url}/nowhere?secret=1`))).toEqual({
    status: 404,
    code: 'NOT_FOUND',
    message: 'No GET /nowhere here.',
  });
});

test('/health says yes while the process answers; /ready names the check that failed, and not why', async () => {
  expect(await (await fetch(`${url}/ready`)).json()).toEqual({
    status: 'ready',
    checks: { database: 'ok', supergraph: 'ok' },
  });

  checks.database = () => {
    throw new Error('connect ECONNREFUSED 10.0.0.5:5432');
  };
  const ready = await fetch(`${url}/ready`);

  expect(ready.status).toBe(503);
  expect(await ready.json()).toEqual({
    status: 'not ready',
    checks: { database: 'failed', supergraph: 'ok' },
  });
  expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: 'ok' });
});

test('a port in use, or an address of another machine, says what to do', async () => {
  const other = createHttpServer({ logger, bodyLimitBytes: 1024, readiness: {} });
  const port = Number(new URL(url).port);

  await expect(listen(other, '127.0.0.1', port)).rejects.toThrow(
    new ListenError(`Port ${port} on 127.0.0.1 is in use. Stop what listens there, or choose another port.`),
  );
  await expect(listen(other, '192.0.2.1', 0)).rejects.toThrow(
    /^192\.0\.2\.1 is not an address of this machine/,
  );
  await other.close();
});

test('closing answers the requests in flight first', async () => {
  const closing = createHttpServer({ logger, bodyLimitBytes: 1024, readiness: {} });
  const { promise: mayAnswer, resolve: letAnswer } = Promise.withResolvers<void>();
  const { promise: arrived, resolve: tellArrived } = Promise.withResolvers<void>();
  closing.get('/slow', async () => {
    tellArrived();
    await mayAnswer;
    return { done: true };
  });
  const address = await listen(closing, '127.0.0.1', 0);

  const answer = fetch(`${address}/slow`);
  await arrived;
  const closed = closing.close();
  setTimeout(letAnswer, 100);

  expect(await (await answer).json()).toEqual({ done: true });
  await closed;
  await expect(fetch(`${address}/health`)).rejects.toThrow();
});

test('a connection over which nothing was sent does not hold up closing', async () => {
  const closing = createHttpServer({ logger, bodyLimitBytes: 1024, readiness: {} });
  const { hostname, port } = new URL(await listen(closing, '127.0.0.1', 0));
  const socket = connect(Number(port), hostname);
  await new Promise((resolve) => socket.once('connect', resolve));
  await fetch(`http://${hostname}:${port}/health`);

  const start = performance.now();
  await closing.close();

  expect(performance.now() - start).toBeLessThan(5000);
  socket.destroy();
});

test('an address with a part that is too long is the fault of who sends it', async () => {
  const answer = refusal(fetch(`${url}/parts/${'x'.repeat(200)}`));

  expect(await answer).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
});
