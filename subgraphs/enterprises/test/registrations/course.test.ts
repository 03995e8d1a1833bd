import { isUscc } from '@yiwang/codes';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  ACCEPT,
  type CaseModel,
  codeOf,
  DETAILS,
  FOUNDER,
  GRANT,
  NO_OFFICIAL,
  OFFICIAL,
  OFFICIAL_ELSEWHERE,
  openRegistrations,
  type OpenRegistrations,
  OTHER_CLIENT,
  RETURN,
  REVIEW,
  SERVICES,
  STRANGER,
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
  expect(row).toMatchObject({
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

function stepArgs(
  [mutation, args]: readonly [string, args?: object],
  row: Parameters<OpenRegistrations['step']>[1],
) {
  return [mutation, row, args ?? {}] as const;
}

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
  const { id } = (await open.reserve()).reservation!;
  let row = (await open.file({ reservation: id })).case!;
  for (const step of steps) row = (await open.step(...stepArgs(step, row))).case!;
  if (steps.length === 0) row = (await open.act(SERVICES, WITHDRAW, { number: row.number })).case!;
  expect(row.uscc).toBeNull();
  const { sql } = open.served.database;
  expect(await sql`select 1 from enterprises where name = ${row['name'] as string}`).toEqual([]);
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

test.each([
  ['a reservation that does not exist', { reservation: 'N-99999999' }, 'UNKNOWN_RESERVATION'],
  ['another reference than that of its reservation', { reference: 'L2' }, 'UNKNOWN_RESERVATION'],
  ['another region than that of its reservation', { region: '320583' }, 'WRONG_REGION'],
  ['no person', { person: '' }, 'MALFORMED_TEXT'],
  ['a person of two lines', { person: 'a\nb' }, 'MALFORMED_PERSON'],
  ['an unknown type', { details: { ...DETAILS, typeCode: '9999' } }, 'UNKNOWN_TYPE'],
  ['the type of a branch', { details: { ...DETAILS, typeCode: '2100' } }, 'UNKNOWN_TYPE'],
  ['no capital', { details: { ...DETAILS, capitalCny: '0.00' } }, 'MALFORMED_CAPITAL'],
  [
    'a capital with three decimal places',
    { details: { ...DETAILS, capitalCny: '1.005' } },
    'MALFORMED_CAPITAL',
  ],
  ['too much capital', { details: { ...DETAILS, capitalCny: '1000000000000.01' } }, 'MALFORMED_CAPITAL'],
  ['an empty scope', { details: { ...DETAILS, businessScope: ' ' } }, 'MALFORMED_TEXT'],
  ['an address that is too long', { details: { ...DETAILS, address: '路'.repeat(201) } }, 'MALFORMED_TEXT'],
])('a registration with %s is refused, and leaves nothing', async (_what, input, code) => {
  const { sql } = open.served.database;
  const cases = await sql`select count(*)::int as count from cases`;
  expect(codeOf(await open.file(input))).toBe(code);
  expect(await sql`select count(*)::int as count from cases`).toEqual(cases);
});

test('a reservation that is used, released, expired or of another client files nothing', async () => {
  const { id } = (await open.reserve()).reservation!;
  await open.file({ reservation: id });
  expect(codeOf(await open.file({ reservation: id }))).toBe('UNKNOWN_RESERVATION');
  const released = (await open.reserve()).reservation!;
  await open.release(released.id);
  expect(codeOf(await open.file({ reservation: released.id }))).toBe('UNKNOWN_RESERVATION');
  const others = (await open.reserve({}, { who: OTHER_CLIENT })).reservation!;
  expect(codeOf(await open.file({ reservation: others.id }))).toBe('UNKNOWN_RESERVATION');
  const expired = (await open.reserve()).reservation!;
  open.clock.now = new Date('2026-04-02T02:00:00Z');
  expect(codeOf(await open.file({ reservation: expired.id }))).toBe('UNKNOWN_RESERVATION');
});

test('officials decide for their regions, on the version that they saw, in the right order', async () => {
  const row = (await open.file()).case!;
  for (const who of [OFFICIAL_ELSEWHERE, NO_OFFICIAL]) {
    expect(codeOf(await open.step('acceptRegistration', row, {}, who))).toBe('NOT_YOUR_REGION');
  }
  expect(codeOf(await open.step('acceptRegistration', { ...row, version: 1 }))).toBe('STALE_VERSION');
  expect(codeOf(await open.step(...stepArgs(GRANT, row)))).toBe('WRONG_STATE');
  expect(codeOf(await open.step('returnRegistration', row, { defects: [] }))).toBe('NO_DEFECTS');
  const many = Array.from({ length: 101 }, () => ({ problem: '缺' }));
  expect(codeOf(await open.step('returnRegistration', row, { defects: many }))).toBe('TOO_MANY_ENTRIES');
  await open.step(...stepArgs(RETURN, row));
  const again = (await open.act(SERVICES, 'refileRegistration', { number: row.number, details: DETAILS }))
    .case!;
  expect(codeOf(await open.step(...stepArgs(RETURN, again)))).toBe('ALREADY_RETURNED');
  const accepted = (await open.step(...stepArgs(ACCEPT, again))).case!;
  const tooLong = { days: 4, reason: '情形复杂' };
  expect(codeOf(await open.step('extendRegistration', accepted, tooLong))).toBe('NO_EXTENSION');
  const reviewed = (await open.step(...stepArgs(REVIEW, accepted))).case!;
  const withoutReason = { decision: 'DENIED', reason: '' };
  expect(codeOf(await open.step('decideRegistration', reviewed, withoutReason))).toBe('MALFORMED_TEXT');
  expect(codeOf(await open.act(OFFICIAL, 'acceptRegistration', { number: 'QY0', expectedVersion: 1 }))).toBe(
    'UNKNOWN_NUMBER',
  );
});

test('each side takes its own steps, with its own scope', async () => {
  const row = (await open.file()).case!;
  const { number } = row;
  const denied = (who: typeof OFFICIAL, mutation: string, args: Record<string, unknown>) =>
    open.denied(who, mutation, { number, ...args });
  const on = { expectedVersion: row.version };
  for (const who of [SERVICES, FOUNDER, { ...OFFICIAL, scopes: [] }]) {
    expect(await denied(who, 'acceptRegistration', on)).toBe('FORBIDDEN');
    expect(await denied(who, 'decideRegistration', { ...on, decision: 'GRANTED' })).toBe('FORBIDDEN');
  }
  for (const who of [OFFICIAL, FOUNDER, { ...SERVICES, scopes: [] }]) {
    expect(await denied(who, 'refileRegistration', { details: DETAILS })).toBe('FORBIDDEN');
    expect(await denied(who, WITHDRAW, {})).toBe('FORBIDDEN');
    expect(await denied(who, 'voidRegistration', { reason: 'x' })).toBe('FORBIDDEN');
  }
  for (const mutation of [WITHDRAW, 'refileRegistration', 'voidRegistration']) {
    const args = { number, ...(mutation === 'refileRegistration' && { details: DETAILS }) };
    const whole = mutation === 'voidRegistration' ? { ...args, reason: 'x' } : args;
    expect(codeOf(await open.act(OTHER_CLIENT, mutation, whole))).toBe('UNKNOWN_NUMBER');
  }
  expect(codeOf(await open.act(SERVICES, 'refileRegistration', { number, details: DETAILS }))).toBe(
    'WRONG_STATE',
  );
  expect(await open.read(STRANGER, number)).toBeNull();
  expect(await open.read(FOUNDER, number)).toMatchObject({ number, state: 'SUBMITTED' });
});
