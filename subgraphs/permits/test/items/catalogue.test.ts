import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Department, openDepartment } from '../ask.ts';

let department: Department;

/** Code of the service item, its basic code, name, type, basis, region. */
const ITEMS: [string, string | null, string, string, string | null, string][] = [
  ['I-0001', '320131004001', '食品经营许可（新办）', 'LICENCE', '食品安全法', '32'],
  ['I-0002', '320131004001', '食品经营许可(新办)', 'LICENCE', '食品安全法', '3201'],
  ['I-0003', '320131004001', '食品经营许可证核发', 'CONFIRMATION', '食品安全法实施条例', '3205'],
  ['I-0004', '32013100400X', '食品经营许可（新办）', 'LICENCE', null, '320102'],
  ['I-0005', null, '学生资助政策咨询', 'PUBLIC_SERVICE', null, '3205'],
  ['I-0006', '320131004002', '食品经营许可（变更）', 'LICENCE', null, '3205'],
];

beforeAll(async () => {
  department = await openDepartment();
  const { sql } = department.database;
  for (const [code, basicCode, name, type, basis, region] of ITEMS) {
    await sql`
      insert into service_items (code, basic_code, name, search_name, type, basis, region_code, department_name, source)
      values (${code}, ${basicCode}, ${name}, ${name.replaceAll('（', '(').replaceAll('）', ')')}, ${type}, ${basis}, ${region}, '局', 'GENERATED')`;
  }
  await sql`
    insert into catalogue_items (basic_code, name, search_name, type, basis, levels, source) values
      ('320131004001', '食品经营许可（新办）', '食品经营许可(新办)', 'LICENCE', '食品安全法', '{PROVINCE,CITY}', 'GENERATED'),
      ('320131004002', '食品经营许可（变更）', '食品经营许可(变更)', 'LICENCE', '食品安全法', null, 'REGISTER')`;
});
afterAll(() => department.database[Symbol.asyncDispose]());

const DEVIATIONS = `query ($filter: ItemDeviationFilter, $first: Int! = 20, $after: String) {
  itemDeviations(filter: $filter, first: $first, after: $after) {
    totalCount counts { aspect count } pageInfo { hasNextPage endCursor }
    edges { node { aspect catalogueSays itemSays serviceItem { code } catalogueItem { basicCode } } } } }`;

interface Found {
  totalCount: number;
  counts: { aspect: string; count: number }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: {
    node: {
      aspect: string;
      catalogueSays: string | null;
      itemSays: string | null;
      serviceItem: { code: string };
      catalogueItem: { basicCode: string } | null;
    };
  }[];
}

async function deviations(variables: object = {}): Promise<Found> {
  const { data, errors } = await department.ask(DEVIATIONS, { ...variables });
  expect(errors).toBeUndefined();
  return data!['itemDeviations'] as Found;
}

const rows = ({ edges }: Found) =>
  edges.map(({ node }) => [
    node.serviceItem.code,
    node.aspect,
    node.catalogueSays,
    node.itemSays,
    node.catalogueItem?.basicCode ?? null,
  ]);

const ALL = [
  ['I-0003', 'BASIS', '食品安全法', '食品安全法实施条例', '320131004001'],
  ['I-0003', 'NAME', '食品经营许可（新办）', '食品经营许可证核发', '320131004001'],
  ['I-0003', 'TYPE', 'LICENCE', 'CONFIRMATION', '320131004001'],
  ['I-0004', 'CODE', '320131004001', '32013100400X', '320131004001'],
  ['I-0005', 'CODE', null, null, null],
];

test('every item that is not what the catalogue says is reported: which of the four, what the catalogue says and what the item says', async () => {
  const found = await deviations();
  expect(rows(found)).toEqual(ALL);
  expect(found.totalCount).toBe(5);
  expect(found.counts).toEqual([
    { aspect: 'BASIS', count: 1 },
    { aspect: 'CODE', count: 2 },
    { aspect: 'NAME', count: 1 },
    { aspect: 'TYPE', count: 1 },
  ]);
});

test('pages of deviations follow each other without a gap or a repeat, also within one item', async () => {
  const seen: unknown[] = [];
  let after: string | null = null;
  for (let page = 0; page < ALL.length; page++) {
    const found: Found = await deviations({ first: 1, after });
    seen.push(...rows(found));
    expect(found.pageInfo.hasNextPage).toBe(page < ALL.length - 1);
    after = found.pageInfo.endCursor;
  }
  expect(seen).toEqual(ALL);
});

test.each<[what: string, filter: object, items: string[]]>([
  ['a city', { region: '3205' }, ['I-0003', 'I-0003', 'I-0003', 'I-0005']],
  ['a county in twelve digits', { region: '320102000000' }, ['I-0004']],
  ['some aspects', { aspects: ['TYPE', 'NAME'] }, ['I-0003', 'I-0003']],
  ['both', { region: '3205', aspects: ['CODE'] }, ['I-0005']],
])('deviations of %s', async (_what, filter, items) => {
  const found = await deviations({ filter });
  expect(rows(found).map(([code]) => code)).toEqual(items);
  expect(found.totalCount).toBe(items.length);
  expect(found.counts.reduce((sum, { count }) => sum + count, 0)).toBe(items.length);
});

test.each<[code: string, filter: object, page: object]>([
  ['INVALID_ARGUMENT', {}, { first: 0 }],
  ['INVALID_ARGUMENT', {}, { first: 101 }],
  ['MALFORMED_CODE', { region: '3' }, {}],
  ['UNKNOWN_CODE', { region: '99' }, {}],
  ['CONTRADICTORY_FILTER', { aspects: [] }, {}],
  ['MALFORMED_CURSOR', {}, { after: 'I-0003' }],
])('%s for deviations by %j %j', async (code, filter, page) => {
  expect(await department.codeOf(DEVIATIONS, { filter, ...page })).toBe(code);
});

test('an item of the catalogue is found by its code in any form, by reference, from a service item, and by a part of its name', async () => {
  const { data, errors } = await department.ask(`{
    catalogueItem(basicCode: "３20131004001") { basicCode name type basis levels source }
    catalogueItems(filter: { name: "变更", types: [LICENCE] }) { totalCount edges { node { basicCode levels source } } }
    serviceItem(code: "I-0002") { catalogueItem { name } }
    other: serviceItem(code: "I-0005") { catalogueItem { name } }
    _entities(representations: [{ __typename: "CatalogueItem", basicCode: "320131004002" }, { __typename: "CatalogueItem", basicCode: "999999999999" }]) {
      ... on CatalogueItem { name } }
  }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    catalogueItem: {
      basicCode: '320131004001',
      name: '食品经营许可（新办）',
      type: 'LICENCE',
      basis: '食品安全法',
      levels: ['PROVINCE', 'CITY'],
      source: 'GENERATED',
    },
    catalogueItems: {
      totalCount: 1,
      edges: [{ node: { basicCode: '320131004002', levels: null, source: 'REGISTER' } }],
    },
    serviceItem: { catalogueItem: { name: '食品经营许可（新办）' } },
    other: { catalogueItem: null },
    _entities: [{ name: '食品经营许可（变更）' }, null],
  });
});

test('pages of the catalogue follow each other by code, and a filter finds what carries an item out', async () => {
  const page = async (after: string | null) => {
    const { data } = await department.ask(
      'query ($after: String) { catalogueItems(first: 1, after: $after) { edges { node { basicCode } } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    return data!['catalogueItems'] as {
      edges: { node: { basicCode: string } }[];
      pageInfo: Found['pageInfo'];
    };
  };
  const first = await page(null);
  const second = await page(first.pageInfo.endCursor);
  expect([first, second].map(({ edges }) => edges[0]!.node.basicCode)).toEqual([
    '320131004001',
    '320131004002',
  ]);
  expect(second.pageInfo.hasNextPage).toBe(false);
  const { data } = await department.ask(
    '{ serviceItems(filter: { basicCode: "320131004001" }) { totalCount edges { node { code } } } }',
  );
  expect(data!['serviceItems']).toMatchObject({ totalCount: 3 });
});

test.each([
  ['NOT_FOUND', '{ catalogueItem(basicCode: "999999999999") { name } }'],
  ['MALFORMED_CODE', '{ catalogueItem(basicCode: "32") { name } }'],
  ['MALFORMED_CODE', '{ catalogueItem(basicCode: "3201310040\\u000001") { name } }'],
  ['MALFORMED_CODE', '{ serviceItems(filter: { basicCode: "!" }) { totalCount } }'],
  ['INVALID_ARGUMENT', '{ catalogueItems(filter: { name: "" }) { totalCount } }'],
  ['CONTRADICTORY_FILTER', '{ catalogueItems(filter: { types: [] }) { totalCount } }'],
])('%s for %s', async (code, source) => {
  expect(await department.codeOf(source)).toBe(code);
});

test('departments of a region are counted by the items that they offer there, not beneath it, most first', async () => {
  const { sql } = department.database;
  await sql`
    insert into service_items (code, name, search_name, type, region_code, department_code, department_name, source) values
      ('D-1', '甲', '甲', 'OTHER', '3206', 'ONE', '市场监督管理局', 'GENERATED'),
      ('D-2', '乙', '乙', 'OTHER', '3206', 'TWO', '住房和城乡建设局', 'GENERATED'),
      ('D-3', '丙', '丙', 'OTHER', '3206', 'TWO', '住房和城乡建设局', 'GENERATED'),
      ('D-4', '丁', '丁', 'OTHER', '3206', null, '教育局', 'GENERATED'),
      ('D-5', '戊', '戊', 'OTHER', '320602', 'THREE', '区民政局', 'GENERATED')`;
  const { data } = await department.ask(
    '{ serviceDepartments(region: "3206") { itemCount department { code name } } none: serviceDepartments(region: "3299") { itemCount } }',
  );
  expect(data).toEqual({
    serviceDepartments: [
      { itemCount: 2, department: { code: 'TWO', name: '住房和城乡建设局' } },
      { itemCount: 1, department: { code: 'ONE', name: '市场监督管理局' } },
      { itemCount: 1, department: { code: null, name: '教育局' } },
    ],
    none: [],
  });
});

test('a page of deviations reads the items in the order of their codes, and no more than it takes to fill it', async () => {
  const { sql } = department.database;
  await sql`
    insert into service_items (code, basic_code, name, search_name, type, basis, region_code, department_name, source)
    select 'J-' || lpad(n::text, 6, '0'), '320131004001', '食品经营许可（新办）', '食品经营许可(新办)',
      case when n % 10 = 0 then 'OTHER' else 'LICENCE' end, '食品安全法', '3207', '局', 'GENERATED'
    from generate_series(1, 50000) as n`;
  await sql`analyze service_items`;
  await deviations({ first: 20 });
  const statement = department.database.statements.find((text) => text.includes('deviation'))!;
  const plan = await sql.unsafe<{ 'QUERY PLAN': string }[]>(`explain ${statement}`, [21]);
  const lines = plan.map((row) => row['QUERY PLAN']).join('\n');
  expect(lines).toMatch(/Index Scan using service_items_pkey/);
  expect(lines).not.toMatch(/Seq Scan on service_items/);
});
