import { randomUUID } from 'node:crypto';
import { reportDispute } from '@yiwang/subgraph-kit/prefill';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  BUILDER,
  BUILDING,
  FOUNDER,
  OPENING,
  type OpenServices,
  openServices,
  OTHER_AGENT,
  OWNER,
  STRANGER,
  TRANSFER,
  type Who,
} from '../open-services.ts';
import { createFakeGateway, denied } from './fake-gateway.ts';

const gateway = createFakeGateway();
const PARCEL = '320412001001GB00001';

let services: OpenServices;
beforeAll(async () => {
  services = await openServices(undefined, gateway.client);
});
beforeEach(() => {
  Object.assign(gateway, { answer: () => undefined, parcels: [PARCEL] });
  gateway.asked.length = 0;
});
afterAll(() => services[Symbol.asyncDispose]());

async function start(who: Who, matter: string, applicant: string | null, form: object = {}) {
  const input = { matter, applicant, region: '320412', form };
  const { matterCase } = await services.command(
    who,
    'startMatterCase',
    { input },
    { input: 'MatterCaseInput!' },
  );
  return matterCase!.number;
}
const building = (form: object = {}) => start(OWNER, BUILDING, BUILDER, form);

const TYPES = { number: 'ID!', expectedVersion: 'Int!' };
const prefill = (who: Who, number: string, expectedVersion: number, key: string = randomUUID()) =>
  services.command(who, 'prefillMatterCase', { number, expectedVersion, idempotencyKey: key }, TYPES);
const codesOf = ({ userErrors }: { userErrors: { code: string }[] }) => userErrors.map(({ code }) => code);

interface Field {
  field: string;
  state: string;
  value: unknown;
  department: string;
  coordinate: string;
  sharing: string;
  readAt: string;
  reason: string | null;
  verdict: string | null;
  correction: string | null;
}
async function read(who: Who, number: string) {
  const query = `query ($number: ID!) { matterCase(number: $number) { version form prefill {
    field state value department coordinate sharing readAt reason verdict correction } } }`;
  const { data } = await services.ask(query, who, { number });
  return data!['matterCase'] as { version: number; form: Record<string, unknown>; prefill: Field[] };
}
const inShort = ({ prefill: all }: { prefill: Field[] }) =>
  all.map(({ field, state }) => `${field} ${state}`);

test('a draft of an enterprise is filled with what departments hold, and with what is found by that the next time', async () => {
  const number = await building();
  expect(await prefill(OWNER, number, 1)).toMatchObject({ matterCase: { version: 2 }, userErrors: [] });
  const first = await read(OWNER, number);
  expect(first.form).toEqual({ project: { enterpriseName: '常州机械有限公司', parcel: PARCEL } });
  expect(inShort(first)).toEqual([
    'project.address NOT_ASKED',
    'project.enterpriseName FOUND',
    'project.landAreaM2 NOT_ASKED',
    'project.landUse NOT_ASKED',
    'project.parcel FOUND',
  ]);
  expect(first.prefill[0]!.reason).toContain('not answered yet');
  expect(first.prefill[1]).toMatchObject({
    ...{ value: '常州机械有限公司', department: 'enterprises', coordinate: 'Enterprise.name' },
    ...{ sharing: 'UNCONDITIONAL', reason: null, verdict: null, correction: null },
    readAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
  });
  expect(first.prefill[4]).toMatchObject({ value: PARCEL, department: 'land' });

  expect(await prefill(OWNER, number, 2)).toMatchObject({ matterCase: { version: 3 }, userErrors: [] });
  const second = await read(OWNER, number);
  expect(second.form).toEqual({
    project: {
      ...{ enterpriseName: '常州机械有限公司', parcel: PARCEL },
      ...{ address: '滨湖路18号', landAreaM2: '20000.50', landUse: '0601' },
    },
  });
  expect(new Set(second.prefill.map(({ state }) => state))).toEqual(new Set(['FOUND']));
  // A text stays one, also where it looks like a number.
  expect(second.prefill[2]).toMatchObject({ field: 'project.landAreaM2', value: '20000.50' });
  // As the client of services, with the application as the purpose.
  expect(new Set(gateway.asked.map(({ purpose }) => purpose!.caseNumber))).toEqual(new Set([number]));
  expect(gateway.asked[0]!.purpose).toMatchObject({
    basis: expect.stringContaining('优化营商环境条例') as string,
    requester: '政务服务',
  });
  expect(gateway.asked.map(({ variables }) => variables)).toContainEqual({ parcel: PARCEL });
});

test('what the applicant has answered stays, and of several parcels none is chosen', async () => {
  gateway.parcels = [PARCEL, '320412001001GB00002'];
  const number = await building({ project: { enterpriseName: '另一个名称' } });
  await prefill(OWNER, number, 1);
  const { form, prefill: all } = await read(OWNER, number);
  expect(form).toEqual({ project: { enterpriseName: '另一个名称' } });
  expect(all.find(({ field }) => field === 'project.enterpriseName')).toMatchObject({
    state: 'FOUND',
    value: '常州机械有限公司',
  });
  expect(all.find(({ field }) => field === 'project.parcel')).toMatchObject({
    state: 'UNFIT',
    value: gateway.parcels,
  });
});

test('a person who is no enterprise has nothing to take over: nobody is asked, and it is said why', async () => {
  const number = await start(FOUNDER, TRANSFER, null);
  expect(await prefill(FOUNDER, number, 1)).toMatchObject({ matterCase: { version: 2 }, userErrors: [] });
  const { form, prefill: all } = await read(FOUNDER, number);
  expect(form).toEqual({});
  expect(all).toMatchObject([
    {
      field: 'holder.name',
      state: 'NOT_ASKED',
      value: null,
      reason: expect.stringContaining('a person applies'),
    },
  ]);
  expect(gateway.asked).toEqual([]);
  // The same matter, of an enterprise.
  const other = await start(OWNER, TRANSFER, BUILDER).catch(() => null);
  expect(other).not.toBeNull();
  await prefill(OWNER, other!, 1);
  expect((await read(OWNER, other!)).form).toEqual({ holder: { name: '常州机械有限公司' } });
});

test('a department that hangs costs its own values, and the answer comes within a second', async () => {
  gateway.answer = (query) => (query.includes('parcels') ? 'HANGS' : undefined);
  const number = await building();
  // Documents are compiled once.
  await prefill(OWNER, await building(), 1);
  const before = performance.now();
  expect(codesOf(await prefill(OWNER, number, 1))).toEqual([]);
  expect(performance.now() - before).toBeLessThan(5_000);
  const found = await read(OWNER, number);
  expect(found.form).toEqual({ project: { enterpriseName: '常州机械有限公司' } });
  expect(found.prefill.find(({ field }) => field === 'project.parcel')).toMatchObject({
    ...{ state: 'SILENT', value: null, department: 'land' },
    reason: expect.stringContaining('land does not answer') as string,
  });
});

test('what needs a grant is denied with the reason, and what is not there is empty', async () => {
  gateway.answer = (query) =>
    query.includes('parcels')
      ? { data: { enterprise: { parcels: null } }, errors: [denied(['enterprise', 'parcels'])] }
      : { data: { enterprise: null }, errors: [] };
  const number = await building();
  await prefill(OWNER, number, 1);
  const { form, prefill: all } = await read(OWNER, number);
  expect(form).toEqual({});
  expect(all.filter(({ state }) => state !== 'NOT_ASKED')).toMatchObject([
    { field: 'project.enterpriseName', state: 'EMPTY', reason: null },
    { field: 'project.parcel', state: 'DENIED', reason: 'It needs a grant: yiwang application apply.' },
  ]);
});

test('nobody is asked for who may not fill it in, on another version, or after it was submitted', async () => {
  const number = await building();
  for (const who of [STRANGER, OTHER_AGENT]) {
    expect(codesOf(await prefill(who, number, 1))).toEqual(['UNKNOWN_NUMBER']);
    // The same as for one that does not exist.
    expect(await prefill(who, 'L1', 1)).toEqual(await prefill(who, number, 1));
  }
  expect((await prefill({}, number, 1)).code).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
  expect(codesOf(await prefill(OWNER, number, 7))).toEqual(['STALE_VERSION']);
  await services.command(OWNER, 'withdrawMatterCase', { number, expectedVersion: 1 }, TYPES);
  expect(codesOf(await prefill(OWNER, number, 2))).toEqual(['WRONG_STATE']);
  expect(gateway.asked).toEqual([]);
});

test('with the same key it is filled in once, and departments are asked once', async () => {
  const number = await building();
  const key = randomUUID();
  const first = await prefill(OWNER, number, 1, key);
  const asked = gateway.asked.length;
  expect(await prefill(OWNER, number, 1, key)).toEqual(first);
  expect(gateway.asked).toHaveLength(asked);
  const other = await building();
  expect(codesOf(await prefill(OWNER, other, 1, key))).toEqual(['IDEMPOTENCY_KEY_REUSED']);
});

test('of ten that fill in at once, one does, and no answer that is saved meanwhile is lost', async () => {
  const number = await building();
  const form = { project: { name: '二期厂房' } };
  const save = services.command(
    OWNER,
    'saveMatterCase',
    { number, expectedVersion: 1, form },
    { ...TYPES, form: 'JSON!' },
  );
  const outcomes = await Promise.all([save, ...Array.from({ length: 10 }, () => prefill(OWNER, number, 1))]);
  const taken = outcomes.filter((one) => one.userErrors.length === 0);
  expect(taken).toHaveLength(1);
  expect(new Set(outcomes.flatMap(codesOf))).toEqual(new Set(['STALE_VERSION']));
  const found = await read(OWNER, number);
  expect(found.version).toBe(2);
  const isSaved = outcomes[0]!.userErrors.length === 0;
  expect(found.prefill).toHaveLength(isSaved ? 0 : 5);
});

test('a matter whose form takes nothing, and one of a department that asks nobody, are filled in by hand', async () => {
  const number = await start(FOUNDER, OPENING, null);
  expect(codesOf(await prefill(FOUNDER, number, 1))).toEqual(['NO_PREFILL']);
  await using alone = await openServices();
  const input = { matter: BUILDING, applicant: BUILDER, region: '320412' };
  const { matterCase } = await alone.command(
    OWNER,
    'startMatterCase',
    { input },
    { input: 'MatterCaseInput!' },
  );
  const args = { number: matterCase!.number, expectedVersion: 1 };
  expect(codesOf(await alone.command(OWNER, 'prefillMatterCase', args, TYPES))).toEqual(['NO_PREFILL']);
});

test('a value is confirmed, or disputed: that is reported to the department that owns it', async () => {
  const number = await building();
  await prefill(OWNER, number, 1);
  const types = { ...TYPES, field: 'String!', isRight: 'Boolean!', problem: 'String', proposal: 'String' };
  const answer = async (expectedVersion: number, args: object, who: Who = OWNER) =>
    codesOf(await services.command(who, 'answerMatterPrefill', { number, expectedVersion, ...args }, types));
  const none = { problem: null, proposal: null };
  expect(await answer(2, { field: 'project.enterpriseName', isRight: true, ...none })).toEqual([]);
  const dispute = { field: 'project.parcel', isRight: false, problem: '已转让', proposal: null };
  expect(await answer(3, { ...dispute, problem: ' ' })).toEqual(['MALFORMED_TEXT']);
  expect(await answer(3, { ...dispute, field: 'project.landUse' })).toEqual(['UNKNOWN_FIELD']);
  expect(await answer(3, dispute, STRANGER)).toEqual(['UNKNOWN_NUMBER']);
  expect(await answer(2, dispute)).toEqual(['STALE_VERSION']);
  expect(await answer(3, dispute)).toEqual([]);

  const { sql } = services.database.service;
  const tables = { prefills: 'matter_case_prefills', cases: 'matter_cases' };
  expect(await reportDispute(sql, gateway.client, tables)).toBe(true);
  expect(await reportDispute(sql, gateway.client, tables)).toBe(false);
  expect(gateway.asked.at(-1)!.variables).toMatchObject({
    input: { coordinate: 'Parcel.code', subject: BUILDER, department: 'land', problem: '已转让' },
  });
  const { prefill: all } = await read(OWNER, number);
  expect(
    all.flatMap(({ field, verdict, correction }) => (verdict ? [[field, verdict, correction]] : [])),
  ).toEqual([
    ['project.enterpriseName', 'CONFIRMED', null],
    ['project.parcel', 'DISPUTED', 'SC1'],
  ]);
});
