import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Principal } from '../src/sharing/authorize.ts';
import {
  CONTENT,
  FIELDS,
  FISHERIES,
  HARBOURS,
  LAKE,
  openSharing,
  type OpenSharing,
  POND,
} from './support/open-sharing.ts';
import { fisheries } from './support/subgraphs.ts';

const CONDITIONAL = '@sharing(class: CONDITIONAL, basis: "渔业法 第二十八条", cycle: DAILY)';

/** A vessel with fields that return objects whose own fields are conditional. */
const NESTED = `${FIELDS}
  "Inspections, last one first."
  inspections(finding: String, from: Day @reads(fields: ["Inspection.on"])): [Inspection!] ${CONDITIONAL}
  "Members of the crew; vessels with fines first."
  crew: [String!] ${CONDITIONAL} @reads(fields: ["Vessel.finesCny"])
}

"A day."
scalar Day

"An inspection of a vessel 检查."
type Inspection ${CONDITIONAL} {
  "Day."
  on: String!
  "What was found. Null for nothing."
  finding: String`;

let sharing: OpenSharing;
beforeAll(async () => {
  sharing = await openSharing();
  expect(await sharing.registry.publish([fisheries(NESTED)])).toMatchObject({
    outcome: 'PUBLISHED',
    userErrors: [],
  });
});
afterAll(() => sharing.close());

const PAGE = `query Page { vessel(number: "1") {
  name catchT ...More harbour { name depthM }
} }
fragment More on Vessel { fines: finesCny inspections { finding } }
query Other { vessel(number: "1") { informant } }`;

const TERMS = { basis: CONTENT.basis, purpose: CONTENT.purpose, until: CONTENT.until };

interface Batch {
  batch: string | null;
  granted: string[];
  applications: {
    number: string;
    state: string;
    batch: string;
    fields: string[];
    department: { name: string };
  }[];
  userErrors: { code: string; message: string; field: string[] }[];
}

async function applyFor(input: object, caller: Principal = POND): Promise<Batch> {
  const { applyForOperation } = await sharing.data<{ applyForOperation: Batch }>(
    caller,
    `mutation ($input: OperationApplicationInput!) { applyForOperation(input: $input) {
      batch granted applications { number state batch fields department { name } } userErrors { code message field } } }`,
    { input: { query: PAGE, operationName: 'Page', ...TERMS, ...input } },
  );
  return applyForOperation;
}

async function needs(caller: Principal, query: string, operationName: string | null = null) {
  const { sharingNeeds } = await sharing.data<{ sharingNeeds: object }>(
    caller,
    `query ($query: String!, $operationName: String) { sharingNeeds(query: $query, operationName: $operationName) {
      departments { department { name } fields } granted notShared } }`,
    { query, operationName },
  );
  return sharingNeeds;
}

const FISHERIES_FIELDS = ['Inspection.finding', 'Vessel.catchT', 'Vessel.finesCny', 'Vessel.inspections'];

test('what an operation needs is told by department, through aliases and fragments, and nothing is applied for', async () => {
  expect(await needs(LAKE, PAGE, 'Page')).toEqual({
    departments: [
      { department: { name: 'fisheries' }, fields: FISHERIES_FIELDS },
      { department: { name: 'harbours' }, fields: ['Harbour.depthM'] },
    ],
    granted: [],
    notShared: [],
  });
  expect(await needs(LAKE, PAGE, 'Other')).toMatchObject({
    departments: [],
    notShared: ['Vessel.informant'],
  });
  expect(await needs(LAKE, '{ vessel(number: "1") { name } }')).toMatchObject({
    departments: [],
    notShared: [],
  });
});

test('the values that an operation selects are told with those who provide them, by their place in the answer', async () => {
  const { sharingNeeds } = await sharing.data<{ sharingNeeds: { selected: object[] } }>(
    LAKE,
    `query ($query: String!) { sharingNeeds(query: $query, operationName: "Page") {
      selected { path coordinate departments { name } sharing } } }`,
    { query: PAGE },
  );
  const value = (path: string, coordinate: string, department: string, sharingClass: string) => ({
    path,
    coordinate,
    departments: [{ name: department }],
    sharing: sharingClass,
  });
  expect(sharingNeeds.selected).toEqual([
    value('vessel.name', 'Vessel.name', 'fisheries', 'UNCONDITIONAL'),
    value('vessel.catchT', 'Vessel.catchT', 'fisheries', 'CONDITIONAL'),
    value('vessel.fines', 'Vessel.finesCny', 'fisheries', 'CONDITIONAL'),
    value('vessel.inspections.finding', 'Inspection.finding', 'fisheries', 'CONDITIONAL'),
    value('vessel.harbour.name', 'Harbour.name', 'harbours', 'UNCONDITIONAL'),
    value('vessel.harbour.depthM', 'Harbour.depthM', 'harbours', 'CONDITIONAL'),
  ]);
});

test('what arguments and orders read is needed like what is selected', async () => {
  const fields = async (query: string) => {
    const { departments } = (await needs(LAKE, query)) as { departments: { fields: string[] }[] };
    return departments.flatMap((one) => one.fields);
  };
  expect(await fields('{ vessel(number: "1") { inspections { __typename } } }')).toEqual([
    'Vessel.inspections',
  ]);
  expect(await fields('{ vessel(number: "1") { inspections(from: "2026-01-01") { __typename } } }')).toEqual([
    'Inspection.on',
    'Vessel.inspections',
  ]);
  expect(
    await fields('query ($f: String) { vessel(number: "1") { inspections(finding: $f) { __typename } } }'),
  ).toEqual(['Inspection.finding', 'Vessel.inspections']);
  expect(await fields('{ vessel(number: "1") { crew } }')).toEqual(['Vessel.crew', 'Vessel.finesCny']);
});

test('a department needs nothing for what is its own', async () => {
  const own = { ...HARBOURS, scopes: ['sharing:apply'] };
  expect(await needs(own, PAGE, 'Page')).toMatchObject({
    departments: [{ department: { name: 'fisheries' }, fields: FISHERIES_FIELDS }],
  });
});

test('a whole operation is applied for at once: one application a department, under one number', async () => {
  const { batch, applications, userErrors } = await applyFor({});
  expect(userErrors).toEqual([]);
  expect(batch).toMatch(/^SB2026\d{6}$/);
  expect(applications).toMatchObject([
    { state: 'SUBMITTED', batch, fields: FISHERIES_FIELDS, department: { name: 'fisheries' } },
    { state: 'SUBMITTED', batch, fields: ['Harbour.depthM'], department: { name: 'harbours' } },
  ]);
  const { sharingApplications } = await sharing.data<{ sharingApplications: { totalCount: number } }>(
    POND,
    'query ($batch: ID) { sharingApplications(filter: { batch: $batch }) { totalCount } }',
    { batch },
  );
  expect(sharingApplications.totalCount).toBe(2);
});

test('what is granted already is not applied for again, and at last nothing is', async () => {
  const caller = { ...LAKE, client: 'brook' };
  const first = await applyFor({}, caller);
  const [atFisheries, atHarbours] = first.applications;
  await sharing.act(FISHERIES, 'approveSharingApplication', { number: atFisheries!.number });

  const second = await applyFor({}, caller);
  expect(second.granted).toEqual(FISHERIES_FIELDS);
  expect(second.applications.map(({ fields }) => fields)).toEqual([['Harbour.depthM']]);

  await sharing.act(HARBOURS, 'approveSharingApplication', { number: atHarbours!.number });
  expect(await applyFor({}, caller)).toMatchObject({ batch: null, applications: [], userErrors: [] });
});

test.each([
  ['one that is no GraphQL', { query: '{ vessel(' }, 'MALFORMED_OPERATION', 'query', /Syntax Error.*line 1/],
  [
    'an unknown field',
    { query: '{ vessel(number: "1") { wings } }', operationName: null },
    'MALFORMED_OPERATION',
    'query',
    /wings.*line 1, column 25/,
  ],
  [
    'no name where there are several',
    { operationName: null },
    'MALFORMED_OPERATION',
    'operationName',
    /Name one/,
  ],
  [
    'a name that none has',
    { operationName: 'None' },
    'MALFORMED_OPERATION',
    'operationName',
    /no operation None/,
  ],
  [
    '100 KB',
    { query: `{ vessel(number: "1") { name } } #${'x'.repeat(100_000)}` },
    'MALFORMED_OPERATION',
    'query',
    /characters/,
  ],
  [
    'a field that is not shared',
    { operationName: 'Other' },
    'FIELD_IS_NOT_SHARED',
    'query',
    /Vessel\.informant/,
  ],
  ['no basis', { basis: ' ' }, 'MALFORMED_TEXT', 'basis', /basis/],
])(
  'an operation with %s is refused, and nothing is applied for',
  async (_what, input, code, field, message) => {
    const caller = { ...LAKE, client: 'marsh' };
    const { batch, applications, userErrors } = await applyFor(input, caller);
    expect({ batch, applications }).toEqual({ batch: null, applications: [] });
    expect(userErrors).toMatchObject([
      { code, field: ['input', field], message: expect.stringMatching(message) },
    ]);
    const [row] = await sharing.registry.department.database.sql`
    select count(*)::int as count from sharing_applications where client = 'marsh'`;
    expect(row!['count']).toBe(0);
  },
);

test('an application for a field that cannot be read alone names what is needed beside it', async () => {
  const neededBeside = async (fields: string[]) => {
    const number = await sharing.apply({ fields });
    const { sharingApplication } = await sharing.data<{ sharingApplication: { neededBeside: object[] } }>(
      LAKE,
      'query ($number: ID!) { sharingApplication(number: $number) { neededBeside { coordinate fields all } } }',
      { number },
    );
    return sharingApplication.neededBeside;
  };
  expect(await neededBeside(['Vessel.catchT', 'Vessel.inspections'])).toEqual([
    { coordinate: 'Vessel.inspections', fields: ['Inspection.finding', 'Inspection.on'], all: false },
  ]);
  expect(await neededBeside(['Vessel.crew'])).toEqual([
    { coordinate: 'Vessel.crew', fields: ['Vessel.finesCny'], all: true },
  ]);
  expect(await neededBeside(['Vessel.crew', 'Vessel.finesCny'])).toEqual([]);
  expect(await neededBeside(['Inspection.on', 'Vessel.inspections'])).toEqual([]);
  expect(await neededBeside(['Vessel.catchT'])).toEqual([]);
});

test('only clients that apply or decide are told what an operation needs', async () => {
  const query = '{ sharingNeeds(query: "{ vessel(number: 1) { name } }") { granted } }';
  for (const caller of [null, { ...LAKE, scopes: [] }]) {
    const { errors } = await sharing.ask(caller, query);
    expect(errors?.[0]?.extensions.code).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
  }
});
