import { type GatewayAnswer, type GatewayClient, reportDispute } from '@yiwang/subgraph-kit/prefill';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkFormSchema } from '@yiwang/subgraph-kit/forms';
import { ANSWERS, FOOD, openCases, type OpenCases, OWNER, RESTAURANT, STRANGER } from './cases/open-cases.ts';
import { AUTHOR, CONTENT, openItems, PUBLISHER } from './items/open-items.ts';
import { RESTAURANT_FORM } from '@yiwang/subgraph-kit/testing';

const DOCUMENT = `query Form($uscc: USCC!) {
  enterprise(uscc: $uscc) { name registeredOn region { fullName } taxpayer { creditGrade { grade } } }
}`;

const properties = structuredClone(RESTAURANT_FORM.properties) as typeof RESTAURANT_FORM.properties & {
  premises: { properties: object };
};
const from = (name: string, path: string) => ({ ...properties[name], 'x-from': path });
const FORM = {
  ...RESTAURANT_FORM,
  properties: {
    ...properties,
    contact: from('contact', 'enterprise.name'),
    opensOn: from('opensOn', 'enterprise.registeredOn'),
    phone: from('phone', 'enterprise.taxpayer.creditGrade.grade'),
    premises: {
      ...properties.premises,
      properties: {
        ...properties.premises.properties,
        address: {
          ...(properties.premises.properties as { address: object }).address,
          'x-from': 'enterprise.region.fullName',
        },
      },
    },
  },
};

const selected = (path: string, coordinate: string, department: string, sharing: string) => ({
  path,
  coordinate,
  departments: [{ name: department }],
  sharing,
});
const SELECTED = [
  selected('enterprise.name', 'Enterprise.name', 'enterprises', 'UNCONDITIONAL'),
  selected('enterprise.registeredOn', 'Enterprise.registeredOn', 'enterprises', 'UNCONDITIONAL'),
  selected('enterprise.region.fullName', 'Region.fullName', 'exchange', 'UNCONDITIONAL'),
  selected('enterprise.taxpayer.creditGrade.grade', 'CreditGrade.grade', 'tax', 'CONDITIONAL'),
];

/** What the department asked, in order. The real gateway answers in the tests of the whole system. */
const asked: { query: string; variables: Record<string, unknown>; case: string | undefined }[] = [];
let correction: () => GatewayAnswer;
const gateway: GatewayClient = {
  async ask(query, variables, { purpose }) {
    asked.push({ query, variables, case: purpose?.caseNumber });
    if (query.includes('sharingNeeds')) return { data: { sharingNeeds: { selected: SELECTED } }, errors: [] };
    if (query.includes('reportCorrection')) return correction();
    const denied = {
      message: 'It needs a grant.',
      path: ['enterprise', 'taxpayer'],
      extensions: { code: 'UNAUTHORIZED_FIELD' },
    };
    if (query.includes('taxpayer')) return { data: { enterprise: { taxpayer: null } }, errors: [denied] };
    if (query.includes('region'))
      return { data: { enterprise: { region: { fullName: '江苏省南京市玄武区' } } }, errors: [] };
    return { data: { enterprise: { name: '金陵饭店', registeredOn: 'long ago' } }, errors: [] };
  },
};

const TABLES = { prefills: 'case_prefills', cases: 'cases' };

let open: OpenCases;
beforeAll(async () => {
  open = await openCases(gateway);
  const { sql } = open.served.database;
  await sql`update item_versions set state = 'SUPERSEDED', superseded_at = now() where item_code = ${FOOD}`;
  await sql`
    insert into item_versions
    select item_code, 2, 'PUBLISHED', 1, guide, ${JSON.stringify(FORM)}::text::json, rules, ${DOCUMENT}, editors, now(), now()
    from item_versions where item_code = ${FOOD} and version = 1`;
});
beforeEach(() => {
  asked.length = 0;
  correction = () => ({
    data: { reportCorrection: { correction: { number: 'SC1' }, userErrors: [] } },
    errors: [],
  });
});
afterAll(() => open[Symbol.asyncDispose]());

const PREFILL = 'form prefill { field state value department coordinate sharing reason verdict correction }';
const draft = async (form: object = { kind: 'RESTAURANT' }) => (await open.start(OWNER, { form })).case!;
const prefillOf = async (number: string) =>
  (await open.read(OWNER, number, PREFILL)) as unknown as {
    form: Record<string, unknown>;
    prefill: { field: string; state: string; verdict: string | null; correction: string | null }[];
  };

test('a form is filled with what other departments hold, and says what it did not get and why', async () => {
  const { number } = await draft();
  expect((await open.act(OWNER, 'prefillCase', number)).userErrors).toEqual([]);
  const { form, prefill } = await prefillOf(number);
  expect(form).toEqual({
    kind: 'RESTAURANT',
    contact: '金陵饭店',
    premises: { address: '江苏省南京市玄武区' },
  });
  const none = { verdict: null, correction: null };
  expect(prefill).toEqual([
    {
      ...none,
      field: 'contact',
      state: 'FOUND',
      value: '金陵饭店',
      department: 'enterprises',
      coordinate: 'Enterprise.name',
      sharing: 'UNCONDITIONAL',
      reason: null,
    },
    {
      ...none,
      field: 'opensOn',
      state: 'UNFIT',
      value: 'long ago',
      department: 'enterprises',
      coordinate: 'Enterprise.registeredOn',
      sharing: 'UNCONDITIONAL',
      reason: expect.stringContaining('opensOn'),
    },
    {
      ...none,
      field: 'phone',
      state: 'DENIED',
      value: null,
      department: 'tax',
      coordinate: 'CreditGrade.grade',
      sharing: 'CONDITIONAL',
      reason: 'It needs a grant.',
    },
    {
      ...none,
      field: 'premises.address',
      state: 'FOUND',
      value: '江苏省南京市玄武区',
      department: 'exchange',
      coordinate: 'Region.fullName',
      sharing: 'UNCONDITIONAL',
      reason: null,
    },
  ]);
  const reads = asked.filter(({ query }) => !query.includes('sharingNeeds'));
  expect(reads.map((one) => one.case)).toEqual([number, number, number]);
  expect(reads[0]!.variables).toEqual({ uscc: RESTAURANT });
});

test('what the applicant has answered stays', async () => {
  const { number } = await draft({ ...ANSWERS, contact: '李四' });
  await open.act(OWNER, 'prefillCase', number);
  const { form, prefill } = await prefillOf(number);
  expect(form).toMatchObject({ contact: '李四', premises: ANSWERS.premises });
  expect(prefill.map(({ field, state }) => `${field} ${state}`)).toContain('contact FOUND');
});

test('with the same key nothing is filled in twice, and nobody is asked for a stranger', async () => {
  const { number } = await draft();
  const once = { key: 'fill', expectedVersion: 1 };
  const first = await open.act(OWNER, 'prefillCase', number, once);
  expect((await open.act(OWNER, 'prefillCase', number, once)).case!.version).toBe(first.case!.version);
  asked.length = 0;
  const { userErrors } = await open.act(STRANGER, 'prefillCase', number);
  expect(userErrors.map(({ code }) => code)).toEqual(['UNKNOWN_NUMBER']);
  expect(asked).toEqual([]);
  expect(await open.read(STRANGER, number, PREFILL)).toBeNull();
  const stale = await open.act(OWNER, 'prefillCase', number, { expectedVersion: 1, key: 'other' });
  expect(stale.userErrors.map(({ code }) => code)).toEqual(['STALE_VERSION']);
});

test('a value is confirmed, or disputed with what is wrong: that is reported until the exchange has it', async () => {
  const { number } = await draft();
  await open.act(OWNER, 'prefillCase', number);
  const answer = (args: object) => open.act(OWNER, 'answerPrefill', number, args);
  const codes = async (args: object) => (await answer(args)).userErrors.map(({ code }) => code);
  expect(await codes({ field: 'contact', isRight: true })).toEqual([]);
  expect(await codes({ field: 'premises.address', isRight: false })).toEqual(['MALFORMED_TEXT']);
  expect(await codes({ field: 'phone', isRight: true })).toEqual(['UNKNOWN_FIELD']);
  expect(await codes({ field: 'none', isRight: true })).toEqual(['UNKNOWN_FIELD']);
  const dispute = { field: 'premises.address', isRight: false, problem: '不在玄武区', proposal: '秦淮区' };
  expect(await codes(dispute)).toEqual([]);

  const { sql } = open.served.database.service;
  correction = () => ({
    data: null,
    errors: [{ message: 'down', extensions: { code: 'DEPARTMENT_UNAVAILABLE' } }],
  });
  await expect(reportDispute(sql, gateway, TABLES)).rejects.toThrow('down');
  correction = () => ({
    data: { reportCorrection: { correction: { number: 'SC7' }, userErrors: [] } },
    errors: [],
  });
  expect(await reportDispute(sql, gateway, TABLES)).toBe(true);
  expect(await reportDispute(sql, gateway, TABLES)).toBe(false);
  expect(asked.at(-1)!.variables).toMatchObject({
    input: {
      coordinate: 'Region.fullName',
      subject: RESTAURANT,
      department: 'exchange',
      problem: '不在玄武区',
      proposal: '秦淮区',
    },
  });
  const { prefill } = await prefillOf(number);
  expect(prefill.map(({ field, verdict, correction: report }) => [field, verdict, report])).toEqual([
    ['contact', 'CONFIRMED', null],
    ['opensOn', null, null],
    ['phone', null, null],
    ['premises.address', 'DISPUTED', 'SC7'],
  ]);
});

test('a report that the exchange refuses is not sent for ever', async () => {
  const { number } = await draft();
  await open.act(OWNER, 'prefillCase', number);
  await open.act(OWNER, 'answerPrefill', number, { field: 'contact', isRight: false, problem: '错' });
  const { sql } = open.served.database.service;
  correction = () => ({
    data: { reportCorrection: { correction: null, userErrors: [{ message: 'No such field.' }] } },
    errors: [],
  });
  expect(await reportDispute(sql, gateway, TABLES)).toBe(true);
  expect(await reportDispute(sql, gateway, TABLES)).toBe(false);
  const [row] =
    await sql`select correction_error from case_prefills where case_number = ${number} and field = 'contact'`;
  expect(row!['correction_error']).toBe('No such field.');
});

test('a department that asks nobody fills nothing in, and a case without such a form neither', async () => {
  await using alone = await openCases();
  const { number } = (await alone.start(OWNER)).case!;
  const { userErrors } = await alone.act(OWNER, 'prefillCase', number);
  expect(userErrors.map(({ code }) => code)).toEqual(['NO_PREFILL']);
  expect(await alone.read(OWNER, number, 'prefill { field }')).toEqual({ prefill: [] });
});

test('a version is published only when its prefill fits the one schema', async () => {
  await using items = await openItems(gateway);
  async function publish(content: object) {
    const draftOf = await items.act(AUTHOR, 'draft', { content: { ...CONTENT, ...content } });
    expect(draftOf.userErrors).toEqual([]);
    const { version, revision } = draftOf.itemVersion!;
    const sent = await items.act(AUTHOR, 'submit', { version, revision });
    expect(sent.userErrors).toEqual([]);
    const review = sent.itemVersion!;
    const published = await items.act(PUBLISHER, 'publish', { version, revision: review.revision });
    if (published.userErrors.length > 0) {
      const back = { version, revision: review.revision, reason: 'x' };
      const returned = (await items.act(PUBLISHER, 'sendBack', back)).itemVersion!;
      lastRevision = returned.revision;
    }
    return published.userErrors.map(({ code, field }) => [code, ...(field ?? [])]);
  }
  let lastRevision: number | undefined;
  const wrong = { ...FORM, properties: { ...FORM.properties, contact: from('contact', 'enterprise.phone') } };
  expect(await publish({ form: wrong, prefill: DOCUMENT })).toEqual([['UNKNOWN_PATH', 'prefill']]);
  const fixed = await items.act(AUTHOR, 'draft', {
    content: { ...CONTENT, form: FORM, prefill: DOCUMENT },
    revision: lastRevision,
  });
  const { version, revision } = fixed.itemVersion!;
  const sent = (await items.act(AUTHOR, 'submit', { version, revision })).itemVersion!;
  expect((await items.act(PUBLISHER, 'publish', { version, revision: sent.revision })).userErrors).toEqual(
    [],
  );
});

test('x-from is a path, and only on fields that are no objects', () => {
  const codes = (name: string, path: unknown) =>
    checkFormSchema({
      ...RESTAURANT_FORM,
      properties: { ...properties, [name]: { ...properties[name], 'x-from': path } },
    }).map(({ code }) => code);
  expect(codes('contact', 'enterprise.name')).toEqual([]);
  expect(codes('contact', 'a..b')).toEqual(['MALFORMED_FORM']);
  expect(codes('contact', 7)).toEqual(['MALFORMED_FORM']);
  expect(codes('premises', 'a.b')).toEqual(['FORBIDDEN_KEYWORD']);
});
