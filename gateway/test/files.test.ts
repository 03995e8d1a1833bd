import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  formatReadNote,
  type Mandate,
  publicKeyOf,
  READ_NOTE_HEADER,
  verifyAssertion,
} from '@yiwang/identity';
import { type SmallDepartment, startDepartment } from '@yiwang/testing/small-graph';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readJournal } from './access-log/support/open-test-journal.ts';
import { type AccessGateway, PURPOSE, serveAccessGateway } from './support/access-gateway.ts';

const REGISTER = `
  type Query { mandatesInForce(users: [ID!]!): [PersonMandates!] }
  type PersonMandates { user: ID! mandates: [MandateInForce!]! }
  type MandateInForce { id: ID! uscc: String! items: [ID!] }
`;
const MANDATE: Mandate = { id: 'M1', uscc: 'E1', items: null };
const PATH = '/departments/papers/files/materials/m1';

/** A department that answers whatever a test wants. */
let papers: Server;
let register: SmallDepartment;
let gateway: AccessGateway;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let received: IncomingMessage[] = [];
const departments = () => [
  register,
  {
    name: 'papers',
    url: `http://127.0.0.1:${(papers.address() as AddressInfo).port}/graphql`,
    sdl: 'type Query { paper: String }',
  } as SmallDepartment,
];
beforeAll(async () => {
  papers = createServer((incoming, response) => {
    // Gateways also deposit the seals of their logs.
    if (!incoming.url!.startsWith('/files/')) return void response.writeHead(404).end();
    received.push(incoming);
    return answer(incoming, response);
  }).listen(0, '127.0.0.1');
  await once(papers, 'listening');
  register = await startDepartment('enterprises', REGISTER, {
    Query: {
      mandatesInForce: (_root: unknown, { users }: { users: string[] }) =>
        users.map((user) => ({ user, mandates: user === 'wang' ? [MANDATE] : [] })),
    },
  });
  gateway = await serveAccessGateway(
    { MANDATES: 'enterprises', FILE_IDLE_MS: '1000', FILE_STREAMS_PER_CALLER: '2' },
    departments(),
  );
});
beforeEach(() => {
  received = [];
  answer = (_request, response) => void response.end('content');
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await register.close();
  papers.closeAllConnections();
  papers.close();
});

async function headersOf(user: string, more: Record<string, string> = {}): Promise<Record<string, string>> {
  const token = await gateway.token(user, { azp: 'portal' });
  return { authorization: `Bearer ${token}`, 'graphql-require-preflight': '1', ...more };
}
const get = async (more?: Record<string, string>, user = 'wang') =>
  fetch(gateway.url + PATH, { headers: await headersOf(user, more) });
const codeOf = async (response: Response) =>
  ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code;
async function lastRecord(): Promise<unknown> {
  const [record] = (await readJournal(gateway.accessLog)).slice(-1);
  return JSON.parse(record!.text);
}

test('no header goes through but those of files', async () => {
  answer = (_request, response) => {
    response.writeHead(200, {
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="a.pdf"',
      'set-cookie': 'a=b',
      server: 'papers/1.0',
      'x-powered-by': 'papers',
      'access-control-allow-origin': '*',
      'proxy-authenticate': 'Basic',
      trailer: 'x-end',
      [READ_NOTE_HEADER]: formatReadNote({ fields: ['Material.content'], subjects: [], isOwn: true }),
    });
    response.end('content');
  };
  const response = await get({
    cookie: 'session=1',
    range: 'bytes=0-1',
    'x-forwarded-for': '10.0.0.1',
    'yiwang-assertion': 'forged',
    'x-custom': 'x',
    'x-request-id': 'r-17',
    ...PURPOSE,
  });
  expect(await response.text()).toBe('content');
  const own = ['connection', 'host', 'range', 'x-request-id', 'yiwang-assertion'];
  expect(Object.keys(received[0]!.headers).sort()).toEqual(own);
  expect(received[0]!.headers['yiwang-assertion']).not.toBe('forged');
  expect([...response.headers.keys()].filter((name) => !name.startsWith('ratelimit')).sort()).toEqual([
    'cache-control',
    'connection',
    'content-disposition',
    'content-security-policy',
    'content-type',
    'date',
    'keep-alive',
    'transfer-encoding',
    'x-content-type-options',
    'x-request-id',
  ]);
  expect(response.headers.get('x-request-id')).toBe('r-17');
});

test.each([[{}], [{ 'content-disposition': 'inline; filename="a.html"' }]])(
  'what a department sends is an attachment in a sandbox, with %j',
  async (headers) => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': '*', ...headers });
      response.end('<script>alert(1)</script>');
    };
    const response = await get();
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-disposition': 'attachment',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
  },
);

test('the department learns who asks, for whom the person acts, and for which request', async () => {
  await (await get()).text();
  const token = received[0]!.headers['yiwang-assertion'] as string;
  const assertion = await verifyAssertion(token, 'papers', () => publicKeyOf(gateway.key));
  expect(assertion).toMatchObject({ client: 'portal', user: 'wang', mandates: [MANDATE], purpose: null });
  expect(assertion.body).not.toBeNull();
});

test('a read is logged before the first byte, also when the department does not say what it was', async () => {
  const note = { fields: ['Material.content'], subjects: [{ type: 'Case', key: 'XK-1' }] };
  answer = (_request, response) => {
    response.writeHead(200, { [READ_NOTE_HEADER]: formatReadNote({ ...note, isOwn: true }) }).flushHeaders();
  };
  const response = await get();
  expect(await lastRecord()).toMatchObject({ user: 'wang', ...note, grants: ['own'], purpose: null });
  await response.body!.cancel();
  answer = (_request, plain) => void plain.end('content');
  await (await get({ ...PURPOSE }, 'li')).text();
  expect(await lastRecord()).toMatchObject({
    user: 'li',
    fields: ['Material.content'],
    subjects: [],
    grants: [],
  });
  const before = await lastRecord();
  answer = (_request, refused) => void refused.writeHead(404).end();
  await (await get({}, 'li')).text();
  expect(await lastRecord()).toEqual(before);
});

test('where reads cannot be logged, nothing is read', async () => {
  await using silent = await serveAccessGateway({ ACCESS_LOG: '' }, departments());
  const token = await silent.token('wang', { azp: 'portal' });
  const headers = { authorization: `Bearer ${token}`, 'graphql-require-preflight': '1' };
  const response = await fetch(silent.url + PATH, { headers });
  expect(response.status).toBe(503);
  expect(await codeOf(response)).toBe('ACCESS_LOG_UNAVAILABLE');
  expect(received).toEqual([]);
});

test('a client that leaves ends the request to the department, and a department that breaks off ends the answer', async () => {
  let left: Promise<unknown> = Promise.resolve();
  answer = (_request, response) => {
    left = once(response, 'close');
    response.writeHead(200);
    response.write('x');
  };
  const controller = new AbortController();
  await fetch(gateway.url + PATH, { headers: await headersOf('wang'), signal: controller.signal });
  controller.abort();
  await left;

  answer = (_request, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('x', () => setTimeout(() => response.destroy(), 50));
  };
  await expect((await get()).text()).rejects.toThrow();
});

test('an answer that is not read is not fetched into memory, and is cut off', async () => {
  const size = 64 * 1024 * 1024;
  let sent = 0;
  let closed: Promise<unknown> = Promise.resolve();
  answer = (_request, response) => {
    closed = once(response, 'close');
    response.writeHead(200, { 'content-length': String(size) });
    const chunk = Buffer.alloc(64 * 1024);
    const write = () => {
      while (sent < size && !response.destroyed) {
        sent += chunk.length;
        if (!response.write(chunk)) return void response.once('drain', write);
      }
    };
    write();
  };
  const reading = request(gateway.url + PATH, { headers: await headersOf('wang') }).end();
  reading.on('error', () => {});
  const [incoming] = (await once(reading, 'response')) as [IncomingMessage];
  incoming.on('error', () => {});
  incoming.pause();
  await closed;
  expect(sent).toBeLessThan(size / 2);
  incoming.destroy();
});

test('a client has so many files under way at once', async () => {
  const waiting: ServerResponse[] = [];
  answer = (_request, response) => void waiting.push(response);
  const first = [get(), get()];
  await expect.poll(() => waiting.length).toBe(2);
  const refused = await get();
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5']);
  expect(await codeOf(refused)).toBe('RATE_LIMITED');
  for (const response of waiting) response.end('content');
  for (const response of await Promise.all(first)) expect(await response.text()).toBe('content');
  answer = (_request, response) => void response.end('content');
  await expect.poll(async () => (await get()).status).toBe(200);
});

test('a department that refuses before it has read the body is heard', async () => {
  answer = (_request, response) => {
    response.writeHead(409, { 'content-type': 'application/json' });
    response.end('{"errors":[{"message":"no","extensions":{"code":"UPLOAD_CONFLICT"}}]}');
  };
  const response = await fetch(`${gateway.url}/departments/papers/files/uploads/u1`, {
    method: 'PATCH',
    headers: await headersOf('wang', {
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
    }),
    body: new Uint8Array(8 * 1024 * 1024),
  });
  expect(response.status).toBe(409);
  expect(await codeOf(response)).toBe('UPLOAD_CONFLICT');
});

test('a department that does not answer costs its own files only', async () => {
  answer = () => {};
  const response = await get();
  expect(response.status).toBe(503);
  expect(await codeOf(response)).toBe('DEPARTMENT_UNAVAILABLE');
  expect((await gateway.ask('{ taxpayer { name } }')).body).toEqual({ data: { taxpayer: { name: '京桥' } } });
});

test('what is in the open folder is read without signing in, may be kept, and is logged when the department says so', async () => {
  const open = '/departments/papers/files/certificates/keys';
  answer = (_request, response) =>
    void response.writeHead(200, { 'cache-control': 'public, max-age=60' }).end('content');
  const before = (await readJournal(gateway.accessLog)).length;

  const response = await fetch(gateway.url + open);
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'public, max-age=60']);
  expect(response.headers.get('content-disposition')).toBe('attachment');
  expect(received[0]!.headers['yiwang-assertion']).toBeUndefined();
  expect(await readJournal(gateway.accessLog)).toHaveLength(before);

  for (const [path, method] of [
    [open, 'HEAD'],
    [open, 'DELETE'],
    ['/departments/papers/files/certificates/../materials/m1', 'GET'],
    ['/departments/papers/files/certificates/%2e%2e/materials/m1', 'GET'],
    [PATH, 'GET'],
  ]) {
    const headers = { 'graphql-require-preflight': '1' };
    expect([401, 404], path).toContain(
      (await fetch(gateway.url + path, { method: method!, headers })).status,
    );
  }
  expect(received).toHaveLength(1);

  answer = (_request, response) => {
    const note = formatReadNote({ fields: ['Deed.certificate'], subjects: [], isOwn: true });
    response
      .writeHead(200, { [READ_NOTE_HEADER]: note, 'cache-control': 'private, no-store' })
      .end('content');
  };
  const own = await fetch(gateway.url + open, { headers: await headersOf('wang') });
  expect([own.status, own.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  expect(received[1]!.headers['yiwang-assertion']).toBeDefined();
  expect(await lastRecord()).toMatchObject({ fields: ['Deed.certificate'] });
});
