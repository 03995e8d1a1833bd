import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ReadLine, readHeader, readRecords } from '../src/import/read-records.ts';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-records-'));
  file = join(folder, 'list.csv');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(content: string | Buffer): Promise<{ header: string[] | null; lines: ReadLine[] }> {
  await writeFile(file, content);
  const header = await readHeader(file);
  return { header, lines: header ? await Array.fromAsync(readRecords(file, header)) : [] };
}

const values = (lines: ReadLine[]) =>
  lines.map((line) => ('record' in line ? Object.values(line.record) : line.broken));

test('records keep their line numbers and their text, whatever ends a line', async () => {
  const expected = {
    header: ['code', 'name'],
    lines: [
      { line: 2, record: { code: '1', name: ' 一 ' } },
      { line: 4, record: { code: '2', name: '二' } },
    ],
  };
  expect(await read('code,name\n1, 一 \n\n2,二\n')).toEqual(expected);
  expect(await read('code,name\r\n1, 一 \r\n\r\n2,二')).toEqual(expected);
  expect(await read('\uFEFFcode,name\n1, 一 \n\n2,二\n')).toEqual(expected);
});

test('a quoted value may hold commas, quotes and line ends; a quote within a value is a character', async () => {
  const { lines } = await read('a,b\n"1,5","say ""hi""\nthere"\n2,5" pipe\n3,"z"z\n');
  expect(values(lines)).toEqual([
    ['1,5', 'say "hi"\nthere'],
    ['2', '5" pipe'],
    ['3', '"z"z'],
  ]);
});

test('lines that are no record are broken, with the reason, and reading goes on', async () => {
  const invalid = Buffer.concat([
    Buffer.from('a,b\n1\n1,2,3\nx,\0\ny,'),
    Buffer.from([0xb2, 0xe2]),
    Buffer.from('\n4,5\n'),
  ]);
  const { lines } = await read(invalid);
  expect(values(lines)).toEqual([
    'has 1 columns, not 2',
    'has 3 columns, not 2',
    'holds a NUL character',
    'holds bytes that are not UTF-8',
    ['4', '5'],
  ]);
  expect(lines.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6]);
});

test('a quote that never closes makes the rest one broken line; what stands before it is read', async () => {
  const { lines } = await read('a,b\n1,2\n3,"four\n5,6\n');
  expect(lines).toEqual([
    { line: 2, record: { a: '1', b: '2' } },
    { line: 3, broken: expect.stringMatching(/^from here on the file is no CSV: /), text: '' },
  ]);
});

test('a quote that never closes in a large file ends the reading before the rest is in memory', async () => {
  const { lines } = await read(`a,b\n1,"${'x'.repeat(3_000_000)}\n`);
  expect(values(lines)).toEqual([expect.stringMatching(/^from here on the file is no CSV: .*maximum/i)]);
});

test('a file with a header only has no records; an empty file has no header', async () => {
  expect(await read('a,b\n')).toEqual({ header: ['a', 'b'], lines: [] });
  expect(await read('a,b')).toEqual({ header: ['a', 'b'], lines: [] });
  expect((await read('')).header).toBeNull();
  expect((await read('"never closed')).header).toBeNull();
});

test.each([
  ['a folder', () => folder, /^Cannot read .*yiwang-records-.*: EISDIR/],
  ['a file that is not there', () => join(folder, 'none.csv'), /^Cannot read .*none\.csv: ENOENT/],
])('%s is refused by name', async (_what, path, reason) => {
  await expect(readHeader(path())).rejects.toThrow(reason);
  await expect(Array.fromAsync(readRecords(path(), ['a']))).rejects.toThrow(reason);
});
