import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { signToken } from '@yiwang/identity/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { CollectedSpan } from '@yiwang/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type ObservedSystem, openObservedSystem } from './support/observed-system.ts';
import { readExpression, readMetrics } from './support/promql.ts';

let system: ObservedSystem;
beforeAll(async () => {
  system = await openObservedSystem();
}, 120_000);
afterAll(() => system[Symbol.asyncDispose]());

const ROOT = new URL('../', import.meta.url);
const SOON = { timeout: 20_000, interval: 100 };
const JSON_TYPE = { 'content-type': 'application/json' };

async function send(url: string, body: unknown, headers: Record<string, string> = {}): Promise<string> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(url, { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body: text });
  return response.text();
}
const ask = (body: unknown, headers?: Record<string, string>) => send(`${system.url}/graphql`, body, headers);

test('a trace goes from the operation to the statements of each department', async () => {
  await ask({ query: '{ enterprises(first: 1) { totalCount } serviceItems(first: 1) { totalCount } }' });
  const { spans } = system.collector;
  const isStatementOf = (department: string) => (span: CollectedSpan) =>
    span.service === department && span.kind === 3;
  for (const department of ['enterprises', 'permits']) {
    await expect.poll(() => spans.some(isStatementOf(department)), SOON).toBe(true);
  }
  await expect
    .poll(() => spans.some(({ service, kind }) => service === 'gateway' && kind === 2), SOON)
    .toBe(true);
  const operation = spans.find(({ service, kind }) => service === 'gateway' && kind === 2)!;
  const trace = spans.filter(({ traceId }) => traceId === operation.traceId);
  const byId = new Map(trace.map((span) => [span.spanId, span]));
  for (const [department, table] of [
    ['enterprises', 'enterprises'],
    ['permits', 'service_items'],
  ] as const) {
    // Beside it the driver may read the types of a new connection.
    const statement = trace.find(
      (span) => isStatementOf(department)(span) && span.name === `SELECT ${table}`,
    )!;
    const request = byId.get(statement.parentSpanId!)!;
    const fetched = byId.get(request.parentSpanId!)!;
    expect([request.service, fetched.name]).toEqual([department, `fetch ${department}`]);
    expect(fetched.parentSpanId).toBe(operation.spanId);
  }
});

test('a trace that begins at the portal goes on to the gateway and the departments, for its reader too', async () => {
  const { spans } = system.collector;
  const { portalUrl } = system;
  // A browser of another address, whose own header decides nothing.
  const headers = {
    'x-forwarded-for': '203.0.113.9',
    traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
    origin: portalUrl,
  };
  await send(`${portalUrl}/graphql`, { query: '{ enterprises(first: 2) { totalCount } }' }, headers);
  await (await fetch(`${portalUrl}/name?name=Ouyang`, { headers })).text();
  const find = (name: string) => spans.find((span) => span.service === 'portal' && span.name === name);
  for (const name of ['POST /graphql', 'GET /name']) {
    await expect.poll(() => find(name) !== undefined, SOON).toBe(true);
    const page = find(name)!;
    expect(page.parentSpanId).toBeFalsy();
    expect(page.traceId).not.toBe('a'.repeat(32));
    const inTrace = (service: string) =>
      spans.filter((span) => span.service === service && span.traceId === page.traceId);
    await expect.poll(() => inTrace('gateway').some(({ kind }) => kind === 2), SOON).toBe(true);
    const operation = inTrace('gateway').find(({ kind }) => kind === 2)!;
    expect(operation.parentSpanId).toBe(page.spanId);
    if (name === 'POST /graphql')
      await expect.poll(() => inTrace('enterprises').some(({ kind }) => kind === 3), SOON).toBe(true);
  }
});

test('what is overdue counts by kind of case, and by matter', async () => {
  const { permits, services } = system.databases;
  await permits!.sql`
    insert into service_items (code, name, search_name, type, department_name, source)
    values ('1', 'a', 'a', 'PERMIT', 'b', 'GENERATED'), ('2', 'a', 'a', 'OTHER', 'b', 'GENERATED')`;
  await permits!.sql`
    insert into cases (number, state, service_item_code, act_by, received_on, form_version, source)
    select n, state, item, act_by::date, '2020-01-01', 1, 'GENERATED' from (values
      ('1', 'ACCEPTED', '1', '2020-01-01'), ('2', 'ACCEPTED', '1', '2020-01-01'), ('3', 'ACCEPTED', '2', '2020-01-01'),
      ('4', 'ACCEPTED', '2', '2999-01-01'), ('5', 'SUSPENDED', '2', '2020-01-01')) as given (n, state, item, act_by)`;
  await services!.sql`
    insert into matter_versions (matter, version, state, definition, editors, changed_at)
    values ('m', 1, 'DRAFT', '{}', '{}', now())`;
  await services!.sql`
    insert into matter_cases (number, matter, definition_version, state, filed_by, region_code, form, started_at, started_on, ended_at, promised_days, due_on, source)
    select n, 'm', 1, state, 'p', '32', '{}', now(), '2020-01-01', ended_at::timestamptz, 5, due_on::date, 'GENERATED' from (values
      ('1', 'IN_PROGRESS', null, '2020-01-08'), ('2', 'IN_PROGRESS', null, '2999-01-01'),
      ('3', 'COMPLETED', '2020-02-01', '2020-01-08'), ('4', 'DRAFT', null, null)) as given (n, state, ended_at, due_on)`;
  // The first time that these are read; they are kept for a minute.
  const shown = await system.metrics();
  const lines = (service: string, name: string) =>
    shown[service]!.split('\n')
      .filter((line) => line.startsWith(`${name}{`))
      .sort();
  expect(lines('permits', 'yiwang_cases_overdue')).toEqual([
    'yiwang_cases_overdue{table="cases",kind="OTHER",service="permits"} 1',
    'yiwang_cases_overdue{table="cases",kind="PERMIT",service="permits"} 2',
  ]);
  expect(lines('services', 'yiwang_matters_overdue')).toEqual([
    'yiwang_matters_overdue{matter="m",service="services"} 1',
  ]);
});

describe('what is exported', () => {
  /** By name: of all services together. */
  const exported = new Map<string, { type: string; labels: Set<string> }>();
  /** Labels by metric, as docs/observability.md has them. */
  const documented = new Map<string, string[]>();
  let document: string;

  beforeAll(async () => {
    document = await readFile(new URL('docs/observability.md', ROOT), 'utf8');
    for (const [row, name] of document.matchAll(/^\| `(yiwang_\w+)` .*$/gm)) {
      const labels = row.split('|')[2]!;
      documented.set(
        name!,
        [...labels.matchAll(/`(\w+)`/g)].map(([, label]) => label!),
      );
    }
    for (const text of Object.values(await system.metrics())) {
      for (const [name, { type, labels }] of readMetrics(text)) {
        const before = exported.get(name)?.labels ?? [];
        exported.set(name, { type, labels: new Set([...before, ...labels]) });
      }
    }
  });

  test('is in one table, with its labels, and nothing else is', () => {
    const own = [...exported.keys()].filter((name) => name.startsWith('yiwang_'));
    expect([...documented.keys()].sort()).toEqual(own.sort());
    // Those of the library are documented there.
    const others = [...exported.keys()].filter((name) => !/^(yiwang|process|nodejs)_/.test(name));
    expect(others).toEqual([]);
    for (const name of own) {
      const labels = [...exported.get(name)!.labels].filter((label) => !['service', 'le'].includes(label));
      if (exported.get(name)!.labels.size > 0)
        expect(labels.sort(), name).toEqual([...documented.get(name)!].sort());
    }
  });

  test('is all that dashboards and alerts read', async () => {
    const expressions = [...(await dashboardExpressions()), ...(await alerts()).map(({ expr }) => expr)];
    expect(expressions.length).toBeGreaterThan(50);
    for (const expression of expressions) {
      const { metrics, labels } = readExpression(expression);
      expect(metrics.length, expression).toBeGreaterThan(0);
      for (const metric of metrics) expect(metric, expression).toSatisfy(isExported);
      const known = metrics.flatMap((metric) => [
        ...(documented.get(baseOf(metric)) ?? exported.get(baseOf(metric))?.labels ?? []),
      ]);
      // What Prometheus adds, and every service has.
      expect([...known, 'service', 'instance', 'job', 'le'], expression).toEqual(
        expect.arrayContaining(labels),
      );
    }
  });

  test('has a sentence on what to do for every alert', async () => {
    const rows = [...document.matchAll(/^\| `(Yiwang\w+)` \| \S.* \|$/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual((await alerts()).map(({ alert }) => alert).sort());
  });

  const baseOf = (metric: string) => metric.replace(/_(bucket|sum|count)$/, '');
  const isExported = (metric: string) =>
    metric === 'up' ||
    (exported.has(metric) && exported.get(metric)!.type !== 'histogram') ||
    (metric !== baseOf(metric) && exported.get(baseOf(metric))?.type === 'histogram');

  async function alerts(): Promise<{ alert: string; expr: string }[]> {
    const text = await readFile(new URL('deploy/observability/prometheus/alerts.yml', ROOT), 'utf8');
    const { groups } = parse(text) as { groups: { rules: { alert: string; expr: string }[] }[] };
    return groups.flatMap(({ rules }) => rules);
  }

  async function dashboardExpressions(): Promise<string[]> {
    const folder = new URL('deploy/observability/grafana/', ROOT);
    const texts = await Promise.all(
      (await readdir(folder)).map((name) => readFile(new URL(name, folder), 'utf8')),
    );
    return texts.flatMap((text) =>
      (JSON.parse(text) as { panels: { targets: { expr: string }[] }[] }).panels.flatMap(({ targets }) =>
        targets.map(({ expr }) => expr),
      ),
    );
  }
});

describe('personal data', () => {
  const NAME = '欧阳锋刃';
  const PHONE = '13800138000';
  const ID_NUMBER = '110101199003078888';
  const USCC = '91320000608950987L';
  const MAIL = 'ouyang.fengren@example.cn';
  /** In every form in which something might write them down. */
  const FORMS = [NAME, PHONE, ID_NUMBER, USCC, MAIL, 'ouyang'].flatMap((text) => [
    text,
    encodeURIComponent(text),
    JSON.stringify(text).slice(1, -1),
    Buffer.from(text).toString('base64').replace(/=+$/, ''),
    Buffer.from(text).toString('latin1'),
    [...text].map((one) => `\\u${one.codePointAt(0)!.toString(16).padStart(4, '0')}`).join(''),
  ]);
  const ALL = `${NAME} ${PHONE} ${ID_NUMBER} ${USCC} ${MAIL}`;
  const NAMED = `query Ouyang${PHONE}($uscc: USCC!) { enterprise(uscc: $uscc) { name } }`;

  /** Operations that fail, each in its way; `headers` are those of HTTP. */
  const FAILING: { body: unknown; headers?: Record<string, string> }[] = [
    // Variables.
    { body: { query: NAMED, variables: { uscc: ALL } } },
    { body: { query: NAMED, variables: { uscc: { [NAME]: PHONE } } } },
    { body: { query: NAMED, variables: { uscc: USCC, [NAME]: ALL }, operationName: NAME } },
    { body: { query: NAMED, variables: ALL } },
    { body: { query: NAMED, variables: {}, extensions: { [NAME]: ALL } } },
    // Documents.
    { body: { query: `{ enterprise(uscc: "${ALL}"` } },
    { body: { query: `{ enterprise(uscc: "${ALL}") { name } }` } },
    { body: { query: `{ ouyang(name: "${NAME}") { phone${PHONE} } }` } },
    { body: { query: `# ${ALL}\n{ enterprises(first: 100000) { totalCount } }` } },
    { body: { query: `{ ${'enterprise(uscc: "x") { region { '.repeat(40)} name` } },
    { body: { query: `subscription { ouyang(name: "${ALL}") }` }, headers: { accept: 'text/event-stream' } },
    { body: { query: '', extensions: { persistedQuery: { version: 1, sha256Hash: ALL } } } },
    // Bodies.
    { body: `{"query": "${ALL}` },
    { body: `["${ALL}"]` },
    { body: { query: `"${ALL}"`.repeat(2000) } },
    { body: ALL, headers: { 'content-type': 'text/plain' } },
    // Tokens and purposes.
    {
      body: { query: NAMED },
      headers: { authorization: `Bearer ${Buffer.from(ALL).toString('base64url')}` },
    },
    {
      body: { query: NAMED },
      headers: {
        authorization: `Bearer ${[{ alg: 'EdDSA' }, { sub: ID_NUMBER, name: NAME, phone_number: PHONE }]
          .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
          .join('.')}.${randomBytes(64).toString('base64url')}`,
      },
    },
    { body: { query: NAMED }, headers: { authorization: `Basic ${MAIL}` } },
    { body: { query: NAMED }, headers: { 'purpose-case': `${ID_NUMBER}\u00ff`, 'purpose-basis': '%' } },
    { body: { query: NAMED }, headers: { 'graphql-client-name': MAIL, 'graphql-client-version': PHONE } },
    {
      body: { query: NAMED },
      headers: { traceparent: `00-${ID_NUMBER}-${PHONE}-01`, baggage: `name=${MAIL}` },
    },
    ...[PHONE, ID_NUMBER, USCC, MAIL].map((id) => ({
      body: { query: NAMED },
      headers: { 'x-request-id': id },
    })),
    // What no department has, and what departments do not answer.
    { body: { query: NAMED, variables: { uscc: USCC } } },
    { body: { query: `{ enterprise(uscc: "${USCC}") { taxpayer { creditGrades { grade } } } }` } },
    {
      body: {
        query: `{ parcels(filter: { name: "${NAME}" }) { totalCount } parcel(code: "${ALL}") { code } }`,
      },
    },
    { body: { query: `{ enterprises(filter: { nameContains: "${NAME}\\u0000" }) { totalCount } }` } },
  ];

  test('is in no line of a log, no metric and no span, whichever way a request fails', async () => {
    const departments = Object.entries(system.departments);
    for (const { body, headers } of FAILING) {
      await ask(body, headers);
      await send(`${system.portalUrl}/graphql`, body, { ...headers, origin: system.portalUrl });
      // Departments, asked by nobody and by the gateway.
      for (const [name, url] of departments) {
        await send(url, body, headers);
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        await send(url, text, { ...headers, ...(await system.gateway.sign(name, {}, text)) });
      }
    }
    await addresses();
    await signedIn();
    await webSocket();
    await oddDepartment();
    await brokenDatabase();

    const metrics = Object.values(await system.metrics()).join('\n');
    const logs = await system.stop();
    const { received, spans } = system.collector;
    // All of it took place.
    expect(logs).toContain('"incident"');
    expect(logs).toContain('a department did not answer a request');
    // Both say which request it was about.
    expect(logs).toMatch(/"name":"enterprises","requestId":"request-7","trace_id":"[0-9a-f]{32}"/);
    expect(logs).toMatch(/"name":"gateway","requestId":"[0-9a-f-]{36}","trace_id":"[0-9a-f]{32}"/);
    expect(metrics).toContain('code="GRAPHQL_PARSE_FAILED"');
    expect(metrics).toContain('code="INTERNAL_ERROR"');
    expect(spans.length).toBeGreaterThan(100);
    for (const [where, text] of Object.entries({ logs, metrics, spans: received() })) {
      const lines = text.split('\n').filter((line) => FORMS.some((form) => line.includes(form)));
      expect(lines, where).toEqual([]);
    }
  }, 120_000);

  async function addresses(): Promise<void> {
    const { url } = system;
    for (const path of [
      `/${PHONE}`,
      `/graphql?query=${encodeURIComponent(`{ enterprise(uscc: "${ALL}") { name } }`)}`,
      `/graphql?query={${ALL}&variables=${encodeURIComponent(ALL)}`,
      `/departments/permits/files/${PHONE}?name=${encodeURIComponent(NAME)}`,
      `/${encodeURIComponent(NAME)}/%E0%A4`,
    ]) {
      await (await fetch(system.portalUrl + path, { headers: { referer: `http://x/${PHONE}` } })).text();
      await (await fetch(url + path, { headers: { ...JSON_TYPE, referer: `http://x/${PHONE}` } })).text();
    }
  }

  /** The person signs in, and changes something. */
  async function signedIn(): Promise<void> {
    const token = await signToken(system.provider, {
      ...{ sub: 'portal', client_id: 'portal' },
      ...{ name: NAME, phone_number: PHONE, email: MAIL },
    });
    const headers = {
      authorization: `Bearer ${token}`,
      'purpose-basis': encodeURIComponent('行政许可法 第三十一条'),
      'purpose-case': ID_NUMBER,
      'purpose-requester': encodeURIComponent(NAME),
    };
    const input = `{ url: "https://${PHONE}.example/${encodeURIComponent(NAME)}", topics: [] }`;
    for (const query of [
      `mutation { registerWebhook(input: ${input}, idempotencyKey: "${ID_NUMBER}") { webhook { id } } }`,
      `{ myCases(first: 1) { totalCount } registrationCase(number: "${ID_NUMBER}") { number } }`,
      `{ enterprise(uscc: "${USCC}") { legalRepresentative { name idNumber } contactPhone } }`,
    ]) {
      await ask({ query }, headers);
    }
  }

  async function webSocket(): Promise<void> {
    for (const payload of [{ authorization: `Bearer ${MAIL}` }, { authorization: ALL }, {}]) {
      const socket = new WebSocket(`${system.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
      await new Promise((resolve) => socket.once('open', resolve));
      socket.send(JSON.stringify({ type: 'connection_init', payload }));
      socket.send(JSON.stringify({ type: 'subscribe', id: NAME, payload: { query: `{ ${ALL}` } }));
      socket.send(`{ ${ALL}`);
      await new Promise((resolve) => socket.once('close', resolve));
    }
  }

  /** A department that answers with what nobody may write down, or with nothing. */
  async function oddDepartment(): Promise<void> {
    const { odd } = system;
    const answers: [status: number, type: string, body: string][] = [
      [200, 'application/json', `{"data": {"odd": "${ALL}`],
      [200, 'application/json', `${NAME} is no JSON, ${PHONE} neither`],
      [200, 'application/json', JSON.stringify({ [NAME]: ALL })],
      [200, 'application/json', JSON.stringify({ errors: [{ message: ALL, extensions: { code: NAME } }] })],
      [500, 'text/html', `<h1>${ALL}</h1>`],
      [200, 'application/json', JSON.stringify({ data: { odd: { [NAME]: ALL } } })],
    ];
    const query = `query Ouyang($text: String) { odd(text: $text) }`;
    for (const [status, type, body] of answers) {
      odd.misbehave((_request, response) => response.writeHead(status, { 'content-type': type }).end(body));
      await ask({ query, variables: { text: `${ALL} ${body.length}` } });
    }
    odd.misbehave((request) => request.socket.destroy());
    await ask({ query, variables: { text: ALL } });
    odd.misbehave(() => sleep(10_000, undefined, { ref: false }));
    await ask({ query, variables: { text: ALL } });
    odd.misbehave(null);
  }

  /** Statements that fail, with what was asked for as their parameters. */
  async function brokenDatabase(): Promise<void> {
    const { sql } = system.databases['enterprises']!;
    await sql.begin(async (tx) => {
      await tx`lock table enterprises in access exclusive mode`;
      await ask({ query: NAMED, variables: { uscc: USCC } });
      await ask({ query: `{ enterprises(filter: { nameContains: "${NAME}" }) { totalCount } }` });
    });
    await sql`alter table enterprises rename to gone`;
    await ask({ query: `{ enterprises(filter: { nameContains: "${NAME}" }) { totalCount } }` });
    const token = await signToken(system.provider, { sub: 'portal' });
    const headers = { authorization: `Bearer ${token}`, 'x-request-id': 'request-7' };
    await ask({ query: NAMED, variables: { uscc: USCC } }, headers);
  }
});
