import { readFileSync } from 'node:fs';
import { copyFile, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TLSSocket } from 'node:tls';
import { composeSupergraph } from '@yiwang/composition';
import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { createTestAuthority, DEPARTMENT_FLAGS, findPorts, type TestAuthority } from '@yiwang/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MIGRATIONS, SCHEMA } from './scale-out/notes.ts';
import { ROOT } from './support/compose-file.ts';
import { type RunningProgram, runProgram } from './support/run-program.ts';

const TIMEOUT = { timeout: 30_000, interval: 100 };
const READ = '{ note(id: "1") { text } }';

let undo: AsyncDisposableStack;
let folder: string;
let authority: TestAuthority;
let stranger: TestAuthority;
let database: TestDatabase;
let department: number;
let gateway: number;
let programs: { department: RunningProgram; gateway: RunningProgram };
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  await using opened = new AsyncDisposableStack();
  folder = opened.use(await mkdtempDisposable(join(tmpdir(), 'yiwang-tls-'))).path;
  database = opened.use(await openTestDatabase(MIGRATIONS));
  await database.sql`insert into note (id, text) values ('1', 'written')`;
  [authority, stranger] = await Promise.all([
    createTestAuthority(folder, 'authority'),
    createTestAuthority(folder, 'stranger'),
  ]);
  const [served, shown] = await Promise.all([authority.issue('department'), authority.issue('gateway')]);
  await copyFile(authority.ca, at('accepted.pem'));
  await writeFile(
    at('department-tls.json'),
    JSON.stringify({
      '*': { ca: 'stranger.pem' },
      notes: { ca: 'authority.pem', cert: 'gateway.pem', key: 'gateway.key' },
    }),
  );
  const first = await findPorts(2);
  [department, gateway] = [first, first + 1];
  const url = `https://127.0.0.1:${department}/graphql`;
  const sdl = readFileSync(SCHEMA, 'utf8');
  await writeFile(at('supergraph'), composeSupergraph([{ name: 'notes', url, sdl }]).supergraphSdl);
  expect(shown.cert).toBe(at('gateway.pem'));
  programs = {
    department: startDepartment({
      TLS_CERT: served.cert,
      TLS_KEY: served.key,
      TLS_CLIENT_CA: at('accepted.pem'),
    }),
    gateway: runProgram(
      ROOT,
      ['gateway/src/main.ts', '--supergraph', at('supergraph'), '--port', String(gateway)],
      {
        ...{ ACCESS: 'open', RATE_LIMIT_PUBLIC_REQUESTS: '0', DEPARTMENT_TLS: at('department-tls.json') },
        DEPARTMENT_FAILURES: '0',
      },
    ),
  };
  opened.defer(async () => void (await Promise.all(Object.values(programs).map((one) => one.stop()))));
  await programs.department.says(/listening/);
  await programs.gateway.says(/listening/);
  undo = opened.move();
}, 120_000);
afterAll(() => undo?.disposeAsync());

function startDepartment(settings: Record<string, string>): RunningProgram {
  return runProgram(ROOT, [...DEPARTMENT_FLAGS, 'test/scale-out/notes-department.ts'], {
    ...{ DATABASE_URL: database.url, PORT: String(department), UNSIGNED: 'allow', LOG_LEVEL: 'info' },
    ...settings,
  });
}

async function readThroughGateway(): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${gateway}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: READ }),
  }).catch(() => null);
  return response?.json();
}

interface Answered {
  status: number;
  body: { data?: unknown; errors?: { message: string; extensions: { code: string } }[] };
  /** Of the certificate that the department shows. */
  fingerprint: string;
}

/** Asks the department itself, over a connection of its own. */
function ask(identity: { cert?: string; key?: string } = {}, path = '/graphql'): Promise<Answered> {
  const read = (file: string | undefined) => file && readFileSync(file);
  const agent = new Agent({
    ca: readFileSync(authority.ca),
    ...{ cert: read(identity.cert), key: read(identity.key), keepAlive: false },
  });
  const isQuery = path === '/graphql';
  return new Promise((resolve, reject) => {
    const sent = request(
      `https://127.0.0.1:${department}${path}`,
      { method: isQuery ? 'POST' : 'GET', agent, headers: { 'content-type': 'application/json' } },
      (response) => {
        const { fingerprint256 } = (response.socket as TLSSocket).getPeerCertificate();
        let text = '';
        response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode!, body: JSON.parse(text), fingerprint: fingerprint256 }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(isQuery ? JSON.stringify({ query: READ }) : undefined);
  });
}

test('a department answers who shows a certificate of its authority, and tells others what is missing', async () => {
  const good = await ask(await authority.issue('another-gateway'));
  expect(good).toMatchObject({ status: 200, body: { data: { note: { text: 'written' } } } });
  const refused = async (identity?: { cert: string; key: string }) => {
    const { status, body } = await ask(identity);
    expect(body.data).toBeUndefined();
    return { status, code: body.errors?.[0]?.extensions.code, message: body.errors?.[0]?.message };
  };
  const unauthenticated = { status: 401, code: 'UNAUTHENTICATED' };
  expect(await refused()).toMatchObject({
    ...unauthenticated,
    message: expect.stringContaining('A client certificate is required here'),
  });
  expect(await refused(await stranger.issue('intruder'))).toMatchObject({
    ...unauthenticated,
    message: expect.stringContaining('must be issued by an authority of TLS_CLIENT_CA'),
  });
  expect(await refused(await authority.issue('former-gateway', -1))).toMatchObject({
    ...unauthenticated,
    message: 'The client certificate has expired.',
  });
});

test('balancers ask whether it is ready without a certificate, and over http nobody is answered', async () => {
  expect(await ask({}, '/ready')).toMatchObject({ status: 200, body: { status: 'ready' } });
  await expect(fetch(`http://127.0.0.1:${department}/ready`)).rejects.toThrow('fetch failed');
});

test('a certificate that is renewed is shown without a restart, and no request fails meanwhile', async () => {
  const before = (await ask({}, '/ready')).fingerprint;
  const asking = new AbortController();
  const answers: unknown[] = [];
  const client = (async () => {
    while (!asking.signal.aborted) {
      answers.push(await readThroughGateway());
      await sleep(20);
    }
  })();
  // One after the other, as any tool writes them: in between they do not belong together.
  await authority.issue('department');
  await authority.issue('gateway');
  await expect.poll(async () => (await ask({}, '/ready')).fingerprint, TIMEOUT).not.toBe(before);
  asking.abort();
  await client;
  expect(answers.length).toBeGreaterThan(0);
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify({ data: { note: { text: 'written' } } })]),
  );
});

test('an authority that is trusted no longer opens nothing', async () => {
  const own = await authority.issue('late-gateway');
  await copyFile(stranger.ca, at('accepted.pem'));
  await expect.poll(async () => (await ask(own)).status, TIMEOUT).toBe(401);
  expect(await ask(await stranger.issue('new-gateway'))).toMatchObject({ status: 200 });
  await copyFile(authority.ca, at('accepted.pem'));
  await expect.poll(async () => (await ask(own)).status, TIMEOUT).toBe(200);
});

test('a gateway does not speak with a department whose certificate is of another authority', async () => {
  const entry = { ca: 'stranger.pem', cert: 'gateway.pem', key: 'gateway.key' };
  const good = readFileSync(at('department-tls.json'), 'utf8');
  await writeFile(at('department-tls.json'), JSON.stringify({ notes: entry }));
  // The connections from before are closed when the department starts again.
  await programs.department.stop();
  programs.department = startDepartment({
    TLS_CERT: at('department.pem'),
    TLS_KEY: at('department.key'),
    TLS_CLIENT_CA: at('accepted.pem'),
  });
  await programs.department.says(/listening/);
  await programs.gateway.says(/settings file read again/);
  await expect
    .poll(async () => JSON.stringify(await readThroughGateway()), TIMEOUT)
    .toContain('DEPARTMENT_UNAVAILABLE');
  expect(programs.gateway.output()).toMatch(/certificate/i);
  await writeFile(at('department-tls.json'), good);
  await expect.poll(readThroughGateway, TIMEOUT).toEqual({ data: { note: { text: 'written' } } });
});
