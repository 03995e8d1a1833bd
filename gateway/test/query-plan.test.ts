import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { QueryPlan } from '@yiwang/engine';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AccessGateway, GRANT, PURPOSE, serveAccessGateway } from './support/access-gateway.ts';
import { type ServedGateway, serveGateway } from './support/serve-gateway.ts';

const REPORT = { 'query-plan': 'report' };
const LOCAL = 'running.json';
const PAGE = '{ enterprises { name permits { number } } }';

let folder: string;
let local: ServedGateway;
let guarded: AccessGateway;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-plans-'));
  await writeFile(join(folder, LOCAL), '');
  [local, guarded] = await Promise.all([
    serveGateway({ LOCAL_WORK: join(folder, LOCAL) }),
    serveAccessGateway(),
  ]);
  await guarded.grant(GRANT);
  // The file is read again within a second.
  const headers = { authorization: `Bearer ${await guarded.token('desk')}`, ...PURPOSE };
  const isGranted = async () =>
    (await guarded.ask('{ taxpayer { arrears } }', headers)).body.data.taxpayer !== null;
  while (!(await isGranted())) await new Promise((next) => setTimeout(next, 50));
});
afterAll(async () => {
  await Promise.all([local[Symbol.asyncDispose](), guarded[Symbol.asyncDispose]()]);
  await rm(folder, { recursive: true });
});

interface Explained {
  status: number;
  text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer has the form of its query
  body: any;
  plan: QueryPlan;
}

/** Not by fetch, which sets the host itself. */
function send(url: string, query: string, headers: Record<string, string> = {}): Promise<Explained> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      `${url}/graphql`,
      { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        response.toArray().then((chunks: Buffer[]) => {
          const text = Buffer.concat(chunks).toString();
          const body = JSON.parse(text);
          resolve({ status: response.statusCode!, text, body, plan: body.extensions?.queryPlan });
        }, reject);
      },
    );
    sent.on('error', reject).end(JSON.stringify({ query }));
  });
}

async function explainer(...scopes: string[]): Promise<Record<string, string>> {
  const token = await guarded.token('desk', { scope: ['graph:explain', ...scopes].join(' ') });
  return { authorization: `Bearer ${token}`, ...REPORT };
}

test('a plan names each fetch, its department, its order, its times and its sizes', async () => {
  const { body, plan } = await send(local.url, PAGE, REPORT);

  expect(body.data).toEqual((await local.ask(PAGE)).data);
  expect(plan.node).toMatchObject({
    kind: 'Sequence',
    nodes: [
      {
        kind: 'Fetch',
        id: 0,
        department: 'enterprises',
        selection: 'enterprises { uscc name }',
        entities: null,
        state: 'ANSWERED',
        isShareable: true,
      },
      {
        kind: 'Flatten',
        path: ['enterprises', '@'],
        node: {
          kind: 'Fetch',
          id: 1,
          department: 'permits',
          selection: '... on Enterprise { permits { number } }',
          entities: 2,
        },
      },
    ],
  });
  const [first, second] = plan.requests;
  expect([first!.fetches, second!.fetches]).toEqual([[0], [1]]);
  expect(first!.startMs + first!.durationMs).toBeLessThanOrEqual(second!.startMs + 0.2);
  const [{ query }] = local.graph.enterprises.requests.slice(-1) as [{ query: string }];
  expect(first!.sentBytes).toBeGreaterThanOrEqual(query.length);
  expect(second!.receivedBytes).toBeGreaterThan('{"data":{"_entities":[]}}'.length);
  expect(plan.executionMs).toBeGreaterThanOrEqual(second!.durationMs);
});

test('fetches that were batched have one request', async () => {
  const { plan } = await send(
    local.url,
    '{ a: enterprise(uscc: "E1") { permits { number } } b: enterprise(uscc: "E2") { permitCount } }',
    REPORT,
  );
  expect(plan.requests.map(({ department, fetches }) => [department, fetches.length])).toEqual([
    ['enterprises', 1],
    ['permits', 2],
  ]);
});

test('a department that does not answer, and a fetch with nothing to ask for, are told apart', async () => {
  local.graph.permits.misbehave((_request, response) => response.destroy());
  const failed = await send(local.url, PAGE, REPORT);
  local.graph.permits.misbehave(null);
  expect(failed.plan.node).toMatchObject({ nodes: [{ state: 'ANSWERED' }, { node: { state: 'FAILED' } }] });
  expect(failed.plan.requests.at(-1)).toMatchObject({ department: 'permits', receivedBytes: null });

  const skipped = await send(local.url, '{ enterprise(uscc: "none") { permitCount } }', REPORT);
  expect(skipped.plan.node).toMatchObject({
    nodes: [{ state: 'ANSWERED' }, { node: { state: 'SKIPPED', entities: 0, startMs: null } }],
  });
});

test('a mutation runs once, @defer has no effect, and what has no plan is answered without one', async () => {
  const renamed = await send(local.url, 'mutation { rename(uscc: "E2", name: "n") { name } }', REPORT);
  expect(renamed.body.data).toEqual({ rename: { name: 'n' } });
  const sent = local.graph.enterprises.requests.filter(({ query }) => query.includes('rename'));
  expect(sent).toHaveLength(1);

  const deferred = await send(local.url, '{ enterprises { name ... @defer { permitCount } } }', REPORT);
  expect(deferred.body.data.enterprises[0]).toMatchObject({ permitCount: 2 });
  expect(deferred.plan.requests).toHaveLength(2);

  for (const query of ['{ nothing }', 'subscription { renamed { name } }', '{']) {
    const { body } = await send(local.url, query, REPORT);
    expect(body.errors[0].extensions.code).toMatch(/FAILED|RESOLUTION/);
    expect(body.extensions).toBeUndefined();
  }
  expect((await send(local.url, '{ __typename }', REPORT)).plan).toMatchObject({ node: null, requests: [] });
});

test('a plan neither joins the request of another client nor is joined', async () => {
  const slow = '{ slow(ms: 150) }';
  const before = local.graph.enterprises.requests.length;
  const answers = await Promise.all([
    local.ask(slow),
    local.ask(slow),
    send(local.url, slow, REPORT),
    send(local.url, slow, REPORT),
  ]);
  for (const answer of answers.slice(2) as Explained[]) expect(answer.plan.requests).toHaveLength(1);
  // The first two share one; each explained one is sent for itself.
  expect(local.graph.enterprises.requests.length - before).toBe(3);
});

test('what is denied is in the plan with its reason, and no department was asked for it', async () => {
  const query = '{ taxpayer { name arrears secret } staff }';
  const headers = await explainer();
  const { plan, body } = await send(guarded.url, query, headers);

  expect(plan.denied).toEqual([
    {
      path: ['taxpayer', 'arrears'],
      coordinate: 'Taxpayer.arrears',
      code: 'PURPOSE_REQUIRED',
      reason: 'PURPOSE',
    },
    {
      path: ['taxpayer', 'secret'],
      coordinate: 'Taxpayer.secret',
      code: 'UNAUTHORIZED_FIELD',
      reason: 'NOT_SHARED',
    },
  ]);
  expect(JSON.stringify(plan.node)).not.toMatch(/arrears|secret/);
  expect(body.errors).toHaveLength(2);

  const purposed = await send(guarded.url, query, { ...headers, ...PURPOSE });
  expect(purposed.body.data.taxpayer).toMatchObject({ arrears: 7, secret: null });
  expect(JSON.stringify(purposed.plan)).toContain('arrears');
  expect(JSON.stringify(purposed.plan)).not.toMatch(/京桥|T1/);
});

test('with a page of another site, by another name, or from another origin, even the developer gets no plan', async () => {
  const foreign: Record<string, string>[] = [
    { origin: 'http://127.0.0.1:1' },
    { host: 'evil.example' },
    { 'sec-fetch-site': 'cross-site' },
  ];
  for (const headers of foreign) {
    const { status, body } = await send(local.url, PAGE, { ...REPORT, ...headers });
    expect([status, body.errors[0].extensions.code]).toEqual([403, 'QUERY_PLAN_REFUSED']);
  }
});

test('whoever may not see plans is refused alike whatever the operation, and without the header is answered as ever', async () => {
  const operation = fc.oneof(
    fc.constantFrom(
      '{ taxpayer { name } }',
      '{ taxpayer { secret } }',
      '{ nothing }',
      'mutation { note }',
      '',
    ),
    fc.string(),
  );
  const token = await guarded.token('desk', { scope: 'sharing:apply introspection' });
  const asked = guarded.tax.requests.length;
  const refusals = new Set<string>();
  await fc.assert(
    fc.asyncProperty(operation, fc.boolean(), async (query, isSignedIn) => {
      const headers: Record<string, string> = isSignedIn ? { authorization: `Bearer ${token}` } : {};
      const { status, text, body } = await send(guarded.url, query, { ...headers, ...REPORT });
      expect([status, body.errors[0].extensions.code]).toEqual([403, 'QUERY_PLAN_REFUSED']);
      refusals.add(text);
    }),
    { numRuns: 60 },
  );
  expect(refusals.size).toBe(1);
  expect(guarded.tax.requests.length).toBe(asked);

  const plain = await send(guarded.url, '{ taxpayer { name } }', { 'query-plan': 'no' });
  expect(plain.text).toBe('{"data":{"taxpayer":{"name":"京桥"}}}');
});

test('an explained answer is the answer, byte for byte, with the plan after it', async () => {
  const headers = await explainer();
  const operation = fc
    .record({
      fields: fc.uniqueArray(fc.constantFrom('id', 'name', 'arrears', 'refunds', 'secret', '__typename'), {
        minLength: 1,
      }),
      roots: fc.uniqueArray(fc.constantFrom('staff', 'audit', '__typename')),
      isPurposed: fc.boolean(),
    })
    .map(({ fields, roots, isPurposed }) => ({
      query: `{ taxpayer { ${fields.join(' ')} } ${roots.join(' ')} }`,
      isPurposed,
    }));
  const { 'query-plan': _, ...plainHeaders } = headers;
  await fc.assert(
    fc.asyncProperty(operation, async ({ query, isPurposed }) => {
      const purpose = isPurposed ? PURPOSE : {};
      const plain = await send(guarded.url, query, { ...plainHeaders, ...purpose });
      const explained = await send(guarded.url, query, { ...headers, ...purpose });
      expect(explained.text.startsWith(`${plain.text.slice(0, -1)},"extensions":{"queryPlan":`)).toBe(true);
      expect(explained.status).toBe(plain.status);
    }),
    { numRuns: 40 },
  );
});

test('conditional data of an explained operation is in the access log, before it is sent', async () => {
  const requestId = 'explained-and-logged';
  const headers = { ...(await explainer()), ...PURPOSE, 'x-request-id': requestId };
  const { body } = await send(guarded.url, '{ taxpayer { arrears } }', headers);
  expect(body.data).toEqual({ taxpayer: { arrears: 7 } });

  const files = await readdir(guarded.accessLog, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'utf8')),
  );
  const line = texts.flatMap((text) => text.split('\n')).find((one) => one.includes(requestId));
  expect(line).toContain('Taxpayer.arrears');
});
