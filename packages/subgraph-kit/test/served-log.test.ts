import { chmod, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createSealer,
  logOfSubgraph,
  readJournalLines,
  readRecord,
  sealedPosition,
  verifyRecords,
} from '@yiwang/access-log';
import { type Assertion, createKey, type PrivateKey, publicKeyOf, readPublicKey } from '@yiwang/identity';
import { type ServedDepartment, serveDepartment, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { createTestGateway, granted, signAs, type TestGateway } from '@yiwang/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServedLog } from '../src/access-log/served-log.ts';
import { createLogger } from '@yiwang/service/logging';
import { BOATS, boatSchema as schema } from './support/boats.ts';
import { openThings } from './support/open-things.ts';

const READ = '{ boat(number: "B1") { catch } }';
const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Boat { catch } } }`;
const AUDITOR = { client: 'auditor', scopes: ['accesses:read', 'sensitive:read'] };

let database: TestDatabase;
let gateway: TestGateway;
let auditor: PrivateKey;
let folder: string;
beforeAll(async () => {
  database = await openThings();
  gateway = await createTestGateway();
  auditor = await createKey();
  folder = await mkdtemp(join(tmpdir(), 'yiwang-served-log-'));
  await writeFile(join(folder, 'auditors.json'), JSON.stringify({ keys: [publicKeyOf(auditor)] }));
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const serve = (accessLog: string) =>
  serveDepartment(
    { name: 'boats', schema, createContext: () => ({}), database },
    { gateway, accessLog, auditors: join(folder, 'auditors.json') },
  );

interface Answer {
  status: number;
  code: string | undefined;
  data?: unknown;
  [member: string]: unknown;
}

async function post(url: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return { status: response.status, code: answer.errors?.[0]?.extensions.code, ...answer };
}

const ask = async (department: ServedDepartment, body: object, assertion: Partial<Assertion>) =>
  post(department.url, body, await department.sign(assertion, JSON.stringify(body)));

async function audit(department: ServedDepartment, body: object, key = auditor, more: object = AUDITOR) {
  const headers = await signAs(key, 'boats', more, JSON.stringify(body));
  return post(department.url.replace('graphql', 'access-log'), body, headers);
}

async function recordsIn(path: string) {
  const files = (await readdir(path)).filter((name) => name.endsWith('.log')).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(path, name), 'utf8')));
  return texts.flatMap((text) =>
    text
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .flatMap((line) => readRecord(line) ?? []),
  );
}

test('each read of conditional data is in the log of the department before it is answered: who, why, by which grant, of whom', async () => {
  const path = join(folder, 'answers');
  await using department = await serve(path);
  const reads = { ...granted(['Boat.catch']), user: '王敏', requestId: 'r-1' };
  const variables = { representations: [{ __typename: 'Boat', number: 'B1' }] };
  expect(await ask(department, { query: ENTITIES, variables }, reads)).toMatchObject({
    data: { _entities: [{ catch: 7 }] },
  });
  expect(await recordsIn(path)).toEqual([
    {
      assertion: expect.stringMatching(/^[\w-]{36}$/),
      at: expect.any(String),
      client: 'water-bureau',
      department: null,
      fields: ['Boat.catch'],
      gateway: 'gateway',
      grants: ['G1'],
      moreSubjects: 0,
      outcome: 'COMPLETE',
      previous: expect.any(String),
      purpose: granted([]).purpose,
      request: 'r-1',
      requestHash: expect.stringMatching(/^[\w-]{43}$/),
      sequence: 1,
      subgraph: 'boats',
      subjects: [{ type: 'Boat', key: 'B1' }],
      user: '王敏',
    },
  ]);
  const outside = granted(['Boat.catch'], ['99']);
  expect(await ask(department, { query: READ }, outside)).toMatchObject({ code: 'OUTSIDE_GRANT' });
  // What is open to everyone, and what is refused, has not been read.
  await ask(department, { query: '{ boat(number: "B1") { name } }' }, {});
  expect(await ask(department, { query: READ }, {})).toMatchObject({ status: 403 });
  expect((await recordsIn(path)).map(({ outcome }) => outcome)).toEqual(['COMPLETE', 'WITH_ERRORS']);
});

test('what cannot be written down is not read: 503, and everything else is answered', async () => {
  for (const path of ['/dev/null/log', '']) {
    await using department = await serve(path);
    const refused = await ask(department, { query: READ }, granted(['Boat.catch']));
    expect([refused.status, refused.code, refused.data]).toEqual([503, 'ACCESS_LOG_UNAVAILABLE', undefined]);
    expect((await ask(department, { query: '{ boat(number: "B1") { name } }' }, {})).status).toBe(200);
  }
  await using department = await serve('off');
  expect(await ask(department, { query: READ }, granted(['Boat.catch']))).toMatchObject({
    data: { boat: { catch: BOATS[0]!.catch } },
  });
});

test('the log goes on after a restart, and auditors read it whole, in pieces, sealed by the key of the department', async () => {
  const path = join(folder, 'restart');
  for (let life = 0; life < 3; life++) {
    await using department = await serve(path);
    await Promise.all(
      Array.from({ length: 20 }, () => ask(department, { query: READ }, granted(['Boat.catch']))),
    );
  }
  await using department = await serve(path);
  const first = await audit(department, { after: 0 });
  expect(first).toMatchObject({ log: 'subgraph:boats', before: { sequence: 0 }, end: { sequence: 60 } });
  expect(first['fields']).toContain('Boat.catch');
  const rest = await audit(department, { after: 25 });
  const records = readJournalLines((first['lines'] as string).trimEnd().split('\n'));
  const keys = (first['keys'] as ReturnType<typeof publicKeyOf>[]).map((key) => ({
    ...key,
    revokedAt: null,
  }));
  const verdict = await verifyRecords(records, { gateway: logOfSubgraph('boats'), keys });
  expect(verdict).toMatchObject({ finding: null, records: 60 });
  expect((await readPublicKey(await readFile(join(path, 'seal.key'), 'utf8'))).kid).toBe(keys[0]!.kid);
  expect((rest['lines'] as string).split('\n')[0]).toContain('"sequence":26,');
  expect((await audit(department, { after: 60 }))['lines']).toBe('');
});

test.each<[who: string, status: number, request: (department: ServedDepartment) => ReturnType<typeof post>]>([
  ['anyone', 401, async ({ url }) => post(url.replace('graphql', 'access-log'), { after: 0 })],
  ['a gateway, whatever it says of scopes', 401, async (boats) => audit(boats, {}, gateway.key)],
  [
    'an auditor without the scope for names',
    403,
    async (boats) => audit(boats, {}, auditor, { scopes: ['accesses:read'] }),
  ],
  [
    'an auditor whose assertion is for another request',
    401,
    async ({ url }) =>
      post(
        url.replace('graphql', 'access-log'),
        { after: 1 },
        await signAs(auditor, 'boats', AUDITOR, '{"after":0}'),
      ),
  ],
  [
    'an auditor of another department',
    401,
    async ({ url }) =>
      post(url.replace('graphql', 'access-log'), {}, await signAs(auditor, 'tax', AUDITOR, '{}')),
  ],
])('the log is not read by %s', async (_who, status, request) => {
  await using department = await serve(join(folder, 'auditors'));
  const answer = await request(department);
  expect([answer.status, answer['lines']]).toEqual([status, undefined]);
});

test('an auditor’s assertion reads once, and reads no data', async () => {
  await using department = await serve(join(folder, 'auditor'));
  const headers = await signAs(auditor, 'boats', AUDITOR, '{}');
  const url = department.url.replace('graphql', 'access-log');
  expect([(await post(url, {}, headers)).status, (await post(url, {}, headers)).status]).toEqual([200, 401]);
  const body = { query: '{ boat(number: "B1") { name } }' };
  const asked = await post(
    department.url,
    body,
    await signAs(auditor, 'boats', AUDITOR, JSON.stringify(body)),
  );
  expect(asked.status).toBe(401);
});

const seal = (key: PrivateKey, sequence: number, hash = `hash-${sequence}`, name = 'edge') =>
  createSealer(key)({ gateway: name, sequence, hash, at: new Date().toISOString(), after: 0 });

test('seals of gateways are kept over restarts, forward only; what contradicts them is told and kept as well', async () => {
  const path = join(folder, 'seals');
  const later = seal(gateway.key, 20);
  const other = seal(gateway.key, 20, 'another');
  {
    await using department = await serve(path);
    const deposit = (given: unknown) => post(department.url.replace('graphql', 'seals'), { seal: given });
    expect(await deposit(seal(gateway.key, 10))).toMatchObject({ status: 200, kept: 10 });
    expect(await deposit(later)).toMatchObject({ status: 200, kept: 20 });
    expect(await deposit(later)).toMatchObject({ status: 200, kept: 20 });
    expect((await deposit(seal(gateway.key, 15))).code).toBe('ACCESS_LOG_CONFLICT');
    expect((await deposit(other)).code).toBe('ACCESS_LOG_CONFLICT');
    const bad = [seal(await createKey(), 99), 'x.y.z', 7, undefined, 'a'.repeat(5000), later.slice(0, -2)];
    for (const one of [...bad, seal(gateway.key, 1, 'h', '../../etc')])
      expect((await deposit(one)).code).toBe('INVALID_ARGUMENT');
  }
  await using department = await serve(path);
  const { receipts } = (await audit(department, {})) as unknown as { receipts: { seal: string }[] };
  expect(receipts.map((one) => one.seal)).toEqual(expect.arrayContaining([later, other]));
  // One before it is shown as well: the newest may be of records that are on their way.
  expect(receipts.map((one) => sealedPosition(one.seal)!.sequence).sort()).toEqual([10, 20, 20, 20]);
  expect(await readdir(join(path, 'receipts'))).toEqual(['edge.log']);
});

test('folders and files are readable to the department alone, also those that were there', async () => {
  const path = join(folder, 'modes');
  {
    await using department = await serve(path);
    await ask(department, { query: READ }, granted(['Boat.catch']));
    await post(department.url.replace('graphql', 'seals'), { seal: seal(gateway.key, 1) });
  }
  await chmod(path, 0o755);
  await using _department = await serve(path);
  const modeOf = async (name: string) => (await stat(join(path, name))).mode & 0o777;
  expect([await modeOf('.'), await modeOf('receipts')]).toEqual([0o700, 0o700]);
  for (const name of (await readdir(path, { recursive: true })).filter((name) => name !== 'receipts'))
    expect([name, await modeOf(name)]).toEqual([name, 0o600]);
});

test('files that are older than the days they are kept go, and the log begins behind them', async () => {
  const path = join(folder, 'old');
  const logger = createLogger('boats', 'silent');
  const settings = { ACCESS_LOG: path, ACCESS_LOG_DAYS: 30 };
  const entry = { ...(await recordsIn(join(folder, 'answers')))[0]!, gateway: 'edge' };
  const { at: _at, previous: _previous, sequence: _sequence, subgraph: _subgraph, ...access } = entry;
  {
    await using log = (await openServedLog('boats', settings, logger))!;
    // More than one file takes.
    const subjects = [{ type: 'Boat', key: 'x'.repeat(100_000) }];
    for (let number = 0; number < 100; number++) await log.append({ ...access, subjects });
  }
  const files = (await readdir(path)).filter((name) => name.endsWith('.log')).sort();
  expect(files.length).toBeGreaterThan(1);
  const old = new Date(Date.now() - 31 * 86_400_000);
  await utimes(join(path, files[0]!), old, old);
  await using log = (await openServedLog('boats', settings, logger))!;
  await expect.poll(async () => (await readdir(path)).includes(files[0]!)).toBe(false);
  const page = await log.journal!.page(0);
  expect(page.before.sequence).toBe(Number.parseInt(files[1]!, 10) - 1);
  const keys = [{ ...log.journal!.key, revokedAt: null }];
  const records = readJournalLines(page.lines.trimEnd().split('\n'));
  const options = { gateway: logOfSubgraph('boats'), keys, start: page.before };
  expect((await verifyRecords(records, options)).finding).toBeNull();
});
