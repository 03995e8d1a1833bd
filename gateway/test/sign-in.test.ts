import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AUDIENCE,
  createProviderKey,
  ISSUER,
  type KeyServer,
  type ProviderKey,
  serveKeys,
  signToken,
} from '@yiwang/identity/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServedGateway, serveGateway } from './support/serve-gateway.ts';
import { runGateway } from './support/spawn-gateway.ts';

let folder: string;
let key: ProviderKey;
let provider: KeyServer;
let gateway: ServedGateway;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-sign-in-'));
  key = await createProviderKey('ES256');
  provider = await serveKeys(key);
  const ISSUERS = await writeIssuers([{ issuer: ISSUER, jwksUri: provider.url, audience: AUDIENCE }]);
  // More are refused here in a minute than anyone else may send.
  gateway = await serveGateway({ ISSUERS, RATE_LIMIT_SIGN_INS: '10000' });
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await provider[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

async function writeIssuers(content: unknown, name = 'issuers.json'): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const QUERY = '{ enterprise(uscc: "E1") { name } }';

async function ask(headers: Record<string, string>, url = gateway.url, query = QUERY) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  const body = (await response.json()) as {
    data?: unknown;
    errors?: { message: string; extensions: { code: string } }[];
  };
  return {
    status: response.status,
    headers: response.headers,
    body,
    code: body.errors?.[0]?.extensions.code,
  };
}

const now = () => Math.floor(Date.now() / 1000);

describe('a token', () => {
  test('that is good is accepted, in any case of its scheme; none at all is the public client', async () => {
    const token = await signToken(key);
    for (const authorization of [`Bearer ${token}`, `bearer ${token}`, `BEARER   ${token}`]) {
      expect((await ask({ authorization })).body).toEqual({
        data: { enterprise: { name: expect.any(String) } },
      });
    }
    expect((await ask({})).status).toBe(200);
  });

  test.each<[what: string, authorization: () => Promise<string> | string]>([
    ['that is forged', async () => `Bearer ${await signToken(await createProviderKey('ES256', key.kid))}`],
    ['that is not signed', () => `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`],
    ['that has expired', async () => `Bearer ${await signToken(key, { exp: now() - 31 })}`],
    ['that is not good yet', async () => `Bearer ${await signToken(key, { nbf: now() + 40 })}`],
    ['for somebody else', async () => `Bearer ${await signToken(key, { aud: 'else' })}`],
    ['of somebody else', async () => `Bearer ${await signToken(key, { iss: 'https://else.example' })}`],
    ['of 9 KiB', async () => `Bearer ${await signToken(key, { x: 'x'.repeat(9000) })}`],
    ['that calls itself public', async () => `Bearer ${await signToken(key, { sub: 'public' })}`],
    ['of another scheme', () => `Basic ${Buffer.from('admin:admin').toString('base64')}`],
    ['without its scheme', () => signToken(key)],
    ['that is empty', () => 'Bearer '],
    ['that is two', async () => `Bearer ${await signToken(key)} ${await signToken(key)}`],
    ['in quotation marks', async () => `Bearer "${await signToken(key)}"`],
  ])('%s is refused with 401 for the whole request', async (_what, make) => {
    const before = gateway.graph.enterprises.requests.length;
    const answer = await ask({ authorization: await make() });
    expect(answer.status).toBe(401);
    expect(answer.code).toBe('UNAUTHENTICATED');
    expect(answer.body).not.toHaveProperty('data');
    expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    expect(answer.headers.get('x-request-id')).toBeTruthy();
    expect(gateway.graph.enterprises.requests).toHaveLength(before);
  });

  test('is refused in every way that GraphQL is served', async () => {
    const headers = { authorization: 'Bearer x' };
    for (const accept of [
      'text/event-stream',
      'application/graphql-response+json',
      'multipart/mixed',
      'text/csv',
    ]) {
      expect((await ask({ ...headers, accept })).status).toBe(401);
    }
    const byGet = await fetch(`${gateway.url}/graphql?query={__typename}`, {
      headers: { ...headers, 'apollo-require-preflight': '1' },
    });
    expect(byGet.status).toBe(401);
  });

  test('that expired half a minute ago by our clock may come from one that is late', async () => {
    expect((await ask({ authorization: `Bearer ${await signToken(key, { exp: now() - 20 })}` })).status).toBe(
      200,
    );
    expect((await ask({ authorization: `Bearer ${await signToken(key, { nbf: now() + 20 })}` })).status).toBe(
      200,
    );
  });
});

test('a provider changes its keys without a restart, and its old key is then worth nothing', async () => {
  const [first, second] = await Promise.all(['a', 'b'].map((kid) => createProviderKey('RS256', kid)));
  const file = await writeIssuers({ keys: [first!.jwk] }, 'keys.json');
  const ISSUERS = await writeIssuers(
    [{ issuer: ISSUER, jwks: 'keys.json', audience: [AUDIENCE, 'other'] }],
    'by-file.json',
  );
  await using rotating = await serveGateway({ ISSUERS });
  const statusOf = async (by: ProviderKey, sub: string) =>
    (await ask({ authorization: `Bearer ${await signToken(by, { sub })}` }, rotating.url)).status;
  expect(await statusOf(first!, 'a')).toBe(200);
  expect(await statusOf(second!, 'b')).toBe(401);
  await writeFile(file, JSON.stringify({ keys: [first!.jwk, second!.jwk] }));
  await expect.poll(() => statusOf(second!, 'c')).toBe(200);
  expect(await statusOf(first!, 'd')).toBe(200);
  await writeFile(file, JSON.stringify({ keys: [second!.jwk] }));
  await expect.poll(() => statusOf(first!, `e${Math.random()}`)).toBe(401);
});

test('while the keys of its issuer cannot be had, nobody can tell whether a token is good: 503', async () => {
  const ISSUERS = await writeIssuers(
    [{ issuer: ISSUER, jwksUri: 'http://127.0.0.1:2/keys', audience: AUDIENCE }],
    'away.json',
  );
  await using without = await serveGateway({ ISSUERS });
  const answer = await ask({ authorization: `Bearer ${await signToken(key)}` }, without.url);
  expect(answer).toMatchObject({ status: 503, code: 'ISSUER_UNAVAILABLE' });
  expect(JSON.stringify(answer.body)).not.toContain('127.0.0.1');
  expect((await ask({}, without.url)).status).toBe(200);
});

test('where no issuer is trusted, a token is refused and never taken for none', async () => {
  await using without = await serveGateway();
  const answer = await ask({ authorization: `Bearer ${await signToken(key)}` }, without.url);
  expect(answer).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  expect((await ask({}, without.url)).status).toBe(200);
});

describe('a purpose', () => {
  const PURPOSE = {
    'purpose-basis': encodeURIComponent('税收征收管理法 第六条'),
    'purpose-case': 'A-1',
    'purpose-requester': '%E7%8E%8B',
  };

  test('is accepted when it is whole', async () => {
    expect((await ask(PURPOSE)).status).toBe(200);
  });

  test.each([
    ['purpose-basis', undefined],
    ['purpose-case', undefined],
    ['purpose-requester', undefined],
    ['purpose-basis', ''],
    ['purpose-case', '%'],
    ['purpose-case', '%0d%0aset-cookie:%20a'],
    ['purpose-requester', 'x'.repeat(201)],
    ['purpose-requester', Buffer.from('王').toString('latin1')],
  ])('whose %s is %j is refused with 400, and the header named', async (name, value) => {
    const headers: Record<string, string | undefined> = { ...PURPOSE, [name]: value };
    if (value === undefined) delete headers[name];
    const answer = await ask(headers as Record<string, string>);
    expect(answer).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    expect(answer.body.errors?.[0]?.message).toContain(`The header ${name}`);
  });

  test('that is told twice is refused: nobody can tell which one is meant', async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = [
        'content-type',
        'application/json',
        ...Object.entries({ ...PURPOSE }).flat(),
        'purpose-case',
        'B-2',
      ];
      const sent = httpRequest(
        `${gateway.url}/graphql`,
        { method: 'POST', headers: [...headers, 'connection', 'close'] },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      sent.on('error', reject);
      sent.end(JSON.stringify({ query: QUERY }));
    });
    expect(status).toBe(400);
  });
});

describe('the id of a request', () => {
  test('is the one that it came with, when that is plain', async () => {
    expect((await ask({ 'x-request-id': 'proxy-1:2026/a.b_c~d' })).headers.get('x-request-id')).toBe(
      'proxy-1:2026/a.b_c~d',
    );
    expect((await ask({ 'x-request-id': 'a'.repeat(128) })).headers.get('x-request-id')).toBe(
      'a'.repeat(128),
    );
  });

  const personal = ['13800138000', '11010119900307888X', '91320000608950987L', 'zhang@example.cn'];
  test.each(['', 'two words', '{"json":1}', 'a,b', '<b>', 'a'.repeat(129), 'ü', ...personal])(
    'is made anew instead of %j',
    async (given) => {
      expect((await ask({ 'x-request-id': given })).headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
    },
  );

  test('is sent back also on a stream and with a refusal', async () => {
    const stream = await ask({ 'x-request-id': 'r-1', accept: 'text/event-stream', authorization: 'x' });
    expect(stream.headers.get('x-request-id')).toBe('r-1');
    const events = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', 'x-request-id': 'r-2' },
      body: JSON.stringify({ query: 'subscription { renamed { name } }' }),
    });
    expect(events.headers.get('x-request-id')).toBe('r-2');
    await events.body?.cancel();
  });
});

describe('a gateway does not start', () => {
  const GOOD = { issuer: ISSUER, audience: AUDIENCE };
  const keys = () => ({ keys: [key.jwk] });

  test.each<[what: string, content: () => unknown, told: RegExp]>([
    ['issuers that are not JSON', () => 'x', /^ISSUERS: .*wrong\.json: .*JSON/],
    ['issuers that are no list', () => ({}), /ISSUERS: .*It: /],
    ['an issuer without keys', () => [GOOD], /0: must have either jwksUri or jwks/],
    [
      'an issuer with two sets of keys',
      () => [{ ...GOOD, jwks: keys(), jwksUri: 'https://a.example' }],
      /either/,
    ],
    [
      'an address that is none',
      () => [{ ...GOOD, jwksUri: 'file:///etc/passwd' }],
      /0\.jwksUri: must be an http or https address/,
    ],
    ['an issuer without audience', () => [{ issuer: ISSUER, jwks: keys() }], /0\.audience/],
    ['HS256', () => [{ ...GOOD, jwks: keys(), algorithms: ['HS256'] }], /0\.algorithms\.0/],
    ['none', () => [{ ...GOOD, jwks: keys(), algorithms: ['none'] }], /0\.algorithms\.0/],
    [
      'a symmetric key',
      () => [{ ...GOOD, jwks: { keys: [{ kty: 'oct', k: 'AA' }] } }],
      /0\.jwks\.keys\.0\.kty: must be a public key/,
    ],
    ['a private key', () => [{ ...GOOD, jwks: { keys: [{ ...key.jwk, d: 'AA' }] } }], /secret/],
    ['a word that is misspelt', () => [{ ...GOOD, jwks: keys(), audiences: 'x' }], /audiences/],
    [
      'an issuer twice',
      () => [
        { ...GOOD, jwks: keys() },
        { ...GOOD, jwks: keys() },
      ],
      /twice/,
    ],
  ])('with %s', async (_what, content, told) => {
    const ISSUERS = await writeIssuers(content(), 'wrong.json');
    await expect(serveGateway({ ISSUERS })).rejects.toThrow(told);
  });

  test('open beside issuers, grants or a registry', async () => {
    const ISSUERS = await writeIssuers([{ ...GOOD, jwks: keys() }], 'good.json');
    const { code, stderr } = await runGateway(['--supergraph', 'x'], { ACCESS: 'open', ISSUERS });
    expect(code).toBe(1);
    expect(stderr).toContain('ACCESS: open is for a supergraph of a file alone');
    expect((await runGateway(['--supergraph', 'x'], { ACCESS: 'closed' })).stderr).toContain(
      'choose one of: enforce, open',
    );
  });

  test('with a key that is none', async () => {
    const GATEWAY_KEY = await writeIssuers('{"kty":"RSA"}', 'no-key.json');
    await expect(serveGateway({ GATEWAY_KEY })).rejects.toThrow(/^GATEWAY_KEY: .*not an Ed25519 key/);
    await expect(serveGateway({ GATEWAY_KEY: join(folder, 'away.key') })).rejects.toThrow(
      'There is no such file',
    );
  });
});
