import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Assertion, streamBinding } from '@yiwang/identity';
import {
  openTestDatabase,
  serveDepartment,
  type ServedDepartment,
  type TestDatabase,
} from '@yiwang/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Materials } from '../src/materials/index.ts';
import { MIGRATIONS, NAME, openPapers, schema, settings } from './support/papers/papers.ts';

const WANG = { client: 'portal', user: 'wang' };
const TUS = { 'tus-resumable': '1.0.0' };
const CONTENT = Buffer.from('%PDF-1.7\n');

let folder: string;
let database: TestDatabase;
let materials: Materials;
let served: ServedDepartment;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-routes-'));
  database = await openTestDatabase(MIGRATIONS);
  const { db } = database.service;
  materials = await openPapers(
    db,
    settings.parse({ DATABASE_URL: database.url, MATERIALS: join(folder, 'm') }),
  );
  const createContext = () => ({ db, materials });
  served = await serveDepartment(
    { name: NAME, schema, createContext, database, materials },
    { accessLog: join(folder, 'log') },
  );
});
afterAll(async () => {
  await served[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

async function begin(): Promise<string> {
  const upload = { caller: WANG, owner: 'P1', name: 'a.pdf', bytes: CONTENT.length, now: new Date() };
  return `/files/uploads/${(await materials.createUpload(database.db, upload)).id}`;
}

const signFor = (method: string, path: string, offset: string | null, assertion: Partial<Assertion> = WANG) =>
  served.sign(assertion, streamBinding({ method, path, offset }));

async function call(method: string, path: string, headers: Record<string, string>, body?: Buffer) {
  const response = await fetch(new URL(path, served.url), {
    method,
    headers: { ...TUS, ...headers },
    ...(body && { body: new Uint8Array(body) }),
  });
  const text = await response.text();
  const { errors } = (text.startsWith('{') ? JSON.parse(text) : {}) as {
    errors?: { extensions: { code: string } }[];
  };
  return {
    status: response.status,
    code: errors?.[0]?.extensions.code,
    offset: response.headers.get('upload-offset'),
  };
}
const BYTES = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' };
const REFUSED = { status: 401, code: 'UNAUTHENTICATED' };

test('an assertion serves for one request of its method, path and offset', async () => {
  const [path, other] = [await begin(), await begin()];
  const patch = async (headers: Record<string, string>) =>
    call('PATCH', path, { ...BYTES, ...headers }, CONTENT);
  for (const wrong of [
    await signFor('PATCH', path, '1'),
    await signFor('PATCH', path, null),
    await signFor('PATCH', other, '0'),
    await signFor('HEAD', path, '0'),
    await served.sign(WANG, CONTENT),
    await served.sign(WANG),
    {},
  ]) {
    expect(await patch(wrong)).toMatchObject(REFUSED);
  }
  const right = await signFor('PATCH', path, '0');
  expect(await patch(right)).toMatchObject({ status: 204, offset: String(CONTENT.length) });
  expect(await patch(right)).toMatchObject(REFUSED);
});

test('an assertion for a file serves for no query, and one for a query for no file', async () => {
  const query = JSON.stringify({ query: '{ papers(owner: "P1") { id } }' });
  const headers = { 'content-type': 'application/json', ...(await signFor('POST', '/graphql', null)) };
  const asked = await fetch(served.url, { method: 'POST', headers, body: query });
  expect(asked.status).toBe(401);
  const path = await begin();
  expect(await call('HEAD', path, await served.sign(WANG, query))).toMatchObject({ status: 401 });
});

test('who is not signed in sends and reads no file, although a gateway asserts it', async () => {
  const path = await begin();
  const nobody = await signFor('PATCH', path, '0', {});
  expect(await call('PATCH', path, { ...BYTES, ...nobody }, CONTENT)).toMatchObject(REFUSED);
});

test.each([
  ['without a version of the protocol', { 'tus-resumable': '' }, 400, 'BAD_REQUEST'],
  ['with another version', { 'tus-resumable': '0.2.2' }, 400, 'BAD_REQUEST'],
  ['with another type', { 'content-type': 'application/pdf' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
])('bytes %s are refused', async (_what, headers, status, code) => {
  const path = await begin();
  const signed = await signFor('PATCH', path, '0');
  expect(await call('PATCH', path, { ...BYTES, ...signed, ...headers }, CONTENT)).toMatchObject({
    status,
    code,
  });
});

test('a department receives so many uploads at once', async () => {
  const narrow: Materials = { ...materials, settings: { ...materials.settings, MATERIAL_STREAMS: 1 } };
  const { createUploadRequests } = await import('../src/materials/upload-requests.ts');
  const { callerOfAssertion } = await import('../src/trust/caller.ts');
  const { Readable } = await import('node:stream');
  const caller = callerOfAssertion({
    ...WANG,
    department: null,
    scopes: [],
    purpose: null,
    requestId: 'r',
    reads: [],
  });
  const requests = createUploadRequests(narrow);
  const idOf = (path: string) => path.split('/').at(-1)!;
  const slow = new Readable({ read() {} });
  const first = requests.append(caller, idOf(await begin()), { body: slow, offset: 0, length: null });
  const second = { body: Readable.from([CONTENT]), offset: 0, length: CONTENT.length };
  const path = await begin();
  await expect.poll(() => slow.listenerCount('readable')).toBeGreaterThan(0);
  await expect(requests.append(caller, idOf(path), second)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  slow.push(CONTENT);
  slow.push(null);
  expect(await first).toMatchObject({ offset: CONTENT.length });
  expect(await requests.append(caller, idOf(path), second)).toMatchObject({ offset: CONTENT.length });
});
