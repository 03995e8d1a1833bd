import type { GatewayClient } from '@yiwang/subgraph-kit/prefill';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { followChanges } from '../../src/offers/follow-changes.ts';
import { ANSWERS, OFFICIAL } from '../cases/open-cases.ts';
import { BUILDER, DOCUMENT, ENTITLEMENT, openOffers, type OpenOffers, RESTAURANT } from './open-offers.ts';

let open: OpenOffers;
/** What the department of enterprises tells. */
let changes: { id: string; uscc: string }[];
let asked: { after: unknown; purpose: unknown }[];
beforeAll(async () => {
  open = await openOffers();
  await open.publish();
});
beforeEach(async () => {
  await open.forget();
  await open.served.database.sql`delete from offer_feeds`;
  open.world.enterprises = [
    { uscc: RESTAURANT, aListYears: [2025] },
    { uscc: BUILDER, aListYears: [2025] },
  ];
  changes = [];
  asked = [];
});
afterAll(() => open[Symbol.asyncDispose]());

const client: GatewayClient = {
  async ask(_query, { after, first }, { purpose }) {
    asked.push({ after, purpose });
    const rest = changes.filter(({ id }) => Number(id) > Number(after ?? 0));
    return { data: { changedEnterprises: rest.slice(0, first as number) }, errors: [] };
  },
};

const follow = (by = client) =>
  followChanges(
    { db: open.served.database.service.db, client: by, now: () => open.clock.now, onRuns: () => {} },
    'changedEnterprises',
  );
const runs = async () =>
  (await open.runs()).map(({ enterprise, state }) => [(enterprise as { uscc: string }).uscc, state]);

test('an enterprise that has changed is looked at, and offered what it is entitled to', async () => {
  changes = [{ id: '7', uscc: RESTAURANT }];
  await follow();
  expect(await runs()).toEqual([[RESTAURANT, 'RUNNING']]);
  while (await open.page());
  expect(await runs()).toEqual([[RESTAURANT, 'FINISHED']]);
  expect((await open.stored()).map(({ uscc, state }) => [uscc, state])).toEqual([[RESTAURANT, 'OFFERED']]);
  expect(open.world.asked.map(({ variables }) => variables['usccs'])).toEqual([[RESTAURANT]]);

  await follow();
  expect(await runs()).toHaveLength(1);
  expect(asked.map(({ after }) => after)).toEqual([null, '7']);
  expect(asked[0]!.purpose).toMatchObject({ requester: 'permits', caseNumber: '免申即享' });
});

test('an enterprise that changes again and again before it is looked at is looked at once', async () => {
  changes = [
    { id: '1', uscc: RESTAURANT },
    { id: '2', uscc: BUILDER },
    { id: '3', uscc: RESTAURANT },
  ];
  await follow();
  changes.push({ id: '4', uscc: RESTAURANT });
  await follow();
  expect((await runs()).toSorted()).toEqual(
    [
      [RESTAURANT, 'RUNNING'],
      [BUILDER, 'RUNNING'],
    ].toSorted(),
  );
});

test('one that is being read when it changes is read again', async () => {
  changes = [{ id: '1', uscc: RESTAURANT }];
  await follow();
  await open.served.database.sql.begin(async (tx) => {
    await tx`select from offer_runs for update`;
    changes.push({ id: '2', uscc: RESTAURANT });
    await follow();
  });
  expect(await runs()).toHaveLength(2);
});

test('of processes that read the same changes at once, one starts the runs', async () => {
  changes = [{ id: '5', uscc: RESTAURANT }];
  await Promise.all([follow(), follow(), follow()]);
  expect(await runs()).toHaveLength(1);
  changes.push({ id: '6', uscc: BUILDER });
  await Promise.all([follow(), follow(), follow()]);
  expect(await runs()).toHaveLength(2);
});

test('what a department did not tell is asked for again from where it was', async () => {
  changes = [{ id: '5', uscc: RESTAURANT }];
  await follow();
  const away: GatewayClient = {
    ask: async () => ({
      data: { changedEnterprises: null },
      errors: [{ message: 'away', extensions: { code: 'DEPARTMENT_UNAVAILABLE' } }],
    }),
  };
  await expect(follow(away)).rejects.toThrow('DEPARTMENT_UNAVAILABLE');
  changes.push({ id: '6', uscc: BUILDER });
  await follow();
  expect(asked.at(-1)).toMatchObject({ after: '5' });
  expect(await runs()).toHaveLength(2);
});

test('items whose document cannot be asked for one enterprise wait for the night', async () => {
  const document = DOCUMENT.replace(', $usccs: [USCC!]', '').replace(', usccs: $usccs', '');
  await open.publish({ ...ENTITLEMENT, document });
  changes = [{ id: '1', uscc: RESTAURANT }];
  await follow();
  expect(await open.runs()).toEqual([]);
  expect(await open.served.database.sql`select after from offer_feeds`).toEqual([{ after: '1' }]);
  await open.publish();
});

test('an enterprise that is granted a permit here, or whose permit is suspended, is looked at in the same transaction', async () => {
  const granted = ['decideCase', { decision: 'GRANTED' }] as const;
  const filled = ['saveCase', { form: { ...ANSWERS, contact: '金陵饭店' } }] as const;
  const { number } = await open.caseAfter(
    filled,
    ['submitCase'],
    ['acceptCase'],
    ['startCaseReview'],
    granted,
  );
  expect(await runs()).toEqual([[RESTAURANT, 'RUNNING']]);
  while (await open.page());
  expect((await open.stored()).map(({ uscc, state }) => [uscc, state])).toEqual([[RESTAURANT, 'OFFERED']]);

  const suspend = `mutation { suspendPermit(number: "XK${number}", reason: "检查", idempotencyKey: "once") { userErrors { code } } }`;
  expect(await open.ask(OFFICIAL, suspend)).toMatchObject({ data: { suspendPermit: { userErrors: [] } } });
  expect(await runs()).toHaveLength(2);
  expect(await open.ask(OFFICIAL, suspend)).toMatchObject({ data: { suspendPermit: { userErrors: [] } } });
  expect(await runs()).toHaveLength(2);
});
