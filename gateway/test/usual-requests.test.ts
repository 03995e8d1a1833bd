import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServedGateway, serveGateway } from './support/serve-gateway.ts';

const QUERY = 'query ($uscc: ID!) { enterprise(uscc: $uscc) { name } }';
const VARIABLES = { uscc: 'E1' };
const DEFERRED = 'query ($uscc: ID!) { enterprise(uscc: $uscc) { name ... @defer { permitCount } } }';

let gateway: ServedGateway;
beforeAll(async () => {
  gateway = await serveGateway({ LOG_LEVEL: 'silent' });
});
afterAll(() => gateway[Symbol.asyncDispose]());

interface Form {
  method: 'GET' | 'POST';
  extensions: unknown;
  accept: string | undefined;
  contentType: string;
  operationName: unknown;
}

function send({ method, extensions, accept, contentType, operationName }: Form, query = QUERY) {
  const headers = { 'content-type': contentType, ...(accept === undefined ? {} : { accept }) };
  const body = { query, variables: VARIABLES, extensions, operationName };
  if (method === 'POST') {
    return fetch(`${gateway.url}/graphql`, { method, headers, body: JSON.stringify(body) });
  }
  const search = new URLSearchParams({ query, variables: JSON.stringify(VARIABLES) });
  if (extensions !== undefined) search.set('extensions', JSON.stringify(extensions));
  if (operationName !== undefined) search.set('operationName', String(operationName ?? ''));
  return fetch(`${gateway.url}/graphql?${search}`, { method, headers });
}

const method = fc.constantFrom('GET' as const, 'POST' as const);
const contentType = fc.constantFrom(
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset=UTF-8',
  'Application/JSON',
  'application/json; charset="utf-8"; profile=x',
  'application/graphql+json',
);
const operationName = fc.constantFrom(undefined, null, '');

/** What clients send in `extensions`, and anything else that is no hash of a document. */
const extensions = fc.oneof(
  fc.constant(undefined),
  fc.constant(null),
  fc.constant({ clientLibrary: { name: '@apollo/client', version: '4.3.8' } }),
  fc.dictionary(
    fc.string().filter((key) => key !== 'persistedQuery'),
    fc.jsonValue({ maxDepth: 3 }),
  ),
);

/** Media ranges that clients send, of which one that is ours is always there. */
const OURS = [
  'application/json',
  'application/graphql-response+json',
  'application/graphql-response+json;charset=utf-8',
  'application/json; charset=UTF-8',
  'application/json;odata=verbose',
  'application/*',
  '*/*',
  '*/*;q=0.8',
  'application/json;q=0.9',
];
const OTHERS = [
  'application/graphql+json',
  'text/plain',
  'application/xml;q=0.1',
  'image/webp',
  '*',
  'text/event-stream;q=0.1',
  'multipart/mixed;deferSpec=20220824',
  'multipart/mixed;incrementalSpec=v0.2',
  'multipart/mixed;boundary=graphql;subscriptionSpec=1.0',
  'multipart/mixed; boundary="a,b;c"',
];
const accept = fc.oneof(
  fc.constant(undefined),
  fc.constant(''),
  fc
    .tuple(
      fc.constantFrom(...OURS),
      fc.array(fc.constantFrom(...OURS, ...OTHERS), { maxLength: 5 }),
      fc.nat({ max: 5 }),
      fc.constantFrom(',', ', ', ' ,'),
    )
    .map(([ours, others, at, comma]) => others.toSpliced(Math.min(at, others.length), 0, ours).join(comma)),
);
const form = fc.record({ method, extensions, accept, contentType, operationName });

test('whatever a client adds in extensions and headers, the answer is the same', async () => {
  await fc.assert(
    fc.asyncProperty(form, async (usual) => {
      const response = await send(usual);
      expect([response.status, await response.json()]).toEqual([
        200,
        { data: { enterprise: { name: '大余县京桥混凝土有限公司' } } },
      ]);
      expect(response.headers.get('content-type')).toMatch(
        /^application\/(graphql-response\+)?json; charset=utf-8$/,
      );
    }),
    { numRuns: 300 },
  );
});

test('whatever is beside it, a format of parts that a client names is the one that it gets', async () => {
  const named = fc.constantFrom('deferSpec=20220824', 'incrementalSpec=v0.2');
  const plain = fc.constantFrom(...OURS, 'text/plain', '*', 'image/webp');
  await fc.assert(
    fc.asyncProperty(
      form,
      named,
      fc.array(plain, { maxLength: 4 }),
      fc.nat(4),
      async (usual, format, others, at) => {
        const ranges = others.toSpliced(Math.min(at, others.length), 0, `multipart/mixed;${format}`);
        const response = await send({ ...usual, accept: ranges.join() }, DEFERRED);
        expect([response.status, response.headers.get('content-type')]).toEqual([
          200,
          `multipart/mixed; boundary="-"; ${format}`,
        ]);
        expect(await response.text()).toMatch(/\r\n-----\r\n$/);
      },
    ),
    { numRuns: 60 },
  );
});

test('what has to be explained is explained in JSON, whatever else is sent', async () => {
  await fc.assert(
    fc.asyncProperty(form, fc.constantFrom('{ nothing }', '{', ''), async (usual, query) => {
      const response = await send(usual, query);
      expect(response.status).toBeLessThan(500);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: expect.any(String) } }] });
    }),
    { numRuns: 60 },
  );
});

test.each(['operationName=', 'variables=&extensions=', 'variables=null&extensions=null&operationName='])(
  'parameters of an address that say nothing count as left out: %s',
  async (empty) => {
    const query = encodeURIComponent('{ enterprise(uscc: "E1") { uscc } }');
    const response = await fetch(`${gateway.url}/graphql?query=${query}&${empty}`, {
      headers: { 'content-type': 'application/json' },
    });
    expect(await response.json()).toEqual({ data: { enterprise: { uscc: 'E1' } } });
  },
);

test('a mutation by GET is refused, also by the way that plain requests take', async () => {
  const search = new URLSearchParams({ query: 'mutation { rename(uscc: "E1", name: "x") { name } }' });
  const response = await fetch(`${gateway.url}/graphql?${search}`, {
    headers: { 'apollo-require-preflight': '1', accept: 'multipart/mixed, application/json' },
  });

  expect(response.status).toBe(405);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }] });
});

test.each(['text/html', 'application/xml', 'application/json;q=0, text/css', 'image/*'])(
  'a client that accepts "%s" only is told what there is',
  async (only) => {
    const response = await send({
      method: 'POST',
      extensions: undefined,
      accept: only,
      contentType: 'application/json',
      operationName: undefined,
    });
    expect(response.status).toBe(406);
  },
);

test('an accept header of 16 kB costs no time to speak of', async () => {
  const headers = [',', ';', '"', '\\"', 'a/b;q=', '*/*;a="\\'].map((text) =>
    text.repeat(16_000 / text.length),
  );
  for (const long of headers) {
    const from = performance.now();
    const response = await send({
      method: 'POST',
      extensions: undefined,
      accept: long.slice(0, 15_000),
      contentType: 'application/json',
      operationName: undefined,
    });
    await response.body?.cancel();
    expect(response.status).toBeLessThan(500);
    expect(performance.now() - from).toBeLessThan(5_000);
  }
});
