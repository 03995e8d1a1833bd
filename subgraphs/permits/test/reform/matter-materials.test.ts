import type { GatewayClient } from '@yiwang/subgraph-kit/prefill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lastWholeMonth, monthsBefore } from '../../src/indices/months.ts';
import { materialSources } from '../../src/reform/material-source-tables.ts';
import { BUILDING, FOOD } from '../fixture.ts';
import { ANYONE, AUTHOR, openItems, type OpenItems, type Who } from '../items/open-items.ts';

const FOOD_ITEM = '320131004001';
const WORKS_ITEM = '320117001001';

const field = (coordinate: string, sharing: string) => ({ coordinate, sharing, basis: null });
const RESOURCES = [
  ['enterprises', [field('Enterprise.name', 'UNCONDITIONAL')]],
  ['tax', [field('Taxpayer.arrears', 'CONDITIONAL')]],
  ['land', [field('Parcel.holder', 'CONDITIONAL')]],
] as const;
const GRANTS = [
  // In one city alone.
  { department: { name: 'land' }, fields: ['Parcel.holder'], regions: [{ code: '3205' }] },
];
const gateway: GatewayClient = {
  ask(query) {
    const nodes: readonly object[] = query.includes('grants(')
      ? GRANTS
      : RESOURCES.map(([name, fields]) => ({ department: { name }, fields }));
    const page = {
      edges: nodes.map((node) => ({ node })),
      pageInfo: { hasNextPage: false, endCursor: null },
    };
    return Promise.resolve({
      data: { [query.includes('grants(') ? 'grants' : 'dataResources']: page },
      errors: [],
    });
  },
};

const material = (name: string, originals: number, copies: number, heldBy: object | null = null) => ({
  ...{ code: null, name, nameEn: null, originals, copies, heldBy, need: 'ALWAYS' },
  ...{ neededWhen: null, fromSharedData: heldBy !== null },
});
const held = { department: 'enterprises', resource: 'Enterprise.name' };

let open: OpenItems;
beforeAll(async () => {
  open = await openItems(gateway);
  const { db, sql } = open.served.database;
  const guides = [
    // Written with a full-width bracket in one guide, and a half-width one in the other.
    [
      FOOD,
      FOOD_ITEM,
      [material('营业执照（复印件）', 1, 1), material('平面图', 2, 0), material('身份证', 1, 0, held)],
    ],
    [
      BUILDING,
      WORKS_ITEM,
      [
        material('营业执照(复印件)', 0, 3),
        material('完税证明', 1, 0),
        material('无欠税证明', 2, 0),
        material('土地使用权证', 1, 0),
      ],
    ],
  ] as const;
  for (const [code, basicCode, materials] of guides) {
    await sql`
      update service_items set basic_code = ${basicCode}, materials = ${JSON.stringify(materials)}::text::jsonb where code = ${code}`;
  }
  const source = (pattern: string, coordinate: string, department: string) => ({
    ...{ pattern, coordinate, department, sharing: 'CONDITIONAL' as const },
    ...{ checkedAt: '2026-01-01T00:00:00Z', source: 'GENERATED' as const },
  });
  await db
    .insert(materialSources)
    .values([
      source('营业执照*', 'Enterprise.name', 'enterprises'),
      source('*税证明', 'Taxpayer.arrears', 'tax'),
      source('土地*', 'Parcel.holder', 'land'),
    ]);
});
afterAll(() => open[Symbol.asyncDispose]());

/** Each month so many. */
const monthly = (count: number) => Array.from({ length: 36 }, () => count);
const USE = { [FOOD_ITEM]: monthly(1), [WORKS_ITEM]: [100, ...monthly(2).slice(1)] };

const FIELDS = `abolishableMaterials(until: $until) {
    catalogueItems { basicCode } material { name originals copies } state note applicationsAYear papersAYear coordinates { coordinate isOpen }
  }
  nextGrants(until: $until) { names materials items papersAYear apply coordinates { coordinate } }`;

async function read(itemUse: unknown, who: Who = AUTHOR, until: string | null = null) {
  const { data, errors } = await open.ask(
    who,
    `query ($of: [_Any!]!, $until: String) { _entities(representations: $of) { ... on MatterPapers { ${FIELDS} } } }`,
    { of: [{ __typename: 'MatterPapers', matter: 'YJS320000001', itemUse }], until },
  );
  return { matter: data?._entities?.[0], code: errors?.[0]!.extensions.code };
}

test('a matter asks for each thing once, in the guide that asks for most papers, times the applications of a year', async () => {
  const { matter, code } = await read(USE);
  expect(code).toBeUndefined();
  const inShort = matter.abolishableMaterials.map(
    (one: { material: { name: string }; state: string; applicationsAYear: number; papersAYear: number }) =>
      `${one.material.name} ${one.state} ${one.applicationsAYear} ${one.papersAYear}`,
  );
  expect(inShort).toEqual([
    '营业执照(复印件) HELD_OPEN 122 366',
    '无欠税证明 NEEDS_GRANT 122 244',
    '土地使用权证 NEEDS_GRANT 122 122',
    '完税证明 NEEDS_GRANT 122 122',
    '平面图 UNKNOWN 12 24',
    '身份证 ABOLISHED 12 12',
  ]);
});

test('what the same grants abolish stands together; a grant of another city is none here', async () => {
  const { matter } = await read(USE);
  expect(matter.nextGrants).toMatchObject([
    {
      ...{ names: ['完税证明', '无欠税证明'], materials: 2, items: 1, papersAYear: 366 },
      apply: [expect.stringContaining('--department tax --fields Taxpayer.arrears')],
      coordinates: [{ coordinate: 'Taxpayer.arrears' }],
    },
    { names: ['土地使用权证'], papersAYear: 122, coordinates: [{ coordinate: 'Parcel.holder' }] },
  ]);
});

test('the twelve months end where the caller says, at most two years back', async () => {
  const last = lastWholeMonth(new Date());
  const papers = async (ago: number) => {
    const { matter, code } = await read(USE, AUTHOR, monthsBefore(last, ago).name);
    return code ?? matter.abolishableMaterials[0].papersAYear;
  };
  expect(await papers(0)).toBe(366);
  expect(await papers(1)).toBe(72);
  expect(await papers(24)).toBe(72);
  for (const ago of [25, -1]) expect(await papers(ago)).toBe('INVALID_ARGUMENT');
  expect((await read(USE, AUTHOR, 'soon')).code).toBe('INVALID_ARGUMENT');
});

test.each([
  ['no step is a case of an item', {}],
  ['nobody carries out the item', { '320000000000': monthly(3) }],
])('a matter of which %s needs no material', async (_what, use) => {
  expect((await read(use)).matter).toEqual({ abolishableMaterials: [], nextGrants: [] });
});

test.each([['x'], [[1]], [{ [FOOD_ITEM]: 7 }], [{ [FOOD_ITEM]: [-1] }], [null]])(
  'what is no use of items, such as %j, is refused',
  async (use) => {
    expect((await read(use)).code).toMatch(/INVALID_ARGUMENT|INTERNAL/);
  },
);

test('officials and departments that run matters are told, and nobody else', async () => {
  const services = { client: 'services-service', department: 'services', scopes: ['matters:run'] };
  expect((await read(USE, services)).matter.nextGrants).toHaveLength(2);
  expect((await read(USE, ANYONE)).code).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
  expect((await read(USE, { ...AUTHOR, scopes: ['cases:decide'] })).code).toBe('FORBIDDEN');
});
