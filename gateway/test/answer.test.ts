import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ServedGateway, serveGateway } from './support/serve-gateway.ts';

let gateway: ServedGateway;
beforeAll(async () => {
  gateway = await serveGateway({ DEPARTMENT_TIMEOUT_MS: '300' });
});
afterEach(() => {
  gateway.graph.enterprises.misbehave(null);
  gateway.graph.permits.misbehave(null);
});
afterAll(() => gateway[Symbol.asyncDispose]());

test('one query joins two departments', async () => {
  expect(
    await gateway.ask('query($u: ID!) { enterprise(uscc: $u) { name permits { number } } }', { u: 'E2' }),
  ).toEqual({
    data: { enterprise: { name: '南京云锦研究所', permits: [{ number: 'P3' }] } },
  });
});

test('a query can be asked by GET, with its variables', async () => {
  const parameters = new URLSearchParams({
    query: 'query A($u: ID!) { enterprise(uscc: $u) { uscc } } query B { __typename }',
    variables: '{"u":"E1"}',
    operationName: 'A',
  });

  const response = await fetch(`${gateway.url}/graphql?${parameters}`, {
    headers: { 'content-type': 'application/json' },
  });

  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ data: { enterprise: { uscc: 'E1' } } });
});

test('answers are never stored on the way', async () => {
  const response = await fetch(`${gateway.url}/graphql?query={__typename}`, {
    headers: { 'apollo-require-preflight': '1' },
  });

  expect(response.headers.get('cache-control')).toBe('no-store');
});

test('a department’s code and words reach the client, and a partial answer is status 200', async () => {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: '{"query":"{ refuse(code: \\"MALFORMED_CODE\\") enterprise(uscc: \\"E1\\") { uscc } }"}',
  });

  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    data: { refuse: null, enterprise: { uscc: 'E1' } },
    errors: [
      {
        message: 'Refused, as asked.',
        path: ['refuse'],
        extensions: { code: 'MALFORMED_CODE', rule: 'R1', department: 'enterprises' },
      },
    ],
  });
});

test.each([
  ['is down', 'cannot be reached', (socket: { destroy(): void }) => socket.destroy()],
  ['never answers', 'did not answer in time', () => {}],
])(
  'when a department %s, the client gets the rest and is told which and where',
  async (_what, how, misbehave) => {
    gateway.graph.permits.misbehave((request) => misbehave(request.socket));

    expect(await gateway.ask('{ enterprises { uscc permitCount } }')).toEqual({
      data: {
        enterprises: [
          { uscc: 'E1', permitCount: null },
          { uscc: 'E2', permitCount: null },
        ],
      },
      errors: [0, 1].map((index) => ({
        message: `The department permits ${how}.`,
        path: ['enterprises', index, 'permitCount'],
        extensions: { code: 'DEPARTMENT_UNAVAILABLE', department: 'permits' },
      })),
    });
  },
);

/** A department answers with an object where the schema has a list. */
function answerWrongly({ graph }: ServedGateway): void {
  graph.enterprises.misbehave((_request, response) =>
    response
      .setHeader('content-type', 'application/json')
      .end('{"data":{"enterprises":{"secret":"geheim"}}}'),
  );
}

test('a value of the wrong form is an error at its place, and does not leave the gateway', async () => {
  answerWrongly(gateway);
  const answer = await gateway.ask('{ enterprises { name } }');

  expect(answer.errors).toMatchObject([
    { path: ['enterprises'], extensions: { code: 'DEPARTMENT_CONTRACT_BROKEN' } },
  ]);
  expect(JSON.stringify(answer)).not.toContain('geheim');
});

test('a fault of ours is an incident id and status 500, and says nothing else', async () => {
  // The stock gateway throws at such a value, and names it in its message.
  await using stock = await serveGateway({ ENGINE: 'apollo' });
  answerWrongly(stock);

  const response = await fetch(`${stock.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ enterprises { name } }"}',
  });

  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({
    errors: [
      {
        message: expect.stringMatching(/^Something went wrong on our side\. Incident [0-9a-f-]{36}\.$/),
        extensions: { code: 'INTERNAL_ERROR', incident: expect.any(String) },
      },
    ],
  });
});

test('/ready says that the supergraph answers', async () => {
  expect(await (await fetch(`${gateway.url}/ready`)).json()).toEqual({
    status: 'ready',
    checks: { supergraph: 'ok' },
    departments: { enterprises: 'ok', permits: 'ok' },
  });
});

test('/ready names the department that is down, and the gateway stays ready: the others go on', async () => {
  await using other = await serveGateway();
  await other.graph.permits.close();
  other.graph.enterprises.misbehave((_request, response) => response.writeHead(500).end());
  const response = await fetch(`${other.url}/ready`);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    status: 'ready',
    departments: { enterprises: 'failing', permits: 'not reachable' },
  });
});

test('a caller that goes away lets go of the department', async () => {
  const { promise: letGo, resolve: tellLetGo } = Promise.withResolvers<string>();
  const { promise: asked, resolve: tellAsked } = Promise.withResolvers<void>();
  gateway.graph.enterprises.misbehave((_request, response) => {
    tellAsked();
    response.on('close', () => tellLetGo('closed'));
  });
  const caller = new AbortController();

  const answer = fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ enterprises { name } }"}',
    signal: caller.signal,
  });
  await asked;
  caller.abort();

  await expect(answer).rejects.toThrow();
  // Well before the department's timeout, which would close it as well.
  const timeout = new Promise((resolve) => setTimeout(resolve, 150, 'still open'));
  expect(await Promise.race([letGo, timeout])).toBe('closed');
});
