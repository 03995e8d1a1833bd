import { expect, test } from 'vitest';
import type { OpenGraph } from '../open-graph.ts';

type Ask = (
  client: string | null,
  query: string,
  variables?: object,
  claims?: object,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer has the form of its query
) => Promise<{ data: any; errors?: { extensions: { code: string } }[] }>;

const ERRORS = 'userErrors { code message field }';
const HOLD = `mutation ($input: UnitHoldInput!) {
  step: holdRealEstateUnit(input: $input, idempotencyKey: "M-9/hold") { hold { unit } ${ERRORS} } }`;
const ASSESS = `mutation ($input: DeedTaxInput!) {
  step: assessDeedTax(input: $input, idempotencyKey: "M-9/tax") { deedTax { id taxCny } ${ERRORS} } }`;
const FILE = `mutation ($input: LandCaseInput!) {
  step: fileLandCase(input: $input, idempotencyKey: "M-9/registration") { case { number state } ${ERRORS} } }`;
const STANDS = `query ($number: ID!) {
  filedLandCases(numbers: [$number]) { state decision registeredUnit }
  filedLandCaseChanges { number state } }`;
const UNDO = `mutation ($number: ID!, $unit: RealEstateUnitCode!) {
  registration: voidLandRegistration(number: $number, reason: "undo", idempotencyKey: "M-9/registration/undo") { voided ${ERRORS} }
  tax: voidDeedTax(unit: $unit, reference: "M-9", reason: "undo", idempotencyKey: "M-9/tax/undo") { voided ${ERRORS} }
  hold: releaseRealEstateUnit(unit: $unit, reference: "M-9", idempotencyKey: "M-9/hold/undo") { released ${ERRORS} } }`;
const SEAL = `mutation ($input: FiledCaseInput!) {
  step: fileCase(input: $input, idempotencyKey: "M-8/seal") { case { number item state } ${ERRORS} } }`;

/**
 * What departments do for applications that run over several of them, through the real gateway.
 *
 * @param ask in the name of a client, with the claims of its token
 */
export function testStepsOfMatters(graph: () => OpenGraph, ask: Ask): void {
  const services = (query: string, variables: object = {}) =>
    ask('services-service', query, variables, { department: 'services', scope: 'matters:run' });
  const official = (action: string, args: string, number: string, version: number) =>
    ask(
      'land-desk',
      `mutation ($number: ID!, $version: Int!) {
        step: ${action}(number: $number, expectedVersion: $version, idempotencyKey: "${action}"${args}) { ${ERRORS} } }`,
      { number, version },
      { sub: 'official-001', azp: 'land-desk', department: 'land', scope: 'cases:decide' },
    );

  test('a unit is held, taxed and registered for a person by three steps of two departments, and all of it is undone', async () => {
    const land = graph().databases.get('land')!.sql;
    const [unit] = await land<{ code: string; holder: string }[]>`
      select code, holder_uscc as holder from real_estate_units where holder_uscc is not null order by code limit 1`;
    const { code, holder } = unit!;
    const rowOf = () =>
      land`select holder_uscc, holder_name, registered_on::text, source from real_estate_units where code = ${code}`;
    const before = await rowOf();

    const done = async (step: ReturnType<Ask>) => {
      const { data, errors } = await step;
      expect(errors).toBeUndefined();
      expect(data.step.userErrors).toEqual([]);
      return data.step;
    };
    await done(services(HOLD, { input: { unit: code, reference: 'M-9', holder: '张三' } }));
    const deed = { unit: code, reference: 'M-9', holder: '张三', priceCny: '2000000' };
    const { deedTax } = await done(services(ASSESS, { input: deed }));
    expect(deedTax.taxCny).toBe('60000.00');
    const registration = { unit: code, holderName: '张三', holderBefore: holder, deedTax: deedTax.id };
    const input = { region: code.slice(0, 6), person: 'person-077', reference: 'M-9', registration };
    const { number } = (await done(services(FILE, { input }))).case;
    const mine = '{ myLandCases { edges { node { number } } } }';
    expect((await ask('portal', mine, {}, { sub: 'person-077', azp: 'portal' })).data).toEqual({
      myLandCases: { edges: [{ node: { number } }] },
    });

    await done(official('acceptLandCase', '', number, 2));
    await done(official('startLandCaseReview', '', number, 3));
    await done(official('decideLandCase', ', decision: GRANTED', number, 4));
    const { data } = await services(STANDS, { number });
    expect(data.filedLandCases).toEqual([{ state: 'DECIDED', decision: 'GRANTED', registeredUnit: code }]);
    expect(await rowOf()).toMatchObject([{ holder_uscc: null, holder_name: '张三', source: 'GRAPH' }]);

    const undone = await services(UNDO, { number, unit: code });
    expect(undone).toEqual({
      data: {
        registration: { voided: true, userErrors: [] },
        tax: { voided: true, userErrors: [] },
        hold: { released: false, userErrors: [] },
      },
    });
    expect(await rowOf()).toEqual(before);
    expect((await services(UNDO, { number, unit: code })).data).toEqual(undone.data);
  });

  test('a case is filed for the seal of a new enterprise at the office of its city', async () => {
    const form = {
      enterpriseName: '南京新开有限公司',
      uscc: '91360723058828222C',
      contact: '王敏',
      phone: '025-88888888',
      filedBy: 'SELF',
      premises: { address: '人民路1号', areaM2: 30 },
    };
    const input = {
      region: '320102',
      person: 'person-078',
      reference: 'M-8',
      basicCode: '322009001000',
      form,
    };
    const { data, errors } = await services(SEAL, { input: { ...input, applicant: form.uscc } });
    expect(errors).toBeUndefined();
    expect(data.step).toMatchObject({ case: { state: 'SUBMITTED' }, userErrors: [] });
    expect(data.step.case.item).toMatch(/^11320100/);
  });

  test('permits says of the steps of each matter which materials fall away, and what that saves', async () => {
    // When made-up applications end, as far as that is counted still.
    const now = new Date();
    const twoYearsAgo = new Date(Date.UTC(now.getUTCFullYear() - 2, now.getUTCMonth(), 1));
    const until = twoYearsAgo.toISOString() < '2025-12' ? '2025-12' : twoYearsAgo.toISOString().slice(0, 7);
    const query = `query ($until: String) { matters { code name steps { item } papers { itemUse
      abolishableMaterials(until: $until) { catalogueItems { basicCode } material { name } state applicationsAYear papersAYear }
      nextGrants(until: $until) { names papersAYear apply } } } }`;
    const official = { sub: 'wang', azp: 'permits-desk', department: 'permits', scope: 'items:edit' };
    const { data, errors } = await ask('permits-desk', query, { until }, official);
    expect(errors).toBeUndefined();
    expect(data.matters.map(({ code }: { code: string }) => code)).toEqual([
      'YJS320000001',
      'YJS320000002',
      'YJS320000003',
    ]);
    const [opening, transfer, building] = data.matters.map(({ papers }: { papers: object }) => papers);
    // All of its steps are at other departments.
    expect(transfer).toMatchObject({ abolishableMaterials: [], nextGrants: [] });
    expect(opening.abolishableMaterials.length).toBeGreaterThan(0);
    const names = building.abolishableMaterials.map(
      ({ material }: { material: { name: string } }) => material.name,
    );
    expect(names).toEqual([...new Set(names)]);
    const shared = building.abolishableMaterials.find(
      ({ catalogueItems }: { catalogueItems: object[] }) => catalogueItems.length === 2,
    );
    expect(shared.applicationsAYear).toBeGreaterThan(0);
    expect(building.nextGrants[0]).toMatchObject({ apply: [expect.stringContaining('--department')] });
    // Who may not read it is told of the matter all the same.
    const denied = await ask(null, query, { until });
    expect(denied.data.matters[0]).toMatchObject({
      name: '企业开办',
      papers: { abolishableMaterials: null },
    });
    expect(new Set(denied.errors!.map(({ extensions }) => extensions.code))).toEqual(
      new Set(['UNAUTHORIZED_FIELD']),
    );
  });

  test('whoever has not the scope runs no step, and reads nothing of those that were run', async () => {
    const queries: [string, object][] = [
      [HOLD, { input: { unit: '320102001001GB00001F00010001', reference: 'M-9', holder: '张三' } }],
      [STANDS, { number: 'LD32010220260302-000001' }],
      [UNDO, { number: 'LD32010220260302-000001', unit: '320102001001GB00001F00010001' }],
    ];
    for (const [query, variables] of queries) {
      for (const [client, claims] of [
        ['services-service', { department: 'services' }],
        ['portal', { sub: 'person-077', azp: 'portal' }],
        [null, {}],
      ] as const) {
        const { errors } = await ask(client, query, variables, claims);
        expect(new Set(errors!.map(({ extensions }) => extensions.code))).toEqual(
          new Set(['UNAUTHORIZED_FIELD']),
        );
      }
    }
  });
}
