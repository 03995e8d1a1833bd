import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HOLDER } from '../fixture.ts';
import {
  BUYER,
  documentOf,
  forgetCases,
  FREE_UNIT,
  OFFICIAL,
  type OpenLandCases,
  openLandCases,
  OTHER,
  OWNER,
  SERVICES,
  UNIT,
  type Who,
} from './open-land-cases.ts';

let land: OpenLandCases;
beforeAll(async () => {
  land = await openLandCases();
});
beforeEach(() => forgetCases(land));
afterAll(() => land[Symbol.asyncDispose]());

const INPUT = { unit: UNIT, reference: 'M-1', holder: BUYER };
const hold = (input: object = {}, who: Who = SERVICES, key: string = randomUUID()) =>
  land.act(who, 'holdRealEstateUnit', { input: { ...INPUT, ...input }, idempotencyKey: key });
const release = (more: object = {}, who: Who = SERVICES) =>
  land.act(who, 'releaseRealEstateUnit', { unit: UNIT, reference: 'M-1', ...more });

async function countRows(): Promise<unknown> {
  const [row] = await land.served.database.sql`
    select (select count(*)::int from unit_holds) as holds, (select count(*)::int from unit_hold_events) as events,
      (select count(*)::int from idempotency_keys) as keys`;
  return row;
}

describe('holding', () => {
  test('a unit is kept for one application, and the register stays as it is', async () => {
    const before = await land.holderOf(UNIT);
    expect(await hold()).toEqual({
      hold: {
        unit: UNIT,
        reference: 'M-1',
        holder: expect.any(String) as string,
        at: '2026-03-02T02:00:00.000Z',
      },
      userErrors: [],
    });
    expect(await land.holderOf(UNIT)).toEqual(before);
  });

  test('the same hold is given as it is, whatever the key; with one key it is one, also of many at once', async () => {
    const key = randomUUID();
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => hold({}, SERVICES, key)));
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
    land.clock.now = new Date('2026-03-03T02:00:00Z');
    expect(await hold()).toEqual(outcomes[0]);
    expect(await countRows()).toEqual({ holds: 1, events: 1, keys: 2 });
    expect((await hold({ reference: 'M-2' }, SERVICES, key)).userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_KEY_REUSED' },
    ]);
  });

  test.each<[what: string, input: object, who: Who]>([
    ['another reference', { reference: 'M-2' }, SERVICES],
    ['another client', {}, OTHER],
    ['another holder', { holder: '张三' }, SERVICES],
  ])('%s does not get it', async (_what, input, who) => {
    await hold();
    expect(await hold(input, who)).toMatchObject({
      hold: null,
      userErrors: [{ code: 'UNIT_HELD', field: ['input', 'unit'] }],
    });
    expect((await hold({ ...input, unit: FREE_UNIT }, who)).userErrors).toEqual([]);
  });

  test('of many that want it at once, one gets it', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, (_, i) => hold({ reference: `R-${i}` })));
    const codes = outcomes.map(({ userErrors }) => userErrors[0]?.code ?? 'DONE').sort();
    expect(codes).toEqual(['DONE', ...Array.from({ length: 7 }, () => 'UNIT_HELD')]);
  });

  test.each<[what: string, input: object, code: string, field: string]>([
    ['a unit that is not registered', { unit: `${UNIT.slice(0, -1)}9` }, 'UNKNOWN_UNIT', 'unit'],
    ['a mistyped USCC', { holder: `${HOLDER.slice(0, -1)}X` }, 'MALFORMED_HOLDER', 'holder'],
    ['a holder of blanks', { holder: ' ' }, 'MALFORMED_TEXT', 'holder'],
    ['a reference that is too long', { reference: 'M'.repeat(101) }, 'MALFORMED_TEXT', 'reference'],
  ])('%s is rejected, and leaves nothing but that', async (_what, input, code, field) => {
    expect(await hold(input)).toMatchObject({ hold: null, userErrors: [{ code, field: ['input', field] }] });
    expect(await countRows()).toEqual({ holds: 0, events: 0, keys: 1 });
  });
});

describe('releasing', () => {
  test('a unit is free again, and what happened is kept', async () => {
    await hold();
    expect(await release({ reason: 'The sale fell through.' })).toEqual({ released: true, userErrors: [] });
    expect((await hold({ reference: 'M-2' }, OTHER)).userErrors).toEqual([]);
    const events = await land.served.database.sql`
      select action, client, reference, holder, reason from unit_hold_events order by id`;
    const common = { client: 'services-service', reference: 'M-1', holder: BUYER };
    expect(events).toMatchObject([
      { action: 'HOLD', ...common, reason: null },
      { action: 'RELEASE', ...common, reason: 'The sale fell through.' },
      { action: 'HOLD', client: 'other-service' },
    ]);
    await expect(land.served.database.service.sql`delete from unit_hold_events`).rejects.toThrow(
      'permission denied',
    );
  });

  test('sent again it gives the same; nothing to release is no error, and nothing may come later', async () => {
    const key = randomUUID();
    expect(await release({ idempotencyKey: key })).toEqual({ released: false, userErrors: [] });
    expect(await release({ idempotencyKey: key })).toEqual({ released: false, userErrors: [] });
    expect(await hold()).toMatchObject({ hold: null, userErrors: [{ code: 'RELEASED' }] });
    expect((await hold({ reference: 'M-2' })).userErrors).toEqual([]);
  });

  test.each<[what: string, more: object, who: Who]>([
    ['another client', {}, OTHER],
    ['for another reference', { reference: 'M-2' }, SERVICES],
    ['of another unit', { unit: FREE_UNIT }, SERVICES],
    ['of a unit that is not registered', { unit: `${UNIT.slice(0, -1)}9` }, SERVICES],
  ])('%s releases nothing', async (_what, more, who) => {
    await hold();
    expect(await release(more, who)).toEqual({ released: false, userErrors: [] });
    expect((await hold({ reference: 'M-3' }, OTHER)).userErrors).toMatchObject([{ code: 'UNIT_HELD' }]);
  });
});

test('nobody without the scope holds or releases', async () => {
  for (const who of [{ ...SERVICES, scopes: [] }, OWNER, OFFICIAL, {}]) {
    for (const [mutation, args] of [
      ['holdRealEstateUnit', { input: INPUT, idempotencyKey: 'k' }],
      ['releaseRealEstateUnit', { unit: UNIT, reference: 'M-1', idempotencyKey: 'k' }],
    ] as const) {
      const { errors } = await land.served.ask(documentOf(mutation, args), who, args);
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  }
  expect(await countRows()).toEqual({ holds: 0, events: 0, keys: 0 });
});
