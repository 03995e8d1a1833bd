import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ImportedMessage, importFiles } from '@yiwang/subgraph-kit';
import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { REGISTERS, registerPath } from '@yiwang/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { registers } from '../import/registers.ts';
import { MIGRATIONS, NAME, VIEWS } from '../src/department.ts';

const FIXTURES = ['land-supplies', 'beijing-supplies', 'land-transfers', 'land-uses'].map(fixture);

/** The real registers, with their rows: all are stored. */
const REAL: readonly [file: string, table: string, rows: number][] = [
  ['land_supply_results_2016-2017.csv', 'land_supplies', 1987],
  ['land_supply_results_beijing_2019.csv', 'land_supplies', 78],
  ['land_transfers_2016.csv', 'land_transfers', 14],
  ['ref_land_use_gbt21010_2017.csv', 'land_uses', 85],
];

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  folder = await mkdtemp(join(tmpdir(), 'yiwang-import-'));
});
beforeEach(() => database.sql`truncate land_uses, parcels, land_supplies, land_transfers cascade`);
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database[Symbol.asyncDispose]();
});

function fixture(name: string): string {
  return fileURLToPath(new URL(`fixtures/${name}.csv`, import.meta.url));
}

/** One answer a file, in their order. */
function importPaths(files: readonly string[], dryRun = false) {
  const department = { name: NAME, migrations: MIGRATIONS, registers, views: VIEWS };
  return Array.fromAsync(importFiles(database.url, department, files, { rejectedDir: folder, dryRun }));
}

async function importPath(file: string): Promise<ImportedMessage> {
  const [imported] = await importPaths([file]);
  return imported as ImportedMessage;
}

/** The file cut behind each of the given bytes, as files of their own. */
async function cutFiles(file: string, ends: number[]) {
  const bytes = await readFile(file);
  return Promise.all(
    ends.map(async (end) => {
      const cut = join(folder, `cut-${end}.csv`);
      await writeFile(cut, bytes.subarray(0, end));
      return { cut, rows: bytes.subarray(0, end).toString().split('\n').slice(1).filter(Boolean).length };
    }),
  );
}

async function expectEveryRowCounted(file: string, ends: number[]): Promise<void> {
  const cuts = await cutFiles(file, ends);
  const messages = await importPaths(
    cuts.map(({ cut }) => cut),
    true,
  );
  expect(messages).toHaveLength(ends.length);
  for (const [i, message] of messages.entries()) {
    if (message.type === 'not-mine') continue;
    expect({ end: ends[i], read: message.read }).toEqual({ end: ends[i], read: cuts[i]!.rows });
    expect(message.stored + message.rejected).toBe(message.read);
  }
  expect(messages.filter(({ type }) => type === 'imported').length).toBeGreaterThan(0);
}

test('supplies are cleaned exactly, and every text is kept as it was read', async () => {
  const imported = await importPath(fixture('land-supplies'));
  expect(imported).toMatchObject({ read: 3, stored: 3, rejected: 0, rejectedFile: null });

  const rows = await database.sql`select * from land_supplies order by id`;
  expect(rows).toMatchObject([
    {
      id: '00000000-0000-4000-8000-000000000001',
      project_name: '厂房建设',
      region_code: '320583',
      region_text: '江苏省 苏州市 昆山市',
      area_m2: '23827.43',
      area_from_stock_m2: '0',
      land_use_code: '0601',
      way: 'LISTING',
      use_years: '50',
      use_years_text: '50年',
      price_cny: '2335100',
      holder_uscc: null,
      holder_name: '昆山甲（集团）有限公司',
      floor_area_ratio_min: null,
      floor_area_ratio_max: '0.8',
      source: 'REGISTER',
      original: {
        project_name: ' 厂房建设 ',
        holder_name: '昆山甲(集团) 有限公司',
        price_10k_cny: '233.5100',
      },
    },
    {
      project_name: '住宅, 商铺',
      location: null,
      region_code: '4501',
      area_m2: '3.19',
      area_from_stock_m2: null,
      land_use_code: '0701',
      land_use_text: '其他普通商品住房用地',
      way: 'AUCTION',
      use_years: null,
      use_years_text: '其他普通商品住房用地70年; 批发零售用地40年;',
      price_cny: '30700001',
      floor_area_ratio_min: '1.5',
      floor_area_ratio_max: '0.8',
      complete_by: null,
      original: { complete_by: '1900-01-01' },
    },
    {
      region_code: null,
      region_text: '鼓楼区',
      land_use_code: null,
      land_use_text: '文体娱乐用地',
      way: null,
      way_text: '以租代征',
      use_years: null,
      use_years_text: '约39',
      price_cny: '0',
      holder_name: null,
      signed_on: null,
    },
  ]);
});

test('notices of Beijing are known by their supervision number', async () => {
  expect(await importPath(fixture('beijing-supplies'))).toMatchObject({ read: 1, stored: 1 });
  const [row] = await database.sql`select *, signed_on::text as signed_on from land_supplies`;
  expect(row).toMatchObject({
    id: '1101002019B00001',
    region_code: '11',
    region_text: '北京市本级',
    land_use_code: '0505',
    way: 'ALLOCATION',
    use_years: null,
    price_cny: '0',
    signed_on: '2019-06-27',
  });
});

test('transfers keep both parties, and the parcel where its number is a parcel code', async () => {
  expect(await importPath(fixture('land-transfers'))).toMatchObject({ read: 2, stored: 2 });
  const rows = await database.sql`select *, dealt_on::text as dealt_on from land_transfers order by id`;
  expect(rows).toMatchObject([
    {
      region_code: '321203',
      parcel_code: '321203001202GB00004',
      parcel_number_text: '321203001202gb00004',
      area_m2: '25',
      price_cny: '42250',
      dealt_on: '2016-03-17',
      from_name: '甲（集团）有限公司',
      to_name: '乙有限公司',
      original: { use_state: '已开发' },
    },
    { region_code: '131081', parcel_code: null, parcel_number_text: '2016-10', price_cny: '8147533' },
  ]);
});

test('rows that cannot be stored are written with line and reason, and the rest is stored', async () => {
  const [header, good] = (await readFile(fixture('land-supplies'), 'utf8')).split('\n') as [string, string];
  const file = join(folder, 'rejected.csv');
  const bad = [
    good,
    good.replace(/^[^,]*/, ''),
    good.replace(/^[^,]*/, 'a').replace('233.5100', '约233'),
    good.replace(/^[^,]*/, 'b').replace('2017-01-05', '2017-02-30'),
    good.replace(/^[^,]*/, 'c').replace('2.382743', '-1'),
    'one,two',
  ];
  await writeFile(file, [header, good, ...bad].join('\n'));

  const imported = await importPath(file);
  expect(imported).toMatchObject({ read: 7, stored: 1, rejected: 6 });
  const rejected = (await readFile(imported.rejectedFile!, 'utf8')).split('\n').slice(1, -1);
  expect(rejected.map((line) => line.split('"', 2).join(''))).toEqual([
    '3,repeats 00000000-0000-4000-8000-000000000001 of line 2',
    '4,record_guid is empty',
    '5,price_10k_cny: 约233 is not a number',
    '6,contract_date: 2017-02-30 is not a day of the calendar',
    '7,area_ha: -1 is not a number',
    '8,has 2 columns, not 22',
  ]);
});

test.each([
  ['beijing-supplies', /^[^,\n]*/gm, '2019B1', /^2,"supervision_no: .* is no supervision number/m],
  ['land-transfers', /乙有限公司$/gm, '', /^2,"to_holder is empty"/m],
  ['land-uses', /^05,1/gm, '05,2', /^2,"level is 2, but the code is of level 1"/m],
  ['land-uses', /^0501,2,05/gm, '0501,2,06', /^3,"parent is 06, but the code lies beneath 05"/m],
  ['land-uses', /^0501/gm, '051', /^3,"code: a land use code has 2 or 4 digits"/m],
])('a fault in %s (%s) is named', async (name, pattern, replacement, reason) => {
  const [header, ...lines] = (await readFile(fixture(name), 'utf8')).split('\n');
  const file = join(folder, 'faulty.csv');
  await writeFile(file, `${header}\n${lines.join('\n').replace(pattern, replacement)}`);
  const { rejectedFile } = await importPath(file);
  expect(await readFile(rejectedFile!, 'utf8')).toMatch(reason);
});

test('a file imported twice changes nothing, and one that replaces a row replaces it whole', async () => {
  const everything = async () => [
    ...(await database.sql`select * from land_supplies order by id`),
    ...(await database.sql`select * from land_transfers order by id`),
    ...(await database.sql`select * from land_uses order by code`),
  ];
  await importPaths(FIXTURES);
  const once = await everything();
  expect(once).toHaveLength(8);
  await importPaths(FIXTURES);
  expect(await everything()).toEqual(once);

  await database.sql`
    update land_supplies set parcel_code = 'x', holder_uscc = 'x', source = 'GENERATED'
    where id = '1101002019B00001'`;
  await importPaths(FIXTURES);
  expect(await everything()).toEqual(once);
});

test.each(['beijing-supplies', 'land-transfers'])(
  '%s cut at any byte loses no row: each that begins before the cut is stored or rejected',
  async (name) => {
    const { length } = await readFile(fixture(name));
    await expectEveryRowCounted(
      fixture(name),
      Array.from({ length }, (_, end) => end),
    );
  },
  // One import a byte.
  120_000,
);

test.skipIf(!REGISTERS).each(REAL)(
  'every row of the real register %s is stored, once or twice imported (needs YIWANG_REGISTERS)',
  async (file, table, rows) => {
    for (let round = 1; round <= 2; round++) {
      expect(await importPath(registerPath(file))).toMatchObject({ read: rows, stored: rows, rejected: 0 });
      const [found] = await database.sql`select count(*)::int as count from ${database.sql(table)}`;
      expect(found!['count']).toBe(rows);
    }
  },
);

test.skipIf(!REGISTERS).each(REAL)(
  'the real register %s cut at many bytes loses no row (needs YIWANG_REGISTERS)',
  async (file) => {
    const { length } = await readFile(registerPath(file));
    // A prime stride falls on every kind of byte: within characters, fields and line ends.
    await expectEveryRowCounted(
      registerPath(file),
      Array.from({ length: 40 }, (_, i) => (104_729 * (i + 1)) % length),
    );
  },
);

test.skipIf(!REGISTERS)(
  'all but a few of the real supplies get region, land use and way, each with its text (needs YIWANG_REGISTERS)',
  async () => {
    await importPaths(REAL.map(([file]) => registerPath(file)));
    const [row] = await database.sql`
      select count(*)::int as rows, count(region_code)::int as regions, count(land_use_code)::int as uses,
        count(way)::int as ways, count(price_cny)::int as prices, count(signed_on)::int as days,
        count(*) filter (where land_use_text is null or way_text is null or original is null)::int as lost
      from land_supplies`;
    expect(row).toEqual({
      rows: 2065,
      regions: 2006,
      uses: 2046,
      ways: 2065,
      prices: 2064,
      days: 2065,
      lost: 0,
    });
    const unmapped =
      await database.sql`select distinct land_use_text from land_supplies where land_use_code is null`;
    expect([...unmapped]).toEqual([{ land_use_text: '文体娱乐用地' }]);
  },
);
