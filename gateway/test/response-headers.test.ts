import { afterAll, beforeAll, expect, test } from 'vitest';
import { RESPONSE_HEADERS } from '../src/pipeline/request/response-headers.ts';
import { type ServedGateway, serveGateway } from './support/serve-gateway.ts';

const PORTAL = 'https://portal.example.cn';
const QUERY = JSON.stringify({ query: '{ enterprise(uscc: "E1") { name } }' });

/** What browsers show to pages of other origins anyway, and what is between the gateway and the browser alone. */
const NOT_OURS =
  /^(cache-control|content-length|content-type|access-control-.*|connection|date|keep-alive|transfer-encoding|vary)$/;

let gateway: ServedGateway;
beforeAll(async () => {
  gateway = await serveGateway({ CORS_ORIGINS: PORTAL, RATE_LIMIT_PUBLIC_REQUESTS: '4' });
});
afterAll(() => gateway[Symbol.asyncDispose]());

function send(init: RequestInit = {}): Promise<Response> {
  return fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    body: QUERY,
    ...init,
    headers: { origin: PORTAL, 'content-type': 'application/json', ...init.headers },
  });
}

test('pages of other origins may read every header of ours, whatever the response', async () => {
  const responses = {
    answered: await send({ headers: { 'operation-cost': 'report' } }),
    inEvents: await send({ headers: { accept: 'text/event-stream' } }),
    invalid: await send({ body: JSON.stringify({ query: '{ nothing }' }) }),
    badMethod: await send({ method: 'PUT' }),
    tooMany: await send(),
    badToken: await send({ headers: { authorization: 'Bearer x' } }),
    notJson: await send({ body: '{' }),
  };
  expect(Object.values(responses).map(({ status }) => status)).toEqual([200, 200, 200, 405, 429, 401, 400]);

  const seen = new Set<string>();
  for (const [what, { headers }] of Object.entries(responses)) {
    const exposed = headers.get('access-control-expose-headers')!.split(', ');
    const ours = [...headers.keys()].filter((name) => !NOT_OURS.test(name));
    expect(exposed, what).toEqual(expect.arrayContaining(ours));
    for (const name of ours) seen.add(name);
  }
  // Each row of the table is of some response.
  expect([...seen].sort()).toEqual(Object.keys(RESPONSE_HEADERS).sort());
});
