import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeySet } from '@yiwang/certificates';
import { readPublishedKeys, verifyCertificate, verifyStatusList } from '@yiwang/certificates/verify';
import { streamBinding } from '@yiwang/identity';
import { keySetPath } from '@yiwang/subgraph-kit/certificates';
import { granted as grantOf } from '@yiwang/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openLandCertificates } from '../../src/certificates/land-certificates.ts';
import { settings } from '../../src/config.ts';
import { OTHER_HOLDER } from '../fixture.ts';
import {
  AGENT,
  BUYER,
  CITIZEN,
  CITY_OFFICIAL,
  forgetCases,
  FREE_UNIT,
  OFFICIAL,
  type OpenLandCases,
  openLandCases,
  OWNER,
  PLANNING,
  REGISTRATION,
  SERVICES,
  STRANGER,
  UNIT,
  type Who,
} from './open-land-cases.ts';

const BASE = 'https://gateway.example';

let folder: string;
let land: OpenLandCases;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-land-certificates-'));
  const keyFile = join(folder, 'keys.json');
  await writeFile(keyFile, JSON.stringify(await createKeySet()));
  land = await openLandCases((db, now) => {
    const config = settings.parse({
      DATABASE_URL: 'postgres://unused',
      CERTIFICATE_KEYS: keyFile,
      CERTIFICATE_ISSUER: BUYER,
      CERTIFICATE_BASE_URL: BASE,
    });
    return openLandCertificates(db, config, { warn: () => {} }, now);
  });
}, 60_000);
beforeEach(() => forgetCases(land));
afterAll(async () => {
  await land[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

interface Certificate {
  identifier: string;
  version: number;
  state: string;
  path: string;
  credential: string;
}
const CERTIFICATE = 'certificate { identifier version state path credential }';

async function ofUnit(who: Who = OFFICIAL, code = UNIT): Promise<Certificate | null> {
  const query = `query ($code: RealEstateUnitCode!) { realEstateUnit(code: $code) { ${CERTIFICATE} } }`;
  return (await land.ask<{ realEstateUnit: { certificate: Certificate | null } }>(who, query, { code }))
    .realEstateUnit.certificate;
}
async function ofCase(number: string, who: Who = OFFICIAL): Promise<Certificate | null> {
  const query = `query ($number: ID!) { landCase(number: $number) { ${CERTIFICATE} } }`;
  return (await land.ask<{ landCase: { certificate: Certificate | null } }>(who, query, { number })).landCase
    .certificate;
}

const atDepartment = (path: string) => path.replace('/departments/land', '');
const open = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(atDepartment(path), land.served.url), { headers });
/** As the gateway passes it on for somebody who is signed in. */
async function download(path: string, who: Who) {
  const binding = streamBinding({ method: 'GET', path: atDepartment(path), offset: null });
  return open(path, await land.served.sign(who, binding));
}

async function verify(content: string) {
  const { now } = land.clock;
  return verifyCertificate(new TextEncoder().encode(content), {
    now,
    holder: null,
    keysOf: async (department) => readPublishedKeys(await (await open(keySetPath(department))).text()).keys,
    statusListOf: async (department, uri, keys) => {
      // The department makes a list anew each second.
      await new Promise((resolve) => setTimeout(resolve, 1100));
      const text = await (await open(uri.replace(BASE, ''))).text();
      return verifyStatusList(text, { department, uri }, keys, now);
    },
  });
}

const voidIt = (mutation: string, number: string) =>
  land.act(SERVICES, mutation, { number, reason: '一件事撤销' });

test('a registration that is granted is certified, until it is voided', { timeout: 30_000 }, async () => {
  expect(await ofUnit()).toBeNull();
  const { number } = await land.granted();
  const certificate = (await ofUnit())!;
  expect(await ofCase(number)).toMatchObject({ identifier: certificate.identifier, state: 'VALID' });
  expect(await verify(certificate.credential)).toMatchObject({
    verdict: 'VALID',
    certificate: {
      title: { zh: '不动产权证书' },
      number: `BDC${number}`,
      holder: { name: REGISTRATION.registration.holderName, uscc: BUYER },
      authority: '江苏省南京市玄武区自然资源和规划局',
      validFrom: '2026-03-02',
      details: [{ value: UNIT }, { value: '120.50 平方米' }],
    },
  });
  expect(await voidIt('voidLandRegistration', number)).toMatchObject({ voided: true });
  expect((await verify(certificate.credential)).verdict).toBe('REVOKED');
  expect(await ofUnit()).toBeNull();
  expect(await ofCase(number)).toBeNull();
});

test(
  'another holder revokes it; when that is voided, the one before is certified again',
  { timeout: 30_000 },
  async () => {
    const first = await land.granted();
    const before = (await ofUnit())!;
    const second = await land.granted({
      applicant: OTHER_HOLDER,
      reference: 'M-2',
      registration: { ...REGISTRATION.registration, holderBefore: BUYER, holderName: '第二任权利人有限公司' },
    });
    const after = (await ofUnit())!;
    expect((await verify(before.credential)).verdict).toBe('REVOKED');
    expect(await verify(after.credential)).toMatchObject({
      verdict: 'VALID',
      certificate: { holder: { uscc: OTHER_HOLDER } },
    });

    await voidIt('voidLandRegistration', second.number);
    expect((await verify(after.credential)).verdict).toBe('REVOKED');
    const again = (await ofUnit())!;
    expect(again).toMatchObject({ version: 2, state: 'VALID' });
    expect(await verify(again.credential)).toMatchObject({
      verdict: 'VALID',
      certificate: { holder: { uscc: BUYER } },
    });
    expect((await verify(before.credential)).verdict).toBe('REVOKED');

    await voidIt('voidLandRegistration', first.number);
    expect((await verify(again.credential)).verdict).toBe('REVOKED');
    expect(await ofUnit()).toBeNull();
  },
);

test('a planning permit is certified, until it is voided', { timeout: 30_000 }, async () => {
  const { number } = await land.granted({ ...PLANNING, registration: null });
  const certificate = (await ofCase(number))!;
  expect(await verify(certificate.credential)).toMatchObject({
    verdict: 'VALID',
    certificate: {
      title: { zh: '建设用地规划许可证' },
      number: expect.stringMatching(/^地字第320102\d+号$/) as string,
      holder: { name: null, uscc: BUYER },
      details: [
        { value: '一号厂房' },
        { value: '人民路1号' },
        { value: '12000.50 平方米' },
        { value: '工业用地 0601' },
      ],
    },
  });
  await voidIt('voidLandUsePlanning', number);
  expect((await verify(certificate.credential)).verdict).toBe('REVOKED');
  expect(await ofCase(number)).toBeNull();
});

test('it is read by who acts for the holder, by officials there, and with a grant; the file by the first two', async () => {
  const { number } = await land.granted();
  const { path, identifier } = (await ofUnit())!;
  const owner = await ofUnit(OWNER);
  expect(owner).toMatchObject({ identifier });
  expect(await ofCase(number, AGENT)).toMatchObject({ identifier });
  const query = `{ realEstateUnit(code: "${UNIT}") { code certificate { identifier } } }`;
  expect(
    (await land.served.ask(query, grantOf(['RealEstateUnit.certificate'], ['3201']))).data,
  ).toMatchObject({
    realEstateUnit: { certificate: { identifier } },
  });
  for (const who of [{}, STRANGER, CITIZEN, grantOf(['RealEstateUnit.certificate'], ['33'])]) {
    const { data, errors } = await land.served.ask(query, who);
    expect(JSON.stringify(data ?? null)).not.toContain(identifier);
    expect(errors).toHaveLength(1);
  }

  for (const who of [OWNER, AGENT, OFFICIAL]) expect((await download(path, who)).status).toBe(200);
  const { purpose: _purpose, ...aimless } = OFFICIAL;
  expect((await download(path, aimless)).status).toBe(403);
  expect((await open(path)).status).toBe(401);
  for (const who of [STRANGER, CITIZEN, CITY_OFFICIAL, SERVICES]) {
    expect((await download(path, who)).status).toBe(404);
  }
});

test('what was denied is not certified; a person has a certificate of its own', async () => {
  const { number } = await land.filed();
  await land.step(OFFICIAL, 'acceptLandCase', number);
  await land.step(OFFICIAL, 'startLandCaseReview', number);
  await land.step(OFFICIAL, 'decideLandCase', number, { decision: 'DENIED', reason: '未缴税' });
  expect(await ofCase(number)).toBeNull();
  const own = await land.granted({
    person: 'person-004',
    applicant: null,
    registration: { unit: FREE_UNIT, holderName: '王小明' },
  });
  const certificate = (await ofCase(own.number, CITIZEN))!;
  expect((await download(certificate.path, CITIZEN)).status).toBe(200);
  expect((await download(certificate.path, OWNER)).status).toBe(404);
});
