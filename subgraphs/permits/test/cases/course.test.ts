import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { AGENT, ANSWERS, CITIZEN, FOOD, OFFICIAL, type OpenCases, openCases, OWNER } from './open-cases.ts';

let open: OpenCases;
beforeAll(async () => {
  open = await openCases();
});
beforeEach(() => {
  open.clock.now = new Date('2026-03-02T02:00:00Z');
});
afterAll(() => open[Symbol.asyncDispose]());

const on = (day: string) => {
  open.clock.now = new Date(`${day}T02:00:00Z`);
};

test('a case goes from draft to permit: saved, submitted, returned, completed, accepted, reviewed, granted, delivered, rated', async () => {
  const { kind: _kind, ...partial } = ANSWERS;
  const started = await open.start(AGENT, { form: partial });
  expect(started).toMatchObject({
    case: { version: 1, state: 'DRAFT', receivedOn: '2026-03-02' },
    userErrors: [],
  });
  const { number } = started.case!;
  expect(number).toMatch(/^32010220260302-\d{6}$/);

  on('2026-03-03');
  expect(await open.act(OWNER, 'submitCase', number)).toMatchObject({
    case: null,
    userErrors: [
      { code: 'MALFORMED_FORM', field: ['form', 'kind'], message: 'kind is missing: fill it in.' },
    ],
  });
  await open.act(AGENT, 'saveCase', number, { form: ANSWERS });
  const submitted = await open.act(OWNER, 'submitCase', number);
  expect(submitted.case).toMatchObject({ state: 'SUBMITTED', receivedOn: '2026-03-03', actBy: '2026-03-10' });

  const defects = [
    { about: '平面图', problem: '未加盖公章' },
    { about: null, problem: '申请表填写不完整' },
  ];
  const returned = await open.act(OFFICIAL, 'returnCase', number, { defects });
  expect(returned.case).toMatchObject({ state: 'RETURNED', actBy: null });
  on('2026-03-04');
  await open.act(AGENT, 'submitCase', number);
  expect((await open.act(OFFICIAL, 'returnCase', number, { defects })).userErrors).toMatchObject([
    { code: 'ALREADY_RETURNED' },
  ]);
  const accepted = await open.act(OFFICIAL, 'acceptCase', number);
  expect(accepted.case).toMatchObject({ state: 'ACCEPTED', dueOn: '2026-03-11', receivedOn: '2026-03-03' });
  await open.act(OFFICIAL, 'startCaseReview', number);
  await open.act(OFFICIAL, 'suspendCase', number, { reason: '现场核查' });
  on('2026-03-06');
  await open.act(OFFICIAL, 'resumeCase', number);
  const extended = await open.act(OFFICIAL, 'extendCase', number, { days: 2, reason: '情况复杂' });
  expect(extended.case).toMatchObject({ dueOn: '2026-03-17' });
  const decided = await open.act(OFFICIAL, 'decideCase', number, {
    decision: 'GRANTED',
    permit: { name: '食品经营许可证', validUntil: '2031-03-05' },
  });
  expect(decided.case).toMatchObject({ state: 'DECIDED', decision: 'GRANTED', actBy: '2026-03-20' });
  on('2026-03-07');
  await open.act(OFFICIAL, 'deliverCase', number);
  await open.act(OWNER, 'rateCase', number, { stars: 5, comment: '很快' });

  const found = await open.read(
    OWNER,
    number,
    `
    state rating isOverdue source statutoryDueOn form formSchema
    applicant { uscc } serviceItem { name } times { applicantHours officialHours suspendedHours }
    permit { number name validFrom validUntil issuingAuthority source holder { uscc } status(on: "2026-03-07") }
    timeline { on at step side note defects { about problem } }`,
  );
  const hours = (count: number) => expect.closeTo(count, 2) as number;
  const step = (day: string, name: string, side: string, more: object = {}) => ({
    on: day,
    at: expect.any(String) as string,
    step: name,
    side,
    note: null,
    defects: null,
    ...more,
  });
  expect(found).toMatchObject({
    state: 'DELIVERED',
    rating: 5,
    isOverdue: false,
    source: 'GRAPH',
    statutoryDueOn: '2026-04-08',
    form: ANSWERS,
    formSchema: { title: '食品经营许可申请' },
    // What programs took is counted apart.
    times: { applicantHours: hours(48), officialHours: hours(24), suspendedHours: hours(48) },
    permit: {
      number: `XK${number}`,
      name: '食品经营许可证',
      validFrom: '2026-03-06',
      validUntil: '2031-03-05',
      issuingAuthority: '江苏省市场监督管理局',
      source: 'GRAPH',
      holder: { uscc: '91320000608950987L' },
      status: 'VALID',
    },
    timeline: [
      step('2026-03-02', 'STARTED', 'APPLICANT'),
      step('2026-03-03', 'SAVED', 'APPLICANT'),
      step('2026-03-03', 'SUBMITTED', 'APPLICANT'),
      step('2026-03-03', 'RETURNED', 'OFFICIAL', { defects }),
      step('2026-03-04', 'RESUBMITTED', 'APPLICANT'),
      step('2026-03-04', 'ACCEPTED', 'OFFICIAL'),
      step('2026-03-04', 'REVIEW_STARTED', 'OFFICIAL'),
      step('2026-03-04', 'SUSPENDED', 'OFFICIAL', { note: '现场核查' }),
      step('2026-03-06', 'RESUMED', 'OFFICIAL'),
      step('2026-03-06', 'EXTENDED', 'OFFICIAL', { note: '情况复杂' }),
      step('2026-03-06', 'GRANTED', 'OFFICIAL'),
      step('2026-03-07', 'DELIVERED', 'OFFICIAL'),
      step('2026-03-07', 'RATED', 'APPLICANT', { note: '很快' }),
    ],
  });
});

test('who took each step, by what right and in what time is written down', async () => {
  const { number } = await open.caseAfter(['submitCase'], ['acceptCase']);
  const { sql } = open.served.database;
  const events = await sql`select * from case_events where case_number = ${number} order by sequence`;
  expect(events).toMatchObject([
    { sequence: 1, person: 'person-001', client: 'portal', right: 'mandate:M1', side: 'APPLICANT' },
    { sequence: 2, person: 'person-001', client: 'portal', right: 'mandate:M1', side: 'APPLICANT' },
    {
      sequence: 3,
      person: 'official-1',
      client: 'permits-desk',
      right: 'official:11320000YW0000311U/32',
      side: 'OFFICIAL',
    },
  ]);
  for (const { machine_ms } of events) expect(machine_ms).toBeGreaterThanOrEqual(0);
});

test('a case with materials that follow is granted once they have come, and is shown with what it waits for', async () => {
  const { number } = await open.caseAfter(['submitCase']);
  const followUp = { materials: ['平面图', '租赁合同'], by: '2026-03-20' };
  expect((await open.act(OFFICIAL, 'acceptCase', number, { followUp })).case).toMatchObject({ followUp });
  await open.act(OFFICIAL, 'startCaseReview', number);
  const decision = { decision: 'GRANTED' };
  expect((await open.act(OFFICIAL, 'decideCase', number, decision)).userErrors).toMatchObject([
    { code: 'FOLLOW_UP_MISSING' },
  ]);
  expect((await open.read(OWNER, number, 'permit { number }'))!['permit']).toBe(null);
  await open.act(OWNER, 'supplyCaseMaterials', number, { materials: ['平面图', '租赁合同'] });
  expect((await open.act(OFFICIAL, 'decideCase', number, decision)).case).toMatchObject({
    state: 'DECIDED',
    followUp: null,
  });
  // The item says what the permit is called where the official does not.
  expect(await open.read(OWNER, number, 'permit { name validUntil }')).toEqual({
    permit: { name: '食品经营许可证', validUntil: null },
  });
});

test('a case is accepted on a signed commitment, and not with materials that follow besides', async () => {
  const { number } = await open.caseAfter(['submitCase']);
  const commitment = { text: '本单位承诺符合条件。', signedBy: '王敏' };
  const both = { commitment, followUp: { materials: ['平面图'], by: '2026-03-20' } };
  expect((await open.act(OFFICIAL, 'acceptCase', number, both)).userErrors).toMatchObject([
    { code: 'CONTRADICTORY_INPUT', field: ['commitment'] },
  ]);
  const { case: accepted } = await open.act(OFFICIAL, 'acceptCase', number, { commitment });
  expect(accepted!['timeline']).toMatchObject([{}, {}, { step: 'ACCEPTED_ON_COMMITMENT' }]);
});

test('a denial has a reason and makes no permit', async () => {
  const { number } = await open.caseAfter(['submitCase'], ['acceptCase'], ['startCaseReview']);
  const deny = (more: object) => open.act(OFFICIAL, 'decideCase', number, { decision: 'DENIED', ...more });
  expect((await deny({})).userErrors).toMatchObject([{ code: 'MALFORMED_TEXT', field: ['reason'] }]);
  expect((await deny({ reason: 'x', permit: {} })).userErrors).toMatchObject([
    { code: 'CONTRADICTORY_INPUT' },
  ]);
  expect((await deny({ reason: '不符合法定条件' })).case).toMatchObject({
    state: 'DECIDED',
    decision: 'DENIED',
  });
  expect(await open.read(OWNER, number, 'permit { number } timeline { step note }')).toMatchObject({
    permit: null,
    timeline: [{}, {}, {}, {}, { step: 'DENIED', note: '不符合法定条件' }],
  });
});

test('a grant that cannot make its permit is no grant', async () => {
  const { number } = await open.caseAfter(['submitCase'], ['acceptCase'], ['startCaseReview']);
  for (const [permit, code, field] of [
    [{ validUntil: '2026-03-01' }, 'DAY_PASSED', 'validUntil'],
    [{ name: ' ' }, 'MALFORMED_TEXT', 'name'],
  ] as const) {
    const { userErrors } = await open.act(OFFICIAL, 'decideCase', number, { decision: 'GRANTED', permit });
    expect(userErrors).toMatchObject([{ code, field: ['permit', field] }]);
  }
  expect(await open.read(OWNER, number)).toMatchObject({ state: 'UNDER_REVIEW', version: 4 });
});

test('a person applies for himself, with the plain form of an item that has none of its own', async () => {
  const { sql } = open.served.database;
  await sql`update service_items set department_code = '11320000YW0000177B' where name like '建筑%'`;
  const item = (await sql<{ code: string }[]>`select code from service_items where name like '建筑%'`)[0]!
    .code;
  const form = { contact: '程雨桐', phone: '13812345678' };
  const { case: started } = await open.start(CITIZEN, { item, applicant: null, region: null, form });
  const { number } = started!;
  expect((await open.act(CITIZEN, 'submitCase', number)).case).toMatchObject({ state: 'SUBMITTED' });
  expect(await open.read(CITIZEN, number, 'applicant { uscc } region { code } formSchema')).toMatchObject({
    applicant: null,
    region: { code: '320102' },
    formSchema: { title: '申请表' },
  });
  expect(await open.read(OWNER, number)).toBe(null);
});

test('the form is frozen into the case: a newer version is for newer cases', async () => {
  const draft = (await open.start(OWNER)).case!;
  const { sql } = open.served.database;
  await sql`update item_versions set state = 'SUPERSEDED' where item_code = ${FOOD}`;
  await sql`
    insert into item_versions
      (item_code, version, state, revision, guide, form, rules, editors, changed_at, published_at)
    select item_code, 2, 'PUBLISHED', 1, jsonb_set(guide, '{promisedDays}', '3'),
      jsonb_set(form::jsonb, '{title}', '"新表"')::json, rules, editors, now(), now()
    from item_versions where item_code = ${FOOD} and version = 1`;
  const titleOf = async (number: string) =>
    ((await open.read(OWNER, number, 'formSchema'))!['formSchema'] as { title: string }).title;
  expect(await titleOf(draft.number)).toBe('食品经营许可申请');
  const newer = (await open.start(OWNER)).case!;
  expect(await titleOf(newer.number)).toBe('新表');
  // So are the days that it promises.
  for (const [{ number }, dueOn] of [
    [draft, '2026-03-09'],
    [newer, '2026-03-05'],
  ] as const) {
    await open.act(OWNER, 'submitCase', number);
    expect((await open.act(OFFICIAL, 'acceptCase', number)).case).toMatchObject({ dueOn });
  }
});
