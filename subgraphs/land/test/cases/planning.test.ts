import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FACTORY } from '../fixture.ts';
import {
  AGENT,
  CITIZEN,
  CITY_OFFICIAL,
  documentOf,
  forgetCases,
  NO_OFFICIAL,
  OFFICIAL,
  type OpenLandCases,
  openLandCases,
  OTHER,
  OWNER,
  PLANNING,
  REGISTRATION,
  SERVICES,
  STRANGER,
  type Who,
} from './open-land-cases.ts';

let land: OpenLandCases;
beforeAll(async () => {
  land = await openLandCases();
});
beforeEach(() => forgetCases(land));
afterAll(() => land[Symbol.asyncDispose]());

const planning = { ...PLANNING, registration: null };
const { planning: project } = PLANNING;

describe('a planning permit', () => {
  test('goes from the filing to the permit, by the people of the department', async () => {
    const { number } = await land.filed(planning);
    await land.step(OFFICIAL, 'acceptLandCase', number);
    await land.step(OFFICIAL, 'startLandCaseReview', number);
    await land.step(OFFICIAL, 'suspendLandCase', number, { reason: '现场核查' });
    await land.step(OFFICIAL, 'resumeLandCase', number);
    await land.step(OFFICIAL, 'extendLandCase', number, { days: 2, reason: '情况复杂' });
    await land.step(OFFICIAL, 'decideLandCase', number, { decision: 'GRANTED' });
    expect((await land.step(OFFICIAL, 'deliverLandCase', number)).case).toMatchObject({ state: 'DELIVERED' });
    const permit = expect.stringMatching(/^地字第3201022026\d{5}号$/) as string;
    const shown = await land.ask(
      OWNER,
      `{ landCase(number: "${number}") { kind applicant { uscc } region { code } registration { priceCny } dueOn extensionDays
        planning { projectName location areaM2 landUse { name } parcel { code } permit }
        times { applicantHours } timeline { on step side note } } }`,
    );
    expect(shown).toMatchObject({
      landCase: {
        kind: 'LAND_USE_PLANNING',
        applicant: { uscc: PLANNING.applicant },
        region: { code: '320102' },
        registration: null,
        dueOn: '2026-03-11',
        extensionDays: 2,
        planning: { ...project, landUse: { name: '工业用地' }, parcel: { code: FACTORY }, permit },
        timeline: [
          { step: 'STARTED', side: 'APPLICANT' },
          { step: 'SUBMITTED', side: 'APPLICANT' },
          { step: 'ACCEPTED', side: 'OFFICIAL' },
          { step: 'REVIEW_STARTED' },
          { step: 'SUSPENDED', note: '现场核查' },
          { step: 'RESUMED' },
          { step: 'EXTENDED', note: '情况复杂' },
          { step: 'GRANTED' },
          { step: 'DELIVERED' },
        ],
      },
    });
    const { filedLandCases } = await land.ask<{ filedLandCases: object[] }>(
      SERVICES,
      `{ filedLandCases(numbers: ["${number}"]) { planningPermit registeredUnit } }`,
    );
    expect(filedLandCases).toEqual([{ planningPermit: permit, registeredUnit: null }]);
  });

  test('is voided: no read shows its number, and two permits never have one number', async () => {
    const one = await land.granted(planning);
    const numberOf = async (number: string) =>
      (
        await land.ask<{ landCase: { planning: { permit: string | null } } }>(
          OFFICIAL,
          `{ landCase(number: "${number}") { planning { permit } } }`,
        )
      ).landCase.planning.permit;
    const first = await numberOf(one.number);
    const variables = { number: one.number, reason: 'r', idempotencyKey: randomUUID() };
    const voided = await land.act(SERVICES, 'voidLandUsePlanning', variables);
    expect(voided).toMatchObject({ voided: true, case: { planningPermit: null } });
    expect(await land.act(SERVICES, 'voidLandUsePlanning', variables)).toEqual(voided);
    expect(await numberOf(one.number)).toBeNull();
    const two = await land.granted({ ...planning, reference: 'M-2' });
    expect(await numberOf(two.number)).not.toBe(first);
    const [kept] = await land.served.database
      .sql`select planning_permit from cases where number = ${one.number}`;
    expect(kept).toEqual({ planning_permit: first });
  });

  test.each<[what: string, more: object, code: string, field: string]>([
    ['a parcel that is not registered', { parcel: '320102001001GB00009' }, 'UNKNOWN_PARCEL', 'parcel'],
    ['a land use that is none', { landUse: '9999' }, 'UNKNOWN_LAND_USE', 'landUse'],
    ['no area', { areaM2: '0' }, 'MALFORMED_AMOUNT', 'areaM2'],
    ['an area below nothing', { areaM2: '-5' }, 'MALFORMED_AMOUNT', 'areaM2'],
    ['a project of blanks', { projectName: ' ' }, 'MALFORMED_TEXT', 'projectName'],
    ['a location that is too long', { location: '路'.repeat(201) }, 'MALFORMED_TEXT', 'location'],
  ])('%s is rejected', async (_what, more, code, field) => {
    expect(await land.file({ ...planning, planning: { ...project, ...more } })).toMatchObject({
      case: null,
      userErrors: [{ code, field: ['input', 'planning', field] }],
    });
  });
});

describe('the people', () => {
  const inbox = async (who: Who, filter = '') =>
    (
      await land.ask<{ landCaseInbox: { totalCount: number; edges: { node: { number: string } }[] } }>(
        who,
        `{ landCaseInbox${filter} { totalCount edges { node { number } } } }`,
      )
    ).landCaseInbox;
  const mine = async (who: Who, filter = '') =>
    (
      await land.ask<{ myLandCases: { edges: { node: { number: string } }[] } }>(
        who,
        `{ myLandCases${filter} { edges { node { number } } } }`,
      )
    ).myLandCases.edges.map(({ node }) => node.number);

  test('officials find the cases of their regions once, the one to act on first comes first', async () => {
    const first = await land.filed(planning);
    land.clock.now = new Date('2026-03-05T02:00:00Z');
    const second = await land.filed({ reference: 'M-2' });
    expect(await inbox(OFFICIAL)).toMatchObject({
      totalCount: 2,
      edges: [{ node: { number: first.number } }, { node: { number: second.number } }],
    });
    const filters = [
      '(filter: { kind: LAND_USE_PLANNING })',
      '(filter: { states: [SUBMITTED], region: "3201" }, first: 1)',
    ];
    for (const filter of filters)
      expect((await inbox(OFFICIAL, filter)).edges).toEqual([{ node: { number: first.number } }]);
    expect((await inbox(OFFICIAL, '(filter: { overdue: true })')).totalCount).toBe(0);
    land.clock.now = new Date('2026-03-10T02:00:00Z');
    expect((await inbox(OFFICIAL, '(filter: { overdue: true })')).totalCount).toBe(1);
    expect((await inbox(CITY_OFFICIAL)).totalCount).toBe(0);
    expect((await inbox(NO_OFFICIAL)).totalCount).toBe(0);
  });

  test('who acts for the applicant finds the cases for which the mandate holds', async () => {
    const one = await land.filed(planning);
    const two = await land.filed({ ...REGISTRATION, reference: 'M-2' });
    expect(new Set(await mine(OWNER))).toEqual(new Set([one.number, two.number]));
    expect(await mine(AGENT)).toEqual([two.number]);
    expect(await mine(OWNER, '(filter: { states: [DECIDED] })')).toEqual([]);
    expect(await mine(STRANGER)).toEqual([]);
    expect(await mine(CITIZEN)).toEqual([]);
    for (const [who, number] of [
      [STRANGER, one.number],
      [AGENT, one.number],
    ] as const) {
      const { data } = await land.served.ask(`{ landCase(number: "${number}") { state } }`, who);
      expect(data?.['landCase'] ?? null).toBeNull();
      expect((await land.step(who, 'withdrawLandCase', number)).userErrors).toMatchObject([
        { code: 'UNKNOWN_NUMBER' },
      ]);
    }
  });

  test('an official decides in the own region alone, and nobody else decides', async () => {
    const { number } = await land.filed(planning);
    expect((await land.step(CITY_OFFICIAL, 'acceptLandCase', number)).userErrors).toMatchObject([
      { code: 'NOT_YOUR_REGION' },
    ]);
    for (const who of [OWNER, SERVICES, { ...OFFICIAL, scopes: [] }, { ...OFFICIAL, department: 'tax' }]) {
      const args = { number, expectedVersion: 2, idempotencyKey: randomUUID() };
      const { data, errors } = await land.served.ask(documentOf('acceptLandCase', args), who, args);
      const refused =
        errors?.[0]?.extensions.code ??
        (data!['answer'] as { userErrors: { code: string }[] }).userErrors[0]?.code;
      expect(['FORBIDDEN', 'UNKNOWN_NUMBER']).toContain(refused);
    }
    const stale = { number, expectedVersion: 1 };
    expect((await land.act(OFFICIAL, 'acceptLandCase', stale)).userErrors).toMatchObject([
      { code: 'STALE_VERSION' },
    ]);
  });
});

describe('the client that filed', () => {
  test('is told of each change once, and no other client of any', async () => {
    const { number } = await land.filed(planning);
    const first = await land.changes(SERVICES);
    expect(first).toMatchObject([
      { number, version: 1, state: 'DRAFT' },
      { number, version: 2, state: 'SUBMITTED' },
    ]);
    await land.step(OFFICIAL, 'declineLandCase', number, { reason: '不属于本机关' });
    const last = first.at(-1)!['id'] as string;
    expect(await land.changes(SERVICES, last)).toMatchObject([{ version: 3, state: 'NOT_ACCEPTED' }]);
    expect(await land.changes(OTHER)).toEqual([]);
    const query = `{ filedLandCases(numbers: ["${number}", "LD-0"]) { number state reason } }`;
    expect(await land.ask(SERVICES, query)).toEqual({
      filedLandCases: [{ number, state: 'NOT_ACCEPTED', reason: '不属于本机关' }, null],
    });
    expect(await land.ask(OTHER, query)).toEqual({ filedLandCases: [null, null] });
  });

  test('alone changes it; one that is withdrawn again stays as it is', async () => {
    const { number } = await land.filed(planning);
    for (const [mutation, args] of [
      ['refileLandCase', { number, planning: project }],
      ['withdrawFiledLandCase', { number }],
      ['voidLandUsePlanning', { number, reason: 'r' }],
    ] as const)
      expect((await land.act(OTHER, mutation, args)).userErrors).toMatchObject([{ code: 'UNKNOWN_NUMBER' }]);
    const withdrawn = await land.act(SERVICES, 'withdrawFiledLandCase', { number, reason: '不再需要' });
    expect(withdrawn.case).toMatchObject({ state: 'WITHDRAWN', version: 3 });
    expect(await land.act(SERVICES, 'withdrawFiledLandCase', { number })).toEqual(withdrawn);
  });

  test('sent again with the same key, it files one case', async () => {
    const args = { input: PLANNING, idempotencyKey: randomUUID() };
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => land.act(SERVICES, 'fileLandCase', args)),
    );
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
    const [row] = await land.served.database.sql`select count(*)::int as count from cases`;
    expect(row).toEqual({ count: 1 });
  });

  test('has the scope for it', async () => {
    const { number } = await land.filed(planning);
    const key = { idempotencyKey: 'k' };
    for (const who of [{ ...SERVICES, scopes: [] }, OWNER, OFFICIAL, {}]) {
      for (const [mutation, args] of [
        ['fileLandCase', { input: PLANNING, ...key }],
        ['refileLandCase', { number, planning: project, ...key }],
        ['withdrawFiledLandCase', { number, ...key }],
        ['voidLandRegistration', { number, reason: 'r', ...key }],
        ['voidLandUsePlanning', { number, reason: 'r', ...key }],
      ] as const) {
        const { errors } = await land.served.ask(documentOf(mutation, args), who, args);
        expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      }
      for (const query of ['{ filedLandCases(numbers: []) { number } }', '{ filedLandCaseChanges { id } }'])
        expect((await land.served.ask(query, who)).errors).toMatchObject([
          { extensions: { code: 'FORBIDDEN' } },
        ]);
    }
  });
});
