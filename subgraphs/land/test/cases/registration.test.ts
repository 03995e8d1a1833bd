import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HOLDER, HOLDER_NAME } from '../fixture.ts';
import {
  BUYER,
  CITIZEN,
  forgetCases,
  FREE_UNIT,
  OFFICIAL,
  type OpenLandCases,
  openLandCases,
  OTHER,
  OWNER,
  REGISTRATION,
  SERVICES,
  UNIT,
} from './open-land-cases.ts';

let land: OpenLandCases;
beforeAll(async () => {
  land = await openLandCases();
});
beforeEach(() => forgetCases(land));
afterAll(() => land[Symbol.asyncDispose]());

const { registration } = REGISTRATION;
const NAME = registration.holderName;
const BEFORE = {
  holder: { uscc: HOLDER },
  holderName: HOLDER_NAME,
  registeredOn: '2021-02-03',
  source: 'GENERATED',
};
const AFTER = { holder: { uscc: BUYER }, holderName: NAME, registeredOn: '2026-03-02', source: 'GRAPH' };

const hold = (input: object = {}, who = SERVICES) =>
  land.act(who, 'holdRealEstateUnit', { input: { unit: UNIT, reference: 'M-1', holder: BUYER, ...input } });
const voidIt = (number: string, more: object = {}, who = SERVICES) =>
  land.act(who, 'voidLandRegistration', { number, reason: 'The tax was refused.', ...more });

describe('filing', () => {
  test('a client files a registration of the unit that it holds, and people decide it', async () => {
    await hold();
    const row = await land.filed();
    expect(row).toEqual({
      number: expect.stringMatching(/^LD32010220260302-\d{6}$/) as string,
      kind: 'REAL_ESTATE_REGISTRATION',
      reference: 'M-1',
      state: 'SUBMITTED',
      version: 2,
      decision: null,
      reason: null,
      defects: null,
      dueOn: null,
      registeredUnit: null,
      planningPermit: null,
      voidedAt: null,
    });
    expect(await land.holderOf(UNIT)).toEqual(BEFORE);
  });

  test.each<[what: string, more: object, code: string, field: string[]]>([
    ['a unit that is not registered', { unit: `${UNIT.slice(0, -1)}9` }, 'UNKNOWN_UNIT', ['unit']],
    ['a holder who does not hold it', { holderBefore: '9132070070404786XB' }, 'NOT_HOLDER', ['holderBefore']],
    [
      'a name in place of the code of the holder',
      { holderBefore: HOLDER_NAME },
      'NOT_HOLDER',
      ['holderBefore'],
    ],
    ['no holder, although there is one', { holderBefore: null }, 'NOT_HOLDER', ['holderBefore']],
    [
      'a holder, although there is none',
      { unit: FREE_UNIT, holderBefore: HOLDER },
      'NOT_HOLDER',
      ['holderBefore'],
    ],
    ['a mistyped holder', { holderBefore: `${HOLDER.slice(0, -1)}X` }, 'MALFORMED_HOLDER', ['holderBefore']],
    ['a name of blanks', { holderName: ' ' }, 'MALFORMED_TEXT', ['holderName']],
    ['a price of nothing', { priceCny: '0.00' }, 'MALFORMED_AMOUNT', ['priceCny']],
  ])('%s is rejected, and leaves nothing but that', async (_what, more, code, field) => {
    expect(await land.file({ registration: { ...registration, ...more } })).toMatchObject({
      case: null,
      userErrors: [{ code, field: ['input', 'registration', ...field] }],
    });
    const [row] = await land.served.database.sql`
      select (select count(*)::int from cases) as cases, (select count(*)::int from idempotency_keys) as keys`;
    expect(row).toEqual({ cases: 0, keys: 1 });
  });

  test('neither another region, nor both kinds or none, nor who holds it already', async () => {
    expect((await land.file({ region: '320583' })).userErrors).toMatchObject([
      { code: 'WRONG_REGION', field: ['input', 'region'] },
    ]);
    const planning = { projectName: '一号', location: '一路', areaM2: '1', landUse: '0601' };
    for (const more of [{ planning }, { registration: null }])
      expect((await land.file(more)).userErrors).toMatchObject([{ code: 'CONTRADICTORY_INPUT' }]);
    expect((await land.file({ applicant: HOLDER })).userErrors).toMatchObject([{ code: 'ALREADY_HOLDER' }]);
    for (const region of ['3201', '320102001'])
      expect((await land.file({ region, reference: 'M-1', applicant: BUYER })).userErrors).toMatchObject(
        region === '3201' ? [] : [{ code: 'UNIT_HELD' }],
      );
  });

  test.each<[what: string, input: object]>([
    ['another client', { who: OTHER }],
    ['another reference', { reference: 'M-2' }],
  ])(
    '%s cannot file a registration of a unit that is held, nor of one that is being registered',
    async (_what, input) => {
      const { who = SERVICES, ...more } = input as { who?: typeof SERVICES };
      await hold();
      expect((await land.file(more, who)).userErrors).toMatchObject([
        { code: 'UNIT_HELD', field: ['input', 'registration', 'unit'] },
      ]);
      const { number } = await land.filed();
      await land.act(SERVICES, 'releaseRealEstateUnit', { unit: UNIT, reference: 'M-1' });
      expect((await land.file(more, who)).userErrors).toMatchObject([{ code: 'UNIT_HELD' }]);
      expect((await hold(more, who)).userErrors).toMatchObject([{ code: 'UNIT_HELD' }]);
      await land.act(SERVICES, 'withdrawFiledLandCase', { number });
      expect((await land.file(more, who)).userErrors).toEqual([]);
    },
  );

  test('of many registrations of one unit at once, one is filed', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, i) => land.file({ reference: `R-${i % 4}` })),
    );
    const codes = outcomes.map(({ userErrors }) => userErrors[0]?.code ?? 'DONE').sort();
    expect(codes).toEqual(['DONE', ...Array.from({ length: 7 }, () => 'UNIT_HELD')]);
  });
});

describe('deciding', () => {
  test('granted, the applicant holds the unit, the one before is kept, and the hold is over', async () => {
    await hold();
    const { number } = await land.granted();
    expect(await land.holderOf(UNIT)).toEqual(AFTER);
    const { filedLandCases } = await land.ask<{ filedLandCases: unknown[] }>(
      SERVICES,
      'query ($numbers: [ID!]!) { filedLandCases(numbers: $numbers) { state decision registeredUnit voidedAt } }',
      { numbers: [number] },
    );
    expect(filedLandCases).toEqual([
      { state: 'DECIDED', decision: 'GRANTED', registeredUnit: UNIT, voidedAt: null },
    ]);
    const history = await land.served.database.sql`
      select action, before_uscc, before_name, before_registered_on::text, before_source, after_uscc, after_name from unit_holder_events`;
    expect(history).toEqual([
      {
        action: 'REGISTER',
        before_uscc: HOLDER,
        before_name: HOLDER_NAME,
        before_registered_on: '2021-02-03',
        before_source: 'GENERATED',
        after_uscc: BUYER,
        after_name: NAME,
      },
    ]);
    for (const table of ['unit_holder_events', 'unit_hold_events', 'case_events'])
      await expect(
        land.served.database.service.sql`delete from ${land.served.database.service.sql(table)}`,
      ).rejects.toThrow('permission denied');
    const seller = { ...registration, holderBefore: BUYER, holderName: HOLDER_NAME };
    expect(
      (await land.file({ reference: 'M-2', applicant: HOLDER, registration: seller }, OTHER)).userErrors,
    ).toEqual([]);
  });

  test('a person becomes the holder by name, of a unit that nobody held', async () => {
    await land.granted({
      applicant: null,
      person: 'person-004',
      registration: { unit: FREE_UNIT, holderName: ' 张 三 ' },
    });
    expect(await land.holderOf(FREE_UNIT)).toEqual({ ...AFTER, holder: null, holderName: '张三' });
    expect(
      (
        await land.file({
          reference: 'M-2',
          registration: { ...registration, unit: FREE_UNIT, holderBefore: '张三' },
        })
      ).userErrors,
    ).toEqual([]);
  });

  test('denied, the holder stays', async () => {
    const { number } = await land.filed();
    await land.step(OFFICIAL, 'acceptLandCase', number);
    await land.step(OFFICIAL, 'startLandCaseReview', number);
    await land.step(OFFICIAL, 'decideLandCase', number, { decision: 'DENIED', reason: '权属不清' });
    expect(await land.holderOf(UNIT)).toEqual(BEFORE);
    expect((await land.file({ reference: 'M-2' })).userErrors).toEqual([]);
  });

  test('it is not granted when the holder has changed since by the register', async () => {
    const { number } = await land.filed();
    await land.step(OFFICIAL, 'acceptLandCase', number);
    await land.step(OFFICIAL, 'startLandCaseReview', number);
    await land.served.database
      .sql`update real_estate_units set holder_uscc = null, holder_name = '李四' where code = ${UNIT}`;
    expect(await land.step(OFFICIAL, 'decideLandCase', number, { decision: 'GRANTED' })).toMatchObject({
      case: null,
      userErrors: [{ code: 'NOT_HOLDER' }],
    });
    expect(await land.holderOf(UNIT)).toMatchObject({ holder: null, holderName: '李四' });
  });

  test('a case that was returned is completed, for the same unit', async () => {
    const { number } = await land.filed();
    await land.step(OFFICIAL, 'returnLandCase', number, {
      defects: [{ about: 'priceCny', problem: '与合同不符' }],
    });
    const { filedLandCases } = await land.ask<{ filedLandCases: unknown[] }>(
      SERVICES,
      `{ filedLandCases(numbers: ["${number}"]) { state defects { about problem } } }`,
    );
    expect(filedLandCases).toEqual([
      { state: 'RETURNED', defects: [{ about: 'priceCny', problem: '与合同不符' }] },
    ]);
    const refile = (more: object, who = SERVICES) =>
      land.act(who, 'refileLandCase', { number, registration: { ...registration, ...more } });
    expect((await refile({ unit: FREE_UNIT })).userErrors).toMatchObject([{ code: 'CONTRADICTORY_INPUT' }]);
    expect((await refile({ holderBefore: null })).userErrors).toMatchObject([
      { code: 'NOT_HOLDER', field: ['registration', 'holderBefore'] },
    ]);
    expect((await refile({ priceCny: '2' }, OTHER)).userErrors).toMatchObject([{ code: 'UNKNOWN_NUMBER' }]);
    expect((await refile({ priceCny: '2000000.00' })).case).toMatchObject({ state: 'SUBMITTED', version: 4 });
    const shown = await land.ask(
      OFFICIAL,
      `{ landCase(number: "${number}") { registration { priceCny holderName } } }`,
    );
    expect(shown).toEqual({ landCase: { registration: { priceCny: '2000000.00', holderName: NAME } } });
  });
});

describe('voiding', () => {
  test('the holder before is restored as it was, and no read says otherwise', async () => {
    const { number } = await land.granted();
    land.clock.now = new Date('2026-03-05T02:00:00Z');
    expect(await voidIt(number)).toMatchObject({
      voided: true,
      case: { number, decision: 'GRANTED', registeredUnit: null, voidedAt: '2026-03-05T02:00:00.000Z' },
      userErrors: [],
    });
    expect(await land.holderOf(UNIT)).toEqual(BEFORE);
    const history = await land.served.database.sql`
      select action, before_uscc, after_uscc, reason from unit_holder_events order by id`;
    expect(history).toEqual([
      { action: 'REGISTER', before_uscc: HOLDER, after_uscc: BUYER, reason: null },
      { action: 'VOID', before_uscc: BUYER, after_uscc: HOLDER, reason: 'The tax was refused.' },
    ]);
    const shown = await land.ask(OWNER, `{ landCase(number: "${number}") { voidedAt voidReason } }`);
    expect(shown).toEqual({
      landCase: { voidedAt: '2026-03-05T02:00:00.000Z', voidReason: 'The tax was refused.' },
    });
  });

  test('a unit that nobody held is held by nobody again', async () => {
    const { number } = await land.granted({
      registration: { ...registration, unit: FREE_UNIT, holderBefore: null },
    });
    await voidIt(number);
    expect(await land.holderOf(FREE_UNIT)).toEqual({
      holder: null,
      holderName: null,
      registeredOn: null,
      source: 'GENERATED',
    });
  });

  test('sent again it gives the same, and once more there is nothing to void', async () => {
    const { number } = await land.granted();
    const key = { idempotencyKey: randomUUID() };
    const first = await voidIt(number, key);
    expect(await voidIt(number, key)).toEqual(first);
    expect(await voidIt(number)).toEqual({ ...first, voided: false });
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => voidIt(number)));
    expect(outcomes.map(({ voided }) => voided)).toEqual([false, false, false, false]);
    expect(await land.holderOf(UNIT)).toEqual(BEFORE);
  });

  test('registrations of one unit are voided the last one first', async () => {
    const first = await land.granted();
    const second = await land.granted({
      reference: 'M-2',
      applicant: null,
      person: 'person-004',
      registration: { unit: UNIT, holderName: '张三', holderBefore: BUYER },
    });
    expect(await voidIt(first.number)).toMatchObject({
      voided: false,
      case: null,
      userErrors: [{ code: 'REGISTERED_SINCE', field: ['number'] }],
    });
    expect((await voidIt(second.number)).voided).toBe(true);
    expect(await land.holderOf(UNIT)).toEqual(AFTER);
    expect((await voidIt(first.number)).voided).toBe(true);
    expect(await land.holderOf(UNIT)).toEqual(BEFORE);
  });

  test('what is not decided is withdrawn instead; what was denied or withdrawn has nothing to void', async () => {
    const { number } = await land.filed();
    expect((await voidIt(number)).userErrors).toMatchObject([{ code: 'WRONG_STATE' }]);
    await land.act(SERVICES, 'withdrawFiledLandCase', { number });
    expect(await voidIt(number)).toMatchObject({
      voided: false,
      userErrors: [],
      case: { state: 'WITHDRAWN' },
    });
  });

  test('neither another client, nor without a reason, nor as a planning permit', async () => {
    const { number } = await land.granted();
    expect((await voidIt(number, {}, OTHER)).userErrors).toMatchObject([{ code: 'UNKNOWN_NUMBER' }]);
    expect((await voidIt(number, { reason: ' ' })).userErrors).toMatchObject([{ code: 'MALFORMED_TEXT' }]);
    expect(
      (await land.act(SERVICES, 'voidLandUsePlanning', { number, reason: 'r' })).userErrors,
    ).toMatchObject([{ code: 'UNKNOWN_NUMBER' }]);
    expect(await land.holderOf(UNIT)).toEqual(AFTER);
  });
});

test('a person who applies for himself sees the case as his own', async () => {
  const { number } = await land.filed({
    applicant: null,
    person: 'person-004',
    registration: { ...registration, holderName: '张三' },
  });
  expect(await land.ask(CITIZEN, '{ myLandCases { totalCount edges { node { number kind } } } }')).toEqual({
    myLandCases: { totalCount: 1, edges: [{ node: { number, kind: 'REAL_ESTATE_REGISTRATION' } }] },
  });
  expect((await land.step(CITIZEN, 'withdrawLandCase', number)).case).toMatchObject({ state: 'WITHDRAWN' });
});
