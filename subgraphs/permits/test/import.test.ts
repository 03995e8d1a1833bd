import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ImportedMessage, importFiles } from '@yiwang/subgraph-kit';
import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { REGISTERS, registerPath } from '@yiwang/testing';
import { count, isNotNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { registers } from '../import/registers.ts';
import { MIGRATIONS, NAME, VIEWS } from '../src/department.ts';
import { catalogueItems } from '../src/items/item-tables.ts';
import { serviceItems } from '../src/tables.ts';

const FIXTURE = fileURLToPath(new URL('fixtures/service-items.csv', import.meta.url));
const REAL = 'service_items_guangan.csv';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  folder = await mkdtemp(join(tmpdir(), 'yiwang-import-'));
});
beforeEach(() => database.sql`truncate service_items, catalogue_items cascade`);
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database[Symbol.asyncDispose]();
});

/** One answer a file, in their order. */
function importPaths(files: string[], dryRun = false) {
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

test('rows are cleaned, parsed, and kept as they were read; what the register does not say is null', async () => {
  expect(await importPath(FIXTURE)).toMatchObject({ read: 3, stored: 3, rejected: 0, rejectedFile: null });

  const rows = await database.db.select().from(serviceItems).orderBy(serviceItems.code);
  expect(rows).toMatchObject([
    {
      code: '511Z07001006-511602000000-000-11511301008778183N-1-00',
      basicCode: '511Z07001006',
      name: '食品（含保健食品）经营许可',
      searchName: '食品(含保健食品)经营许可',
      nameInitials: 'sphbjspjyxk',
      type: 'LICENCE',
      departmentCode: '11511301008778183N',
      regionCode: '511602',
      promisedDays: null,
      materials: null,
      source: 'REGISTER',
      original: { item_name: '食品（含保健食品） 经营许可', main_item: '' },
    },
    {
      code: '512C0053300008-511602000000-000-00877868-5-1-00',
      basicCode: null,
      name: '学生资助"政策"咨询',
      mainItem: null,
      type: 'PUBLIC_SERVICE',
      departmentCode: '008778685',
      original: { dept_code: '00877868-5' },
    },
    {
      code: 'E-000004-001-11511301008778386B',
      mainItem: '客运',
      type: 'RULING',
      departmentCode: '11511301008778386B',
      regionCode: null,
      original: { item_code: 'E-000004-001-11511301008778386b' },
    },
  ]);
});

test('rows that cannot be stored are written with line and reason, and the rest is stored', async () => {
  const file = join(folder, 'rejected.csv');
  const [header, good] = (await readFile(FIXTURE, 'utf8')).split('\n');
  await writeFile(
    file,
    [
      header,
      good,
      good,
      '局,,事项,1,行政许可,511602,,1',
      '局,,事项,1,公共服务,511602,A-000001-001-1234,',
      '局,,事项,11,,511602,A-000002-001-1234,',
      '局,,事项,1,行政许可,5116,A 000003!,',
      '局,,事项,1,行政许可,51160,A-000004-001-1234,',
      ',,事项,1,行政许可,511602,A-000005-001-1234,',
      '局,,,1,行政许可,511602,A-000006-001-1234,',
      'one,two',
    ].join('\n'),
  );

  const imported = await importPath(file);
  expect(imported).toMatchObject({ read: 10, stored: 1, rejected: 9 });
  const rejected = (await readFile(imported.rejectedFile!, 'utf8')).split('\n').slice(1, -1);
  expect(rejected.map((line) => line.split('"', 2).join(''))).toEqual([
    expect.stringMatching(/^3,repeats 511Z07001006-.* of line 2/),
    '4,item_code is empty',
    '5,task_type 1 is 行政许可, not 公共服务',
    '6,task_type: 11 is no type of GB/T 39554',
    '7,item_code: it has a wrong length or character',
    expect.stringMatching(/^8,area_code: Not a valid region code/),
    '9,department is empty',
    '10,item_name is empty',
    '11,has 2 columns, not 8',
  ]);
});

test('a file cut at any byte loses no row: each that begins before the cut is stored or rejected', async () => {
  const { length } = await readFile(FIXTURE);
  const cuts = await cutFiles(
    FIXTURE,
    Array.from({ length }, (_, end) => end),
  );
  const messages = await importPaths(
    cuts.map(({ cut }) => cut),
    true,
  );

  expect(messages).toHaveLength(length);
  for (const [i, message] of messages.entries()) {
    if (message.type === 'not-mine') continue;
    expect({ end: i, read: message.read }).toEqual({ end: i, read: cuts[i]!.rows });
    expect(message.stored + message.rejected).toBe(message.read);
  }
  expect(messages.filter(({ type }) => type === 'imported').length).toBeGreaterThan(length / 2);
});

test('what the catalogue does not hold is derived from the items, and the register of the catalogue replaces it', async () => {
  const header = 'department,main_item,item_name,task_type,task_type_name,area_code,item_code,dept_code';
  const items = join(folder, 'items.csv');
  await writeFile(
    items,
    [
      header,
      '局,,食品经营许可,1,,511602,511Z07001006-511602000000-000-11511301008778183N-1-00,',
      '局,,食品经营许可证,1,,511603,511Z07001006-511603000000-000-11511301008778183N-1-00,',
      '局,,没有基本编码,1,,511602,E-000004-001-11511301008778386B,',
    ].join('\n'),
  );
  await importPath(items);
  const catalogue = () => database.sql`
    select basic_code, name, type, basis, levels, source from catalogue_items order by basic_code`;
  const derived = {
    basic_code: '511Z07001006',
    name: '食品经营许可',
    type: 'LICENCE',
    basis: null,
    levels: null,
  };
  expect(await catalogue()).toEqual([{ ...derived, source: 'REGISTER' }]);

  const file = join(folder, 'catalogue.csv');
  await writeFile(
    file,
    [
      'basic_code,item_name,task_type,task_type_name,basis,levels',
      '511z07001006,食品 经营许可（新办）,１,行政许可,食品安全法,县级、省级',
      '511Z07001007,公章刻制备案,20,,,',
      '511Z0700100,短,1,,,',
      '511Z07001008,层级,1,,,洲级',
      '511Z07001009,,1,,,',
      '511Z07001010,类型,1,公共服务,,',
    ].join('\n'),
  );
  const imported = await importPath(file);
  expect(imported).toMatchObject({ read: 6, stored: 2, rejected: 4 });
  expect(await readFile(imported.rejectedFile!, 'utf8')).toContain('洲级 is no level of government');
  await importPath(items);
  expect(await catalogue()).toEqual([
    {
      ...derived,
      name: '食品经营许可（新办）',
      basis: '食品安全法',
      levels: ['PROVINCE', 'COUNTY'],
      source: 'REGISTER',
    },
    {
      basic_code: '511Z07001007',
      name: '公章刻制备案',
      type: 'PUBLIC_SERVICE',
      basis: null,
      levels: null,
      source: 'REGISTER',
    },
  ]);
});

test.skipIf(!REGISTERS)(
  'every row of the real register is stored, once or twice imported (needs YIWANG_REGISTERS)',
  async () => {
    for (let round = 1; round <= 2; round++) {
      expect(await importPath(registerPath(REAL))).toMatchObject({ read: 1135, stored: 1135, rejected: 0 });
      const [stored] = await database.db
        .select({
          rows: count(),
          basicCodes: count(serviceItems.basicCode),
          departments: count(serviceItems.departmentCode),
          regions: count(serviceItems.regionCode),
        })
        .from(serviceItems);
      // 262 items have a code whose first part is of 12 characters.
      expect(stored).toEqual({ rows: 1135, basicCodes: 262, departments: 1135, regions: 1135 });
      const [catalogue] = await database.db.select({ rows: count() }).from(catalogueItems);
      expect(catalogue).toEqual({ rows: 262 });
    }
    const guides = await database.db.select().from(serviceItems).where(isNotNull(serviceItems.promisedDays));
    expect(guides).toEqual([]);
  },
);

test.skipIf(!REGISTERS)(
  'the real register cut at many bytes loses no row (needs YIWANG_REGISTERS)',
  async () => {
    const { length } = await readFile(registerPath(REAL));
    // A prime stride falls on every kind of byte: within characters, fields and line ends.
    const cuts = await cutFiles(
      registerPath(REAL),
      Array.from({ length: 40 }, (_, i) => (104_729 * (i + 1)) % length),
    );
    const messages = await importPaths(
      cuts.map(({ cut }) => cut),
      true,
    );
    for (const [i, message] of messages.entries()) {
      expect(message).toMatchObject({ type: 'imported', read: cuts[i]!.rows });
      const { read, stored, rejected } = message as ImportedMessage;
      expect(stored + rejected).toBe(read);
    }
  },
);
