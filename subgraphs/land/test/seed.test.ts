import { createHash } from 'node:crypto';
import { isParcelCode, isRealEstateUnitCode } from '@yiwang/codes';
import { COUNTIES, createPopulation } from '@yiwang/population';
import { madeUpParcels, metresPerDegree } from '@yiwang/population/land';
import { transfers } from '@yiwang/population/matters';
import { seedDatabase } from '@yiwang/subgraph-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { landCasesOf } from '../seed/land-case-rows.ts';
import { seed } from '../seed/seed.ts';
import { parcelCursor } from '../src/cursors.ts';
import { NAME } from '../src/department.ts';
import { createParcelSearch } from '../src/parcel-search.ts';
import { type Department, openDepartment } from './ask.ts';

const SCALE = 0.5;

let department: Department;
beforeAll(async () => {
  department = await openDepartment();
  await seedDatabase(department.database.url, NAME, SCALE, seed);
});
afterAll(() => department.database[Symbol.asyncDispose]());

/** The only number that the query gives. */
async function numberOf(query: string): Promise<number> {
  const [row] = await department.database.sql.unsafe<{ n: number }[]>(`select (${query})::float8 as n`);
  return row!.n;
}

async function hashOfRows(scale: number): Promise<string> {
  const hash = createHash('sha256');
  for (const { rows } of await seed.tables(scale)) for (const row of rows) hash.update(JSON.stringify(row));
  return hash.digest('hex').slice(0, 16);
}

test('the same scale gives the same rows, byte for byte, on every machine', async () => {
  expect(await hashOfRows(0.5)).toBe('15485f5570ca20a9');
});

test('an office has cases to act on in a register of some hundred enterprises as well', () => {
  const population = createPopulation({ scale: 0.02 });
  const states = landCasesOf([...transfers(population)], []).map(({ facts }) => facts.state);
  expect(states.filter((state) => ['SUBMITTED', 'ACCEPTED', 'UNDER_REVIEW'].includes(state))).not.toEqual([]);
});

test('a larger register begins with the smaller one', async () => {
  const codesAt = (scale: number) =>
    Array.from(madeUpParcels(createPopulation({ scale })), ({ code, outline }) => [code, outline]);
  const small = codesAt(0.05);
  expect(codesAt(0.1).slice(0, small.length)).toEqual(small);
});

test('an enterprise has about a tenth of a parcel, three in five supplied, one to three units each', async () => {
  const parcels = await numberOf('select count(*) from parcels');
  expect(parcels / (20_000 * SCALE)).toBeCloseTo(0.11, 1);
  expect((await numberOf('select count(*) from land_supplies')) / parcels).toBeCloseTo(0.6, 1);
  expect(
    await numberOf('select max(n) from (select count(*) as n from real_estate_units group by parcel_code) _'),
  ).toBe(3);
  expect(
    await numberOf(
      'select count(*) from parcels p where not exists (select from real_estate_units where parcel_code = p.code)',
    ),
  ).toBe(0);
});

test('half of the land is held by factories', async () => {
  const share = await numberOf(`select avg((land_use_code = '0601')::int) from parcels`);
  expect(share).toBeGreaterThan(0.4);
  expect(share).toBeLessThan(0.7);
});

test('every code is valid', async () => {
  const parcels = await department.database.sql<{ code: string }[]>`select code from parcels`;
  const units = await department.database.sql<{ code: string }[]>`select code from real_estate_units`;
  expect(parcels.filter(({ code }) => !isParcelCode(code))).toEqual([]);
  expect(units.filter(({ code }) => !isRealEstateUnitCode(code))).toEqual([]);
});

test('the area of a parcel is that of its boundary', () => {
  for (const { code, outline } of madeUpParcels(createPopulation({ scale: 0.1 }))) {
    const { perLongitude, perLatitude } = metresPerDegree(outline.ring[0]![1]);
    const metres = outline.ring.map(([x, y]) => [(x - 118) * perLongitude, (y - 32) * perLatitude] as const);
    const doubled = metres.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = metres[(i + 1) % metres.length]!;
      return sum + x * nextY - nextX * y;
    }, 0);
    // Positive: the ring runs counter-clockwise.
    expect({ code, ratio: doubled / 2 / (outline.areaHundredthsM2 / 100) }).toEqual({
      code,
      ratio: expect.closeTo(1, 3),
    });
  }
});

test.each([
  [
    'no two parcels overlap',
    'select count(*) from parcels a join parcels b on a.code < b.code and a.boundary && b.boundary',
  ],
  [
    'every parcel lies in Jiangsu',
    `select count(*) from parcels where not boundary <@ polygon '((116,30.7),(122,30.7),(122,35.2),(116,35.2))'`,
  ],
  [
    'a parcel lies in the county that its code names',
    'select count(*) from parcels where region_code <> left(code, 6)',
  ],
  [
    'a unit stands on the parcel that its code names',
    'select count(*) from real_estate_units where parcel_code <> left(code, 19)',
  ],
  [
    'where nothing stands there is no floor',
    `select count(*) from real_estate_units where (substr(code, 20, 1) = 'W') <> (floor_area_m2 is null)`,
  ],
  [
    'a supply agrees with its parcel',
    `
    select count(*) from land_supplies s left join parcels p on p.code = s.parcel_code
    where (p.holder_uscc, p.area_m2, p.land_use_code, p.region_code) is distinct from (s.holder_uscc, s.area_m2, s.land_use_code, s.region_code)`,
  ],
  [
    'a right is registered after it was supplied',
    `
    select count(*) from land_supplies s join parcels p on p.code = s.parcel_code where p.registered_on < s.signed_on`,
  ],
  [
    'land is handed over, built on and finished in this order',
    `
    select count(*) from land_supplies where not (signed_on < deliver_by and deliver_by < start_by and start_by < complete_by)`,
  ],
  [
    'prices are whole yuan above 0',
    'select count(*) from land_supplies where price_cny <= 0 or price_cny <> trunc(price_cny)',
  ],
  [
    'nothing is registered after the day on which the data stands',
    `
    select count(*) from (select registered_on from parcels union all select registered_on from real_estate_units) _
    where registered_on > date '2025-12-31'`,
  ],
  [
    'every row is marked as generated',
    `
    select count(*) from (select source from parcels union all select source from land_supplies
      union all select source from real_estate_units) _ where source <> 'GENERATED'`,
  ],
])('%s', async (_what, exceptions) => {
  expect(await numberOf(exceptions)).toBe(0);
});

test('holders of land are enterprises of the population, in their own county', () => {
  const population = createPopulation({ scale: 0.1 });
  for (const { i, holder, code } of madeUpParcels(population)) {
    expect(population.enterprise(i)).toEqual(holder);
    expect(code.slice(0, 6)).toBe(holder.regionCode);
  }
});

test('nearly every county has parcels even in a small register, and the province counts them all', async () => {
  expect(await numberOf('select count(distinct region_code) from parcels')).toBeGreaterThan(
    0.95 * COUNTIES.length,
  );
  const { data } = await department.ask(
    '{ _entities(representations: [{ __typename: "Region", code: "32" }]) { ... on Region { parcelCount parcelAreaM2 } } }',
  );
  const [{ count, area }] = await department.database.sql<[{ count: number; area: string }]>`
    select count(*)::int as count, sum(area_m2)::text as area from parcels`;
  expect(data).toEqual({ _entities: [{ parcelCount: count, parcelAreaM2: area }] });
});

test('a page of 50 parcels with everything under it takes the same statements as a page of 2', async () => {
  const page = (first: number) => `{ parcels(first: ${first}) { totalCount edges { node {
    landUse { name parent { name } } holder { uscc landSupplies(first: 3) { totalCount edges { node { id } } } }
    realEstateUnits(first: 3) { totalCount edges { node { code parcel { code } } } }
    landSupplies(first: 3) { totalCount edges { node { id landUse { name } } } }
  } } } }`;
  await department.ask(page(2));
  const few = department.database.statements.length;
  const { errors } = await department.ask(page(50));
  expect(errors).toBeUndefined();
  expect(department.database.statements).toHaveLength(few);
  expect(few).toBe(11);
});

const CITY = { west: 120.3, south: 31.1, east: 120.9, north: 31.6 };

test.each<[what: string, few: number, filter: object, condition: string]>([
  ['a box, its few parcels sorted', 5000, { bbox: CITY }, 'true'],
  ['a box, the order walked', 0, { bbox: CITY }, 'true'],
  ['a box and a use, the box the narrower', 200, { bbox: CITY, landUse: '06' }, `land_use_code like '06%'`],
  [
    'a box and a region, the region the narrower',
    60,
    { bbox: CITY, region: '320583' },
    `region_code = '320583'`,
  ],
  ['a box and a use, the order walked', 0, { bbox: CITY, landUse: '06' }, `land_use_code like '06%'`],
])('%s: every page holds what a plain query holds', async (_what, few, filter, condition) => {
  const expected = await department.database.sql.unsafe<{ code: string }[]>(`
    select code from parcels
    where boundary && polygon '((120.3,31.1),(120.9,31.1),(120.9,31.6),(120.3,31.6))' and ${condition}
    order by listed_on desc, code desc`);
  expect(expected.length).toBeGreaterThan(20);

  const search = createParcelSearch(department.database.db, few);
  const found: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof search>> = await search(filter, { first: 10, after });
    found.push(...page.rows.map(({ code }) => code));
    const last = page.rows.at(-1)!;
    after = page.hasNextPage ? parcelCursor.encode([last.listedOn, last.code]) : null;
    if (!after) expect(await page.countAll()).toBe(found.length);
  } while (after);
  expect(found).toEqual(expected.map(({ code }) => code));
});
