import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeySet, type Jwk, parseIdentifier } from '@yiwang/certificates';
import { readPublishedKeys, verifyCertificate, verifyStatusList } from '@yiwang/certificates/verify';
import { keySetPath } from '@yiwang/subgraph-kit/certificates';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPermitCertificates } from '../../src/certificates/permit-certificates.ts';
import { settings } from '../../src/config.ts';
import {
  CITY_OFFICIAL,
  NO_OFFICIAL,
  OFFICIAL,
  openCases,
  type OpenCases,
  OWNER,
  RESTAURANT,
  STRANGER,
  type Who,
} from '../cases/open-cases.ts';

const BASE = 'https://gateway.example';
const ISSUER = '91320000608950987L';
const NAME = '南京䶮记餐饮有限公司';
const GRANT = ['decideCase', { decision: 'GRANTED', permit: { validUntil: '2031-03-01' } }] as const;
const STEPS = [['submitCase'], ['acceptCase'], ['startCaseReview'], GRANT] as const;

let folder: string;
let keyFile: string;
let open: OpenCases;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-certificates-'));
  keyFile = join(folder, 'keys.json');
  await writeFile(keyFile, JSON.stringify(await createKeySet()));
  const client = {
    ask: async () => ({ data: { enterprise: { name: NAME } }, errors: [] }),
  };
  open = await openCases(client, undefined, (db, now) => {
    const config = settings.parse({
      DATABASE_URL: 'postgres://unused',
      CERTIFICATE_KEYS: keyFile,
      CERTIFICATE_ISSUER: ISSUER,
      CERTIFICATE_BASE_URL: `${BASE}/`,
    });
    return openPermitCertificates(db, config, { warn: () => {} }, now);
  });
}, 60_000);
afterAll(async () => {
  await open[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

interface PermitModel {
  number: string;
  status: string;
  certificate: {
    identifier: string;
    version: number;
    state: string;
    path: string;
    credentialPath: string;
    credential: string;
  } | null;
}

const PERMIT = `number status(on: "2026-03-02") certificate { identifier version state issuedAt path credentialPath credential }`;

async function grant(): Promise<PermitModel> {
  const { number } = await open.caseAfter(...STEPS);
  return read(`XK${number}`);
}

async function read(number: string): Promise<PermitModel> {
  const query = `query ($number: ID!) { permit(number: $number) { ${PERMIT} } }`;
  const { data, errors } = await open.served.ask(query, {}, { number });
  if (errors) throw new Error(JSON.stringify(errors));
  return data!['permit'] as PermitModel;
}

async function change(
  who: Who,
  mutation: string,
  number: string,
  args: object = {},
  key: string = randomUUID(),
) {
  const given = { ...args } as { how?: string; reason?: string };
  const query = `mutation ($number: ID!, $reason: String!, $key: ID!) {
    answer: ${mutation}(number: $number ${given.how ? `how: ${given.how}` : ''} reason: $reason idempotencyKey: $key) {
      permit { ${PERMIT} } userErrors { code field } } }`;
  const resume = `mutation ($number: ID!, $key: ID!) {
    answer: resumePermit(number: $number idempotencyKey: $key) { permit { ${PERMIT} } userErrors { code field } } }`;
  const variables = {
    number,
    key,
    ...(mutation !== 'resumePermit' && { reason: given.reason ?? '违法经营' }),
  };
  const { data, errors } = await open.served.ask(
    mutation === 'resumePermit' ? resume : query,
    who,
    variables,
  );
  if (errors) return { permit: null, userErrors: [{ code: errors[0]!.extensions.code }] };
  return data!['answer'] as { permit: PermitModel | null; userErrors: { code: string }[] };
}

/** As the gateway passes it on: without an assertion, as of anybody. */
function download(path: string): Promise<Response> {
  return fetch(new URL(path.replace('/departments/permits', ''), open.served.url));
}

/** Verifies as anybody does who has nothing but what the department publishes. */
async function verify(content: Uint8Array | string) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { now } = open.clock;
  return verifyCertificate(bytes, {
    now,
    holder: RESTAURANT,
    keysOf: async (department) =>
      readPublishedKeys(await (await download(keySetPath(department))).text()).keys,
    statusListOf: async (department, uri, keys) => {
      // The department makes a list anew each second.
      await new Promise((resolve) => setTimeout(resolve, 1100));
      const text = await (await download(uri.replace(BASE, ''))).text();
      return verifyStatusList(text, { department, uri }, keys, now);
    },
  });
}

test(
  'a permit that is granted is certified, verified by anybody, suspended, valid again and revoked',
  { timeout: 60_000 },
  async () => {
    const { number, certificate } = await grant();
    const pdf = await download(certificate!.path);
    const bytes = new Uint8Array(await pdf.arrayBuffer());

    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(await verify(bytes)).toMatchObject({
      verdict: 'VALID',
      state: 'VALID',
      isDocument: true,
      certificate: {
        identifier: certificate!.identifier,
        number,
        title: { zh: '食品经营许可证' },
        holder: { name: NAME, uscc: RESTAURANT },
        authority: '江苏省市场监督管理局',
        validFrom: '2026-03-02',
        validUntil: '2031-03-01',
      },
    });
    expect(parseIdentifier(certificate!.identifier)).toEqual({
      type: `${ISSUER}001`,
      issuer: ISSUER,
      serial: number.replace('-', ''),
      version: 1,
    });
    expect((await verify(certificate!.credential)).verdict).toBe('VALID');
    expect(await (await download(certificate!.credentialPath)).text()).toBe(certificate!.credential);

    expect(await change(OFFICIAL, 'suspendPermit', number)).toMatchObject({
      permit: { status: 'SUSPENDED', certificate: { state: 'SUSPENDED' } },
      userErrors: [],
    });
    expect((await verify(bytes)).verdict).toBe('SUSPENDED');

    expect(await change(OFFICIAL, 'resumePermit', number)).toMatchObject({
      permit: { status: 'VALID', certificate: { state: 'VALID' } },
    });
    expect((await verify(bytes)).verdict).toBe('VALID');

    expect(await change(CITY_OFFICIAL, 'endPermit', number, { how: 'REVOKED' })).toMatchObject({
      permit: { status: 'REVOKED', certificate: { state: 'REVOKED' } },
    });
    expect((await verify(bytes)).verdict).toBe('REVOKED');
    const events = await open.served.database.sql`
    select change, reason, person from permit_events where permit_number = ${number} order by at, id`;
    expect(events.map(({ change, person }) => `${change} ${person}`).sort()).toEqual([
      'RESUMED official-1',
      'REVOKED official-2',
      'SUSPENDED official-1',
    ]);
  },
);

test('ending a permit twice with one key ends it once; with another it is told that it has ended', async () => {
  const { number } = await grant();
  const key = randomUUID();
  const first = await change(OFFICIAL, 'endPermit', number, { how: 'CANCELLED' }, key);
  const again = await change(OFFICIAL, 'endPermit', number, { how: 'CANCELLED' }, key);

  expect(again).toEqual(first);
  expect(first.permit).toMatchObject({ status: 'CANCELLED', certificate: { state: 'REVOKED' } });
  for (const mutation of ['endPermit', 'suspendPermit', 'resumePermit']) {
    const outcome = await change(
      OFFICIAL,
      mutation,
      number,
      mutation === 'endPermit' ? { how: 'REVOKED' } : {},
    );
    expect(outcome, mutation).toMatchObject({ permit: null, userErrors: [{ code: 'WRONG_STATE' }] });
  }
  const [count] = await open.served.database.sql`
    select count(*)::int as n from permit_events where permit_number = ${number}`;
  expect(count!['n']).toBe(1);
});

test('nobody but an official for the place of the permit may end it', async () => {
  const { number } = await grant();
  const end = async (who: Who, given = number, args = {}) =>
    (await change(who, 'endPermit', given, { how: 'REVOKED', ...args })).userErrors[0]?.code;

  expect(await end(NO_OFFICIAL)).toBe('NOT_YOUR_REGION');
  expect(await end(OWNER)).toBe('FORBIDDEN');
  expect(await end(STRANGER)).toBe('FORBIDDEN');
  expect(await end(OFFICIAL, 'XK-NONE')).toBe('UNKNOWN_NUMBER');
  expect(await end(OFFICIAL, number, { reason: '  ' })).toBe('MALFORMED_TEXT');
  expect((await change(OFFICIAL, 'resumePermit', number)).userErrors[0]?.code).toBe('WRONG_STATE');
  expect(await read(number)).toMatchObject({ status: 'VALID', certificate: { state: 'VALID' } });
});

test('a permit of a register has no certificate, and can be ended nevertheless', async () => {
  expect(await read('JY13201020001')).toMatchObject({ certificate: null });
  expect(await change(OFFICIAL, 'endPermit', 'JY13201020001', { how: 'REVOKED' })).toMatchObject({
    permit: { status: 'REVOKED', certificate: null },
    userErrors: [],
  });
});

test(
  'after a rotation old certificates stay valid, and new downloads are signed by the new key',
  { timeout: 30_000 },
  async () => {
    const { certificate } = await grant();
    const old = new Uint8Array(await (await download(certificate!.path)).arrayBuffer());
    const before = await verify(old);
    const { keys } = JSON.parse(await readFile(keyFile, 'utf8')) as {
      keys: Jwk[];
    };
    const [fresh] = (await createKeySet()).keys;

    await writeFile(keyFile, JSON.stringify({ keys: [fresh, ...keys] }));
    await expect
      .poll(
        async () =>
          (await verify(new Uint8Array(await (await download(certificate!.path)).arrayBuffer()))).keyId,
        {
          timeout: 20_000,
        },
      )
      .toBe(fresh!['kid']);

    expect(before).toMatchObject({ verdict: 'VALID', keyId: keys[0]!['kid'] });
    expect(await verify(old)).toMatchObject({ verdict: 'VALID', keyId: keys[0]!['kid'] });
  },
);

test.each(['/none.pdf', '/1.2.156.3005.2.x.sd-jwt', '/status/9', '/status/x', '/status/-1'])(
  'there is nothing at %s',
  async (path) => {
    const response = await download(`/departments/permits/files/certificates${path}`);

    expect([404, 401]).toContain(response.status);
  },
);
