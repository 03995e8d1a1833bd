import { tellFollowers } from '@yiwang/subgraph-kit/outbox';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serviceItems } from '../../src/tables.ts';
import {
  ANSWERS,
  CITIZEN,
  FOOD,
  FOOD_MATTER,
  FOOD_OFFICE,
  OFFICIAL,
  type OpenCases,
  openCases,
  OWNER,
  RESTAURANT,
  STRANGER,
  type Who,
} from './open-cases.ts';

let open: OpenCases;
beforeAll(async () => {
  open = await openCases();
  await open.served.database.db.insert(serviceItems).values(
    ['3201', '320104'].map((regionCode) => ({
      code: `11${regionCode.padEnd(6, '0')}YW0000313${FOOD_MATTER}`,
      basicCode: FOOD_MATTER,
      name: '食品经营许可（新办）',
      searchName: '食品经营许可(新办)',
      type: 'LICENCE' as const,
      departmentCode: FOOD_OFFICE,
      departmentName: '市场监督管理局',
      regionCode,
      source: 'GENERATED' as const,
    })),
  );
});
beforeEach(async () => {
  open.clock.now = new Date('2026-03-02T02:00:00Z');
  await tellFollowers(open.served.database.service.sql, true);
});
afterAll(() => open[Symbol.asyncDispose]());

const SERVICES: Who = { client: 'services-service', user: null, scopes: ['matters:run'] };
const OTHER: Who = { ...SERVICES, client: 'other-service' };

const INPUT = {
  basicCode: FOOD_MATTER,
  region: '320505',
  person: 'person-001',
  applicant: RESTAURANT,
  reference: 'M-1',
  form: ANSWERS,
};
const FIELDS = `number item reference state version decision reason defects { about problem } dueOn permit`;

interface FiledCase extends Record<string, unknown> {
  number: string;
}
interface Outcome {
  case: FiledCase | null;
  userErrors: { code: string; message: string; field: string[] | null }[];
}

async function ask<Data>(who: Who, query: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await open.served.ask(query, who, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data as Data;
}

const MUTATIONS = {
  fileCase: { input: 'FiledCaseInput!' },
  refileCase: { number: 'ID!', form: 'JSON!' },
  withdrawFiledCase: { number: 'ID!', reason: 'String' },
} as const;
type Mutation = keyof typeof MUTATIONS;

function documentOf(name: Mutation): string {
  const args = Object.entries({ ...MUTATIONS[name], idempotencyKey: 'ID!' });
  return `mutation (${args.map(([arg, type]) => `$${arg}: ${type}`).join(', ')}) {
    answer: ${name}(${args.map(([arg]) => `${arg}: $${arg}`).join(', ')}) { case { ${FIELDS} } userErrors { code message field } } }`;
}

async function act(name: Mutation, args: object, who = SERVICES): Promise<Outcome> {
  const variables = { idempotencyKey: randomUUID(), ...args };
  return (await ask<{ answer: Outcome }>(who, documentOf(name), variables)).answer;
}

const file = (input: object = {}, who = SERVICES, key: string = randomUUID()) =>
  act('fileCase', { input: { ...INPUT, ...input }, idempotencyKey: key }, who);

async function filed(input: object = {}): Promise<FiledCase> {
  const outcome = await file(input);
  if (!outcome.case) throw new Error(JSON.stringify(outcome.userErrors));
  return outcome.case;
}

async function stands(numbers: readonly string[], who = SERVICES) {
  const query = `query ($numbers: [ID!]!) { filedCases(numbers: $numbers) { ${FIELDS} } }`;
  return (await ask<{ filedCases: (FiledCase | null)[] }>(who, query, { numbers })).filedCases;
}

interface Change {
  id: string;
  number: string;
  version: number;
  state: string;
}
async function changes(after: string | null = null, who = SERVICES, first = 100): Promise<Change[]> {
  await tellFollowers(open.served.database.service.sql, true);
  const query = `query ($after: ID, $first: Int!) {
    filedCaseChanges(after: $after, first: $first) { id at number version state } }`;
  return (await ask<{ filedCaseChanges: Change[] }>(who, query, { after, first })).filedCaseChanges;
}

const lastId = async (who = SERVICES) => (await changes(null, who)).at(-1)?.id ?? null;

async function countRows() {
  const [row] = await open.served.database.sql<{ cases: number; events: number; keys: number }[]>`
    select (select count(*)::int from cases) as cases, (select count(*)::int from case_events) as events,
      (select count(*)::int from idempotency_keys) as keys`;
  return row!;
}

describe('filing', () => {
  test('a client files a case for an enterprise: it is at the office at once, and among the cases of who acts for it', async () => {
    const { case: found, userErrors } = await file();
    expect(userErrors).toEqual([]);
    expect(found).toEqual({
      number: expect.stringMatching(/^32050520260302-\d{6}$/) as string,
      item: FOOD,
      reference: 'M-1',
      state: 'SUBMITTED',
      version: 2,
      decision: null,
      reason: null,
      defects: null,
      dueOn: null,
      permit: null,
    });
    const { number } = found!;
    const mine = '{ myCases(first: 1) { edges { node { number state form } } } }';
    expect(await ask(OWNER, mine)).toMatchObject({
      myCases: { edges: [{ node: { number, state: 'SUBMITTED', form: ANSWERS } }] },
    });
    expect(JSON.stringify(await ask(STRANGER, mine))).not.toContain(number);
    const inbox = await ask(OFFICIAL, '{ caseInbox(first: 100) { edges { node { number } } } }');
    expect(JSON.stringify(inbox)).toContain(number);
    const events = await open.served.database.sql`
      select action, client, person, "right" from case_events where case_number = ${number} order by sequence`;
    const common = { client: 'services-service', person: null, right: 'filed:services-service' };
    expect(events).toEqual([
      { action: 'START', ...common },
      { action: 'SUBMIT', ...common },
    ]);
  });

  test('a client files a case for a person, who then takes steps of its own', async () => {
    const { number } = await filed({ applicant: null, person: 'person-005' });
    expect(await ask(CITIZEN, '{ myCases { edges { node { number } } } }')).toMatchObject({
      myCases: { edges: [{ node: { number } }] },
    });
    expect((await open.act(CITIZEN, 'withdrawCase', number)).case).toMatchObject({ state: 'WITHDRAWN' });
    expect(await stands([number])).toMatchObject([{ state: 'WITHDRAWN', version: 3 }]);
  });

  test.each([
    ['32', '32'],
    ['3205', '32'],
    ['320505', '32'],
    ['3201', '3201'],
    ['320102', '3201'],
    ['320102001', '3201'],
    ['320104', '320104'],
    ['320104001', '320104'],
  ])('in %s the item is that of %s', async (region, ofRegion) => {
    const form = ofRegion === '32' ? ANSWERS : { contact: '王', phone: '025-88888888' };
    const { item } = await filed({ region, form });
    const [row] = await open.served.database
      .sql`select region_code from service_items where code = ${item as string}`;
    expect(row).toEqual({ region_code: ofRegion });
  });

  test('sent again with the same key it is one case, also of many at once', async () => {
    const key = randomUUID();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => file({}, SERVICES, key)));
    expect(new Set(outcomes.map((outcome) => outcome.case?.number)).size).toBe(1);
    expect(await file({}, SERVICES, key)).toEqual(outcomes[0]);
    expect((await file({ reference: 'M-2' }, SERVICES, key)).userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_KEY_REUSED' },
    ]);
  });

  const { kind: _kind, ...unfinished } = ANSWERS;
  test.each<[what: string, input: object, code: string, field: string[]]>([
    ['an item that nobody has', { basicCode: '320131004009' }, 'UNKNOWN_ITEM', ['input', 'basicCode']],
    ['a code that is none', { basicCode: 'food' }, 'UNKNOWN_ITEM', ['input', 'basicCode']],
    ['another province', { region: '3301' }, 'UNKNOWN_ITEM', ['input', 'basicCode']],
    ['answers that are not whole', { form: unfinished }, 'MALFORMED_FORM', ['input', 'form', 'kind']],
    [
      'an answer that is wrong',
      { form: { ...ANSWERS, premises: { areaM2: -1 } } },
      'MALFORMED_FORM',
      ['input', 'form', 'premises', 'areaM2'],
    ],
    ['a person without a name', { person: ' ' }, 'MALFORMED_TEXT', ['input', 'person']],
    [
      'a reference that is too long',
      { reference: 'M'.repeat(101) },
      'MALFORMED_TEXT',
      ['input', 'reference'],
    ],
  ])('%s is rejected, and leaves no case', async (_what, input, code, field) => {
    const { keys: _before, ...before } = await countRows();
    expect(await file(input)).toMatchObject({ case: null, userErrors: [{ code, field }] });
    // What is rejected may stay so for its key.
    const { keys: _after, ...after } = await countRows();
    expect(after).toEqual(before);
  });
});

describe('following', () => {
  test('the client is told of each change once, and what an official said', async () => {
    const after = await lastId();
    const { number } = await filed();
    const defects = [{ about: '平面图', problem: '未加盖公章' }];
    await open.act(OFFICIAL, 'returnCase', number, { defects });
    const first = await changes(after);
    expect(first).toMatchObject([
      { number, version: 1, state: 'DRAFT' },
      { number, version: 2, state: 'SUBMITTED' },
      { number, version: 3, state: 'RETURNED' },
    ]);
    expect(await changes(first.at(-1)!.id)).toEqual([]);
    expect(await changes(after, SERVICES, 1)).toEqual([first[0]]);
    expect(await stands([number])).toMatchObject([{ state: 'RETURNED', version: 3, defects }]);

    const form = { ...ANSWERS, kind: 'CANTEEN' };
    expect(await act('refileCase', { number, form: { ...form, kind: 'BAR' } })).toMatchObject({
      userErrors: [{ code: 'MALFORMED_FORM', field: ['form', 'kind'] }],
    });
    const again = { number, form, idempotencyKey: randomUUID() };
    const refiled = await act('refileCase', again);
    expect(refiled).toMatchObject({
      case: { state: 'SUBMITTED', version: 4, defects: null },
      userErrors: [],
    });
    expect(await act('refileCase', again)).toEqual(refiled);
    expect(await open.read(OWNER, number, 'form')).toEqual({ form });

    await open.act(OFFICIAL, 'acceptCase', number);
    await open.act(OFFICIAL, 'startCaseReview', number);
    await open.act(OFFICIAL, 'decideCase', number, { decision: 'GRANTED' });
    expect(await changes(first.at(-1)!.id)).toMatchObject([
      { version: 4, state: 'SUBMITTED' },
      { version: 5, state: 'ACCEPTED' },
      { version: 6, state: 'UNDER_REVIEW' },
      { version: 7, state: 'DECIDED' },
    ]);
    expect(await stands([number])).toMatchObject([
      { state: 'DECIDED', decision: 'GRANTED', permit: `XK${number}`, dueOn: '2026-03-09', reason: null },
    ]);
    expect((await act('withdrawFiledCase', { number })).userErrors).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect((await act('refileCase', { number, form })).userErrors).toMatchObject([{ code: 'WRONG_STATE' }]);
  });

  test('why a case was not accepted, or denied', async () => {
    const declined = await filed();
    await open.act(OFFICIAL, 'declineCase', declined.number, { reason: '不属于本机关' });
    const denied = await filed();
    await open.act(OFFICIAL, 'acceptCase', denied.number);
    await open.act(OFFICIAL, 'startCaseReview', denied.number);
    await open.act(OFFICIAL, 'decideCase', denied.number, { decision: 'DENIED', reason: '条件不符' });
    expect(await stands([declined.number, denied.number])).toMatchObject([
      { state: 'NOT_ACCEPTED', decision: null, reason: '不属于本机关', permit: null },
      { state: 'DECIDED', decision: 'DENIED', reason: '条件不符', permit: null },
    ]);
  });

  test('a case is withdrawn, and once more without an error', async () => {
    const { number } = await filed();
    const variables = { number, reason: '不再需要', idempotencyKey: randomUUID() };
    const withdrawn = await act('withdrawFiledCase', variables);
    expect(withdrawn).toMatchObject({ case: { state: 'WITHDRAWN', version: 3 }, userErrors: [] });
    expect(await act('withdrawFiledCase', variables)).toEqual(withdrawn);
    expect(await act('withdrawFiledCase', { number })).toEqual(withdrawn);
    expect(await ask(OFFICIAL, '{ caseInbox(first: 100) { edges { node { number } } } }')).not.toMatchObject({
      caseInbox: { edges: expect.arrayContaining([{ node: { number } }]) as unknown },
    });
  });

  test('cases are given in the order of the numbers, at most 100', async () => {
    const [one, two] = [await filed(), await filed()];
    const found = await stands([two.number, 'A-0001', one.number, 'nothing', two.number]);
    expect(found.map((row) => row?.number ?? null)).toEqual([two.number, null, one.number, null, two.number]);
    const query = 'query ($numbers: [ID!]!) { filedCases(numbers: $numbers) { number } }';
    const numbers = Array.from({ length: 101 }, (_, i) => `A-${i}`);
    const { errors } = await open.served.ask(query, SERVICES, { numbers });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_ARGUMENT' } }]);
  });
});

describe('nobody else', () => {
  test('learns or changes anything of a filed case, not even that there is one', async () => {
    const { number } = await filed();
    // One that its applicant filed without the client, and one that is not there.
    const own = (await open.start(OWNER)).case!;
    for (const [who, hidden] of [
      [OTHER, number],
      [SERVICES, own.number],
      [SERVICES, 'X-000000'],
    ] as const) {
      expect(await stands([hidden], who)).toEqual([null]);
      for (const name of ['refileCase', 'withdrawFiledCase'] as const) {
        const outcome = await act(name, { number: hidden, form: ANSWERS, reason: null }, who);
        expect(outcome.case).toBeNull();
        expect(outcome.userErrors).toMatchObject([{ code: 'UNKNOWN_NUMBER' }]);
        expect(outcome.userErrors[0]!.message.replaceAll(hidden, '…')).toBe(
          (
            await act(name, { number: 'X-1', form: ANSWERS, reason: null }, who)
          ).userErrors[0]!.message.replaceAll('X-1', '…'),
        );
      }
    }
    expect(await changes(null, OTHER)).toEqual([]);
    expect((await changes()).map((change) => change.number)).not.toContain(own.number);
    expect(await stands([number])).toMatchObject([{ state: 'SUBMITTED', version: 2 }]);
  });

  test('another client that uses the key of the first makes a case of its own', async () => {
    const key = randomUUID();
    const [one, two] = [await file({}, SERVICES, key), await file({}, OTHER, key)];
    expect(two.case!.number).not.toBe(one.case!.number);
    expect(await stands([one.case!.number, two.case!.number], OTHER)).toMatchObject([null, two.case]);
  });

  test.each<[who: string, caller: Who]>([
    ['a client without the scope', { ...SERVICES, scopes: [] }],
    ['the person for whom it was filed', OWNER],
    ['an official', OFFICIAL],
    ['nobody in particular', {}],
  ])('%s is refused', async (_who, caller) => {
    const { number } = await filed();
    const before = await countRows();
    const queries = [
      ['query ($numbers: [ID!]!) { filedCases(numbers: $numbers) { number } }', { numbers: [number] }],
      ['{ filedCaseChanges { id } }', {}],
      [documentOf('fileCase'), { input: INPUT, idempotencyKey: 'k' }],
      [documentOf('refileCase'), { number, form: ANSWERS, idempotencyKey: 'k' }],
      [documentOf('withdrawFiledCase'), { number, idempotencyKey: 'k' }],
    ] as const;
    for (const [query, variables] of queries) {
      const { errors } = await open.served.ask(query, caller, variables);
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    expect(await countRows()).toEqual(before);
  });
});
