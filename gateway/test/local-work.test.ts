import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@yiwang/service/settings';
import { createKey, LOCAL_AUDIENCE, LOCAL_ISSUER, publicKeyOf, SCOPES } from '@yiwang/identity';
import { startSmallGraph } from '@yiwang/testing/small-graph';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { gatewaySettings } from '../src/config/config.ts';
import { createGateway } from '../src/create-gateway.ts';
import { type ServedGateway, serveGateway } from './support/serve-gateway.ts';

let folder: string;
let gateway: ServedGateway;
let settings: Record<string, string>;
const file = () => join(folder, 'running.json');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-local-work-'));
  const issuer = await createKey();
  await writeFile(join(folder, 'issuer.key'), JSON.stringify(issuer));
  await writeFile(join(folder, 'gateway.key'), JSON.stringify(await createKey()));
  const issuers = [{ issuer: LOCAL_ISSUER, audience: LOCAL_AUDIENCE, jwks: { keys: [publicKeyOf(issuer)] } }];
  await writeFile(join(folder, 'issuers.json'), JSON.stringify(issuers));
  await writeFile(join(folder, '1.graphql'), '{ enterprises { name } }');
  await mkdir(join(folder, 'permits'));
  await writeFile(join(folder, 'permits/1.graphql'), '{ permit(number: "P1") { number } }');
  settings = {
    LOCAL_WORK: file(),
    GATEWAY_KEY: join(folder, 'gateway.key'),
    ISSUERS: join(folder, 'issuers.json'),
    PLAYGROUND_TABS: folder,
  };
  gateway = await serveGateway(settings);
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

async function announce(): Promise<void> {
  const departments = gateway.graph.departments.map(({ name, url }) => ({
    name,
    url,
    ...(name === 'permits' && { examples: join(folder, 'permits') }),
  }));
  const portal = 'http://127.0.0.1:4080';
  const system = { data: '/data of mine', portal, departments, keys: { issuer: join(folder, 'issuer.key') } };
  await writeFile(file(), JSON.stringify(system));
}

/** As a browser or a program sends it; fetch sets some headers itself. */
function send(path: string, headers: Record<string, string>, body?: object): Promise<number> {
  const { hostname, port } = new URL(gateway.url);
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      {
        hostname,
        port,
        path,
        method: body ? 'POST' : 'GET',
        headers: { 'content-type': 'application/json', ...headers },
      },
      (response) => {
        response.resume();
        resolve(response.statusCode!);
      },
    );
    sent.on('error', reject).end(body && JSON.stringify(body));
  });
}

const post = (path: string, body: object) =>
  fetch(gateway.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const OFFICIAL = { client: 'local-official', department: 'permits', scopes: ['sharing:decide'] };

test('until the system has started, the page says so and no token is signed', async () => {
  expect(await (await fetch(gateway.url)).text()).toContain('still starting');
  const refused = await post('/local-work/token', OFFICIAL);
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_READY' } }] });
});

test('the page at / has the addresses of the system, the portal’s for developers, and nothing of other hosts', async () => {
  await announce();
  const response = await fetch(gateway.url);
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'self';/);
  const page = await response.text();
  for (const address of ['/graphql', '/ready', '/departments/permits/graphql']) {
    expect(page).toContain(`href="${address}"`);
    expect((await fetch(gateway.url + address, { headers: { accept: 'text/html' } })).status).toBe(200);
  }
  expect(page).toContain('href="http://127.0.0.1:4080/developers"');
  expect(page).toContain('--data &#39;/data of mine&#39;'.replaceAll('&#39;', "'"));
  expect(page).not.toMatch(/<script/);
  const style = await fetch(`${gateway.url}/local-work.css`);
  expect(style.headers.get('content-type')).toMatch(/^text\/css/);
});

test('a token at a click signs in at the gateway as who was chosen', async () => {
  await announce();
  const { headers } = (await (await post('/local-work/token', OFFICIAL)).json()) as {
    headers: Record<string, string>;
  };
  expect(Object.keys(headers)).toEqual([
    'authorization',
    'purpose-basis',
    'purpose-case',
    'purpose-requester',
  ]);
  const answer = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: '{ enterprise(uscc: "E1") { name } }' }),
  });
  expect(await answer.json()).toMatchObject({ data: { enterprise: { name: '大余县京桥混凝土有限公司' } } });
});

test.each<[what: string, body: object]>([
  ['a department that there is not', { ...OFFICIAL, department: 'moon' }],
  ['a client with a line break', { ...OFFICIAL, client: 'a\nb' }],
  ['scopes that are no list', { ...OFFICIAL, scopes: 'all' }],
  ['a further claim', { ...OFFICIAL, sub: 'root' }],
])('a token for %s is not signed', async (_what, body) => {
  await announce();
  expect((await post('/local-work/token', body)).status).toBe(400);
});

test('a department is asked alone, and one that there is not is NOT_FOUND', async () => {
  await announce();
  const query = { query: '{ __schema { queryType { name } } }' };
  expect(await (await post('/departments/permits/graphql', query)).json()).toEqual({
    data: { __schema: { queryType: { name: 'Query' } } },
  });
  expect((await post('/departments/moon/graphql', query)).status).toBe(404);
  expect((await fetch(`${gateway.url}/departments/permits/graphql`)).status).toBe(405);
});

test.each<[what: string, headers: Record<string, string>]>([
  ['a page of another origin', { origin: 'http://evil.example' }],
  ['a page of another port', { origin: 'http://127.0.0.1:1' }],
  ['a name that points here', { host: 'evil.example:4000' }],
  ['a name that looks like this machine', { host: 'localhost.evil.example' }],
  ['a link or a form of another site', { 'sec-fetch-site': 'cross-site' }],
  ['a subdomain', { 'sec-fetch-site': 'same-site' }],
])('%s gets no page, no token and no department', async (_what, headers) => {
  await announce();
  expect(await send('/', headers)).toBe(403);
  expect(await send('/local-work/token', headers, OFFICIAL)).toBe(403);
  expect(await send('/departments/permits/graphql', headers, { query: '{ __typename }' })).toBe(403);
});

test('what a gateway reveals to its developer it does not where others reach it, or in production', async () => {
  const graph = await startSmallGraph();
  onTestFinished(() => graph.close());
  const config = (more: Record<string, string>) =>
    readSettings(gatewaySettings, {
      SUPERGRAPH: gateway.supergraphFile,
      LOG_LEVEL: 'silent',
      ...settings,
      ...more,
    });
  await expect(createGateway(config({ HOST: '0.0.0.0' }))).rejects.toThrow(
    /LOCAL_WORK: only .* loopback, but HOST is 0\.0\.0\.0/,
  );
  process.env['NODE_ENV'] = 'production';
  onTestFinished(() => void (process.env['NODE_ENV'] = 'test'));
  await expect(createGateway(config({}))).rejects.toThrow(/LOCAL_WORK: not in production/);
});

test('without the setting there is no page, no token and no department', async () => {
  await using other = await serveGateway();
  for (const path of ['/', '/local-work.css', '/departments/permits/graphql']) {
    expect((await fetch(other.url + path)).status).toBe(404);
  }
  expect((await fetch(`${other.url}/local-work/token`, { method: 'POST' })).status).toBe(404);
  expect(await (await fetch(`${other.url}/playground/config.json`)).json()).toEqual({
    tabs: [],
    department: null,
    departments: null,
    scopes: SCOPES,
    portal: null,
  });
});

test('the playground begins with the queries of the folder, and that of a department with its own', async () => {
  await announce();
  const config = async (path: string) => (await fetch(gateway.url + path)).json();
  expect(await config('/playground/config.json')).toEqual({
    tabs: [{ query: '{ enterprises { name } }' }],
    department: null,
    departments: ['enterprises', 'permits'],
    scopes: SCOPES,
    portal: 'http://127.0.0.1:4080',
  });
  expect(await config('/departments/permits/playground/config.json')).toMatchObject({
    tabs: [{ query: '{ permit(number: "P1") { number } }' }],
    department: 'permits',
  });
  expect(await config('/departments/enterprises/playground/config.json')).toMatchObject({ tabs: [] });
});

test('an operation’s cost is estimated without running it, as far as its client may send it', async () => {
  const before = gateway.graph.enterprises.requests.length;
  const cost = async (query: string) => (await post('/playground/cost', { query })).json();
  expect(await cost('{ enterprises(first: 3) { name } }')).toEqual({
    estimate: 10,
    limit: 25_000,
    mostExpensive: { selection: 'enterprises', cost: 10 },
  });
  expect(await cost('{ enterprises')).toBeNull();
  expect((await post('/departments/permits/playground/cost', { query: '{ __typename }' })).status).toBe(404);
  expect((await fetch(`${gateway.url}/playground/cost`)).status).toBe(404);
  expect(gateway.graph.enterprises.requests.length).toBe(before);
});
