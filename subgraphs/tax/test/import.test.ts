import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ImportedMessage, importFiles } from '@yiwang/subgraph-kit';
import { REGISTERS, registerPath } from '@yiwang/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { registers } from '../import/registers.ts';
import { MIGRATIONS, NAME, VIEWS } from '../src/department.ts';
import { type Department, openDepartment } from './ask.ts';

const FIXTURE = fileURLToPath(new URL('fixtures/credit-grades.csv', import.meta.url));
const HEADER = 'taxpayer_id,name,credit_level,year,tax_authority,uscc_valid';
const GROUP = '91320000608950987L';
const BRIDGE = '9132070070404786XB';

let department: Department;
let folder: string;

beforeAll(async () => {
  department = await openDepartment();
  folder = await mkdtemp(join(tmpdir(), 'yiwang-import-'));
});
beforeEach(() => department.database.sql`truncate taxpayers, tax_authorities restart identity cascade`);
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await department.database[Symbol.asyncDispose]();
});

async function importPaths(files: string[], options: { dryRun?: boolean } = {}): Promise<ImportedMessage[]> {
  const views = options.dryRun ? [] : VIEWS;
  const results = await Array.fromAsync(
    importFiles(department.database.url, { name: NAME, migrations: MIGRATIONS, registers, views }, files, {
      rejectedDir: folder,
      ...options,
    }),
  );
  return results.filter((result) => result.type === 'imported');
}

async function importText(...lines: string[]): Promise<ImportedMessage> {
  const file = join(folder, 'register.csv');
  await writeFile(file, `${[HEADER, ...lines].join('\n')}\n`);
  return (await importPaths([file]))[0]!;
}

/** Every row, as PostgreSQL writes it. */
async function allRows(): Promise<unknown> {
  const { sql } = department.database;
  return [
    await sql`select * from tax_authorities order by no`,
    await sql`select * from taxpayers order by no`,
    await sql`select * from credit_grades order by taxpayer_no, year, authority_no`,
  ].map((rows) => [...rows]);
}

/** Writes the file cut behind each of the lengths, and imports the pieces without keeping them. */
async function importCut(file: string, lengths: number[]): Promise<ImportedMessage[]> {
  const whole = await readFile(file);
  const pieces = lengths.map((length) => ({ length, path: join(folder, `cut-${length}.csv`) }));
  for (const { length, path } of pieces) await writeFile(path, whole.subarray(0, length));
  return importPaths(
    pieces.map(({ path }) => path),
    { dryRun: true },
  );
}

describe('the small register', () => {
  test('rows are stored, or rejected with line and reason', async () => {
    const [imported] = await importPaths([FIXTURE]);

    expect(imported).toMatchObject({ read: 11, stored: 4, rejected: 7 });
    const rejected = await readFile(imported!.rejectedFile!, 'utf8');
    expect(rejected).toMatch(/^5,"repeats 9132070070404786XB 2018 徐州税务局 of line 4"/m);
    expect(rejected).toMatch(/^7,"taxpayer_id: .* 18 characters \(USCC\) or 15 \(old number\), not 19/m);
    expect(rejected).toMatch(/^8,"taxpayer_id: .*check character/m);
    expect(rejected).toMatch(/^9,"credit_level: E is none of A, B, M, C, D"/m);
    expect(rejected).toMatch(/^10,"year: 18 is not a year/m);
    expect(rejected).toMatch(/^11,"name is empty"/m);
    expect(rejected).toMatch(/^12,"tax_authority is empty"/m);
  });

  test('a dirty row is cleaned and its original text is kept beside the cleaned value', async () => {
    await importPaths([FIXTURE]);

    const [row] = await department.database.sql`
      select * from taxpayers join credit_grades on taxpayer_no = no where id = ${GROUP}`;
    expect(row).toMatchObject({
      name: '江苏一号（集团）有限公司',
      search_name: '江苏一号(集团)有限公司',
      region_code: '32',
      source: 'REGISTER',
      grade: 'A',
      year: 2018,
      original: {
        taxpayer_id: '９１３２０００0608950987l',
        name: '江苏一号(集团)有限公司 ',
        uscc_valid: '0',
      },
    });
  });

  test('a taxpayer that two offices list has both grades, and the name and office of the last line', async () => {
    await importPaths([FIXTURE]);

    const { data } = await department.ask(`{ taxpayer(id: "${BRIDGE}") {
      name authority creditGrades { grade authority } } taxpayers { totalCount } }`);
    expect(data).toEqual({
      taxpayer: {
        name: '京桥公司',
        authority: '徐州税务局',
        creditGrades: [
          { grade: 'A', authority: '徐州税务局' },
          { grade: 'A', authority: '连云港税务局' },
        ],
      },
      taxpayers: { totalCount: 3 },
    });
  });

  test('the same file a second time changes nothing', async () => {
    await importPaths([FIXTURE]);
    const once = await allRows();
    const [again] = await importPaths([FIXTURE]);
    expect(again).toMatchObject({ read: 11, stored: 4, rejected: 7 });
    expect(await allRows()).toEqual(once);
  });

  test('cut at any byte, each line that was read is stored or rejected', async () => {
    const { length } = await readFile(FIXTURE);
    const imported = await importCut(
      FIXTURE,
      Array.from({ length }, (_, i) => i),
    );
    // Pieces without a whole header are nobody's.
    expect(imported).toHaveLength(length - HEADER.length);
    for (const { read, stored, rejected } of imported) expect(stored + rejected).toBe(read);
    expect(new Set(imported.map(({ read }) => read)).size).toBe(12);
  });
});

test('an older list adds its grades and leaves name and office as the newer one gave them', async () => {
  await importText(`${BRIDGE},新名公司,A,2019,新税务局,1`);
  await importText(`${BRIDGE},旧名公司,B,2018,旧税务局,1`);

  const { data } = await department.ask(
    `{ taxpayer(id: "${BRIDGE}") { name authority creditGrades { year grade authority } } }`,
  );
  expect(data!['taxpayer']).toEqual({
    name: '新名公司',
    authority: '新税务局',
    creditGrades: [
      { year: 2019, grade: 'A', authority: '新税务局' },
      { year: 2018, grade: 'B', authority: '旧税务局' },
    ],
  });
});

test('a real grade stands beside made-up ones, and each says where it comes from', async () => {
  const { sql } = department.database;
  await sql`insert into tax_authorities (name) values ('南京税务局')`;
  await sql`
    insert into taxpayers (id, name, search_name, authority_no, source)
    values (${GROUP}, '江苏一号', '江苏一号', 1, 'GENERATED')`;
  await sql`insert into credit_grades (taxpayer_no, year, authority_no, grade, source) values (1, 2024, 1, 'D', 'GENERATED')`;

  await importText(`${GROUP},江苏一号集团,A,2018,江苏省税务局,1`);

  const { data } = await department.ask(
    `{ taxpayer(id: "${GROUP}") { name source creditGrades { year grade source } } }`,
  );
  expect(data!['taxpayer']).toEqual({
    name: '江苏一号集团',
    source: 'REGISTER',
    creditGrades: [
      { year: 2024, grade: 'D', source: 'GENERATED' },
      { year: 2018, grade: 'A', source: 'REGISTER' },
    ],
  });
});

describe.skipIf(!REGISTERS)('the real lists (need YIWANG_REGISTERS)', () => {
  const LISTS = [
    { file: 'tax_credit_A_heilongjiang_2018.csv', read: 4682, stored: 4673, rejected: 9 },
    { file: 'tax_credit_A_jiangxi_2018.csv', read: 4667, stored: 4642, rejected: 25 },
  ];

  test.each(LISTS)('$file is stored but for $rejected rows', async ({ file, ...figures }) => {
    expect(await importPaths([registerPath(file)])).toMatchObject([figures]);
  });

  test('both lists twice give 9,069 taxpayers, 946 of them with an old number, and the same rows', async () => {
    const files = LISTS.map(({ file }) => registerPath(file));
    await importPaths(files);
    const once = await allRows();
    await importPaths(files);
    expect(await allRows()).toEqual(once);

    const [row] = await department.database.sql`
      select count(*)::int as taxpayers, count(*) filter (where length(id) = 15)::int as old from taxpayers`;
    expect(row).toEqual({ taxpayers: 9069, old: 946 });
    const { data } = await department.ask(
      '{ taxpayer(id: "91360723058828222C") { name region { code } creditGrade(year: 2018) { grade source } } }',
    );
    expect(data!['taxpayer']).toEqual({
      name: '大余县京桥混凝土有限公司',
      region: { code: '360723' },
      creditGrade: { grade: 'A', source: 'REGISTER' },
    });
  });

  test.each(LISTS)(
    '$file cut at random bytes: each line that was read is stored or rejected',
    async ({ file, read }) => {
      const { length } = await readFile(registerPath(file));
      const cuts = Array.from({ length: 8 }, () => Math.floor(Math.random() * length));
      for (const cut of await importCut(registerPath(file), cuts)) {
        expect(cut.stored + cut.rejected, cut.file).toBe(cut.read);
        expect(cut.read).toBeLessThanOrEqual(read);
      }
    },
  );
});
