import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { settings } from '../../src/config.ts';
import { BUSY, QUIET } from '../fixture.ts';
import {
  DEED_INPUT,
  forgetMatters,
  NEW,
  newKey,
  NO_SCOPE,
  openMatters,
  type OpenMatters,
  OTHER,
  type Principal,
  READER,
  SERVICES,
  TODAY,
  UNIT,
} from './open-matters.ts';

let matters: OpenMatters;
beforeAll(async () => {
  matters = await openMatters();
});
beforeEach(() => forgetMatters(matters));
afterAll(() => matters[Symbol.asyncDispose]());

const OTHER_UNIT = '320102004003GB00002F00010008';

const assess = (input: object = {}, caller: Principal = SERVICES) =>
  matters.act(caller, 'assessDeedTax', { input: { ...DEED_INPUT, ...input } });
const undo = (more: object = {}, caller: Principal = SERVICES) =>
  matters.act(caller, 'voidDeedTax', {
    unit: UNIT,
    reference: 'M-1',
    reason: 'The sale fell through.',
    ...more,
  });

/** The deed taxes that a taxpayer declared today. */
async function declared(uscc = QUIET) {
  const { data, errors } = await matters.ask(
    READER,
    `{ taxpayer(id: "${uscc}") { declarations(kind: DEED_TAX, from: "${TODAY}") {
      totalCount edges { node { taxableCny taxCny filedOn source } } } } }`,
  );
  expect(errors).toBeUndefined();
  const { declarations } = data!['taxpayer'] as {
    declarations: { totalCount: number; edges: { node: object }[] };
  };
  expect(declarations.totalCount).toBe(declarations.edges.length);
  return declarations.edges.map(({ node }) => node);
}

async function countRows(): Promise<unknown> {
  const [row] = await matters.database.sql`
    select (select count(*)::int from deed_taxes) as taxes, (select count(*)::int from voided_deed_taxes) as voided,
      (select count(*)::int from declarations where source = 'GRAPH') as declarations,
      (select count(*)::int from idempotency_keys where result not like 'rejected %') as keys`;
  return row;
}
const NOTHING = { taxes: 0, voided: 0, declarations: 0, keys: 0 };

describe('assessing', () => {
  test('a person owes a share of the price, rounded to fen, and is no taxpayer', async () => {
    expect(await assess()).toEqual({
      deedTax: {
        id: expect.stringMatching(/^DT-2026-\d{8}$/) as string,
        unit: UNIT,
        holder: '张*',
        priceCny: '1234567.85',
        rate: '0.03000',
        taxCny: '37037.04',
        landUse: '0701',
        filedOn: TODAY,
        reference: 'M-1',
      },
      userErrors: [],
    });
    expect(await countRows()).toEqual({ ...NOTHING, taxes: 1, keys: 1 });
  });

  test.each([
    ['0.17', '0.01'],
    ['0.16', '0.00'],
    ['0.5', '0.02'],
    ['9999999999999999.99', '300000000000000.00'],
    ['90071992547409.93', '2702159776422.30'],
  ])('the tax on %s is %s', async (priceCny, taxCny) => {
    expect((await assess({ priceCny })).deedTax).toMatchObject({ taxCny });
  });

  test('an enterprise declares it; several of one day are one declaration', async () => {
    await assess({ holder: QUIET, priceCny: '1000000' });
    expect(await declared()).toEqual([
      { taxableCny: '1000000.00', taxCny: '30000.00', filedOn: TODAY, source: 'GRAPH' },
    ]);
    await assess({ holder: QUIET, unit: OTHER_UNIT, priceCny: '0.50', reference: 'M-2' });
    expect(await declared()).toEqual([
      { taxableCny: '1000000.50', taxCny: '30000.02', filedOn: TODAY, source: 'GRAPH' },
    ]);
    expect(await declared(BUSY)).toEqual([]);
  });

  test('the same for the same reference is given as it is, whatever the key', async () => {
    const variables = { input: { ...DEED_INPUT, holder: QUIET }, idempotencyKey: newKey() };
    const first = await matters.act(SERVICES, 'assessDeedTax', variables);
    expect(await matters.act(SERVICES, 'assessDeedTax', variables)).toEqual(first);
    expect(await assess({ holder: QUIET, priceCny: '01234567.85' })).toEqual(first);
    expect(await countRows()).toMatchObject({ taxes: 1, declarations: 1 });
  });

  test.each<[what: string, input: object]>([
    ['another holder', { holder: '李四' }],
    ['another price', { priceCny: '1234567.84' }],
    ['another land use', { landUse: null }],
  ])('with %s it is assessed already', async (_what, input) => {
    await assess();
    expect(await assess(input)).toMatchObject({
      deedTax: null,
      userErrors: [{ code: 'ALREADY_ASSESSED', field: ['input', 'reference'] }],
    });
    expect(await countRows()).toMatchObject({ taxes: 1, keys: 1 });
  });

  test.each<[what: string, input: object, code: string, field: string]>([
    ['a price of nothing', { priceCny: '0' }, 'MALFORMED_PRICE', 'priceCny'],
    ['a price of 0.00', { priceCny: '0.00' }, 'MALFORMED_PRICE', 'priceCny'],
    ['a price below nothing', { priceCny: '-1' }, 'MALFORMED_PRICE', 'priceCny'],
    ['parts of a fen', { priceCny: '1.005' }, 'MALFORMED_PRICE', 'priceCny'],
    ['a price that is too long', { priceCny: '10000000000000000' }, 'MALFORMED_PRICE', 'priceCny'],
    ['a mistyped USCC', { holder: '9132070070404786XC' }, 'MALFORMED_HOLDER', 'holder'],
    ['an identity number', { holder: '110101199003070011' }, 'MALFORMED_HOLDER', 'holder'],
    ['a holder of blanks', { holder: '  ' }, 'MALFORMED_TEXT', 'holder'],
    ['an enterprise that is no taxpayer', { holder: NEW }, 'UNKNOWN_TAXPAYER', 'holder'],
    ['a land use that is none', { landUse: '9999' }, 'UNKNOWN_LAND_USE', 'landUse'],
    ['a reference that is too long', { reference: 'M'.repeat(101) }, 'MALFORMED_TEXT', 'reference'],
  ])('%s is rejected, and leaves no trace', async (_what, input, code, field) => {
    expect(await assess(input)).toMatchObject({
      deedTax: null,
      userErrors: [{ code, field: ['input', field] }],
    });
    expect(await countRows()).toEqual(NOTHING);
  });

  test('a unit that is none is malformed', async () => {
    for (const unit of ['320102', `${UNIT.slice(0, -1)}A`]) {
      const { errors } = await matters.send(SERVICES, 'assessDeedTax', { input: { ...DEED_INPUT, unit } });
      expect(errors).toMatchObject([{ extensions: { code: 'MALFORMED_CODE' } }]);
    }
  });

  test('the rate is a setting', async () => {
    const rate = (text: string) => settings.shape.DEED_TAX_RATE.safeParse(text).data;
    expect(settings.shape.DEED_TAX_RATE.parse(undefined)).toBe('0.03');
    expect(['0.05', '0.00001', '0', '0.0', '1', '3%', '0.000001', '-0.03'].map(rate)).toEqual([
      '0.05',
      '0.00001',
      ...Array.from({ length: 6 }, () => undefined),
    ]);
    await using dear = await openMatters('0.05');
    const { deedTax } = await dear.act(SERVICES, 'assessDeedTax', {
      input: { ...DEED_INPUT, priceCny: '100.10' },
    });
    expect(deedTax).toMatchObject({ rate: '0.05000', taxCny: '5.01' });
  });
});

describe('voiding', () => {
  test('the declaration is gone, and the record tells what was there', async () => {
    await assess({ holder: QUIET });
    expect(await undo()).toEqual({ voided: true, userErrors: [] });
    expect(await declared()).toEqual([]);
    expect(await countRows()).toEqual({ ...NOTHING, voided: 1, keys: 2 });
    const rows = await matters.database
      .sql`select client, reference, unit, reason, removed from voided_deed_taxes`;
    expect(rows).toMatchObject([
      {
        client: SERVICES.client,
        reference: 'M-1',
        unit: UNIT,
        reason: 'The sale fell through.',
        removed: { deed_taxes: { holder: QUIET, price_cny: 1234567.85, filed_on: TODAY } },
      },
    ]);
    await expect(matters.database.service.sql`update voided_deed_taxes set reason = ''`).rejects.toThrow(
      'permission denied',
    );
  });

  test('what else was declared on the day stays, also when it is voided on a later day', async () => {
    await assess({ holder: QUIET, priceCny: '1000000' });
    await assess({ holder: QUIET, unit: OTHER_UNIT, priceCny: '0.50', reference: 'M-2' });
    matters.clock.now = new Date('2026-03-09T02:00:00Z');
    await undo();
    expect(await declared()).toEqual([
      { taxableCny: '0.50', taxCny: '0.02', filedOn: TODAY, source: 'GRAPH' },
    ]);
  });

  test('sent again it gives the same; nothing to undo is no error, and nothing may come later', async () => {
    const idempotencyKey = newKey();
    expect(await undo({ idempotencyKey })).toEqual({ voided: false, userErrors: [] });
    expect(await undo({ idempotencyKey })).toEqual({ voided: false, userErrors: [] });
    expect(await assess()).toMatchObject({ deedTax: null, userErrors: [{ code: 'VOIDED' }] });
    expect((await assess({ reference: 'M-2' })).userErrors).toEqual([]);
  });

  test('an old key does not show what was voided since', async () => {
    const variables = { input: DEED_INPUT, idempotencyKey: newKey() };
    await matters.act(SERVICES, 'assessDeedTax', variables);
    await undo();
    expect(await matters.act(SERVICES, 'assessDeedTax', variables)).toMatchObject({
      deedTax: null,
      userErrors: [{ code: 'VOIDED', field: ['input', 'reference'] }],
    });
  });

  test.each<[what: string, more: object, caller: Principal]>([
    ['another client', {}, OTHER],
    ['for another reference', { reference: 'M-2' }, SERVICES],
    ['of another unit', { unit: OTHER_UNIT }, SERVICES],
  ])('%s undoes nothing', async (_what, more, caller) => {
    await assess({ holder: QUIET });
    expect(await undo(more, caller)).toEqual({ voided: false, userErrors: [] });
    expect(await declared()).toHaveLength(1);
  });
});

test('a key that comes with other input, or with another command, is rejected', async () => {
  const idempotencyKey = newKey();
  await matters.act(SERVICES, 'assessDeedTax', { input: DEED_INPUT, idempotencyKey });
  const other = { input: { ...DEED_INPUT, priceCny: '1' }, idempotencyKey };
  for (const outcome of [await matters.act(SERVICES, 'assessDeedTax', other), await undo({ idempotencyKey })])
    expect(outcome.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
  expect(await countRows()).toMatchObject({ taxes: 1, voided: 0 });
});

test('nobody without the scope assesses or voids', async () => {
  await assess();
  for (const caller of [NO_SCOPE, {}]) {
    for (const action of ['assessDeedTax', 'voidDeedTax'] as const) {
      const variables = { input: DEED_INPUT, unit: UNIT, reference: 'M-1', reason: 'r' };
      const { errors } = await matters.send(caller as Principal, action, variables);
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  }
  expect(await countRows()).toMatchObject({ taxes: 1, voided: 0 });
});

test('deed taxes that one enterprise declares at once add up, whatever is voided meanwhile', async () => {
  const references = Array.from({ length: 8 }, (_, i) => `R-${i}`);
  await Promise.all(
    references.flatMap((reference, i) => {
      const input = { ...DEED_INPUT, holder: QUIET, priceCny: '100', reference };
      const runs = [matters.act(SERVICES, 'assessDeedTax', { input }, i % 2)];
      if (i % 2) runs.push(matters.act(SERVICES, 'voidDeedTax', { unit: UNIT, reference, reason: 'r' }, 0));
      return runs;
    }),
  );
  expect(await countRows()).toMatchObject({ taxes: 4, voided: 4, declarations: 1 });
  expect(await declared()).toMatchObject([{ taxableCny: '400.00', taxCny: '12.00' }]);
});
