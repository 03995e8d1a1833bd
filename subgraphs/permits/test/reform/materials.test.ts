import type { GatewayAnswer, GatewayClient } from '@yiwang/subgraph-kit/prefill';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { materialSources } from '../../src/reform/material-source-tables.ts';
import { cases } from '../../src/tables.ts';
import { BUILDING, CONSULTING, FOOD } from '../fixture.ts';
import {
  ANYONE,
  AUTHOR,
  COLLEAGUE,
  openItems,
  type OpenItems,
  PUBLISHER,
  type Who,
} from '../items/open-items.ts';

const field = (coordinate: string, sharing: string) => ({
  coordinate,
  sharing,
  basis: `basis of ${coordinate}`,
});
const RESOURCES = [
  [
    'enterprises',
    [field('Enterprise.name', 'UNCONDITIONAL'), field('Enterprise.businessScope', 'UNCONDITIONAL')],
  ],
  ['tax', [field('Taxpayer.arrears', 'CONDITIONAL'), field('Taxpayer.creditGrades', 'CONDITIONAL')]],
  ['land', [field('Parcel.holder', 'CONDITIONAL'), field('Parcel.secret', 'NOT_SHARED')]],
  ['permits', [field('Permit.number', 'UNCONDITIONAL'), field('Case.state', 'CONDITIONAL')]],
] as const;

/** The real gateway answers in the tests of the command. */
const world = {
  isDown: false,
  grantsFail: false,
  grants: [] as { department: { name: string }; fields: string[]; regions: { code: string }[] | null }[],
};
const gateway: GatewayClient = {
  async ask(query, { after }) {
    if (world.isDown) throw new Error('The gateway is away.');
    if (query.includes('grants(')) {
      if (world.grantsFail) return failed('FORBIDDEN');
      return paged('grants', world.grants, after as string | null);
    }
    const nodes = RESOURCES.map(([name, fields]) => ({ department: { name }, fields }));
    return paged('dataResources', nodes, after as string | null);
  },
};

/** Two to a page. */
function paged(name: string, nodes: readonly object[], after: string | null): GatewayAnswer {
  const from = Number(after ?? 0);
  const edges = nodes.slice(from, from + 2).map((node) => ({ node }));
  const pageInfo = { hasNextPage: from + 2 < nodes.length, endCursor: String(from + 2) };
  return { data: { [name]: { edges, pageInfo } }, errors: [] };
}
function failed(code: string): GatewayAnswer {
  return { data: null, errors: [{ message: 'No.', extensions: { code } }] };
}

let open: OpenItems;
/** A department that asks again each time: what is shared is kept for a minute. */
async function reopen(client?: GatewayClient) {
  await open?.[Symbol.asyncDispose]();
  open = await openItems(client);
  await fill();
}
const material = (name: string, originals: number, copies: number, heldBy: object | null = null) => ({
  ...{ code: null, name, nameEn: null, originals, copies, heldBy: heldBy as null, need: 'ALWAYS' as const },
  ...{ neededWhen: null, fromSharedData: heldBy !== null },
});
const MONTH = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 7);

async function fill() {
  const { db, sql } = open.served.database;
  await sql`delete from permits`;
  await sql`delete from cases`;
  const guides = [
    [
      FOOD,
      [
        material('营业执照', 0, 0, { department: 'enterprises', resource: 'Enterprise.name' }),
        material('营业执照副本', 1, 1),
        material('完税证明', 1, 0),
        material('平面图', 2, 0),
      ],
    ],
    [
      BUILDING,
      [material('土地使用权证（复印件）', 0, 1), material('完税证明', 1, 2), material('保密文件', 1, 0)],
    ],
  ] as const;
  for (const [code, materials] of guides) {
    await sql`update service_items set materials = ${JSON.stringify(materials)}::text::jsonb where code = ${code}`;
  }
  const checked = { checkedAt: '2026-01-01T00:00:00Z', source: 'GENERATED' as const };
  const source = (
    pattern: string,
    coordinate: string,
    department: string,
    sharing: 'UNCONDITIONAL' | 'CONDITIONAL',
  ) => ({
    ...{ pattern, coordinate, department, sharing, ...checked },
  });
  await db
    .insert(materialSources)
    .values([
      source('营业执照*', 'Enterprise.name', 'enterprises', 'UNCONDITIONAL'),
      source('营业执照*', 'Enterprise.businessScope', 'enterprises', 'UNCONDITIONAL'),
      source('完税证明', 'Taxpayer.arrears', 'tax', 'CONDITIONAL'),
      source('*土地使用权证*', 'Parcel.holder', 'land', 'CONDITIONAL'),
      source('保密*', 'Parcel.secret', 'land', 'CONDITIONAL'),
      source('保密*', 'Permit.number', 'permits', 'UNCONDITIONAL'),
    ]);
  const row = (number: string, serviceItemCode: string, set: object = {}) => ({
    ...{ number, serviceItemCode, state: 'SUBMITTED' as const, receivedOn: `${MONTH}-01`, timeline: [] },
    ...{ source: 'GENERATED' as const, ...set },
  });
  await db.insert(cases).values([
    ...['C-01', 'C-02', 'C-03'].map((number) => row(number, FOOD)),
    row('C-04', BUILDING),
    // Neither drafts, nor what is older than twelve months.
    row('C-05', FOOD, { state: 'DRAFT', filedBy: 'person-001' }),
    row('C-06', FOOD, { receivedOn: `${Number(MONTH.slice(0, 4)) - 1}${MONTH.slice(4)}-01` }),
  ]);
}

beforeAll(() => reopen(gateway));
beforeEach(() => {
  Object.assign(world, { isDown: false, grantsFail: false, grants: [] });
});
afterAll(() => open[Symbol.asyncDispose]());

interface Node {
  serviceItem: { code: string };
  material: { name: string };
  state: string;
  note: string | null;
  casesAYear: number;
  papersAYear: number;
  coordinates: { coordinate: string; isOpen: boolean }[];
}
const NODE = `serviceItem { code } material { name } state note casesAYear papersAYear
  coordinates { coordinate department sharing basis isOpen }`;

async function list(args: string, who: Who = AUTHOR) {
  const { data, errors } = await open.ask(
    who,
    `{ abolishableMaterials(until: "${MONTH}", ${args}) {
    totalCount pageInfo { hasNextPage endCursor } edges { cursor node { ${NODE} } } } }`,
  );
  if (errors) throw new Error(errors[0]!.extensions.code);
  return data.abolishableMaterials as {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    edges: { node: Node }[];
  };
}
const inShort = ({ edges }: { edges: { node: Node }[] }) =>
  edges.map(({ node }) => `${node.material.name} ${node.state} ${node.papersAYear}`);

test('each material says whether the graph holds it, and how many papers a year it costs: most first', async () => {
  const found = await list('first: 20');
  expect(new Set(inShort(found))).toEqual(
    new Set([
      '平面图 UNKNOWN 6',
      '营业执照副本 HELD_OPEN 6',
      '完税证明 NEEDS_GRANT 3',
      '土地使用权证（复印件） NEEDS_GRANT 1',
      '保密文件 NOT_SHARED 1',
      '营业执照 ABOLISHED 0',
    ]),
  );
  const papers = found.edges.map(({ node }) => node.papersAYear);
  expect(papers).toEqual([6, 6, 3, 3, 1, 1, 0]);
  const held = found.edges.find(({ node }) => node.state === 'HELD_OPEN')!.node;
  expect(held.casesAYear).toBe(3);
  expect(held.coordinates).toEqual([
    {
      ...{ coordinate: 'Enterprise.businessScope', department: 'enterprises', sharing: 'UNCONDITIONAL' },
      ...{ basis: 'basis of Enterprise.businessScope', isOpen: true },
    },
    {
      ...{ coordinate: 'Enterprise.name', department: 'enterprises', sharing: 'UNCONDITIONAL' },
      ...{ basis: 'basis of Enterprise.name', isOpen: true },
    },
  ]);
});

test('pages go on behind the last material, and leave none out', async () => {
  const whole = await list('first: 20');
  const seen: Node[] = [];
  let after = '';
  for (;;) {
    const page = await list(`first: 2${after}`);
    expect(page.totalCount).toBe(7);
    seen.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) break;
    after = `, after: "${page.pageInfo.endCursor}"`;
  }
  expect(seen).toEqual(whole.edges.map(({ node }) => node));
});

test.each([
  [`items: ["${FOOD}"]`, 4],
  ['filter: { region: "3201" }', 3],
  ['filter: { department: "11320000YW0000311U" }', 4],
  ['filter: { states: [NEEDS_GRANT, NOT_SHARED] }', 4],
  [`items: ["${CONSULTING}"]`, 0],
])('%s gives %i materials', async (args, count) => {
  expect((await list(args)).totalCount).toBe(count);
});

test('an item shows its own, in the order of its guide; null when the register names none', async () => {
  const { data } = await open.ask(
    AUTHOR,
    `{ one: serviceItem(code: "${FOOD}") { abolishableMaterials { material { name } state } }
       other: serviceItem(code: "${CONSULTING}") { abolishableMaterials { state } } }`,
  );
  expect(data.one.abolishableMaterials.map(({ state }: Node) => state)).toEqual([
    'ABOLISHED',
    'HELD_OPEN',
    'NEEDS_GRANT',
    'UNKNOWN',
  ]);
  expect(data.other.abolishableMaterials).toBeNull();
});

const GRANTS_QUERY = `{ nextGrants(until: "${MONTH}") { names materials items papersAYear note apply coordinates { coordinate department } } }`;

test('the next grants are grouped by what is missing, with what each saves', async () => {
  const { data } = await open.ask(AUTHOR, GRANTS_QUERY);
  expect(data.nextGrants).toEqual([
    {
      ...{ names: ['完税证明'], materials: 2, items: 2, papersAYear: 6, note: null },
      apply: [expect.stringContaining('--department tax --fields Taxpayer.arrears')],
      coordinates: [{ coordinate: 'Taxpayer.arrears', department: 'tax' }],
    },
    {
      ...{ names: ['土地使用权证（复印件）'], materials: 1, items: 1, papersAYear: 1, note: null },
      apply: [expect.stringContaining('--department land --fields Parcel.holder')],
      coordinates: [{ coordinate: 'Parcel.holder', department: 'land' }],
    },
  ]);
});

test('with a grant a material is within it, in the regions of the grant alone', async () => {
  world.grants = [
    { department: { name: 'land' }, fields: ['Parcel.holder'], regions: null },
    { department: { name: 'tax' }, fields: ['Taxpayer.arrears'], regions: [{ code: '3201' }] },
    // What this department gives to others is none of its own.
    { department: { name: 'permits' }, fields: ['Taxpayer.creditGrades'], regions: null },
  ];
  await reopen(gateway);
  const states = (await list('first: 20')).edges.map(
    ({ node }) => `${node.serviceItem.code === FOOD} ${node.material.name} ${node.state}`,
  );
  expect(states).toContain('false 土地使用权证（复印件） WITHIN_GRANT');
  expect(states).toContain('false 完税证明 WITHIN_GRANT');
  expect(states).toContain('true 完税证明 NEEDS_GRANT');
  const { data } = await open.ask(AUTHOR, GRANTS_QUERY);
  expect(data.nextGrants).toMatchObject([{ names: ['完税证明'], materials: 1, papersAYear: 3 }]);
  expect(data.nextGrants[0].coordinates).toEqual([{ coordinate: 'Taxpayer.arrears', department: 'tax' }]);
});

test('grants that cannot be read count as none, and it is said so', async () => {
  world.grantsFail = true;
  await reopen(gateway);
  const tax = (await list('first: 20')).edges.find(({ node }) => node.material.name === '完税证明')!.node;
  expect(tax).toMatchObject({ state: 'NEEDS_GRANT', note: expect.stringContaining('could not be read') });
});

test.each([
  ['without a gateway', undefined],
  ['when the gateway is away', { ask: () => Promise.reject(new Error('away')) } as GatewayClient],
])('%s classes are those that were checked, and nothing is granted', async (_what, client) => {
  await reopen(client);
  const nodes = (await list('first: 20')).edges.map(({ node }) => node);
  const of = (name: string) => nodes.find((node) => node.material.name === name)!;
  expect(of('营业执照副本')).toMatchObject({
    state: 'HELD_OPEN',
    note: expect.stringContaining('was checked'),
  });
  expect(of('完税证明')).toMatchObject({
    state: 'NEEDS_GRANT',
    note: expect.stringContaining('GATEWAY_URL'),
  });
  const { data } = await add({ material: '平面图', coordinate: 'Parcel.holder' });
  expect(data.payload.userErrors[0].code).toBe('GATEWAY_UNAVAILABLE');
  await reopen(gateway);
});

let keys = 0;
const mutate =
  (name: string, types: string) =>
  (args: object, who: Who = AUTHOR) =>
    open.ask(
      who,
      `mutation ($material: String!, $coordinate: String!${types}, $key: ID!) {
      payload: ${name}(material: $material, coordinate: $coordinate${types && ', note: $note'}, idempotencyKey: $key) {
        materialSource { material coordinate department sharing note source } userErrors { code field } } }`,
      { key: `key-${(keys += 1)}`, ...args },
    );
const add = mutate('addMaterialSource', ', $note: String');
const remove = mutate('removeMaterialSource', '');

test('officials map a material to coordinates of the one schema, and take that back', async () => {
  const args = { material: '平面图 ', coordinate: 'Parcel.holder', note: '见宗地', key: 'once' };
  const first = await add(args);
  expect(first.data.payload).toEqual({
    materialSource: {
      ...{ material: '平面图', coordinate: 'Parcel.holder', department: 'land', sharing: 'CONDITIONAL' },
      ...{ note: '见宗地', source: 'GRAPH' },
    },
    userErrors: [],
  });
  expect((await add(args)).data.payload).toEqual(first.data.payload);
  expect((await add({ ...args, note: 'other' })).data.payload.userErrors[0].code).toBe(
    'IDEMPOTENCY_KEY_REUSED',
  );
  expect(inShort(await list('first: 1, filter: { states: [NEEDS_GRANT] }'))).toEqual([
    '平面图 NEEDS_GRANT 6',
  ]);
  const { data } = await open.ask(
    AUTHOR,
    `{ materialSources(first: 3) { totalCount edges { node { material coordinate } } } }`,
  );
  expect(data.materialSources).toMatchObject({
    totalCount: 7,
    edges: [{ node: { material: '*土地使用权证*' } }, {}, {}],
  });
  expect((await remove({ material: '平面图', coordinate: 'Parcel.holder' })).data.payload.userErrors).toEqual(
    [],
  );
  expect((await remove({ material: '平面图', coordinate: 'Parcel.holder' })).data.payload.userErrors).toEqual(
    [],
  );
  expect((await list('filter: { states: [UNKNOWN] }')).totalCount).toBe(1);
});

test.each([
  [
    'a coordinate that the one schema does not have',
    { material: '平面图', coordinate: 'Parcel.nothing' },
    'UNKNOWN_COORDINATE',
  ],
  ['what is no coordinate', { material: '平面图', coordinate: 'Parcel' }, 'UNKNOWN_COORDINATE'],
  ['every material', { material: ' ** ', coordinate: 'Parcel.holder' }, 'MALFORMED_TEXT'],
  [
    'a malformed key',
    { material: '平面图', coordinate: 'Parcel.holder', key: 'a b' },
    'MALFORMED_IDEMPOTENCY_KEY',
  ],
])('%s is not mapped', async (_what, args, code) => {
  expect((await add(args)).data.payload).toMatchObject({ materialSource: null, userErrors: [{ code }] });
});

test('a mapping to what the one schema has no more is said to be wrong, and abolishes nothing', async () => {
  const { sql } = open.served.database;
  await sql`update material_sources set coordinate = 'Parcel.gone' where coordinate = 'Parcel.holder'`;
  const node = (await list('first: 20')).edges.find(({ node: one }) =>
    one.material.name.startsWith('土地'),
  )!.node;
  expect(node).toMatchObject({ state: 'UNKNOWN', note: expect.stringContaining('Parcel.gone') });
  await sql`update material_sources set coordinate = 'Parcel.holder' where coordinate = 'Parcel.gone'`;
});

test('the longest pattern that fits a name holds', async () => {
  await add({ material: '营业执照副本', coordinate: 'Taxpayer.creditGrades' });
  const node = (await list('first: 20')).edges.find(
    ({ node: one }) => one.material.name === '营业执照副本',
  )!.node;
  expect(node.coordinates.map(({ coordinate }) => coordinate)).toEqual(['Taxpayer.creditGrades']);
  await remove({ material: '营业执照副本', coordinate: 'Taxpayer.creditGrades' });
});

test('only officials, and departments that run matters, are told; only officials who edit items change mappings', async () => {
  await expect(list('first: 1', ANYONE)).rejects.toThrow(/UNAUTHENTICATED|FORBIDDEN/);
  const services = { client: 'services-service', department: 'services', scopes: ['matters:run'] };
  expect((await list(`items: ["${FOOD}", "${BUILDING}"]`, services)).totalCount).toBe(7);
  for (const who of [ANYONE, services, PUBLISHER, { ...COLLEAGUE, department: 'tax' }]) {
    const { errors } = await add({ material: '平面图', coordinate: 'Parcel.holder' }, who);
    expect(errors?.[0]!.extensions.code).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
  }
});

test.each([
  ['no items', 'items: []'],
  ['more than 100 items', `items: [${Array.from({ length: 101 }, (_, i) => `"I${i}"`).join(',')}]`],
])('%s are refused', async (_what, args) => {
  await expect(list(args)).rejects.toThrow('INVALID_ARGUMENT');
});
