import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDatabase } from '@yiwang/testing';
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
let refusedDir: string;
beforeAll(async () => {
  database = await openThings();
});
beforeEach(async () => {
  await database.sql`truncate things`;
  folder = await mkdtemp(join(tmpdir(), 'yiwang-import-'));
  refusedDir = join(folder, 'refused');
});
afterEach(() => rm(folder, { recursive: true, force: true }));
afterAll(() => database[Symbol.asyncDispose]());

function run(files: string[], options: { dryRun?: boolean; refusedDir?: string } = {}) {
  const department = { name: 'things', migrations: MIGRATIONS, registers: [things], views: ['thing_counts'] };
  return Array.fromAsync(importFiles(database.url, department, files, { refusedDir, ...options }));
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

test('every row is stored or refused, and the refused stand in a file with line, reason and text', async () => {
  expect(await importText(LINES)).toMatchObject({ register: 'things', read: 7, stored: 3, refused: 4 });

  expect(await rows()).toEqual([
    { code: '1', name: '一, 乙' },
    { code: '3', name: '三' },
    { code: '6', name: '六' },
  ]);
  expect(await database.sql`select count from thing_counts`).toEqual([{ count: 3 }]);
  expect(await readFile(join(refusedDir, 'list.csv.things.csv'), 'utf8')).toBe(
    'line,reason,text\n' +
      '3,"on: 2026-02-30 is not a day of the calendar","2026-02-30,二,2"\n' +
      '5,"repeats 3 of line 4",",又三,3"\n' +
      '6,"name is empty",",,4"\n' +
      '7,"has 2 columns, not 3",",五"\n',
  );
});

test('the same file twice changes nothing, and a mended file takes its refusals away', async () => {
  await importText(LINES);
  const once = await rows();
  await importText(LINES);
  expect(await rows()).toEqual(once);

  expect(await importText('code,name,on\n9,九,\n')).toMatchObject({ refused: 0, refusedFile: null });
  expect(await readdir(refusedDir)).toEqual([]);
});

test('cut at any byte the file is read to its end: every row is stored or refused', async () => {
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
    if (result.type === 'imported') expect(result.stored + result.refused).toBe(result.read);
  }
}, 60_000);

test('a dry run counts as the import would, and stores nothing', async () => {
  expect(await importText(LINES, { dryRun: true })).toMatchObject({ read: 7, stored: 3, refused: 4 });
  expect(await rows()).toEqual([]);
});

test('a file of other columns is not mine, and the next file is imported', async () => {
  const [other, mine] = [join(folder, 'other.csv'), join(folder, 'mine.csv')];
  await writeFile(other, 'code,name\n1,一\n');
  await writeFile(mine, 'code,name,on\n1,一,\n');
  expect((await run([other, mine])).map(({ type }) => type)).toEqual(['not-mine', 'imported']);
});

test('two files of the same name each keep their refused rows', async () => {
  const folders = await Promise.all(['a-', 'b-'].map((prefix) => mkdtemp(join(folder, prefix))));
  const files = folders.map((parent) => join(parent, 'list.csv'));
  for (const [i, file] of files.entries()) await writeFile(file, `code,name,on\n${i},,\n`);

  const imported = (await run(files)) as ImportedMessage[];
  const texts = await Promise.all(imported.map(({ refusedFile }) => readFile(refusedFile!, 'utf8')));
  expect(texts).toEqual([expect.stringContaining('"0,,"'), expect.stringContaining('"1,,"')]);
});

test('a fault half-way stores nothing of the file and leaves no half a file of refusals', async () => {
  const lines = Array.from({ length: 1200 }, (_, i) => `${i},name,`);
  await expect(importText(`code,name,on\n,,\n${lines.join('\n')}\nx,bug,\n`)).rejects.toThrow(
    'a bug of ours',
  );
  expect(await rows()).toEqual([]);
  expect(await readdir(refusedDir)).toEqual([]);
});

test('refused rows that cannot be written stop the import before anything is stored', async () => {
  const blocked = join(folder, 'blocked');
  await writeFile(blocked, 'a file where a folder should be');
  await expect(importText(LINES, { refusedDir: blocked })).rejects.toThrow(/blocked/);

  await mkdir(join(refusedDir, 'list.csv.things.csv.partial'), { recursive: true });
  await expect(importText(LINES)).rejects.toThrow(/^Cannot write the refused rows to .*partial: EISDIR/);
  expect(await rows()).toEqual([]);
});

test('a hundred thousand refusals are written, each once', async () => {
  const count = 100_000;
  const imported = await importText(`code,name,on\n${`,${'空'.repeat(20)},\n`.repeat(count)}`);
  expect(imported).toMatchObject({ read: count, stored: 0, refused: count });
  const written = (await readFile(imported.refusedFile!, 'utf8')).split('\n');
  expect(written).toHaveLength(count + 2);
});
