import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ImportedMessage, importFiles } from '@yiwang/subgraph-kit';
import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { REGISTERS, registerPath } from '@yiwang/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { registers } from '../import/registers.ts';
import { MIGRATIONS, NAME } from '../src/department.ts';
import { fillRegions } from './support/fill-regions.ts';

const FIXTURE = fileURLToPath(new URL('fixtures/divisions.csv', import.meta.url));

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  folder = await mkdtemp(join(tmpdir(), 'yiwang-import-'));
});
beforeEach(() => database.sql`truncate regions`);
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database[Symbol.asyncDispose]();
});

/** One result for each file. */
function importPaths(...files: string[]) {
  const department = { name: NAME, migrations: MIGRATIONS, registers };
  return Array.fromAsync(importFiles(database.url, department, files, { rejectedDir: folder }));
}

const allRows = () => database.sql`select * from regions order by code`;

test('lines that contradict their own code are rejected with the reason, the others are stored as they are', async () => {
  const [imported] = (await importPaths(FIXTURE)) as ImportedMessage[];

  expect(imported).toMatchObject({ register: 'administrative divisions', read: 12, stored: 5, rejected: 7 });
  const rejected = await readFile(imported!.rejectedFile!, 'utf8');
  expect(
    rejected
      .split('\n')
      .slice(1, -1)
      .map((line) => line.replace(/,"[^"]*"$/, '')),
  ).toEqual([
    '4,"level is county, but the code 3401 is of level city"',
    '7,"code: Not a valid region code: it must have 2, 4, 6, 9 or 12 digits, not 11."',
    '8,"level is town, but the code 340103 is of level county"',
    '9,"parent is 3402, but the code 340104 is beneath 3401"',
    '10,"name is empty"',
    '11,"repeats 3401 of line 3"',
    '12,"has 3 columns, not 4"',
  ]);
});

test('a stored line keeps its original text beside the cleaned values', async () => {
  await importPaths(FIXTURE);

  const rows = await allRows();
  expect(rows.map(({ code }) => code)).toEqual(['34', '3401', '340102', '340102001', '340123']);
  expect(rows.at(-1)).toEqual({
    code: '340123',
    level: 'COUNTY',
    parent_code: '3401',
    name: '肥西县',
    search_name: '肥西县',
    source: 'REGISTER',
    original: { code: '３４０１２３', level: 'county', parent: '３４０１', name: '肥西县' },
  });
  expect(rows[3]).toMatchObject({ name: '明光路 街道', search_name: '明光路街道' });
});

test('a list beside seeded rows replaces those it names, leaves the others, and twice is as once', async () => {
  await fillRegions(database);
  const list = join(folder, 'newer.csv');
  await writeFile(list, 'code,level,parent,name\n320583,county,3205,新昆山市\n320584,county,3205,新县\n');

  await importPaths(list);
  const once = await allRows();
  expect(once).toHaveLength(14);
  expect(once.find(({ code }) => code === '320583')).toMatchObject({ name: '新昆山市' });
  expect(once.find(({ code }) => code === '3205')).toMatchObject({ name: '苏州市', original: null });

  await importPaths(list);
  expect(await allRows()).toEqual(once);
});

test('cut at any byte, the list is read to its end: every line is stored or rejected', async () => {
  const bytes = await readFile(FIXTURE);
  const files = await writeCuts(bytes, [...bytes.keys()]);

  const header = bytes.indexOf('\n');
  const results = await importPaths(...files);
  for (const [cut, result] of results.entries()) {
    if (result.type === 'not-mine') expect(cut).toBeLessThan(header);
    else expect(result.read).toBe(result.stored + result.rejected);
  }
  expect(results.filter(({ type }) => type === 'imported').length).toBeGreaterThan(bytes.length - header - 2);
});

test.skipIf(!REGISTERS)(
  'the real list of Jiangsu is stored whole, twice (needs YIWANG_REGISTERS)',
  async () => {
    const file = registerPath('divisions_jiangsu_5level.csv');
    for (const result of await importPaths(file, file)) {
      expect(result).toMatchObject({ read: 23_563, stored: 23_563, rejected: 0 });
    }
    expect(await allRows()).toHaveLength(23_563);
    const orphans = await database.sql`
    select code from regions r
    where parent_code is not null and not exists (select from regions p where p.code = r.parent_code)`;
    expect([...orphans]).toEqual([]);
  },
);

test.skipIf(!REGISTERS)(
  'the real list, cut at random bytes, is read to its end (needs YIWANG_REGISTERS)',
  async () => {
    const bytes = await readFile(registerPath('divisions_jiangsu_5level.csv'));
    const cuts = Array.from({ length: 8 }, () => 100 + Math.floor(Math.random() * (bytes.length - 100)));

    for (const [i, result] of (await importPaths(...(await writeCuts(bytes, cuts)))).entries()) {
      const { read, stored, rejected } = result as ImportedMessage;
      expect({ cut: cuts[i], sum: stored + rejected }).toEqual({ cut: cuts[i], sum: read });
      expect(rejected).toBeLessThanOrEqual(1);
    }
  },
  120_000,
);

function writeCuts(bytes: Buffer, cuts: readonly number[]): Promise<string[]> {
  return Promise.all(
    cuts.map(async (cut) => {
      const file = join(folder, `cut-${cut}.csv`);
      await writeFile(file, bytes.subarray(0, cut));
      return file;
    }),
  );
}
