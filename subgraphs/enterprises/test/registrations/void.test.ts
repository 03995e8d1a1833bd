import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { schema } from '../../src/subgraph.ts';
import {
  type CaseModel,
  codeOf,
  FOUNDER,
  GRANT,
  OFFICIAL,
  openRegistrations,
  type OpenRegistrations,
  SERVICES,
  STRANGER,
  type Who,
} from './open-registrations.ts';

let open: OpenRegistrations;
beforeAll(async () => {
  open = await openRegistrations();
});
beforeEach(() => {
  open.clock.now = new Date('2026-03-02T02:00:00Z');
});
afterAll(() => open[Symbol.asyncDispose]());

const voidCase = ({ number }: Pick<CaseModel, 'number'>, key?: string, reason = '税务登记未通过') =>
  open.act(SERVICES, 'voidRegistration', { number, reason }, key);

const ENTERPRISE =
  'uscc name status mandates(first: 100, ended: true) { totalCount edges { node { id person } } }';
const LIST = `totalCount edges { node { ${ENTERPRISE} } }`;
const CASE = 'number uscc enterprise { uscc } voidedOn';
const REGISTRAR: Who = { ...OFFICIAL, scopes: ['cases:decide', 'mandates:register'] };

/** What finds an enterprise by each root of the schema, with the caller who sees most by it. */
function readsOf({ number, uscc, name }: CaseModel, mandate: string): Record<string, [Who, string][]> {
  const filters = [
    `name: ${JSON.stringify(name)}`,
    `usccs: ["${uscc}"]`,
    'region: "32"',
    'region: "320102"',
    'industry: "65"',
    'industry: "I"',
    'statuses: [ACTIVE]',
    'registeredFrom: "2026-03-01"',
    'registeredFrom: "2026-03-02", registeredTo: "2026-03-02", region: "3201"',
  ];
  return {
    enterprise: [[REGISTRAR, `{ enterprise(uscc: "${uscc}") { ${ENTERPRISE} } }`]],
    enterprises: [
      [REGISTRAR, `{ enterprises(first: 100) { ${LIST} } }`],
      ...filters.map((one): [Who, string] => [
        REGISTRAR,
        `{ enterprises(filter: { ${one} }, first: 100) { ${LIST} } }`,
      ]),
    ],
    myMandates: [
      [FOUNDER, '{ myMandates(first: 100) { totalCount edges { node { id enterprise { uscc } } } } }'],
    ],
    mandate: [[FOUNDER, `{ mandate(id: "${mandate}") { id state enterprise { uscc } } }`]],
    mandatesInForce: [
      [
        { client: 'gateway', scopes: ['mandates:resolve'] },
        '{ mandatesInForce(users: ["founder"]) { mandates { id uscc } } }',
      ],
    ],
    registrationCase: [[FOUNDER, `{ registrationCase(number: "${number}") { ${CASE} } }`]],
    myRegistrations: [[FOUNDER, `{ myRegistrations(first: 100) { edges { node { ${CASE} } } } }`]],
    registrationInbox: [[OFFICIAL, `{ registrationInbox(first: 100) { edges { node { ${CASE} } } } }`]],
    filedRegistrations: [
      [SERVICES, `{ filedRegistrations(numbers: ["${number}"]) { number uscc voidedOn } }`],
    ],
    _entities: [
      [
        REGISTRAR,
        `{ _entities(representations: [{ __typename: "Enterprise", uscc: "${uscc}" }]) { ... on Enterprise { ${ENTERPRISE} } } }`,
      ],
      [
        REGISTRAR,
        `{ _entities(representations: [{ __typename: "RegistrationCase", number: "${number}" }]) { ... on RegistrationCase { ${CASE} } } }`,
      ],
    ],
  };
}

/** Roots that name no enterprise, and the one that tells departments that it is gone. */
const OTHER_ROOTS = ['industry', 'filedRegistrationChanges', 'changedEnterprises', '_service'];

async function answersOf(reads: ReturnType<typeof readsOf>): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const [who, query] of Object.values(reads).flat()) {
    answers.set(query, JSON.stringify(await open.served.ask(query, who)));
  }
  return answers;
}

const COUNTS = `{
  all: enterprises { totalCount } region: enterprises(filter: { region: "3201" }) { totalCount }
  industry: enterprises(filter: { industry: "65" }) { totalCount }
  status: enterprises(filter: { statuses: [ACTIVE] }) { totalCount }
  day: enterprises(filter: { registeredFrom: "2026-03-02" }) { totalCount }
  _entities(representations: [{ __typename: "Region", code: "32" }, { __typename: "Region", code: "320102" }]) {
    ... on Region { enterpriseCount } } }`;

test('what was voided is found by no root, filter, list, count or reference, and others stay', async () => {
  const other = await open.granted();
  const before = await open.served.ask(COUNTS);
  const row = await open.granted();
  const uscc = row.uscc!;
  const { sql } = open.served.database;
  const [{ id: mandate }] = (await sql`select id from mandates where uscc = ${uscc}`) as unknown as [
    { id: string },
  ];
  const give = `mutation { giveMandate(input: { uscc: "${uscc}", person: "agent", until: "2027-01-01" }, idempotencyKey: "k")
    { mandate { id } userErrors { code } } }`;
  expect((await open.served.ask(give, FOUNDER)).data).toMatchObject({ giveMandate: { userErrors: [] } });

  const reads = readsOf(row, mandate);
  const roots = Object.keys(schema.getQueryType()!.getFields());
  expect([...Object.keys(reads), ...OTHER_ROOTS].sort()).toEqual(roots.sort());
  for (const [query, answer] of await answersOf(reads)) expect(answer, query).toContain(uscc);
  expect(await open.served.ask(COUNTS)).not.toEqual(before);

  expect((await voidCase(row)).case).toMatchObject({ state: 'DECIDED', uscc: null, voidedOn: '2026-03-02' });

  for (const [query, answer] of await answersOf(reads)) {
    expect(answer.replaceAll(query, ''), query).not.toContain(`"${uscc}"`);
    expect(answer, query).not.toContain(`"${mandate}"`);
    expect(answer, query).not.toContain('"agent"');
  }
  expect(await open.served.ask(COUNTS)).toEqual(before);
  expect(await open.read(OFFICIAL, other.number)).toMatchObject({ uscc: other.uscc });
  for (const table of ['enterprises', 'mandates', 'registration_changes', 'former_names']) {
    expect(await sql`select 1 from ${sql(table)} where uscc = ${uscc}`, table).toEqual([]);
  }
  await sql`refresh materialized view enterprise_counts`;
  expect(await open.served.ask(COUNTS)).toEqual(before);
});

test('that it was there, and why it went, is kept in a table to which the service may only add', async () => {
  const row = await open.granted();
  await voidCase(row, undefined, ' 税务登记未通过 ');
  const { sql } = open.served.database;
  const kept = await sql`select * from voided_registrations where uscc = ${row.uscc}`;
  expect(kept).toMatchObject([
    {
      case_number: row.number,
      client: 'services-service',
      reason: '税务登记未通过',
      enterprise: { uscc: row.uscc, name: row['name'], source: 'GRAPH' },
      mandates: [{ person: 'founder', kind: 'LEGAL_REPRESENTATIVE' }],
      mandate_events: [{ action: 'REGISTER' }],
    },
  ]);
  const { sql: service } = open.served.database.service;
  await expect(service`delete from voided_registrations`).rejects.toMatchObject({ code: '42501' });
  await expect(service`update voided_registrations set reason = 'x'`).rejects.toMatchObject({
    code: '42501',
  });
});

test('voiding again changes nothing, with the same key or another one; another reason with the key is refused', async () => {
  const row = await open.granted();
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, i) => voidCase(row, i % 2 ? 'L9/registration/undo' : `undo-${i}`)),
  );
  for (const outcome of outcomes) expect(outcome).toMatchObject({ case: { uscc: null }, userErrors: [] });
  const { sql } = open.served.database;
  expect(await sql`select 1 from voided_registrations where case_number = ${row.number}`).toHaveLength(1);
  expect(codeOf(await voidCase(row, 'L9/registration/undo', '别的原因'))).toBe('IDEMPOTENCY_KEY_REUSED');
});

test('the name is free again, and the USCC is never given out again', async () => {
  const row = await open.granted();
  const { sql } = open.served.database;
  await voidCase(row);
  const name = row['name'] as string;
  const { reservation } = await open.reserve({ name });
  expect(reservation).toMatchObject({ name });
  // The same number is drawn once more.
  await sql`select setval('uscc_numbers', 0, false)`;
  let again = (await open.file({ reservation: reservation!.id })).case!;
  for (const mutation of ['acceptRegistration', 'startRegistrationReview']) {
    again = (await open.step(mutation, again)).case!;
  }
  again = (await open.step(...([GRANT[0], again, GRANT[1]] as const))).case!;
  expect(again).toMatchObject({ state: 'DECIDED', name });
  const used = await sql`select uscc from voided_registrations`;
  expect(used.map(({ uscc }) => uscc as string)).not.toContain(again.uscc);
});

test('what registered nothing is not voided: an open case is withdrawn, and one that is over stays', async () => {
  const filed = (await open.file()).case!;
  expect(codeOf(await voidCase(filed))).toBe('WRONG_STATE');
  await open.act(SERVICES, 'withdrawFiledRegistration', { number: filed.number });
  expect(await voidCase(filed)).toMatchObject({
    case: { state: 'WITHDRAWN', voidedOn: null },
    userErrors: [],
  });
  expect(codeOf(await voidCase({ number: 'QY-NONE' }))).toBe('UNKNOWN_NUMBER');
  expect(codeOf(await voidCase(filed, undefined, ' '))).toBe('MALFORMED_TEXT');
  expect(
    codeOf(await open.act(SERVICES, 'withdrawFiledRegistration', { number: (await open.granted()).number })),
  ).toBe('WRONG_STATE');
});

test('an enterprise with a branch, or that a register has taken over, is not removed', async () => {
  const { sql } = open.served.database;
  const row = await open.granted();
  await sql`
    insert into enterprises (uscc, name, search_name, status, parent_uscc, source)
    values ('91360723058828222C', '分公司', '分公司', 'ACTIVE', ${row.uscc}, 'REGISTER')`;
  expect(codeOf(await voidCase(row))).toBe('ENTERPRISE_IN_USE');
  await sql`delete from enterprises where uscc = '91360723058828222C'`;
  await sql`update enterprises set source = 'REGISTER' where uscc = ${row.uscc}`;
  expect(codeOf(await voidCase(row))).toBe('ENTERPRISE_IN_USE');
  await sql`update enterprises set source = 'GRAPH' where uscc = ${row.uscc}`;
  expect((await voidCase(row)).userErrors).toEqual([]);
});

test('the service voids what a case has registered by the function alone, and no mandate otherwise', async () => {
  const row = await open.granted();
  const { sql: service } = open.served.database.service;
  await expect(service`delete from mandates where uscc = ${row.uscc}`).rejects.toMatchObject({
    code: '42501',
  });
  await expect(service`select void_registration('QY-NONE', 'x', 'x', now())`).rejects.toMatchObject({
    code: '23514',
  });
  await expect(
    service`select void_registration(${(await open.file()).case!.number}, 'x', 'x', now())`,
  ).rejects.toMatchObject({ code: '23514' });
  expect(await open.read(STRANGER, row.number)).toBeNull();
});
