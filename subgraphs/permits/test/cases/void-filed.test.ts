import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeySet } from '@yiwang/certificates';
import { tellFollowers } from '@yiwang/subgraph-kit/outbox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPermitCertificates } from '../../src/certificates/permit-certificates.ts';
import { settings } from '../../src/config.ts';
import {
  ANSWERS,
  FOOD_MATTER,
  OFFICIAL,
  type OpenCases,
  openCases,
  OWNER,
  RESTAURANT,
  type Who,
} from './open-cases.ts';

const SERVICES: Who = { client: 'services-service', user: null, scopes: ['matters:run'] };
const OTHER: Who = { ...SERVICES, client: 'other-service' };

let folder: string;
let open: OpenCases;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-voided-'));
  const keyFile = join(folder, 'keys.json');
  await writeFile(keyFile, JSON.stringify(await createKeySet()));
  open = await openCases(undefined, undefined, (db, now) => {
    const config = settings.parse({
      DATABASE_URL: 'postgres://unused',
      CERTIFICATE_KEYS: keyFile,
      CERTIFICATE_ISSUER: RESTAURANT,
    });
    return openPermitCertificates(db, config, { warn: () => {} }, now);
  });
}, 60_000);
afterAll(async () => {
  await open[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

type Data = Record<string, unknown>;

async function ask<Result = Data>(who: Who, query: string, variables: object = {}): Promise<Result> {
  const { data, errors } = await open.served.ask(query, who, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data as Result;
}

interface Outcome {
  case: Data | null;
  userErrors: { code: string }[];
}

async function file(): Promise<string> {
  const input = {
    basicCode: FOOD_MATTER,
    region: '320102',
    person: 'person-001',
    applicant: RESTAURANT,
    reference: 'M-1',
    form: ANSWERS,
  };
  const query = `mutation ($input: FiledCaseInput!, $key: ID!) {
    fileCase(input: $input, idempotencyKey: $key) { case { number } } }`;
  const { fileCase } = await ask<{ fileCase: { case: { number: string } } }>(SERVICES, query, {
    input,
    key: randomUUID(),
  });
  return fileCase.case.number;
}

async function decided(decision: object): Promise<string> {
  const number = await file();
  await open.act(OFFICIAL, 'acceptCase', number);
  await open.act(OFFICIAL, 'startCaseReview', number);
  expect((await open.act(OFFICIAL, 'decideCase', number, decision)).userErrors).toEqual([]);
  return number;
}
const granted = () => decided({ decision: 'GRANTED' });

const VOID = `mutation ($number: ID!, $reason: String!, $key: ID!) {
  answer: voidFiledCase(number: $number, reason: $reason, idempotencyKey: $key) {
    case { number state decision permit voidedOn } userErrors { code field } } }`;

async function voidCase(
  number: string,
  { who = SERVICES, key = randomUUID() as string, reason = '下一阶段未获许可' } = {},
) {
  return (await ask<{ answer: Outcome }>(who, VOID, { number, reason, key })).answer;
}

const codeOf = ({ userErrors }: Outcome) => userErrors[0]?.code;

/** What finds a permit, with a caller who sees it. */
const readsOf = (number: string): [Who, string][] => [
  [{}, `{ permit(number: "XK${number}") { number name } }`],
  [
    {},
    `{ _entities(representations: [{ __typename: "Permit", number: "XK${number}" }]) { ... on Permit { number } } }`,
  ],
  [
    {},
    `{ _entities(representations: [{ __typename: "Enterprise", uscc: "${RESTAURANT}" }]) { ... on Enterprise {
      permits(first: 100) { edges { node { number } } } } } }`,
  ],
  [OFFICIAL, `{ case(number: "${number}") { permit { number } } }`],
  [OWNER, '{ myCases(first: 100) { edges { node { permit { number } } } } }'],
  [SERVICES, `{ filedCases(numbers: ["${number}"]) { permit } }`],
];

/** Numbers that a permit changes. */
async function counts() {
  const found = await ask(
    {},
    `{
    _entities(representations: [{ __typename: "Enterprise", uscc: "${RESTAURANT}" }, { __typename: "Region", code: "32" }, { __typename: "Region", code: "320102" }]) {
      ... on Enterprise { permits(first: 1) { totalCount } } ... on Region { permitCount } } }`,
  );
  const statistics = await ask<{ timeLimitStatistics: { granted: number }[] }>(
    OFFICIAL,
    '{ timeLimitStatistics(from: "2026-03-01", until: "2026-03-31") { granted } }',
  );
  return { ...found, granted: statistics.timeLimitStatistics.reduce((sum, { granted }) => sum + granted, 0) };
}

test('the permit that is voided is found by no read, list, count or statistic, its certificate is revoked, and others stay', async () => {
  const other = await granted();
  const before = await counts();
  const number = await granted();
  const { sql } = open.served.database;
  expect(await counts()).not.toEqual(before);
  for (const [who, query] of readsOf(number)) {
    expect(JSON.stringify(await ask(who, query)), query).toContain(`"XK${number}"`);
  }
  // A count that was brought up to date while the permit was there does not keep it.
  await sql`refresh materialized view permit_counts`;
  const suspend = `mutation { suspendPermit(number: "XK${number}", reason: "检查", idempotencyKey: "s-${number}") { userErrors { code } } }`;
  expect(await ask(OFFICIAL, suspend)).toMatchObject({ suspendPermit: { userErrors: [] } });

  expect(await voidCase(number, { reason: ' 下一阶段未获许可 ' })).toEqual({
    case: { number, state: 'DECIDED', decision: 'GRANTED', permit: null, voidedOn: '2026-03-02' },
    userErrors: [],
  });

  for (const [who, query] of readsOf(number)) {
    const { data } = await open.served.ask(query, who);
    expect(JSON.stringify(data), query).not.toContain(`"XK${number}"`);
  }
  expect(await counts()).toEqual(before);
  expect(await open.read(OWNER, number, 'voidedOn permit { number }')).toEqual({
    voidedOn: '2026-03-02',
    permit: null,
  });
  expect(await open.read(OWNER, other, 'voidedOn permit { number }')).toEqual({
    voidedOn: null,
    permit: { number: `XK${other}` },
  });
  expect(await sql`select state from certificates where record = ${`XK${number}`}`).toEqual([
    { state: 'REVOKED' },
  ]);
  expect(await sql`select * from voided_permits where case_number = ${number}`).toMatchObject([
    {
      number: `XK${number}`,
      client: 'services-service',
      reason: '下一阶段未获许可',
      permit: { number: `XK${number}`, holder_uscc: RESTAURANT, source: 'GRAPH' },
      permit_events: [{ change: 'SUSPENDED', reason: '检查' }],
    },
  ]);
});

test('voiding again changes nothing, with the same key or another one; the client is told of one change', async () => {
  const number = await granted();
  await tellFollowers(open.served.database.service.sql, true);
  const outcomes = await Promise.all(
    Array.from({ length: 12 }, (_, i) => voidCase(number, { key: i % 2 ? `${number}/undo` : randomUUID() })),
  );
  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({ case: { permit: null, voidedOn: '2026-03-02' }, userErrors: [] });
  }
  const { sql } = open.served.database;
  expect(await sql`select 1 from voided_permits where case_number = ${number}`).toHaveLength(1);
  expect(
    await sql`select filed_through from outbox where key = ${number} and payload ->> 'action' = 'VOID'`,
  ).toEqual([{ filed_through: 'services-service' }]);
  expect(codeOf(await voidCase(number, { key: `${number}/undo`, reason: '别的原因' }))).toBe(
    'IDEMPOTENCY_KEY_REUSED',
  );
});

test('what gave no permit is not voided: an open case is withdrawn, what was rejected stays so for its key, and what is over stays', async () => {
  const number = await file();
  const key = randomUUID();
  expect(codeOf(await voidCase(number, { key }))).toBe('WRONG_STATE');
  const denied = await decided({ decision: 'DENIED', reason: '不符合' });
  expect(await voidCase(denied)).toMatchObject({
    case: { decision: 'DENIED', voidedOn: null },
    userErrors: [],
  });

  await open.act(OFFICIAL, 'acceptCase', number);
  await open.act(OFFICIAL, 'startCaseReview', number);
  await open.act(OFFICIAL, 'decideCase', number, { decision: 'GRANTED' });
  expect(codeOf(await voidCase(number, { key }))).toBe('WRONG_STATE');
  expect(await open.read(OWNER, number, 'permit { number }')).toEqual({ permit: { number: `XK${number}` } });
  expect(await voidCase(number)).toMatchObject({ case: { permit: null }, userErrors: [] });
  expect(codeOf(await voidCase(await granted(), { reason: ' ' }))).toBe('MALFORMED_TEXT');
});

test('only the client that filed it may void it, and the service removes permits’ history by the function alone', async () => {
  const number = await granted();
  const own = await open.caseAfter(
    ['submitCase'],
    ['acceptCase'],
    ['startCaseReview'],
    ['decideCase', { decision: 'GRANTED' }],
  );
  expect(codeOf(await voidCase(number, { who: OTHER }))).toBe('UNKNOWN_NUMBER');
  expect(codeOf(await voidCase(own.number))).toBe('UNKNOWN_NUMBER');
  for (const who of [OWNER, OFFICIAL, { ...SERVICES, scopes: [] }]) {
    const { errors } = await open.served.ask(VOID, who, { number, reason: 'x', key: 'k' });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
  const { sql: service } = open.served.database.service;
  for (const statement of [
    service`delete from voided_permits`,
    service`update voided_permits set reason = 'x'`,
    service`delete from permit_events`,
  ]) {
    await expect(statement).rejects.toMatchObject({ code: '42501' });
  }
  await expect(
    service`select void_permit(${own.number}, 'services-service', 'x', now())`,
  ).rejects.toMatchObject({
    code: '23514',
  });
  await expect(service`select void_permit(${number}, 'other-service', 'x', now())`).rejects.toMatchObject({
    code: '23514',
  });
  expect(await open.read(OWNER, number, 'permit { number }')).toEqual({ permit: { number: `XK${number}` } });
});
