import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDatabase } from '@yiwang/subgraph-kit/testing';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { cleanDate, requireText } from '../src/import/clean-values.ts';
import { importFiles } from '../src/import/import-department.ts';
import type { Register } from '../src/import/register.ts';
import { upsert } from '../src/import/upsert.ts';
import type { ImportedMessage } from '../src/process/messages.ts';
import { MIGRATIONS } from './support/migrations.ts';
import { openThings } from './support/open-things.ts';

const things: Register<{ code: string; name: string }> = {
  name: 'things',
  columns: ['code', 'name', 'on'],
  clean(record) {
    cleanDate('on', record['on']!);
    if (record['name'] === 'bug') throw new TypeError('a bug of ours');
    return { code: requireText('code', record['code']!), name: requireText('name', record['name']!) };
  },
  keyOf: ({ code }) => code,
  store: (sql, rows) => upsert(sql, 'things', ['code'], rows),
};

let database: TestDatabase;
let folder: string;
let rejectedDir: string;
beforeAll(async () => {
  database = await openThings();
});
beforeEach(async () => {
  await database.sql`truncate things`;
  folder = await mkdtemp(join(tmpdir(), 'yiwang-import-'));
  rejectedDir = join(folder, 'rejected');
});
afterEach(() => rm(folder, { recursive: true, force: true }));
afterAll(() => database[Symbol.asyncDispose]());

function run(files: string[], options: { dryRun?: boolean; rejectedDir?: string } = {}) {
  const department = { name: 'things', migrations: MIGRATIONS, registers: [things], views: ['thing_counts'] };
  return Array.fromAsync(importFiles(database.url, department, files, { rejectedDir, ...options }));
}

async function importText(content: string | Buffer, options = {}): Promise<ImportedMessage> {
  const file = join(folder, 'list.csv');
  await writeFile(file, content);
  const [result] = await run([file], options);
  return result as ImportedMessage;
}

const rows = async () => [...(await database.sql`select code, name from things order by code`)];

const LINES =
  'on,name,code\n2026-02-28,"一, 乙",1\n2026-02-30,二,2\n,三,3\n,又三,3\n,,4\n,五\n2026/1/5,六,6\n';

test('every row is stored or rejected, and the rejected stand in a file with line, reason and text', async () => {
  expect(await importText(LINES)).toMatchObject({ register: 'things', read: 7, stored: 3, rejected: 4 });

  expect(await rows()).toEqual([
    { code: '1', name: '一, 乙' },
    { code: '3', name: '三' },
    { code: '6', name: '六' },
  ]);
  expect(await database.sql`select count from thing_counts`).toEqual([{ count: 3 }]);
  expect(await readFile(join(rejectedDir, 'list.csv.things.csv'), 'utf8')).toBe(
    '\uFEFFline,reason,text\n' +
      '3,"on: 2026-02-30 is not a day of the calendar","2026-02-30,二,2"\n' +
      '5,"repeats 3 of line 4",",又三,3"\n' +
      '6,"name is empty",",,4"\n' +
      '7,"has 2 columns, not 3",",五"\n',
  );
});

test('the same file twice changes nothing, and a mended file takes its rejections away', async () => {
  await importText(LINES);
  const once = await rows();
  await importText(LINES);
  expect(await rows()).toEqual(once);

  expect(await importText('code,name,on\n9,九,\n')).toMatchObject({ rejected: 0, rejectedFile: null });
  expect(await readdir(rejectedDir)).toEqual([]);
});

test('cut at any byte the file is read to its end: every row is stored or rejected', async () => {
  const bytes = Buffer.from(LINES);
  const cuts = await Promise.all(
    [...bytes.keys()].map(async (cut) => {
      const file = join(folder, `cut-${cut}.csv`);
      await writeFile(file, bytes.subarray(0, cut));
      return file;
    }),
  );
  const results = await run(cuts);

  const header = bytes.indexOf('\n');
  expect(results).toHaveLength(bytes.length);
  for (const [cut, result] of results.entries()) {
    expect({ cut, type: result.type }).toEqual({ cut, type: cut < header ? 'not-mine' : 'imported' });
    if (result.type === 'imported') expect(result.stored + result.rejected).toBe(result.read);
  }
});

test('a dry run counts as the import would, and stores nothing', async () => {
  expect(await importText(LINES, { dryRun: true })).toMatchObject({ read: 7, stored: 3, rejected: 4 });
  expect(await rows()).toEqual([]);
});

test('a file of other columns is not mine, and the next file is imported', async () => {
  const [other, mine] = [join(folder, 'other.csv'), join(folder, 'mine.csv')];
  await writeFile(other, 'code,name\n1,一\n');
  await writeFile(mine, 'code,name,on\n1,一,\n');
  expect((await run([other, mine])).map(({ type }) => type)).toEqual(['not-mine', 'imported']);
});

test('two files of the same name each keep their rejected rows', async () => {
  const folders = await Promise.all(['a-', 'b-'].map((prefix) => mkdtemp(join(folder, prefix))));
  const files = folders.map((parent) => join(parent, 'list.csv'));
  for (const [i, file] of files.entries()) await writeFile(file, `code,name,on\n${i},,\n`);

  const imported = (await run(files)) as ImportedMessage[];
  const texts = await Promise.all(imported.map(({ rejectedFile }) => readFile(rejectedFile!, 'utf8')));
  expect(texts).toEqual([expect.stringContaining('"0,,"'), expect.stringContaining('"1,,"')]);
});

test('a fault half-way stores nothing of the file and leaves no half a file of rejections', async () => {
  const lines = Array.from({ length: 1200 }, (_, i) => `${i},name,`);
  await expect(importText(`code,name,on\n,,\n${lines.join('\n')}\nx,bug,\n`)).rejects.toThrow(
    'a bug of ours',
  );
  expect(await rows()).toEqual([]);
  expect(await readdir(rejectedDir)).toEqual([]);
});

test('rejected rows that cannot be written stop the import before anything is stored', async () => {
  const blocked = join(folder, 'blocked');
  await writeFile(blocked, 'a file where a folder should be');
  await expect(importText(LINES, { rejectedDir: blocked })).rejects.toThrow(/blocked/);

  await mkdir(join(rejectedDir, 'list.csv.things.csv.partial'), { recursive: true });
  await expect(importText(LINES)).rejects.toThrow(/^Cannot write the rejected rows to .*partial: EISDIR/);
  expect(await rows()).toEqual([]);
});

test('a hundred thousand rejections are written, each once', async () => {
  const count = 100_000;
  const imported = await importText(`code,name,on\n${`,${'空'.repeat(20)},\n`.repeat(count)}`);
  expect(imported).toMatchObject({ read: count, stored: 0, rejected: count });
  const written = (await readFile(imported.rejectedFile!, 'utf8')).split('\n');
  expect(written).toHaveLength(count + 2);
});

test('rows are counted as new, changed or unchanged, in a dry run too', async () => {
  const first = 'code,name,on\n1,一,\n2,二,\n3,三,\n';
  expect(await importText(first)).toMatchObject({ stored: 3, added: 3, changed: 0, unchanged: 0 });
  const next = 'code,name,on\n1,一,\n2,贰,\n4,四,\n';
  expect(await importText(next, { dryRun: true })).toMatchObject({ added: 1, changed: 1, unchanged: 1 });
  expect(await importText(next)).toMatchObject({ stored: 3, added: 1, changed: 1, unchanged: 1 });
  expect(await importText(next)).toMatchObject({ stored: 3, added: 0, changed: 0, unchanged: 3 });
});

test('a row that the database rejects is rejected alone, with its line, and the rest of its batch is stored', async () => {
  // An index takes no value of this length that cannot be compressed.
  const long = randomBytes(20_000).toString('hex');
  const lines = Array.from({ length: 700 }, (_, i) => `${i === 321 ? long : i},name ${i},`);
  const imported = await importText(`code,name,on\n${lines.join('\n')}\n`);
  expect(imported).toMatchObject({ read: 700, stored: 699, added: 699, rejected: 1 });
  expect(await rows()).toHaveLength(699);
  expect(await readFile(imported.rejectedFile!, 'utf8')).toMatch(/^323,"index row /m);
});

test('the rejected lines are kept byte for byte under their header, and once mended they are imported', async () => {
  const text = 'on,name,code\r\n2026-02-30,"测, ""试""",1\r\n,乙,2\r\n,=丙,\r\n';
  const imported = await importText(iconv.encode(text, 'gb18030'));
  expect(imported).toMatchObject({ stored: 1, rejected: 2 });

  const originals = await readFile(imported.originalsFile!);
  const expected = 'on,name,code\n2026-02-30,"测, ""试""",1\n,=丙,\n';
  expect(originals).toEqual(iconv.encode(expected, 'gb18030'));
  const mended = iconv.encode(expected.replace('02-30', '02-28').replace('丙,', '丙,3'), 'gb18030');
  expect(await importText(mended)).toMatchObject({ read: 2, stored: 2, rejected: 0, originalsFile: null });
  expect(await rows()).toEqual([
    { code: '1', name: '测, "试"' },
    { code: '2', name: '乙' },
    { code: '3', name: '=丙' },
  ]);
  expect(await readdir(rejectedDir)).toEqual([]);
});

test('no cell of the report is a formula for a spreadsheet program', async () => {
  const starts = ['=1+1', '+1', '-1', '@SUM(1)', '\t=1', ' =1', '＝1'];
  const { rejectedFile } = await importText(
    `code,name,on\n${starts.map((start) => `"${start}",,`).join('\n')}\n${starts.map((start) => `${start},,`).join('\n')}\n`,
  );
  const report = parse(await readFile(rejectedFile!, 'utf8'), { bom: true, from_line: 2 }) as string[][];
  expect(report).toHaveLength(14);
  for (const cell of report.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝]/);
  for (const start of starts) expect(report.some(([, , text]) => text === `'${start},,`)).toBe(true);
});

test('only their owner may read rejected rows', async () => {
  const { rejectedFile, originalsFile } = await importText('code,name,on\n,,\n');
  for (const path of [rejectedFile!, originalsFile!]) expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(rejectedDir)).mode & 0o777).toBe(0o700);
});

test.each([
  ['code,naem,on', { register: 'things', missing: ['name'], unexpected: ['naem'] }],
  ['code,name,on,colour', { register: 'things', missing: [], unexpected: ['colour'] }],
  ['code,name,name,on', { register: 'things', missing: [], unexpected: ['name'] }],
  ['colour,size', null],
])('a file with the columns %s is not mine, and the nearest register is named', async (header, nearest) => {
  const file = join(folder, 'other.csv');
  await writeFile(file, `${header}\n`);
  expect(await run([file])).toEqual([{ type: 'not-mine', file, columns: header.split(','), nearest }]);
});
