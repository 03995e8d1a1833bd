import { childrenOfRegion } from '@yiwang/codes';
import { seedDatabase } from '@yiwang/subgraph-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentOf } from '../../seed/contents.ts';
import { formOf, prefillOf } from '../../seed/forms.ts';
import { OFFERS } from '../../seed/offers.ts';
import { seed } from '../../seed/seed.ts';
import { NAME } from '../../src/department.ts';
import { checkContent } from '../../src/items/versions/check-content.ts';
import { type Department, openDepartment } from '../ask.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment();
  await seedDatabase(department.database.url, NAME, 0.001, seed);
});
afterAll(() => department.database[Symbol.asyncDispose]());

async function rows<Row extends object>(query: string): Promise<Row[]> {
  return department.database.sql.unsafe<Row[]>(query);
}

test('every made-up guide, form, table of rules and prefill may be published, without a warning but for what nobody asks for', () => {
  for (const offer of OFFERS.flatMap((offers) => [...offers.values()])) {
    const content = { ...contentOf(offer), form: formOf(offer), prefill: prefillOf(offer) };
    expect(checkContent(content, [offer.name])).toEqual({ errors: [], warnings: [] });
  }
});

test('every item of every region has one version that is published, and some have an earlier one or a next one', async () => {
  const [counts] = await rows<Record<string, number>>(`
    select (select count(*)::int from service_items) as items,
      count(*) filter (where state = 'PUBLISHED')::int as published,
      count(*) filter (where state = 'SUPERSEDED')::int as superseded,
      count(*) filter (where state = 'DRAFT')::int as drafts,
      count(*) filter (where state = 'IN_REVIEW')::int as reviewed
    from item_versions`);
  expect(counts!['published']).toBe(counts!['items']);
  for (const state of ['superseded', 'drafts', 'reviewed']) expect(counts![state]).toBeGreaterThan(10);
});

test('what applications over several departments file has an item with a form in every city, which is for its counties too', async () => {
  const codes = ['322009001000', '320131004001', '320115002001', '320117001001', '320115001001'];
  const cities = childrenOfRegion('32');
  const found = await rows<{ basic_code: string; name: string; region_code: string; fields: number }>(`
    select i.basic_code, i.name, i.region_code, (select count(*)::int from json_object_keys(v.form -> 'properties')) as fields
    from service_items i join item_versions v on v.item_code = i.code and v.state = 'PUBLISHED'
    where i.basic_code in (${codes.map((code) => `'${code}'`).join()}) and i.department_code is not null`);
  for (const code of codes) {
    const items = found.filter(({ basic_code }) => basic_code === code);
    expect(items.map(({ region_code }) => region_code).sort()).toEqual([
      '32',
      ...cities.map((city) => city.code),
    ]);
    for (const { fields } of items) expect(fields).toBeGreaterThan(5);
  }
});

test('a few items of cities deviate from the catalogue in each of the four ways, and those of the province do not', async () => {
  const { data, errors } = await department.ask(`{
    itemDeviations(first: 100) { totalCount counts { aspect count }
      edges { node { aspect catalogueSays itemSays catalogueItem { name } serviceItem { region { code } } } } } }`);
  expect(errors).toBeUndefined();
  const { counts, edges, totalCount } = data!['itemDeviations'] as {
    totalCount: number;
    counts: { aspect: string; count: number }[];
    edges: {
      node: {
        catalogueSays: string | null;
        itemSays: string;
        catalogueItem: object | null;
        serviceItem: { region: { code: string } };
      };
    }[];
  };
  expect(counts.map(({ aspect }) => aspect)).toEqual(['BASIS', 'CODE', 'NAME', 'TYPE']);
  for (const { count } of counts) expect(count).toBeGreaterThan(5);
  expect(totalCount).toBeLessThan(200);
  for (const { node } of edges) {
    expect(node.serviceItem.region.code).toHaveLength(4);
    expect(node.catalogueItem).not.toBeNull();
    expect(node.catalogueSays).not.toBe(node.itemSays);
  }
});

test('an item shows what its answers need, in any city', async () => {
  const { data, errors } = await department.ask(`{
    serviceItems(filter: { name: "食品生产许可（新办）", region: "3205" }) { edges { node {
      large: requirements(answers: { premises: { areaM2: 2000 }, filedBy: "AGENT" }) { ruleEn materials { nameEn need heldBy { department } } steps { code } }
      committed: requirements(answers: { byCommitment: true }) { ruleEn materials { nameEn } steps { code } userErrors { code } } } } } }`);
  expect(errors).toBeUndefined();
  const [edge] = (data!['serviceItems'] as { edges: { node: Record<string, unknown> }[] }).edges;
  expect(edge!.node).toEqual({
    large: {
      ruleEn: 'Large premises, by an agent',
      materials: [
        { nameEn: 'Layout of the production site', need: 'ALWAYS', heldBy: null },
        { nameEn: 'Flow chart of the process', need: 'DEPENDS', heldBy: null },
        { nameEn: 'List of main equipment', need: 'DEPENDS', heldBy: null },
        { nameEn: 'Business licence', need: 'NEVER', heldBy: { department: 'enterprises' } },
        { nameEn: 'Power of attorney', need: 'DEPENDS', heldBy: null },
      ],
      steps: ['ACCEPTANCE', 'INSPECTION', 'REVIEW', 'DECISION', 'DELIVERY'].map((code) => ({ code })),
    },
    committed: {
      ruleEn: 'On a signed commitment',
      materials: ['Layout of the production site', 'Business licence', 'Signed commitment'].map((nameEn) => ({
        nameEn,
      })),
      steps: ['ACCEPTANCE', 'REVIEW', 'DECISION', 'DELIVERY'].map((code) => ({ code })),
      userErrors: [],
    },
  });
});

test('the guide of an item is that of its published version', async () => {
  const found = await rows<{ code: string }>(`
    select i.code from service_items i join item_versions v on v.item_code = i.code and v.state = 'PUBLISHED'
    where (i.conditions, i.statutory_days, i.promised_days, i.visits, i.fee_cny, i.online_depth, jsonb_array_length(i.materials)) is distinct from
      (array(select jsonb_array_elements_text(v.guide -> 'conditions')), (v.guide -> 'statutoryDays')::int, (v.guide -> 'promisedDays')::int,
       (v.guide -> 'visits')::int, (v.guide ->> 'feeCny')::numeric, (v.guide -> 'onlineDepth')::int, jsonb_array_length(v.guide -> 'materials'))`);
  expect(found).toEqual([]);
});
