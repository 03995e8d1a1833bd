import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Browser, openBrowser } from './support/browser.ts';
import { startTestPortal, type TestPortal } from './support/start-portal.ts';

let portal: TestPortal;
let browser: Browser;
let cookie: string;
beforeAll(async () => {
  portal = await startTestPortal({ settings: { TRUSTED_PROXIES: '127.0.0.1' } });
  browser = openBrowser();
  await portal.signIn(browser, 'person-001');
  cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
});
beforeEach(() => {
  portal.gateway.received.length = 0;
  portal.gateway.answer = undefined;
});
afterAll(() => portal[Symbol.asyncDispose]());

const JSON_TYPE = { 'content-type': 'application/json' };
const OPERATION = JSON.stringify({ query: '{ __typename }' });
const FILE = '/departments/permits/files/materials/m-1';

function send(path: string, init: RequestInit & { duplex?: 'half' } = {}): Promise<Response> {
  const headers = { cookie, 'sec-fetch-site': 'same-origin', ...(init.headers as Record<string, string>) };
  return fetch(portal.url + path, { ...init, headers } as RequestInit);
}

describe('GraphQL', () => {
  test('an operation goes to the gateway as it is, with the token of the session', async () => {
    const response = await send('/graphql', {
      method: 'POST',
      body: OPERATION,
      headers: { ...JSON_TYPE, accept: 'application/graphql-response+json', 'purpose-case': 'A-1' },
    });
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
    expect(response.headers.get('cache-control')).toBe('no-store');
    const [received] = portal.gateway.received;
    expect(received).toMatchObject({ method: 'POST', url: '/graphql', body: OPERATION });
    expect(received!.headers).toMatchObject({
      accept: 'application/graphql-response+json',
      'content-type': 'application/json',
      'purpose-case': 'A-1',
    });
    expect(received!.headers.authorization).toMatch(/^Bearer eyJ/);
    expect(received!.headers.cookie).toBeUndefined();
  });

  test('a token of the browser is never passed on', async () => {
    const headers = {
      ...JSON_TYPE,
      authorization: 'Bearer stolen',
      'x-forwarded-host': 'evil.example',
      'yiwang-assertion': 'x',
    };
    await send('/graphql', { method: 'POST', body: OPERATION, headers });
    await fetch(`${portal.url}/graphql`, { method: 'POST', body: OPERATION, headers });
    const [own, stranger] = portal.gateway.received;
    expect(own!.headers.authorization).toMatch(/^Bearer eyJ/);
    expect(stranger!.headers.authorization).toBeUndefined();
    for (const received of [own!, stranger!]) {
      expect(received.headers['yiwang-assertion']).toBeUndefined();
      expect(received.headers['x-forwarded-host']).toBeUndefined();
    }
  });

  test('the gateway learns the address of the client, which only trusted proxies may name', async () => {
    await send('/graphql', {
      method: 'POST',
      body: OPERATION,
      headers: { ...JSON_TYPE, 'x-forwarded-for': '198.51.100.7, 203.0.113.9' },
    });
    expect(portal.gateway.received[0]!.headers['x-forwarded-for']).toBe('203.0.113.9');
  });

  test.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
  ])('a request of another site is refused: %j', async (headers) => {
    for (const method of ['GET', 'POST']) {
      const response = await send(`/graphql?query={__typename}`, {
        method,
        headers: { ...JSON_TYPE, ...headers },
        ...(method === 'POST' && { body: OPERATION }),
      });
      expect(response.status).toBe(403);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    }
    expect(portal.gateway.received).toEqual([]);
  });

  test('what the gateway refuses arrives as it is, with when to try again', async () => {
    portal.gateway.answer = (_request, response) => {
      response.writeHead(429, {
        'content-type': 'application/json',
        'retry-after': '7',
        'set-cookie': 'a=b',
        server: 'x',
      });
      response.end('{"errors":[{"message":"Too many.","extensions":{"code":"RATE_LIMITED"}}]}');
    };
    const response = await send('/graphql', { method: 'POST', body: OPERATION, headers: JSON_TYPE });
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
  });

  test('events arrive one by one, and a client that leaves ends them at the gateway', async () => {
    const left = Promise.withResolvers<void>();
    portal.gateway.answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      let count = 0;
      const timer = setInterval(() => response.write(`event: next\ndata: ${++count}\n\n`), 100);
      response.on('close', () => {
        clearInterval(timer);
        left.resolve();
      });
    };
    const controller = new AbortController();
    const response = await send('/graphql', {
      method: 'POST',
      body: OPERATION,
      headers: { ...JSON_TYPE, accept: 'text/event-stream' },
      signal: controller.signal,
    });
    const reader = response.body!.getReader();
    const texts: string[] = [];
    while (texts.join('').split('data:').length < 4)
      texts.push(new TextDecoder().decode((await reader.read()).value));
    expect(texts.length).toBeGreaterThanOrEqual(3);
    controller.abort();
    await left.promise;
  });

  test('a client that leaves before the answer ends the request at the gateway', async () => {
    const left = Promise.withResolvers<void>();
    portal.gateway.answer = (_request, response) => void response.on('close', () => left.resolve());
    await expect(
      send('/graphql', {
        method: 'POST',
        body: OPERATION,
        headers: JSON_TYPE,
        signal: AbortSignal.timeout(200),
      }),
    ).rejects.toThrow();
    await left.promise;
  });

  test('a body that is too large is refused here', async () => {
    const response = await send('/graphql', {
      method: 'POST',
      body: 'x'.repeat(1_100_000),
      headers: JSON_TYPE,
    });
    expect(response.status).toBe(413);
    expect(portal.gateway.received).toEqual([]);
  });

  test('a gateway that is down is 503, in the form of GraphQL', async () => {
    await portal.gateway.stop();
    try {
      const response = await send('/graphql', { method: 'POST', body: OPERATION, headers: JSON_TYPE });
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: 'DEPARTMENT_UNAVAILABLE' } }],
      });
    } finally {
      await portal.gateway.restart();
    }
  });
});

describe('files', () => {
  test('an upload streams to the gateway, with what tus needs and the token', async () => {
    const started = Promise.withResolvers<void>();
    portal.gateway.answer = (_request, response) => {
      response.writeHead(204, { 'upload-offset': '10', 'tus-resumable': '1.0.0', 'x-internal': 'x' });
      response.end();
    };
    const body = new ReadableStream({
      async start(controller) {
        controller.enqueue(new TextEncoder().encode('12345'));
        started.resolve();
        await sleep(300);
        controller.enqueue(new TextEncoder().encode('67890'));
        controller.close();
      },
    });
    const answer = send(FILE, {
      method: 'PATCH',
      body,
      duplex: 'half',
      headers: {
        'content-type': 'application/offset+octet-stream',
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
      },
    });
    await started.promise;
    // The first half is there before the second is sent.
    await expect.poll(() => portal.gateway.received[0]?.body, { interval: 20 }).toBe('12345');
    const response = await answer;
    expect(response.status).toBe(204);
    expect(response.headers.get('upload-offset')).toBe('10');
    expect(response.headers.get('x-internal')).toBeNull();
    const [received] = portal.gateway.received;
    expect(received).toMatchObject({ method: 'PATCH', url: FILE, body: '1234567890' });
    expect(received!.headers).toMatchObject({ 'tus-resumable': '1.0.0', 'upload-offset': '0' });
    expect(received!.headers.authorization).toMatch(/^Bearer eyJ/);
  });

  test('an upload whose browser leaves is cut off at the gateway', async () => {
    const cut = Promise.withResolvers<void>();
    portal.gateway.answer = undefined;
    const controller = new AbortController();
    const body = new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('12345')) });
    const answer = send(FILE, {
      method: 'PATCH',
      body,
      duplex: 'half',
      headers: { 'content-type': 'application/offset+octet-stream', 'tus-resumable': '1.0.0' },
      signal: controller.signal,
    });
    await expect.poll(() => portal.gateway.received[0]?.body).toBe('12345');
    controller.abort();
    await expect(answer).rejects.toThrow();
    cut.resolve();
    await cut.promise;
  });

  test('a link of a page downloads a file, which no browser shows as a page', async () => {
    portal.gateway.answer = (_request, response) => {
      response.writeHead(200, {
        'content-type': 'text/html',
        'content-disposition': 'attachment; filename="a.html"',
        'content-security-policy': "default-src 'none'; sandbox",
        'content-length': '5',
      });
      response.end('12345');
    };
    const response = await send(`${FILE}?x=1`, { headers: { range: 'bytes=0-4' } });
    expect(await response.text()).toBe('12345');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(portal.gateway.received[0]).toMatchObject({ method: 'GET', url: FILE });
    expect(portal.gateway.received[0]!.headers).toMatchObject({
      range: 'bytes=0-4',
      'graphql-require-preflight': '1',
    });
  });

  test('another site can neither read nor change a file, and may lead to a certificate', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    for (const method of ['GET', 'PATCH', 'DELETE'])
      expect((await send(FILE, { method, headers })).status).toBe(403);
    expect(portal.gateway.received).toEqual([]);
    expect((await send('/departments/permits/files/certificates/c-1', { headers })).status).toBe(200);
    expect((await send('/departments/permits/files/certificates/../materials/m-1', { headers })).status).toBe(
      403,
    );
    expect(
      (await send('/departments/permits/files/certificates/%2e%2e/materials/m-1', { headers })).status,
    ).not.toBe(200);
  });

  test('no other address of the gateway is reached', async () => {
    for (const path of ['/local-work/token', '/departments/permits/graphql', '/ready/x'])
      expect((await send(path, { headers: { accept: '*/*' } })).status).toBe(404);
    expect(portal.gateway.received).toEqual([]);
  });
});
