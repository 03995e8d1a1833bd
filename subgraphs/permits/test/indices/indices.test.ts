import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogueItems, itemVersions } from '../../src/items/item-tables.ts';
import { casePrefills } from '../../src/prefill/prefill-tables.ts';
import { caseEvents, cases, serviceItems } from '../../src/tables.ts';
import { openServed } from '../ask.ts';
import { BUILDING, FOOD, fillRegister } from '../fixture.ts';
import { RESTAURANT_GUIDE, RESTAURANT_RULES } from '../items/guides.ts';
import { RESTAURANT_FORM } from '@yiwang/subgraph-kit/testing';
import type { Assertion } from '@yiwang/identity';

const CITY_FOOD = '11320100YW0000311U2320131004001';
const BASIC = '320131004001';

type Served = Awaited<ReturnType<typeof openServed>>;
let served: Served;
beforeAll(async () => {
  served = await openServed(() => new Date('2026-03-15T02:00:00Z'));
  const { database } = served;
  await fillRegister(database);
  const { db, sql } = database;
  await sql`delete from permits`;
  await sql`delete from cases`;
  await sql`update service_items set steps = '[{"code":"DECISION","name":"决定","nameEn":"Decision"}]' where code = ${FOOD}`;
  const type = 'LICENCE' as const;
  await db.insert(catalogueItems).values([
    {
      ...{ basicCode: BASIC, name: '食品经营许可（新办）', searchName: '食品经营许可(新办)', type },
      ...{
        basis: '《中华人民共和国食品安全法》第三十五条',
        levels: ['PROVINCE', 'CITY'],
        source: 'GENERATED',
      },
    },
    {
      ...{
        basicCode: '320117001001',
        name: '建筑工程施工许可（新办）',
        searchName: '建筑工程施工许可(新办)',
      },
      ...{ type, basis: null, levels: null, source: 'GENERATED' },
    },
  ]);
  await db.insert(serviceItems).values({
    ...{
      code: CITY_FOOD,
      basicCode: BASIC,
      name: '食品经营',
      searchName: '食品经营',
      type,
      source: 'GENERATED',
    },
    ...{ departmentCode: '11320100YW0000311U', departmentName: '南京市市场监督管理局', regionCode: '3201' },
    ...{ visits: 2, onlineDepth: 3 },
  });
  await db.insert(itemVersions).values({
    ...{ itemCode: FOOD, version: 1, state: 'PUBLISHED', revision: 1, editors: [] },
    ...{ guide: RESTAURANT_GUIDE, form: RESTAURANT_FORM, rules: RESTAURANT_RULES },
    ...{ changedAt: '2026-01-01T00:00:00Z', publishedAt: '2026-01-01T00:00:00Z' },
  });
  const row = (number: string, set: object) => ({
    ...{ number, serviceItemCode: FOOD, state: 'DELIVERED' as const, receivedOn: '2026-03-02', timeline: [] },
    ...{ regionCode: '320102', source: 'GENERATED' as const, ...set },
  });
  const filed = { filedBy: 'person-001', submittedAt: '2026-03-02T00:00:00Z', timeline: null };
  const decided = { decision: 'GRANTED' as const, dueOn: '2026-03-10', decidedOn: '2026-03-10' };
  await db.insert(cases).values([
    row('C-01', { ...filed, ...decided, rating: 5 }),
    row('C-02', { ...filed, ...decided, rating: 3 }),
    row('C-03', { ...decided, decidedOn: '2026-03-11' }),
    row('C-04', { ...decided, regionCode: '3202' }),
    row('C-05', { regionCode: '3202', state: 'ACCEPTED' }),
    row('C-06', { regionCode: '32' }),
    // Drafts are known to nobody.
    row('C-07', { ...filed, submittedAt: null, state: 'DRAFT' }),
    // Received in another month, and decided in this one.
    row('C-08', { ...decided, receivedOn: '2026-02-28', regionCode: '320104', rating: 4 }),
    // In another province.
    row('C-09', { ...decided, regionCode: '511602' }),
  ]);
  await db.insert(caseEvents).values({
    ...{ caseNumber: 'C-01', sequence: 1, at: '2026-03-05T00:00:00Z', action: 'RETURN', from: 'SUBMITTED' },
    ...{ to: 'RETURNED', side: 'OFFICIAL', client: 'desk', right: 'official:x' },
    details: { defects: [{ about: '平面图', problem: '看不清' }] },
  });
});
afterAll(() => served[Symbol.asyncDispose]());

/** Reads all cases, as a gateway asserts for an official. */
const OFFICIAL: Partial<Assertion> = {
  ...{ client: 'permits-desk', user: 'official-1', department: 'permits', scopes: ['cases:decide'] },
  purpose: { basis: '行政许可法', caseNumber: 'indices', requester: 'official-1' },
  reads: ['Case.__typename', 'Case.number', 'Case.state'].map((coordinate) => ({
    ...{ coordinate, grant: null, regions: null },
  })),
};

const PARTS = 'parts { name numerator denominator }';
const FIELDS = `region { code } month isOwnOnly
  channels { value ${PARTS} } coverage { value ${PARTS} } guides { value ${PARTS} } maturity { value ${PARTS} }
  effect { value numerator denominator ${PARTS} }`;

interface Index {
  value: number | null;
  parts: { name: string; numerator: number; denominator: number }[];
}
type Indices = Record<'channels' | 'coverage' | 'guides' | 'maturity' | 'effect', Index>;

async function indices(args: string, fields = FIELDS, who: Partial<Assertion> = OFFICIAL) {
  const { data, errors } = await served.ask(`{ serviceIndices(${args}) { ${fields} } }`, who);
  if (errors) throw new Error(JSON.stringify(errors));
  return data!['serviceIndices'] as Indices & Record<string, unknown>;
}
const shares = ({ parts }: Index) =>
  Object.fromEntries(parts.map(({ name, numerator, denominator }) => [name, `${numerator}/${denominator}`]));

test('the five indices of a province and month are the shares that the schema says', async () => {
  const found = await indices('region: "32", month: "2026-03"');
  expect(shares(found.channels)).toEqual({ ONLINE: '1/3', IN_GRAPH: '1/3', COUNTER: '2/3' });
  expect(found.channels.value).toBeCloseTo(4 / 9);
  // The province and 南京 are to offer both items of the catalogue, 玄武区 only the one without levels.
  expect(shares(found.coverage)).toEqual({ OFFERED: '2/5' });
  expect(shares(found.guides)).toEqual({ SAME_AS_CATALOGUE: '1/3', COMPLETE: '1/3', UNDISPUTED: '2/3' });
  expect(shares(found.maturity)).toEqual({ HANDLED_ONLINE: '1/3', NO_VISIT: '1/3' });
  expect(shares(found.effect)).toEqual({ FILED_ONLINE: '2/6', IN_TIME: '4/5', SATISFIED: '2/3' });
  expect(found.effect.value).toBeCloseTo(8 / 14);
});

test('what held when a past month ended counts for it: no form was published yet', async () => {
  const found = await indices('region: "32", month: "2025-12"');
  expect(shares(found.channels)).toEqual({ ONLINE: '0/3', IN_GRAPH: '0/3', COUNTER: '1/3' });
  expect(shares(found.guides)).toMatchObject({ COMPLETE: '0/3', UNDISPUTED: '3/3' });
  expect(shares(found.effect)).toEqual({ FILED_ONLINE: '0/0', IN_TIME: '0/0', SATISFIED: '0/0' });
  expect(found.effect.value).toBeNull();
});

test('a version that was superseded counts for the months in which it held', async () => {
  const { sql } = served.database;
  await sql`update item_versions set state = 'SUPERSEDED', superseded_at = '2026-03-01T00:00:00+08:00' where item_code = ${FOOD}`;
  await sql`
    insert into item_versions select item_code, 2, 'PUBLISHED', 1, jsonb_set(guide, '{visits}', '1'), form, rules, prefill, editors,
      '2026-03-01T00:00:00+08:00', '2026-03-01T00:00:00+08:00' from item_versions where item_code = ${FOOD}`;
  await sql`update service_items set visits = 1 where code = ${FOOD}`;
  expect(shares((await indices('region: "32", month: "2026-02"')).maturity)['NO_VISIT']).toBe('1/3');
  expect(shares((await indices('region: "32", month: "2026-03"')).maturity)['NO_VISIT']).toBe('0/3');
  await sql`update service_items set visits = 0 where code = ${FOOD}`;
});

test('a value that was disputed makes the guide of its item disputed, in the month in which it was read', async () => {
  const { db, sql } = served.database;
  await sql`update cases set service_item_code = ${BUILDING} where number = 'C-02'`;
  await db.insert(casePrefills).values({
    ...{ caseNumber: 'C-02', field: 'name', department: 'enterprises', coordinate: 'Enterprise.name' },
    ...{
      sharing: 'UNCONDITIONAL',
      state: 'FOUND',
      value: 'x',
      readAt: '2026-03-31T15:59:59Z',
      verdict: 'DISPUTED',
    },
  });
  expect(shares((await indices('region: "320102"')).guides)['UNDISPUTED']).toBe('0/1');
  expect(shares((await indices('region: "320102", month: "2026-04"')).guides)['UNDISPUTED']).toBe('1/1');
  await sql`delete from case_prefills`;
  await sql`update cases set service_item_code = ${FOOD} where number = 'C-02'`;
});

test('the regions beneath add up to the region, with what is its own', async () => {
  for (const by of ['CITY', 'COUNTY']) {
    const found = await indices('region: "32"', `${FIELDS} children(by: ${by}) { ${FIELDS} }`);
    const children = found['children'] as (Indices & { region: { code: string }; isOwnOnly: boolean })[];
    const expected = {
      CITY: ['32 own', '3201', '3202'],
      COUNTY: ['32 own', '3201 own', '320102', '320104', '3202 own'],
    };
    expect(children.map(({ region, isOwnOnly }) => `${region.code}${isOwnOnly ? ' own' : ''}`)).toEqual(
      expected[by as 'CITY'],
    );
    for (const index of ['channels', 'coverage', 'guides', 'maturity', 'effect'] as const) {
      for (const [i, { numerator, denominator }] of found[index].parts.entries()) {
        const sum = (of: 'numerator' | 'denominator') =>
          children.reduce((all, child) => all + child[index].parts[i]![of], 0);
        expect([sum('numerator'), sum('denominator')]).toEqual([numerator, denominator]);
      }
    }
  }
  expect((await indices('region: "3201"', 'children(by: CITY) { month }'))['children']).toEqual([]);
});

test('as many entries stand behind a part as it counts, each page by page', async () => {
  const page = (counts: string) => `entries(${counts}first: 2) { totalCount pageInfo { hasNextPage endCursor }
    edges { node { counts region { code } serviceItem { code } catalogueItem { basicCode } } } }`;
  const fields = ['channels', 'coverage', 'guides', 'maturity']
    .map(
      (index) =>
        `${index} { parts { name numerator denominator all: ${page('')} yes: ${page('counts: true, ')} no: ${page('counts: false, ')} } }`,
    )
    .join(' ');
  const found = await indices('region: "32"', fields);
  for (const index of ['channels', 'coverage', 'guides', 'maturity'] as const) {
    for (const part of found[index].parts as unknown as Record<string, { totalCount: number } & number>[]) {
      expect(part['all']!.totalCount).toBe(part['denominator']);
      expect(part['yes']!.totalCount).toBe(part['numerator']);
      expect(part['no']!.totalCount).toBe(part['denominator']! - part['numerator']!);
    }
  }
  const [offered] = found.coverage.parts as unknown as {
    no: { edges: unknown[]; pageInfo: { endCursor: string } };
  }[];
  expect(offered!.no.edges[0]).toEqual({
    node: {
      counts: false,
      region: { code: '32' },
      serviceItem: null,
      catalogueItem: { basicCode: '320117001001' },
    },
  });
  const after = `coverage { parts { entries(counts: false, first: 2, after: "${offered!.no.pageInfo.endCursor}") { edges { node { region { code } } } } } }`;
  const next = (await indices('region: "32"', after)).coverage.parts as unknown as {
    entries: { edges: unknown[] };
  }[];
  expect(next[0]!.entries.edges).toEqual([{ node: { region: { code: '320102' } } }]);
});

test('officials see the cases behind a part, and nobody else does', async () => {
  const fields = `effect { parts { name
    yes: cases(counts: true) { totalCount edges { node { number } } } no: cases(counts: false) { totalCount edges { node { number } } } } }`;
  const { effect } = await indices('region: "32"', fields);
  const parts = effect.parts as unknown as {
    name: string;
    yes: { edges: unknown[] };
    no: { edges: unknown[] };
  }[];
  expect(parts.map(({ name, yes, no }) => [name, numbersOf(yes), numbersOf(no)])).toEqual([
    ['FILED_ONLINE', ['C-02', 'C-01'], ['C-06', 'C-05', 'C-04', 'C-03']],
    ['IN_TIME', ['C-04', 'C-02', 'C-01', 'C-08'], ['C-03']],
    ['SATISFIED', ['C-01', 'C-08'], ['C-02']],
  ]);
  for (const who of [{}, { ...OFFICIAL, department: 'tax' }, { ...OFFICIAL, scopes: [] }]) {
    const { data, errors } = await served.ask(`{ serviceIndices(region: "32") { ${fields} } }`, who);
    const told = JSON.stringify(data ?? {});
    expect(told).not.toContain('C-0');
    expect(errors?.[0]?.extensions.code).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
  }
});

function numbersOf({ edges }: { edges: unknown[] }) {
  return (edges as { node: { number: string } }[]).map(({ node }) => node.number);
}

test('who may not read cases is told rounded counts, and nothing of a few', async () => {
  const fields = 'effect { parts { name value numerator denominator } }';
  const { data, errors } = await served.ask(`{ serviceIndices(region: "32") { ${fields} } }`, {});
  const { effect } = data!['serviceIndices'] as { effect: Index };
  // 2/6 and 4/5 in multiples of 5; of 3 ratings nothing is said.
  expect(effect.parts).toEqual([
    { name: 'FILED_ONLINE', value: 0, numerator: 0, denominator: 5 },
    { name: 'IN_TIME', value: 1, numerator: 5, denominator: 5 },
    { name: 'SATISFIED', value: null, numerator: null, denominator: null },
  ]);
  expect(new Set(errors!.map(({ extensions }) => extensions.code))).toEqual(new Set(['TOO_FEW_SUBJECTS']));
});

test.each([
  ['what is no month', 'region: "32", month: "2026-13"', 'INVALID_ARGUMENT'],
  ['another form of a month', 'region: "32", month: "March"', 'INVALID_ARGUMENT'],
])('%s is refused', async (_what, args, code) => {
  const { errors } = await served.ask(`{ serviceIndices(${args}) { month } }`, {});
  expect(errors?.[0]?.extensions.code).toBe(code);
});
