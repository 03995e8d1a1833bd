import { isUscc } from '@yiwang/codes';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  ACCEPT,
  type CaseModel,
  codeOf,
  DETAILS,
  GRANT,
  OFFICIAL,
  openRegistrations,
  type OpenRegistrations,
  RETURN,
  REVIEW,
  SERVICES,
  stepArgs,
} from './open-registrations.ts';

let open: OpenRegistrations;
beforeAll(async () => {
  open = await openRegistrations();
});
beforeEach(() => {
  open.clock.now = new Date('2026-03-02T02:00:00Z');
});
afterAll(() => open[Symbol.asyncDispose]());

const WITHDRAW = 'withdrawFiledRegistration';
const DENY = ['decideRegistration', { decision: 'DENIED', reason: '经营范围不合规定' }] as const;
const DECLINE = ['declineRegistration', { reason: '不属于本机关管辖' }] as const;
const stepsOf = (row: CaseModel) => (row['timeline'] as { step: string }[]).map(({ step }) => step);

test('a registration is filed, returned, completed, accepted, stopped, extended, reviewed, granted and delivered', async () => {
  let row = (await open.file()).case!;
  expect(await open.read(OFFICIAL, row.number)).toMatchObject({
    state: 'SUBMITTED',
    version: 2,
    receivedOn: '2026-03-02',
    actBy: '2026-03-09',
  });
  expect(row.number).toMatch(/^QY32010220260302-\d{6}$/);
  row = (await open.step(...stepArgs(RETURN, row))).case!;
  expect(row).toMatchObject({
    state: 'RETURNED',
    defects: [{ about: 'address', problem: '住所不明确' }],
  });
  const details = { ...DETAILS, address: '南京市玄武区中山路2号' };
  row = (await open.act(SERVICES, 'refileRegistration', { number: row.number, details })).case!;
  const suspended = ['suspendRegistration', { reason: '现场核查' }] as const;
  const extended = ['extendRegistration', { days: 3, reason: '情形复杂' }] as const;
  for (const step of [ACCEPT, extended, REVIEW, suspended, ['resumeRegistration'] as const, GRANT]) {
    const outcome = await open.step(...stepArgs(step, row));
    expect(outcome.userErrors).toEqual([]);
    row = outcome.case!;
  }
  row = (await open.step('deliverRegistration', row)).case!;
  expect(row).toMatchObject({ state: 'DELIVERED', decision: 'GRANTED', decidedOn: '2026-03-02' });
  expect(stepsOf(row)).toEqual([
    'STARTED',
    'SUBMITTED',
    'RETURNED',
    'RESUBMITTED',
    'ACCEPTED',
    'EXTENDED',
    'REVIEW_STARTED',
    'SUSPENDED',
    'RESUMED',
    'GRANTED',
    'DELIVERED',
  ]);
  expect(await open.read(OFFICIAL, row.number, 'address')).toEqual({ address: details.address });
  const { sql } = open.served.database;
  const [filed] =
    await sql`select "right", person, client from case_events where case_number = ${row.number}`;
  expect(filed).toEqual({ right: 'filed:services-service', person: null, client: 'services-service' });
});

test('GRANTED registers the enterprise, with a USCC, a mandate and counts, all in one transaction', async () => {
  const count = async () =>
    (
      (await open.served.ask(
        '{ enterprises(filter: { region: "3201" }) { totalCount } _entities(representations: [{ __typename: "Region", code: "32" }]) { ... on Region { enterpriseCount } } }',
      )) as { data: { enterprises: { totalCount: number }; _entities: [{ enterpriseCount: number }] } }
    ).data;
  const before = await count();
  const row = await open.granted();
  const after = await count();
  expect(after.enterprises.totalCount).toBe(before.enterprises.totalCount + 1);
  expect(after._entities[0].enterpriseCount).toBe(before._entities[0].enterpriseCount + 1);

  expect(isUscc(row.uscc!)).toBe(true);
  const { data } = await open.served.ask(`{ enterprise(uscc: "${row.uscc}") {
    name status type { code name } industry { code } region { code } registeredOn businessScope source
    registeredCapital { amount currency text } } }`);
  expect(data).toEqual({
    enterprise: {
      name: row['name'],
      status: 'ACTIVE',
      type: { code: '1130', name: '有限责任公司(自然人投资或控股)' },
      industry: { code: '65' },
      region: { code: '320102' },
      registeredOn: '2026-03-02',
      businessScope: DETAILS.businessScope,
      source: 'GRAPH',
      registeredCapital: { amount: '1234500', currency: 'CNY', text: '123.45(万元人民币)' },
    },
  });
  const { sql } = open.served.database;
  expect(await sql`select * from mandates where uscc = ${row.uscc}`).toMatchObject([
    {
      kind: 'LEGAL_REPRESENTATIVE',
      person: 'founder',
      from: '2026-03-02',
      source: 'GRAPH',
      given_by: 'official-1',
    },
  ]);
  const { data: resolved } = await open.served.ask(
    '{ mandatesInForce(users: ["founder"]) { mandates { uscc items } } }',
    { client: 'gateway', scopes: ['mandates:resolve'] },
  );
  expect(JSON.stringify(resolved)).toContain(row.uscc);
});

test('when the mandate cannot be made nothing is registered, and the decision is not taken', async () => {
  const row = await open.caseAfter(ACCEPT, REVIEW);
  const { sql } = open.served.database;
  const before = await sql`select count(*)::int as count from enterprises`;
  await sql`alter table mandates add constraint none check (person <> 'founder') not valid`;
  try {
    await expect(open.step(...stepArgs(GRANT, row))).rejects.toThrow();
  } finally {
    await sql`alter table mandates drop constraint none`;
  }
  expect(await sql`select count(*)::int as count from enterprises`).toEqual(before);
  expect(await open.read(OFFICIAL, row.number)).toMatchObject({ state: 'UNDER_REVIEW', uscc: null });
  expect(await sql`select ended from name_reservations where case_number = ${row.number}`).toEqual([
    { ended: null },
  ]);
  expect((await open.step(...stepArgs(GRANT, row))).case).toMatchObject({ state: 'DECIDED' });
});

test('a person with as many mandates as one may have founds no further enterprise', async () => {
  const row = (await open.file({ person: 'busy' })).case!;
  const { sql } = open.served.database;
  await sql`
    insert into enterprises (uscc, name, search_name, status, source)
    select 'X' || n, 'X' || n, 'X' || n, 'ACTIVE', 'GENERATED' from generate_series(1, 200) as n`;
  await sql`
    insert into mandates (kind, uscc, person, "from", given_at, source)
    select 'LEGAL_REPRESENTATIVE', 'X' || n, 'busy', '2020-01-01', now(), 'GENERATED' from generate_series(1, 200) as n`;
  let found = (await open.step(...stepArgs(ACCEPT, row))).case!;
  found = (await open.step(...stepArgs(REVIEW, found))).case!;
  expect(codeOf(await open.step(...stepArgs(GRANT, found)))).toBe('TOO_MANY_MANDATES');
  await sql`delete from mandates where person = 'busy'`;
  await sql`delete from enterprises where uscc like 'X%'`;
});

test('a name that an imported register has come to hold is not registered a second time', async () => {
  const row = await open.caseAfter(ACCEPT, REVIEW);
  const { sql } = open.served.database;
  await sql`
    insert into enterprises (uscc, name, search_name, status, source)
    values ('91360723058828222C', ${row['name'] as string}, ${row['name'] as string}, 'ACTIVE', 'REGISTER')`;
  expect(codeOf(await open.step(...stepArgs(GRANT, row)))).toBe('NAME_TAKEN');
  await sql`delete from enterprises where uscc = '91360723058828222C'`;
});

test('of twenty that grant at once one does, and one enterprise is registered', async () => {
  const row = await open.caseAfter(ACCEPT, REVIEW);
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => open.step(...stepArgs(GRANT, row))));
  expect(outcomes.map(codeOf).sort()).toEqual([...Array<string>(19).fill('STALE_VERSION'), undefined].sort());
  const { sql } = open.served.database;
  expect(await sql`select 1 from enterprises where name = ${row['name'] as string}`).toHaveLength(1);
});

test.each([
  ['is denied', [ACCEPT, REVIEW, DENY]],
  ['is declined', [DECLINE]],
  ['is withdrawn', []],
])('a case that %s registers nothing, and its reservation can be used again', async (_what, steps) => {
  const { id, name } = (await open.reserve()).reservation!;
  let row = (await open.file({ reservation: id })).case!;
  for (const step of steps) row = (await open.step(...stepArgs(step, row))).case!;
  if (steps.length === 0) row = (await open.act(SERVICES, WITHDRAW, { number: row.number })).case!;
  expect(row.uscc).toBeNull();
  const { sql } = open.served.database;
  expect(await sql`select 1 from enterprises where name = ${name}`).toEqual([]);
  expect((await open.file({ reservation: id })).userErrors).toEqual([]);
});

test('filing, refiling and withdrawing are done once for a key', async () => {
  const { id } = (await open.reserve()).reservation!;
  const filed = await Promise.all(
    Array.from({ length: 20 }, () => open.file({ reservation: id }, { key: 'L7/registration' })),
  );
  expect(new Set(filed.map((outcome) => outcome.case?.number)).size).toBe(1);
  const row = filed[0]!.case!;
  expect(codeOf(await open.file({}, { key: 'L7/registration' }))).toBe('IDEMPOTENCY_KEY_REUSED');
  await open.step(...stepArgs(RETURN, row));
  const number = row.number;
  for (let i = 0; i < 2; i++) {
    const refiled = await open.act(SERVICES, 'refileRegistration', { number, details: DETAILS }, 'L7/again');
    expect(refiled.case).toMatchObject({ state: 'SUBMITTED', version: 4 });
  }
  for (const key of ['L7/undo', 'L7/undo', 'L7/undo-again']) {
    const withdrawn = await open.act(SERVICES, WITHDRAW, { number, reason: '办件终止' }, key);
    expect(withdrawn.case).toMatchObject({ state: 'WITHDRAWN', version: 5 });
  }
});
