import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BUSY } from '../fixture.ts';
import {
  forgetMatters,
  lookFor,
  NEW,
  NEW_REGION,
  newKey,
  NO_SCOPE,
  openMatters,
  type OpenMatters,
  OTHER,
  type Principal,
  READER,
  SERVICES,
  TAXPAYER_INPUT,
  TODAY,
} from './open-matters.ts';

let matters: OpenMatters;
beforeAll(async () => {
  matters = await openMatters();
});
beforeEach(() => forgetMatters(matters));
afterAll(() => matters[Symbol.asyncDispose]());

const register = (input: object = {}, caller: Principal = SERVICES) =>
  matters.act(caller, 'registerTaxpayer', { input: { ...TAXPAYER_INPUT, ...input } });
const undo = (more: object = {}, caller: Principal = SERVICES) =>
  matters.act(caller, 'voidTaxpayer', {
    uscc: NEW,
    reference: 'M-1',
    reason: 'The seal was refused.',
    ...more,
  });

async function countRows(): Promise<unknown> {
  const [row] = await matters.database.sql`
    select (select count(*)::int from taxpayers where reference is not null) as taxpayers,
      (select count(*)::int from taxpayer_registrations) as registrations,
      (select count(*)::int from voided_taxpayers) as voided, (select count(*)::int from idempotency_keys where result not like 'rejected %') as keys`;
  return row;
}
const NOTHING = { taxpayers: 0, registrations: 0, voided: 0, keys: 0 };

describe('registering', () => {
  test('an enterprise becomes a taxpayer of the office of the region, with the taxes of its industry', async () => {
    expect(await register()).toEqual({
      taxpayer: {
        id: NEW,
        name: '大余县京桥混凝土有限公司',
        authority: '国家税务总局南京市玄武区税务局第一税务分局',
        region: { code: NEW_REGION },
        source: 'GRAPH',
      },
      userErrors: [],
    });
    const { data } = await matters.ask(
      READER,
      `{ taxpayer(id: "${NEW}") { taxKinds { kind filingPeriod since source } } }`,
    );
    const tax = (kind: string, filingPeriod: string) => ({
      kind,
      filingPeriod,
      since: TODAY,
      source: 'GRAPH',
    });
    expect(data).toEqual({
      taxpayer: {
        taxKinds: [
          tax('VALUE_ADDED_TAX', 'QUARTERLY'),
          tax('CORPORATE_INCOME_TAX', 'QUARTERLY'),
          tax('INDIVIDUAL_INCOME_TAX', 'MONTHLY'),
          tax('URBAN_CONSTRUCTION_TAX', 'QUARTERLY'),
          tax('STAMP_DUTY', 'YEARLY'),
          tax('ENVIRONMENTAL_PROTECTION_TAX', 'QUARTERLY'),
        ],
      },
    });
  });

  test.each<[region: string, industry: string | null, authority: string, taxes: number]>([
    ['3205', null, '国家税务总局苏州市税务局', 5],
    ['320583', '62', '国家税务总局昆山市税务局第一税务分局', 5],
    ['320583101', '1512', '国家税务总局昆山市税务局第一税务分局', 7],
    ['110101', 'B', '国家税务总局北京市东城区税务局第一税务分局', 5],
    ['32', '0610', '国家税务总局江苏省税务局', 6],
  ])('in %s with the industry %s', async (region, industry, authority, taxes) => {
    expect((await register({ region, industry })).taxpayer).toMatchObject({ authority });
    const [row] = await matters.database.sql`
      select count(*)::int as taxes from assessed_taxes join taxpayers on no = taxpayer_no where id = ${NEW}`;
    expect(row).toEqual({ taxes });
  });

  test('searches and counts find it at once, also after counts were refreshed', async () => {
    const before = await lookFor(matters, NEW);
    expect(before).toMatchObject({
      taxpayer: null,
      byName: { totalCount: 0, edges: [] },
      byRegion: { totalCount: 1 },
      all: { totalCount: 3 },
      byReference: [{ taxpayer: null }, null, { taxpayerCount: 0 }, { taxpayerCount: 1 }],
    });
    await register();
    const found = {
      taxpayer: { id: NEW },
      byName: { totalCount: 1, edges: [{ node: { id: NEW } }] },
      byRegion: { totalCount: 2 },
      all: { totalCount: 4 },
      byReference: [{ taxpayer: { id: NEW } }, { id: NEW }, { taxpayerCount: 1 }, { taxpayerCount: 2 }],
    };
    expect(await lookFor(matters, NEW)).toMatchObject(found);
    await matters.database.sql`refresh materialized view taxpayer_counts`;
    expect(await lookFor(matters, NEW)).toMatchObject(found);
  });

  test('the same for the same reference is given as it is, whatever the key', async () => {
    const variables = { input: TAXPAYER_INPUT, idempotencyKey: newKey() };
    const first = await matters.act(SERVICES, 'registerTaxpayer', variables);
    expect(await matters.act(SERVICES, 'registerTaxpayer', variables)).toEqual(first);
    expect(await register()).toEqual(first);
    expect(await countRows()).toMatchObject({ taxpayers: 1, registrations: 1, keys: 2 });
  });

  test.each<[what: string, input: object, caller: Principal]>([
    ['another name', { name: '另一公司' }, SERVICES],
    ['another region', { region: '3205' }, SERVICES],
    ['another industry', { industry: null }, SERVICES],
    ['another reference', { reference: 'M-2' }, SERVICES],
    ['another client', {}, OTHER],
  ])('with %s it is registered already', async (_what, input, caller) => {
    await register();
    expect(await register(input, caller)).toMatchObject({
      taxpayer: null,
      userErrors: [{ code: 'ALREADY_REGISTERED', field: ['input', 'uscc'] }],
    });
    expect(await countRows()).toMatchObject({ taxpayers: 1, keys: 1 });
  });

  test.each<[what: string, input: object, code: string, field: string[]]>([
    ['a taxpayer of the books', { uscc: BUSY }, 'ALREADY_REGISTERED', ['input', 'uscc']],
    ['a region that is none', { region: '329999' }, 'UNKNOWN_REGION', ['input', 'region']],
    ['a code that fills a level', { region: '1101' }, 'UNKNOWN_REGION', ['input', 'region']],
    ['an empty name', { name: ' ' }, 'MALFORMED_TEXT', ['input', 'name']],
    ['a name of 201 characters', { name: '桥'.repeat(201) }, 'MALFORMED_TEXT', ['input', 'name']],
    ['an empty reference', { reference: '' }, 'MALFORMED_TEXT', ['input', 'reference']],
  ])('%s is rejected, and leaves no trace', async (_what, input, code, field) => {
    expect(await register(input)).toMatchObject({ taxpayer: null, userErrors: [{ code, field }] });
    expect(await countRows()).toEqual(NOTHING);
  });

  test('a USCC with a wrong check character is no USCC', async () => {
    const input = { ...TAXPAYER_INPUT, uscc: '91360723058828222D' };
    const { errors } = await matters.send(SERVICES, 'registerTaxpayer', { input });
    expect(errors).toMatchObject([{ extensions: { code: 'MALFORMED_CODE' } }]);
  });
});

describe('voiding', () => {
  test('nothing finds the taxpayer any more, and the record of it tells all that was there', async () => {
    const before = await lookFor(matters, NEW);
    await register();
    await matters.database.sql`refresh materialized view taxpayer_counts`;

    expect(await undo()).toEqual({ voided: true, userErrors: [] });

    expect(await lookFor(matters, NEW)).toEqual(before);
    await matters.database.sql`refresh materialized view taxpayer_counts`;
    expect(await lookFor(matters, NEW)).toEqual(before);
    const rows = await matters.database
      .sql`select uscc, client, reference, reason, removed from voided_taxpayers`;
    expect(rows).toMatchObject([
      {
        uscc: NEW,
        client: SERVICES.client,
        reference: 'M-1',
        reason: 'The seal was refused.',
        removed: {
          taxpayers: { id: NEW, name: '大余县京桥混凝土有限公司' },
          tax_authority: '国家税务总局南京市玄武区税务局第一税务分局',
          taxpayer_registrations: { region: '320102', industry: '3021' },
          assessed_taxes: expect.arrayContaining([expect.objectContaining({ kind: 'STAMP_DUTY' })]) as object,
        },
      },
    ]);
    await expect(matters.database.service.sql`delete from voided_taxpayers`).rejects.toThrow(
      'permission denied',
    );
  });

  test('sent again it gives the same, and there is nothing left to undo', async () => {
    await register();
    const idempotencyKey = newKey();
    expect(await undo({ idempotencyKey })).toEqual({ voided: true, userErrors: [] });
    expect(await undo({ idempotencyKey })).toEqual({ voided: true, userErrors: [] });
    expect(await undo()).toEqual({ voided: false, userErrors: [] });
  });

  test('what was voided does not come back by an answer that was lost, or that comes too late', async () => {
    const late = { input: TAXPAYER_INPUT, idempotencyKey: newKey() };
    expect(await undo()).toEqual({ voided: false, userErrors: [] });
    expect(await matters.act(SERVICES, 'registerTaxpayer', late)).toMatchObject({
      taxpayer: null,
      userErrors: [{ code: 'VOIDED' }],
    });
    expect((await register({ reference: 'M-2' })).userErrors).toEqual([]);
  });

  test('an old key does not show what was voided since, nor what was registered again', async () => {
    const variables = { input: TAXPAYER_INPUT, idempotencyKey: newKey() };
    await matters.act(SERVICES, 'registerTaxpayer', variables);
    await undo();
    await register({ reference: 'M-2' });
    expect(await matters.act(SERVICES, 'registerTaxpayer', variables)).toMatchObject({
      taxpayer: null,
      userErrors: [{ code: 'VOIDED', field: ['input', 'reference'] }],
    });
  });

  test.each<[what: string, more: object, caller: Principal]>([
    ['another client', {}, OTHER],
    ['for another reference', { reference: 'M-2' }, SERVICES],
    ['a taxpayer of the books', { uscc: BUSY }, SERVICES],
  ])('%s undoes nothing', async (_what, more, caller) => {
    await register();
    const before = await lookFor(matters, NEW);
    expect(await undo(more, caller)).toEqual({ voided: false, userErrors: [] });
    expect(await lookFor(matters, NEW)).toEqual(before);
    expect((await matters.ask({}, `{ taxpayer(id: "${BUSY}") { id } }`)).data).toEqual({
      taxpayer: { id: BUSY },
    });
  });

  test.each([
    [
      'a grade',
      `insert into credit_grades (taxpayer_no, year, authority_no, grade, source) select no, 2025, 1, 'B', 'REGISTER'`,
    ],
    [
      'a declaration',
      `insert into declarations (taxpayer_no, ends_on, filing_period, kind, filed_on, tax_cny, source)
      select no, '2026-03-31', 'QUARTERLY', 'VALUE_ADDED_TAX', '2026-04-01', 0, 'REGISTER'`,
    ],
  ])('with %s it stays', async (_what, insert) => {
    await register();
    await matters.database.sql.unsafe(`${insert} from taxpayers where id = '${NEW}'`);
    expect(await undo()).toMatchObject({
      voided: false,
      userErrors: [{ code: 'TAXPAYER_IN_USE', field: ['uscc'] }],
    });
    expect(await countRows()).toMatchObject({ taxpayers: 1, voided: 0 });
  });

  test('it needs a reason', async () => {
    expect(await undo({ reason: ' ' })).toMatchObject({
      voided: false,
      userErrors: [{ code: 'MALFORMED_TEXT', field: ['reason'] }],
    });
  });
});

test('a key that comes with other input, or with another command, is rejected', async () => {
  const idempotencyKey = newKey();
  await matters.act(SERVICES, 'registerTaxpayer', { input: TAXPAYER_INPUT, idempotencyKey });
  const other = { input: { ...TAXPAYER_INPUT, name: '另一公司' }, idempotencyKey };
  for (const outcome of [
    await matters.act(SERVICES, 'registerTaxpayer', other),
    await undo({ idempotencyKey }),
  ])
    expect(outcome.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED', field: ['idempotencyKey'] }]);
  expect((await undo({ idempotencyKey: 'two words' })).userErrors).toMatchObject([
    { code: 'MALFORMED_IDEMPOTENCY_KEY' },
  ]);
  expect(await countRows()).toMatchObject({ taxpayers: 1, voided: 0 });
});

test('nobody without the scope registers or voids', async () => {
  await register();
  for (const caller of [NO_SCOPE, {}]) {
    for (const action of ['registerTaxpayer', 'voidTaxpayer'] as const) {
      const variables = { input: TAXPAYER_INPUT, uscc: NEW, reference: 'M-1', reason: 'r' };
      const { errors } = await matters.send(caller as Principal, action, variables);
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  }
  expect(await countRows()).toMatchObject({ taxpayers: 1, voided: 0 });
});

const atOnce = <Value>(count: number, run: (i: number) => Promise<Value>) =>
  Promise.all(Array.from({ length: count }, (_, i) => run(i)));

test('of many references that register one enterprise at once, one does', async () => {
  const outcomes = await atOnce(8, (i) =>
    matters.act(
      SERVICES,
      'registerTaxpayer',
      { input: { ...TAXPAYER_INPUT, reference: `R-${i}`, region: i % 2 ? '320102' : '321183' } },
      i % 2,
    ),
  );
  const codes = outcomes.map(({ userErrors }) => userErrors[0]?.code ?? 'DONE').sort();
  expect(codes).toEqual([...Array.from({ length: 7 }, () => 'ALREADY_REGISTERED'), 'DONE']);
  expect(await countRows()).toMatchObject({ taxpayers: 1, registrations: 1, keys: 1 });
});

test('registered and voided at the same moment, nothing remains', async () => {
  for (let round = 0; round < 6; round++) {
    const reference = `R-${round}`;
    const both = [
      () => matters.act(SERVICES, 'registerTaxpayer', { input: { ...TAXPAYER_INPUT, reference } }, 0),
      () => matters.act(SERVICES, 'voidTaxpayer', { uscc: NEW, reference, reason: 'r' }, 1),
    ];
    await Promise.all((round % 2 ? both : both.toReversed()).map((run) => run()));
    expect(await countRows()).toMatchObject({ taxpayers: 0, registrations: 0, voided: round + 1 });
  }
});
