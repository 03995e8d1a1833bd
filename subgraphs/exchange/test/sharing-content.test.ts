import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CONTENT,
  FISHERIES,
  HARBOURS,
  LAKE,
  mutation,
  openSharing,
  type OpenSharing,
  POND,
} from './support/open-sharing.ts';
import { fisheries } from './support/subgraphs.ts';

let sharing: OpenSharing;
beforeAll(async () => {
  sharing = await openSharing();
});
afterAll(() => sharing.close());

const many = (count: number) => Array.from({ length: count }, (_, i) => `Vessel.field${i}`);

test.each<[what: string, content: object, code: string, field: string]>([
  ['no field', { fields: [] }, 'NO_FIELDS', 'fields'],
  ['201 fields', { fields: many(201) }, 'TOO_MANY_FIELDS', 'fields'],
  ['a field that nobody has', { fields: ['Vessel.catchT', 'Vessel.crew'] }, 'UNKNOWN_FIELD', 'fields'],
  ['a whole type', { fields: ['Vessel'] }, 'UNKNOWN_FIELD', 'fields'],
  ['a field of the platform', { fields: ['Query.vessel'] }, 'UNKNOWN_FIELD', 'fields'],
  ['an open field', { fields: ['Vessel.catchT', 'Vessel.name'] }, 'FIELD_IS_OPEN', 'fields'],
  ['a field that is not shared', { fields: ['Vessel.informant'] }, 'FIELD_IS_NOT_SHARED', 'fields'],
  [
    'fields of two departments',
    { fields: ['Vessel.catchT', 'Harbour.depthM'] },
    'SEVERAL_DEPARTMENTS',
    'fields',
  ],
  ['another department', { department: 'harbours' }, 'AMBIGUOUS_DEPARTMENT', 'department'],
  ['no region', { regions: [] }, 'NO_REGIONS', 'regions'],
  ['a region that is not on the list', { regions: ['3205', '320599'] }, 'UNKNOWN_REGION', 'regions'],
  ['no basis', { basis: ' ' }, 'MALFORMED_TEXT', 'basis'],
  ['a basis of 501 characters', { basis: '法'.repeat(501) }, 'MALFORMED_TEXT', 'basis'],
  ['no purpose', { purpose: '' }, 'MALFORMED_TEXT', 'purpose'],
  ['U+0000', { purpose: 'a\0b' }, 'MALFORMED_TEXT', 'purpose'],
  ['an end in the past', { until: '2026-03-02T02:00:00Z' }, 'UNTIL_PASSED', 'until'],
  ['an end after more than three years', { until: '2029-03-03T00:00:00Z' }, 'UNTIL_TOO_LATE', 'until'],
])('an application with %s is refused, and is not there', async (_what, content, code, field) => {
  const input = { ...CONTENT, ...content };
  for (const action of ['applyForSharing', 'createSharingApplication']) {
    const { application, userErrors } = await sharing.act(LAKE, action, { input });
    expect(application).toBeNull();
    expect(userErrors).toMatchObject([{ code, field: ['input', field] }]);
  }
  const { count } = (
    await sharing.registry.department.database.sql<{ count: number }[]>`
    select count(*)::int as count from sharing_applications where client = 'lake'`
  )[0]!;
  expect(count).toBe(0);
});

test('a field that is not shared is refused with the law that says so', async () => {
  const { userErrors } = await sharing.act(LAKE, 'applyForSharing', {
    input: { ...CONTENT, fields: ['Vessel.informant', 'Vessel.name'] },
  });
  expect(userErrors.map(({ message }) => message)).toEqual([
    'Vessel.informant is not shared, by 信访工作条例 第四十七条: no department can grant it.',
    'Vessel.name is shared without condition: it can be read without a grant.',
  ]);
});

test('a department does not apply for what is its own', async () => {
  const own = { ...FISHERIES, scopes: ['sharing:apply'] };
  const { userErrors } = await sharing.act(own, 'applyForSharing', { input: CONTENT });
  expect(userErrors).toMatchObject([{ code: 'OWN_DATA' }]);
});

test('an application is kept in one form, and shows the resources that it is about', async () => {
  const input = {
    ...CONTENT,
    fields: ['Vessel.finesCny', 'Vessel.catchT', 'Vessel.finesCny'],
    regions: ['320583', '3205', '320583'],
    purpose: '  Licences ',
    until: '2026-12-31T08:00:00+08:00',
  };
  const { application } = await sharing.act(POND, 'applyForSharing', { input });
  const found = await sharing.data(
    POND,
    `query ($number: ID!) { sharingApplication(number: $number) {
      number state client clientDepartment department { name } fields regions { code name } basis purpose until
      resources { coordinate department { name } } ruleSet renews { id } grant { id } } }`,
    { number: application!['number'] },
  );
  expect(found).toEqual({
    sharingApplication: {
      number: expect.stringMatching(/^SA2026\d{6}$/) as string,
      state: 'SUBMITTED',
      client: 'pond',
      clientDepartment: null,
      department: { name: 'fisheries' },
      fields: ['Vessel.catchT', 'Vessel.finesCny'],
      regions: [
        { code: '3205', name: '苏州市' },
        { code: '320583', name: '昆山市' },
      ],
      basis: CONTENT.basis,
      purpose: 'Licences',
      until: '2026-12-31T00:00:00.000Z',
      resources: [{ coordinate: 'Vessel', department: { name: 'fisheries' } }],
      ruleSet: 'REGULATION_2025',
      renews: null,
      grant: null,
    },
  });
});

test('what was applied for and is changed goes to the same department', async () => {
  const number = await sharing.apply({}, POND);
  await sharing.act(FISHERIES, 'requestSharingApplicationChanges', { number, reason: 'Which harbour?' });
  const input = { ...CONTENT, fields: ['Harbour.depthM'] };
  expect(await sharing.act(POND, 'reviseSharingApplication', { number, input })).toMatchObject({
    userErrors: [{ code: 'SEVERAL_DEPARTMENTS' }],
  });
  const draft = await sharing.act(POND, 'createSharingApplication', { input: CONTENT });
  const other = { number: draft.application!['number'], input };
  expect((await sharing.act(POND, 'reviseSharingApplication', other)).userErrors).toEqual([]);
  await sharing.act(POND, 'submitSharingApplication', other);
  expect(await sharing.act(HARBOURS, 'refuseSharingApplication', { ...other, reason: 'No.' })).toMatchObject({
    application: { state: 'REFUSED' },
  });
});

test('what is no longer shared on condition can neither be submitted nor approved', async () => {
  const draft = await sharing.act(POND, 'createSharingApplication', {
    input: { ...CONTENT, fields: ['Vessel.finesCny'] },
  });
  const submitted = await sharing.apply({ fields: ['Vessel.finesCny'] }, POND);
  const { registry } = sharing;
  const before = fisheries(
    `"Catch of the last year, in tonnes."
  catchT: Float @sharing(class: CONDITIONAL, basis: "渔业法 第二十八条", cycle: DAILY)
  "Fines of the last year, in yuan."
  finesCny: Float @sharing(class: NOT_SHARED, basis: "渔业法 第二十八条", cycle: DAILY)`,
  );
  expect(await registry.publish([before], { acceptBreaking: true })).toMatchObject({ outcome: 'PUBLISHED' });

  const number = draft.application!['number'];
  const refused = { userErrors: [{ code: 'FIELD_IS_NOT_SHARED', field: ['number'] }] };
  expect(await sharing.act(POND, 'submitSharingApplication', { number })).toMatchObject(refused);
  expect(await sharing.act(FISHERIES, 'approveSharingApplication', { number: submitted })).toMatchObject(
    refused,
  );
  const reason = 'It is not shared any longer.';
  expect(
    await sharing.act(FISHERIES, 'refuseSharingApplication', { number: submitted, reason }),
  ).toMatchObject({ application: { state: 'REFUSED' } });
});

const NUMBER = 'query ($number: ID!) { sharingApplication(number: $number) { number } }';

test.each<[who: string, caller: Parameters<OpenSharing['ask']>[0], code: string]>([
  ['nobody in particular', null, 'FORBIDDEN'],
  ['one who comes around the gateway', 'UNSIGNED', 'UNAUTHENTICATED'],
  ['a client without the scope', { ...LAKE, scopes: ['introspection'] }, 'FORBIDDEN'],
  ['another client', { ...POND, client: 'river' }, 'NOT_FOUND'],
  ['another department', HARBOURS, 'NOT_FOUND'],
  [
    'somebody of the department who does not decide',
    { ...FISHERIES, scopes: ['sharing:apply'] },
    'NOT_FOUND',
  ],
])('%s does not see an application, nor change it', async (_who, caller, code) => {
  const number = await sharing.apply({}, POND);
  expect((await sharing.ask(caller, NUMBER, { number })).errors).toMatchObject([{ extensions: { code } }]);
  for (const action of ['withdrawSharingApplication', 'approveSharingApplication']) {
    const { data, errors } = await sharing.ask(caller, mutation(action), { number });
    const reasons = [
      ...(errors ?? []).map(({ extensions }) => extensions.code),
      ...((data?.['answer'] as { userErrors: { code: string }[] } | null)?.userErrors ?? []).map(
        (one) => one.code,
      ),
    ];
    expect(reasons).toHaveLength(1);
    expect(['UNAUTHENTICATED', 'FORBIDDEN', 'UNKNOWN_NUMBER']).toContain(reasons[0]);
  }
  expect(await sharing.data(POND, `{ sharingApplication(number: "${number}") { state } }`)).toEqual({
    sharingApplication: { state: 'SUBMITTED' },
  });
});

test('the client does not decide, and the department does not withdraw, even with both scopes', async () => {
  const number = await sharing.apply({}, POND);
  const both = ['sharing:apply', 'sharing:decide'];
  const { errors } = await sharing.ask({ ...POND, scopes: both }, mutation('approveSharingApplication'), {
    number,
  });
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  const withdrawn = await sharing.ask(
    { ...FISHERIES, scopes: both },
    mutation('withdrawSharingApplication'),
    { number },
  );
  expect(withdrawn.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('nobody but its client sees a draft, also when it is withdrawn', async () => {
  const draft = await sharing.act(POND, 'createSharingApplication', { input: CONTENT });
  const number = draft.application!['number'];
  const seen = async () => (await sharing.ask(FISHERIES, NUMBER, { number })).errors?.[0]?.extensions.code;
  expect(await seen()).toBe('NOT_FOUND');
  await sharing.act(POND, 'withdrawSharingApplication', { number });
  expect(await seen()).toBe('NOT_FOUND');
});

test('an application is found as an entity by those who may see it, and by nobody else', async () => {
  const number = await sharing.apply({}, POND);
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
    ... on SharingApplication { number state } } }`;
  const representations = [{ __typename: 'SharingApplication', number }];
  expect(await sharing.data(FISHERIES, query, { representations })).toEqual({
    _entities: [{ number, state: 'SUBMITTED' }],
  });
  expect((await sharing.ask(HARBOURS, query, { representations })).data).toEqual({ _entities: [null] });
  expect((await sharing.ask(null, query, { representations })).errors).toMatchObject([
    { extensions: { code: 'FORBIDDEN' } },
  ]);
});
