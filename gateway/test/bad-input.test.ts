import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ServedGateway, serveGateway } from './support/serve-gateway.ts';

const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';

let gateway: ServedGateway;
beforeAll(async () => {
  gateway = await serveGateway();
});
// The promise of this file: whatever was sent, the next request works.
afterEach(async () => {
  expect(await gateway.ask('{ enterprise(uscc: "E1") { permitCount } }')).toEqual({
    data: { enterprise: { permitCount: 2 } },
  });
});
afterAll(() => gateway[Symbol.asyncDispose]());

interface Denial {
  status: number;
  contentType: string | null;
  /** Of each error. */
  codes: unknown[];
  body: string;
  tookMs: number;
}

async function refusal(init: RequestInit, search = ''): Promise<Denial> {
  const start = performance.now();
  const response = await fetch(`${gateway.url}/graphql${search}`, init);
  const body = await response.text();
  const { errors } = JSON.parse(body) as { errors: { extensions: { code: string } }[] };
  expect(body).not.toMatch(/node_modules|stacktrace|\.ts:\d|at [A-Z]\w+\./);
  return {
    status: response.status,
    contentType: response.headers.get('content-type'),
    codes: [...new Set(errors.map(({ extensions }) => extensions.code))],
    body,
    tookMs: performance.now() - start,
  };
}

function post(body: RequestInit['body'], accept = GRAPHQL_TYPE): Promise<Denial> {
  return refusal({ method: 'POST', headers: { 'content-type': JSON_TYPE, accept }, body: body ?? null });
}

function query(source: string, rest: object = {}, accept = GRAPHQL_TYPE): Promise<Denial> {
  return post(JSON.stringify({ query: source, ...rest }), accept);
}

const NOT_GRAPHQL_REQUESTS: [what: string, body: RequestInit['body']][] = [
  ['an empty body', ''],
  ['text that is not JSON', '{"query": "{ __typename }"'],
  [
    'bytes that are not UTF-8',
    new Uint8Array([...'{"query":"{ a }","x":"'].map((c) => c.charCodeAt(0)).concat(0xb1, 0xb1)),
  ],
  ['JSON null', 'null'],
  ['a JSON string', '"{ __typename }"'],
  ['a JSON array: a batch', '[{"query":"{ __typename }"}]'],
  ['an empty JSON array', '[]'],
  ['an empty object', '{}'],
  ['an empty query', '{"query":""}'],
  ['a query that is a number', '{"query":1}'],
  ['a query that is a document in JSON', '{"query":{"kind":"Document"}}'],
  ['variables that are a string', '{"query":"{ __typename }","variables":"{}"}'],
  ['variables that are an array', '{"query":"{ __typename }","variables":[]}'],
  ['an operationName that is a number', '{"query":"{ __typename }","operationName":1}'],
  ['extensions that are an array', '{"query":"{ __typename }","extensions":[]}'],
  [
    '100,000 arrays inside each other',
    `{"query":"{ __typename }","variables":{"a":${'['.repeat(1e5)}${']'.repeat(1e5)}}}`,
  ],
];

test.each(NOT_GRAPHQL_REQUESTS)(
  '%s is BAD_REQUEST with status 400 in either media type',
  async (_what, body) => {
    for (const accept of [GRAPHQL_TYPE, JSON_TYPE]) {
      expect(await post(body, accept)).toMatchObject({ status: 400, codes: ['BAD_REQUEST'] });
    }
  },
);

const WRONG_OPERATIONS: [what: string, code: string, source: string, rest?: object][] = [
  ['a syntax error', 'GRAPHQL_PARSE_FAILED', '{ enterprise(uscc: "E1" { name } }'],
  ['a query of blanks', 'GRAPHQL_PARSE_FAILED', '  \n '],
  ['a control character', 'GRAPHQL_PARSE_FAILED', '{ __typename \u0000 }'],
  ['an unknown field', 'GRAPHQL_VALIDATION_FAILED', '{ enterprize }'],
  ['a missing argument', 'GRAPHQL_VALIDATION_FAILED', '{ enterprise { name } }'],
  [
    'a fragment that spreads itself',
    'GRAPHQL_VALIDATION_FAILED',
    '{ ...F } fragment F on Query { __typename ...F }',
  ],
  [
    'fragments that spread each other, unused',
    'GRAPHQL_VALIDATION_FAILED',
    '{ __typename } fragment F on Query { ...G } fragment G on Query { ...F }',
  ],
  ['an unknown fragment', 'GRAPHQL_VALIDATION_FAILED', '{ ...Nowhere }'],
  [
    'an operationName that names nothing',
    'OPERATION_RESOLUTION_FAILURE',
    'query A { __typename }',
    { operationName: 'B' },
  ],
  [
    'two operations without a name to choose',
    'OPERATION_RESOLUTION_FAILURE',
    'query A { __typename } query B { __typename }',
  ],
  [
    'a variable of the wrong type',
    'BAD_USER_INPUT',
    'query($n: Int!) { enterprises(first: $n) { name } }',
    { variables: { n: 'x' } },
  ],
  ['a missing variable', 'BAD_USER_INPUT', 'query($n: Int!) { enterprises(first: $n) { name } }'],
  ['a number beyond all floats', 'GRAPHQL_VALIDATION_FAILED', '{ echo(value: 1e400) }'],
  ['12,000 tokens', 'OPERATION_TOO_COMPLEX', `{ ${'a '.repeat(12_000)} }`],
  ['fields 21 deep', 'OPERATION_TOO_COMPLEX', nest(20)],
  [
    'fields 21 deep through fragments',
    'OPERATION_TOO_COMPLEX',
    `{ enterprise(uscc: "E1") { ...A } } fragment A on Enterprise ${nested(11, '...B')} fragment B on Enterprise ${nested(10, 'name')}`,
  ],
  ['fields 100,000 deep', 'OPERATION_TOO_COMPLEX', `${'{a'.repeat(100_000)}${'}'.repeat(100_000)}`],
  ['fields 300 deep without an end', 'OPERATION_TOO_COMPLEX', '{a'.repeat(300)],
  ['lists 4,000 deep', 'OPERATION_TOO_COMPLEX', `{ echo(value: ${'['.repeat(4000)}${']'.repeat(4000)}) }`],
  [
    'a type 4,000 lists deep',
    'OPERATION_TOO_COMPLEX',
    `query($a: ${'['.repeat(4000)}Int${']'.repeat(4000)}) { __typename }`,
  ],
  ['3,000 fields', 'OPERATION_TOO_COMPLEX', `{ ${'__typename '.repeat(3000)} }`],
  ['two to the power of 18 fields in 19 fragments', 'OPERATION_TOO_COMPLEX', fragmentBomb(18)],
  ['two to the power of 400 fields in one level', 'OPERATION_TOO_COMPLEX', flatFragmentBomb(400)],
  ['a chain of 1,000 fragments', 'OPERATION_TOO_COMPLEX', fragmentChain(1000)],
  ['500 fragments in circles', 'GRAPHQL_VALIDATION_FAILED', fragmentCircles(500)],
];

test.each(WRONG_OPERATIONS)(
  '%s is %s, soon: 400 in application/graphql-response+json, 200 in application/json',
  async (_what, code, source, rest) => {
    const first = await query(source, rest, GRAPHQL_TYPE);
    expect(first).toMatchObject({
      status: 400,
      contentType: `${GRAPHQL_TYPE}; charset=utf-8`,
      codes: [code],
    });
    expect(first.tookMs).toBeLessThan(5000);
    expect(await query(source, rest, JSON_TYPE)).toMatchObject({
      status: 200,
      contentType: `${JSON_TYPE}; charset=utf-8`,
      codes: [code],
    });
  },
);

test('a body of 10 MB is REQUEST_TOO_LARGE', async () => {
  expect(await post(`{"query":"${' '.repeat(10 * 1024 * 1024)}"}`)).toMatchObject({
    status: 413,
    codes: ['REQUEST_TOO_LARGE'],
  });
});

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/graphql',
  'nonsense',
])('a body of type %s is UNSUPPORTED_MEDIA_TYPE', async (contentType) => {
  expect(
    await refusal({
      method: 'POST',
      headers: { 'content-type': contentType },
      body: '{"query":"{ __typename }"}',
    }),
  ).toMatchObject({
    status: 415,
    codes: ['UNSUPPORTED_MEDIA_TYPE'],
  });
});

const PREFLIGHT = { 'apollo-require-preflight': '1' };

test.each([
  ['no query', ''],
  ['two queries', '?query={__typename}&query={__typename}'],
  ['variables that are not JSON', '?query={__typename}&variables={'],
  ['variables 3,000 arrays deep', `?query={__typename}&variables=${'['.repeat(3000)}${']'.repeat(3000)}`],
])('GET with %s is BAD_REQUEST', async (_what, search) => {
  expect(await refusal({ headers: PREFLIGHT }, search)).toMatchObject({
    status: 400,
    codes: ['BAD_REQUEST'],
  });
});

test('a mutation by GET is refused with 405, and does not happen', async () => {
  const before = gateway.graph.enterprises.requests.length;

  const answer = await refusal(
    { headers: PREFLIGHT },
    `?query=${encodeURIComponent('mutation { rename(uscc: "E1", name: "x") { name } }')}`,
  );

  expect(answer).toMatchObject({ status: 405, codes: ['METHOD_NOT_ALLOWED'] });
  expect(gateway.graph.enterprises.requests).toHaveLength(before);
});

test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
  '%s is METHOD_NOT_ALLOWED, and the answer says what is',
  async (method) => {
    const response = await fetch(`${gateway.url}/graphql`, { method });

    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, POST');
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }] });
  },
);

test('a mutation whose answer the caller would not accept is refused before it happens', async () => {
  const before = gateway.graph.enterprises.requests.length;

  expect(await query('mutation { rename(uscc: "E1", name: "x") { name } }', {}, 'text/csv')).toMatchObject({
    status: 406,
    codes: ['NOT_ACCEPTABLE'],
  });
  expect(gateway.graph.enterprises.requests).toHaveLength(before);
});

test('a megabyte that does not fit is not quoted back', async () => {
  const { body } = await query('query($n: Int!) { enterprises(first: $n) { name } }', {
    variables: { n: 'x'.repeat(900_000) },
  });

  expect(body.length).toBeLessThan(2000);
});

test('keys that name prototypes are data like any other', async () => {
  const value = JSON.parse('{"__proto__": {"a": 1}, "constructor": {"prototype": {"b": 2}}}');

  expect(await gateway.ask('query($value: JSON) { echo(value: $value) }', { value })).toEqual({
    data: { echo: value },
  });
});

/** `count` times `parent` inside each other, under one root field. */
function nest(count: number): string {
  return `{ enterprise(uscc: "E1") ${nested(count, 'name')} }`;
}

function nested(count: number, leaf: string): string {
  return `${'{ parent '.repeat(count - 1)}{ ${leaf} }${' }'.repeat(count - 1)}`;
}

function fragmentBomb(levels: number): string {
  const fragments = Array.from(
    { length: levels },
    (_, i) =>
      `fragment F${i} on Enterprise { a${i}: parent { ...F${i + 1} } b${i}: parent { ...F${i + 1} } }`,
  );
  return `{ enterprise(uscc: "E1") { ...F0 } } ${fragments.join(' ')} fragment F${levels} on Enterprise { name }`;
}

function flatFragmentBomb(levels: number): string {
  const fragments = Array.from(
    { length: levels },
    (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`,
  );
  return `{ ...F0 } ${fragments.join(' ')} fragment F${levels} on Query { __typename }`;
}

function fragmentChain(length: number): string {
  const fragments = Array.from({ length }, (_, i) => `fragment F${i} on Query { ...F${i + 1} }`);
  return `{ ...F0 } ${fragments.join(' ')} fragment F${length} on Query { __typename }`;
}

function fragmentCircles(count: number): string {
  const names = Array.from({ length: count }, (_, i) => i);
  const fragments = names.map(
    (i) => `fragment F${i} on Query { ...F${(i + 1) % count} ...F${(i * 7 + 3) % count} }`,
  );
  return `{ ${names.map((i) => `...F${i}`).join(' ')} } ${fragments.join(' ')}`;
}
