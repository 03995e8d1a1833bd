import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ImportedMessage, importFiles } from '@yiwang/subgraph-kit';
import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { REGISTERS, registerPath } from '@yiwang/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { registers } from '../import/registers.ts';
import { MIGRATIONS, NAME, VIEWS } from '../src/department.ts';

const HEADER =
  'uscc,name,registered_on,type_text,registered_capital_text,business_scope,province,city,registrar_region_code';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  folder = await mkdtemp(join(tmpdir(), 'yiwang-import-'));
});
beforeEach(() => database.sql`truncate enterprises cascade`);
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database[Symbol.asyncDispose]();
});

async function importText(...lines: string[]): Promise<ImportedMessage> {
  const file = join(folder, 'register.csv');
  await writeFile(file, `${lines.join('\n')}\n`);
  return importPath(file);
}

async function importPath(file: string): Promise<ImportedMessage> {
  const department = { name: NAME, migrations: MIGRATIONS, registers, views: VIEWS };
  const [imported] = await Array.fromAsync(
    importFiles(database.url, department, [file], { rejectedDir: folder }),
  );
  return imported as ImportedMessage;
}

test('a dirty row is cleaned and its original text is kept beside the cleaned value', async () => {
  const imported = await importText(
    HEADER,
    '９１３２０００0608950987l,江苏一号(集团)有限公司 ,1900-01-01,有限责任公司,"931,003.9655(万元人民币)",,江苏,南京,320100',
  );

  expect(imported).toMatchObject({ read: 1, stored: 1, rejected: 0, rejectedFile: null });
  const [row] = await database.sql`select * from enterprises`;
  expect(row).toMatchObject({
    uscc: '91320000608950987L',
    name: '江苏一号（集团）有限公司',
    name_initials: 'jsyhjtyxgs',
    registered_on: null,
    type_code: '1100',
    capital_amount: '9310039655',
    capital_currency: 'CNY',
    capital_text: '931,003.9655(万元人民币)',
    region_code: '3201',
    source: 'REGISTER',
    original: { name: '江苏一号(集团)有限公司 ', registered_on: '1900-01-01' },
  });
});

test('rows that cannot be stored are written with line and reason, and the rest is stored', async () => {
  const imported = await importText(
    HEADER,
    '91320000608950987L,江苏一号有限公司,2001-02-03,,,,江苏,南京,320100',
    '91320000608950987X,江苏二号有限公司,2001-02-03,,,,江苏,南京,320100',
    '9132070070404786XB,江苏三号有限公司,2001-02-30,,,,江苏,南京,320100',
    '91320000608950987L,江苏四号有限公司,2001-02-03,,,,江苏,南京,320100',
    'one,two',
  );

  expect(imported).toMatchObject({ read: 5, stored: 1, rejected: 4 });
  const rejected = await readFile(imported.rejectedFile!, 'utf8');
  expect(rejected).toMatch(/^3,"uscc: .*check/m);
  expect(rejected).toMatch(/^4,"registered_on: 2001-02-30 is not a day/m);
  expect(rejected).toMatch(/^5,"repeats 91320000608950987L of line 2"/m);
  expect(rejected).toMatch(/^6,"has 2 columns, not 9"/m);
});

test.skipIf(!REGISTERS).each([
  ['enterprises_jiangsu_sample.csv', 3270],
  ['enterprises_holding_land.csv', 261],
  ['enterprises_jiangxi_taxA.csv', 1697],
  ['enterprises_heilongjiang_taxA.csv', 1763],
])(
  'every row of the real register %s is stored, once or twice imported (needs YIWANG_REGISTERS)',
  async (file, rows) => {
    for (let round = 1; round <= 2; round++) {
      expect(await importPath(registerPath(file))).toMatchObject({ read: rows, stored: rows, rejected: 0 });
      const [{ count }] = await database.sql<
        [{ count: number }]
      >`select count(*)::int as count from enterprises`;
      expect(count).toBe(rows);
    }
  },
);

test.skipIf(!REGISTERS)(
  'every amount of the real registers that is given is read (needs YIWANG_REGISTERS)',
  async () => {
    await importPath(registerPath('enterprises_jiangsu_sample.csv'));
    const unread = await database.sql`
    select capital_text from enterprises where capital_text is not null and capital_amount is null and capital_text <> '-'`;
    expect([...unread]).toEqual([]);
  },
);

test.skipIf(!REGISTERS)(
  'the real table of industries is stored whole, each beneath its parent (needs YIWANG_REGISTERS)',
  async () => {
    expect(await importPath(registerPath('industry_gbt4754_2017.csv'))).toMatchObject({
      read: 1970,
      stored: 1970,
      rejected: 0,
    });
    const orphans = await database.sql`
    select code from industries i where level > 1 and not exists (select from industries p where p.code = i.parent_code)`;
    expect([...orphans]).toEqual([]);
  },
);
