import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startNightlyRuns } from '../../src/offers/nightly-runs.ts';
import { OWNER } from '../cases/open-cases.ts';
import { ANYONE, AUTHOR } from '../items/open-items.ts';
import {
  BUILDER,
  denial,
  ENTITLEMENT,
  FOOD,
  IDLE,
  openOffers,
  type OpenOffers,
  RESTAURANT,
} from './open-offers.ts';

let open: OpenOffers;
beforeAll(async () => {
  open = await openOffers();
  await open.publish();
});
beforeEach(async () => {
  await open.forget();
  open.world.enterprises = [
    { uscc: RESTAURANT, aListYears: [2025, 2024] },
    { uscc: BUILDER, aListYears: [2024] },
    { uscc: IDLE, aListYears: [2025], status: 'REVOKED' },
  ];
});
afterAll(() => open[Symbol.asyncDispose]());

const states = async () => (await open.stored()).map(({ uscc, state, revision }) => [uscc, state, revision]);

test('who is entitled is offered it, with what was read and not its values; the others are not', async () => {
  expect(await open.run()).toMatchObject({
    ...{
      state: 'FINISHED',
      read: 3,
      entitled: 1,
      offered: 1,
      denied: 0,
      withdrawn: 0,
      denials: [],
      error: null,
    },
  });
  const [offer, ...others] = await open.mine(OWNER);
  expect(others).toEqual([]);
  const read = { readAt: '2026-03-02T02:00:00.000Z', sharing: 'UNCONDITIONAL' };
  expect(offer).toEqual({
    ...{
      id: expect.stringMatching(/^OF-2026-\d{8}$/) as string,
      state: 'OFFERED',
      version: 1,
      itemVersion: 2,
    },
    ...{ madeAt: '2026-03-02T02:00:00.000Z', validUntil: '2026-04-01', case: null },
    ...{ reason: 'A级纳税人', reasonEn: 'Taxpayer of grade A' },
    ...{ enterprise: { uscc: RESTAURANT }, serviceItem: { code: FOOD } },
    evidence: [
      { coordinate: 'Enterprise.uscc', department: 'enterprises', ...read },
      { coordinate: 'Enterprise.status', department: 'enterprises', ...read },
      { coordinate: 'Taxpayer.aListYears', department: 'tax', ...read },
    ],
  });
  expect(open.world.asked.map(({ variables }) => variables)).toEqual([
    { region: '32', usccs: null, after: null },
    { region: '32', usccs: null, after: '2' },
  ]);
  expect(open.world.asked[0]!.purpose).toMatchObject({
    ...{ requester: 'permits', caseNumber: expect.stringContaining(`${FOOD}/`) },
  });
  const [row] = await open.served.database.sql`select evidence::text as evidence from offers`;
  expect(row!['evidence']).not.toContain('2024');
});

test('a run again changes nothing for whom it found before', async () => {
  await open.run();
  const before = await open.mine(OWNER);
  open.clock.now = new Date('2026-03-03T02:00:00Z');
  expect(await open.run()).toMatchObject({ entitled: 1, offered: 0, withdrawn: 0 });
  const [after] = await open.mine(OWNER);
  expect({ ...after, evidence: [] }).toEqual({ ...before[0], evidence: [] });
});

test('who is entitled no longer loses the open offer, and gets it again when entitled again', async () => {
  await open.run();
  open.world.enterprises[0]!.aListYears = [2024];
  expect(await open.run()).toMatchObject({ entitled: 0, withdrawn: 1 });
  expect(await states()).toEqual([[RESTAURANT, 'WITHDRAWN', 2]]);
  open.world.enterprises = [];
  expect(await open.run()).toMatchObject({ read: 0, withdrawn: 0 });
  open.world.enterprises = [{ uscc: RESTAURANT, aListYears: [2025] }];
  expect(await open.run()).toMatchObject({ offered: 1 });
  expect(await states()).toEqual([[RESTAURANT, 'OFFERED', 3]]);
});

test.each(['UNAUTHORIZED_FIELD', 'OUTSIDE_GRANT', 'FORBIDDEN'])(
  'an enterprise of whom something is denied (%s) is offered nothing, and is counted',
  async (error) => {
    open.world.enterprises = [
      { uscc: RESTAURANT, error },
      { uscc: BUILDER, aListYears: [2025] },
    ];
    const run = await open.run();
    expect(run).toMatchObject({ state: 'FINISHED', entitled: 1, offered: 1, denied: 1 });
    expect(run['denials']).toEqual([expect.stringContaining(error)]);
    expect(await states()).toEqual([[BUILDER, 'OFFERED', 1]]);
  },
);

test('an offer stays while it cannot be read whether the enterprise is entitled still', async () => {
  await open.run();
  open.world.enterprises = [{ uscc: RESTAURANT, error: 'OUTSIDE_GRANT' }];
  expect(await open.run()).toMatchObject({ denied: 1, withdrawn: 0 });
  // Not even the code is told of whom it is about.
  open.world.enterprises = [{ uscc: null, error: 'OUTSIDE_GRANT' }];
  expect(await open.run()).toMatchObject({ denied: 1, withdrawn: 0 });
  expect(await states()).toEqual([[RESTAURANT, 'OFFERED', 1]]);
});

test('a run that may not read the list fails, and says why', async () => {
  open.world.fault = () => ({
    data: { enterprises: null },
    errors: [denial('UNAUTHORIZED_FIELD', 'enterprises')],
  });
  expect(await open.run()).toMatchObject({
    ...{ state: 'FAILED', offered: 0, denials: [expect.stringContaining('UNAUTHORIZED_FIELD')] },
  });
  expect(await states()).toEqual([]);
});

test('a run that breaks off goes on behind the last page that was written, once', async () => {
  open.world.enterprises = [RESTAURANT, BUILDER, IDLE].map((uscc) => ({ uscc, aListYears: [2025] }));
  open.world.fault = (cursor) => (cursor === null ? null : new Error('The gateway is away.'));
  expect(await open.run()).toMatchObject({
    state: 'RUNNING',
    read: 2,
    offered: 2,
    error: 'The gateway is away.',
  });
  // Not at once, but after a minute.
  expect(await open.page()).toBe(false);
  open.world.fault = null;
  open.world.asked.length = 0;
  open.clock.now = new Date('2026-03-02T02:02:00Z');
  while (await open.page());
  expect(open.world.asked.map(({ variables }) => variables['after'])).toEqual(['2']);
  expect((await open.runs(1))[0]).toMatchObject({ state: 'FINISHED', read: 3, offered: 3, error: null });
  expect((await states()).map(([, state]) => state)).toEqual(['OFFERED', 'OFFERED', 'OFFERED']);
});

test('a page that ends in the middle leaves no offer, and is taken by the next', async () => {
  const { sql } = open.served.database;
  await sql`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$`;
  await sql`create trigger refuse before update on offer_runs for each row execute function refuse()`;
  await expect(open.run()).rejects.toThrow();
  expect(await states()).toEqual([]);
  await sql`drop trigger refuse on offer_runs`;
  await sql`drop function refuse`;
  while (await open.page());
  expect((await open.runs(1))[0]).toMatchObject({ state: 'FINISHED', read: 3, offered: 1 });
});

test('a list that can never be answered ends the run', async () => {
  open.world.fault = () => ({ data: null, errors: [denial('COST_LIMIT_EXCEEDED')] });
  expect(await open.run()).toMatchObject({
    state: 'FAILED',
    error: expect.stringContaining('COST_LIMIT_EXCEEDED'),
  });
});

test('what is silent for now makes no offer, and the page is tried again', async () => {
  open.world.enterprises = [{ uscc: RESTAURANT, error: 'DEPARTMENT_UNAVAILABLE' }];
  expect(await open.run()).toMatchObject({ state: 'RUNNING', read: 0, denied: 0 });
  expect(await states()).toEqual([]);
});

test('a cursor that is lost begins the list anew', async () => {
  open.world.enterprises = [RESTAURANT, BUILDER, IDLE].map((uscc) => ({ uscc, aListYears: [2025] }));
  let isLost = false;
  open.world.fault = (cursor) => {
    if (cursor === null || isLost) return null;
    isLost = true;
    return { data: null, errors: [denial('MALFORMED_CURSOR', 'enterprises')] };
  };
  expect(await open.run()).toMatchObject({ state: 'FINISHED', offered: 3 });
  expect(await states()).toHaveLength(3);
});

test('several processes take a run further, and each page is written once', async () => {
  open.world.enterprises = Array.from({ length: 9 }, () => ({ uscc: BUILDER, aListYears: [2025] }));
  await open.served.database.sql`
    insert into offer_runs (item_code, version, started_by, started_at, state) values (${FOOD}, 2, 'li', now(), 'RUNNING')`;
  const work = async () => {
    for (let tries = 0; tries < 20; tries++) await open.page();
  };
  await Promise.all([work(), work(), work()]);
  expect((await open.runs(1))[0]).toMatchObject({ state: 'FINISHED', read: 9, offered: 1 });
});

test('one enterprise is looked at alone', async () => {
  await open.run();
  open.world.enterprises[1]!.aListYears = [2025];
  open.world.enterprises[0]!.aListYears = [];
  expect(await open.run(BUILDER)).toMatchObject({
    read: 1,
    offered: 1,
    withdrawn: 0,
    enterprise: { uscc: BUILDER },
  });
  expect(open.world.asked.at(-1)!.variables).toMatchObject({ usccs: [BUILDER] });
  expect(await open.run(RESTAURANT)).toMatchObject({ read: 1, offered: 0, withdrawn: 1 });
  expect(await states()).toEqual([
    [RESTAURANT, 'WITHDRAWN', 2],
    [BUILDER, 'OFFERED', 1],
  ]);
});

test('a run that began before does not take back what one for a single enterprise has made since', async () => {
  const { sql } = open.served.database;
  await sql`insert into offer_runs (item_code, version, started_by, started_at, state) values (${FOOD}, 2, 'li', now(), 'RUNNING')`;
  open.world.fault = (cursor) => (cursor === null ? null : new Error('away'));
  await open.page();
  await open.page();
  open.world.fault = null;
  // The one that waits for a minute is passed over.
  await sql`insert into offer_runs (item_code, version, uscc, started_by, started_at, state) values (${FOOD}, 2, ${BUILDER}, 'li', now(), 'RUNNING')`;
  open.world.enterprises = [{ uscc: BUILDER, aListYears: [2025] }];
  while (await open.page());
  open.world.enterprises = [{ uscc: RESTAURANT, aListYears: [2025] }, { uscc: IDLE }, { uscc: IDLE }];
  open.clock.now = new Date('2026-03-02T02:05:00Z');
  while (await open.page());
  expect((await states()).map(([uscc, state]) => [uscc, state])).toContainEqual([BUILDER, 'OFFERED']);
});

test('while a run is under way no second one is started; with the same key it is the same run', async () => {
  open.world.fault = () => new Error('away');
  const first = await open.run();
  expect((await open.run())['id']).toBe(first['id']);
  expect(await open.runs()).toHaveLength(1);
});

test('the version that was published since ends a run, and takes back what the one before offered', async () => {
  await open.run();
  open.world.fault = () => new Error('away');
  await open.run();
  await open.publish();
  open.world.fault = null;
  open.clock.now = new Date('2026-03-02T03:00:00Z');
  while (await open.page());
  expect((await open.runs(1))[0]).toMatchObject({
    state: 'FAILED',
    error: expect.stringContaining('not the published'),
  });
  expect(await open.run()).toMatchObject({ state: 'FINISHED', offered: 1, withdrawn: 1 });
  expect((await open.stored()).map(({ version, state }) => [version, state])).toEqual([
    [2, 'WITHDRAWN'],
    [3, 'OFFERED'],
  ]);
});

test('each night one run is started for each item that says who is entitled, at the time that is set', async () => {
  const { db } = open.served.database.service;
  const night = (at: string) => startNightlyRuns(db, new Date(at), '02:30');
  await night('2026-03-01T18:29:00Z');
  expect(await open.runs()).toEqual([]);
  await Promise.all([night('2026-03-01T18:30:00Z'), night('2026-03-01T18:30:00Z')]);
  await night('2026-03-02T10:00:00Z');
  expect(await open.runs()).toMatchObject([{ night: '2026-03-02', state: 'RUNNING' }]);
  while (await open.page());
  await night('2026-03-02T12:00:00Z');
  expect(await open.runs()).toHaveLength(1);
  await night('2026-03-02T19:00:00Z');
  expect(await open.runs()).toMatchObject([
    { night: '2026-03-03' },
    { night: '2026-03-02', state: 'FINISHED' },
  ]);
});

test('an item without an entitlement, and one enterprise that the document cannot be asked for, cannot be run', async () => {
  const document = ENTITLEMENT.document.replace('$usccs: [USCC!], ', '').replace(', usccs: $usccs', '');
  await open.publish({ ...ENTITLEMENT, document });
  await expect(open.run(BUILDER)).rejects.toThrow('NO_ENTITLEMENT');
  await open.publish(null);
  await expect(open.run()).rejects.toThrow('NO_ENTITLEMENT');
  await open.publish();
});

test('only officials who publish start runs, and only officials see them', async () => {
  for (const who of [ANYONE, AUTHOR, { ...AUTHOR, scopes: ['items:publish'], department: 'tax' }]) {
    await expect(open.run(null, who)).rejects.toThrow(/UNAUTHENTICATED|FORBIDDEN/);
  }
  const { errors } = await open.ask(OWNER, '{ offerRuns { totalCount } }');
  expect(errors?.[0]!.extensions.code).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
});
