import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CertificateError, createKeySet, parseIdentifier } from '@yiwang/certificates';
import { readPublishedKeys, verifyOffline } from '@yiwang/certificates/verify';
import { streamBinding } from '@yiwang/identity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  certificatePath,
  certificateSettings,
  type CertificateContent,
  type Certificates,
  defineCertificates,
  keySetPath,
  openCertificates,
  statusListPath,
} from '../src/certificates/index.ts';
import { buildSchema, serviceSettings } from '../src/index.ts';
import {
  openTestDatabase,
  serveDepartment,
  type ServedDepartment,
  type TestDatabase,
} from '../testing/index.ts';

const MIGRATIONS = fileURLToPath(new URL('fixtures/certificate-migrations', import.meta.url));
const SCHEMA = new URL('fixtures/papers.graphql', import.meta.url);
const ISSUER = '91320000608950987L';
const NAME = 'papers';
const table = defineCertificates();
const settings = serviceSettings(0).extend(certificateSettings());
const CONTENT: CertificateContent = {
  title: { zh: '不动产权证书', en: 'Real-estate certificate' },
  number: 'R-1',
  holder: { name: '某公司', uscc: ISSUER },
  authority: '某市自然资源和规划局',
  validFrom: '2024-01-01',
  validUntil: null,
  details: [],
};

let folder: string;
let keyFile: string;
let database: TestDatabase;
let certificates: Certificates;
let served: ServedDepartment;
const faults: unknown[] = [];
const config = (more: Record<string, string> = {}) =>
  settings.parse({
    DATABASE_URL: database.url,
    CERTIFICATE_KEYS: keyFile,
    CERTIFICATE_ISSUER: ISSUER,
    CERTIFICATE_TYPES: 'deed=11100000MB0341032Y002',
    ...more,
  });
const open = (more?: Record<string, string>) =>
  openCertificates({
    department: NAME,
    db: database.service.db,
    table,
    settings: config(more),
    kinds: {
      paper: { digits: '007', coordinate: 'Paper.certificate', mayRead: 'PUBLIC' },
      deed: {
        digits: '008',
        coordinate: 'Deed.certificate',
        async mayRead({ user, department }, { record }) {
          const subjects = [{ type: 'Deed', key: record }];
          if (user === 'owner') return { subjects, isOwn: true };
          return department === NAME ? { subjects, isOwn: false } : null;
        },
      },
    },
    onError: (error) => faults.push(error),
  });
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-certificates-'));
  keyFile = join(folder, 'keys.json');
  await writeFile(keyFile, JSON.stringify(await createKeySet()));
  database = await openTestDatabase(MIGRATIONS);
  certificates = (await open())!;
  served = await serveDepartment(
    { name: NAME, schema: buildSchema(SCHEMA, {}), createContext: () => ({}), database, certificates },
    { accessLog: join(folder, 'log') },
  );
}, 60_000);
afterAll(async () => {
  await served[Symbol.asyncDispose]();
  await certificates[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const issue = (kind: string, record: string, now = new Date()) =>
  database.service.db.transaction((tx) =>
    certificates.issue(tx, { kind, record, serial: record.replaceAll('-', ''), content: CONTENT, now }),
  );

async function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(new URL(path.replace(`/departments/${NAME}`, ''), served.url), { headers });
}

const signed = (path: string, who: object) =>
  served.sign(
    who,
    streamBinding({ method: 'GET', path: path.replace(`/departments/${NAME}`, ''), offset: null }),
  );

test('a certificate is issued with its record or not at all', async () => {
  const { db } = database.service;
  const failed = db.transaction(async (tx) => {
    await certificates.issue(tx, {
      kind: 'paper',
      record: 'GONE',
      serial: 'GONE',
      content: CONTENT,
      now: new Date(),
    });
    throw new Error('the record could not be made');
  });

  await expect(failed).rejects.toThrow('could not be made');
  expect(await database.sql`select 1 from certificates where record = 'GONE'`).toHaveLength(0);
});

test('a record that is certified again gets the next version, and the one before is revoked', async () => {
  const first = await issue('paper', 'P-1');
  const second = await issue('paper', 'P-1');

  expect([first.version, second.version]).toEqual([1, 2]);
  expect(parseIdentifier(second.identifier)).toEqual({
    type: `${ISSUER}007`,
    issuer: ISSUER,
    serial: 'P1',
    version: 2,
  });
  const rows =
    await database.sql`select version, state from certificates where record = 'P-1' order by version`;
  expect(rows.map(({ version, state }) => [version, state])).toEqual([
    [1, 'REVOKED'],
    [2, 'VALID'],
  ]);
});

test('certificates of one record that are issued at the same time get versions of their own', async () => {
  await issue('paper', 'P-2');
  const issued = await Promise.allSettled([1, 2, 3, 4].map(() => issue('paper', 'P-2')));

  const versions = issued.flatMap((one) => (one.status === 'fulfilled' ? [one.value.version] : []));
  expect(new Set(versions).size).toBe(versions.length);
  const [{ valid } = { valid: null }] = await database.sql<{ valid: number }[]>`
    select count(*)::int as valid from certificates where record = 'P-2' and state = 'VALID'`;
  expect(valid).toBe(1);
});

test('what is revoked stays so; what was never certified has no state', async () => {
  const { db } = database.service;
  await issue('paper', 'P-3');
  const set = (record: string, state: 'VALID' | 'REVOKED' | 'SUSPENDED') =>
    db.transaction((tx) => certificates.setState(tx, { kind: 'paper', record }, state, new Date()));

  expect((await set('P-3', 'SUSPENDED'))?.state).toBe('SUSPENDED');
  expect((await set('P-3', 'VALID'))?.state).toBe('VALID');
  expect((await set('P-3', 'REVOKED'))?.state).toBe('REVOKED');
  expect((await set('P-3', 'VALID'))?.state).toBe('REVOKED');
  expect(await set('P-NONE', 'REVOKED')).toBeNull();
});

test(
  'a kind for everyone is given out to everyone, with keys and lists to verify it',
  { timeout: 30_000 },
  async () => {
    const row = await issue('paper', 'P-4');
    const pdf = await get(certificatePath(NAME, row.identifier, 'pdf'));
    const keys = await get(keySetPath(NAME));
    const list = await get(statusListPath(NAME, 0));

    expect([pdf.status, keys.status, list.status]).toEqual([200, 200, 200]);
    const verified = await verifyOffline(new Uint8Array(await pdf.arrayBuffer()), {
      keySets: [readPublishedKeys(await keys.text())],
      statusList: await list.text(),
      holder: ISSUER,
      now: new Date(),
    });
    expect(verified).toMatchObject({ verdict: 'VALID', state: 'VALID', department: NAME });
    expect((await get(statusListPath(NAME, 1))).status).toBe(404);
  },
);

test('a kind that is not for everyone is given to whom the department allows, for a purpose, and each read is logged', async () => {
  const { identifier } = await issue('deed', 'D-1');
  const path = certificatePath(NAME, identifier, 'sd-jwt');
  const statusOf = async (who: object) => (await get(path, await signed(path, who))).status;
  const purpose = { basis: '不动产登记暂行条例', caseNumber: 'C-1', requester: 'wang' };
  const desk = { client: 'desk', user: 'clerk', department: NAME };

  expect(parseIdentifier(identifier)?.type).toBe('11100000MB0341032Y002');
  expect((await get(path)).status).toBe(401);
  expect(await statusOf({ client: 'portal', user: 'stranger' })).toBe(404);
  expect(await statusOf(desk)).toBe(403);
  expect(await statusOf({ ...desk, purpose })).toBe(200);
  const own = await get(path, await signed(path, { client: 'portal', user: 'owner' }));
  expect([own.status, own.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  expect(await readdir(join(folder, 'log'))).not.toEqual([]);
});

test(
  'keys that cannot be used keep the department from starting, and not from going on',
  { timeout: 20_000 },
  async () => {
    await expect(open({ CERTIFICATE_KEYS: join(folder, 'none.json') })).rejects.toThrow('ENOENT');
    await writeFile(join(folder, 'empty.json'), '{"keys":[]}');
    await expect(open({ CERTIFICATE_KEYS: join(folder, 'empty.json') })).rejects.toThrow(CertificateError);
    await expect(open({ CERTIFICATE_ISSUER: '' })).rejects.toThrow('CERTIFICATE_ISSUER');
    expect(await open({ CERTIFICATE_KEYS: '' })).toBeNull();

    const before = await (await get(keySetPath(NAME))).text();
    await writeFile(keyFile, 'damaged');
    await utimes(keyFile, 1, 1);
    await expect
      .poll(
        async () => {
          await get(keySetPath(NAME));
          return faults.length;
        },
        { timeout: 15_000 },
      )
      .toBeGreaterThan(0);
    expect(await (await get(keySetPath(NAME))).text()).toBe(before);
  },
);
