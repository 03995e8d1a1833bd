import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RegisterRecord } from '../src/import/register.ts';
import { type ReadLine, readHeader, readRecords } from '../src/import/read-records.ts';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-records-'));
  file = join(folder, 'list.csv');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function readWhole(content: string | Buffer): Promise<{ header: string[] | null; lines: ReadLine[] }> {
  await writeFile(file, content);
  const header = await readHeader(file);
  return { header, lines: header ? await Array.fromAsync(readRecords(file, header)) : [] };
}

/** Without the original bytes, and without the text of what is a record. */
async function read(content: string | Buffer) {
  const { header, lines } = await readWhole(content);
  return {
    header,
    lines: lines.map(({ bytes: _bytes, text, ...line }) => ('record' in line ? line : { ...line, text })),
  };
}

const values = (lines: readonly ({ record: RegisterRecord } | { broken: string })[]) =>
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
    Buffer.from('\n4,五\n'),
  ]);
  const { lines } = await read(invalid);
  expect(values(lines)).toEqual([
    'has 1 columns, not 2',
    'has 3 columns, not 2',
    'holds a NUL character',
    'holds bytes that are not UTF-8',
    ['4', '五'],
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
])('%s is rejected by name', async (_what, path, reason) => {
  await expect(readHeader(path())).rejects.toThrow(reason);
  await expect(Array.fromAsync(readRecords(path(), ['a']))).rejects.toThrow(reason);
});

test('text in GB18030 is found by its bytes, with or without its byte order mark, and read', async () => {
  const text = 'code,name\n1,测试\n2,"江苏，""一"""\n3,㐀𠀀\n';
  const expected = [
    ['1', '测试'],
    ['2', '江苏，"一"'],
    ['3', '㐀𠀀'],
  ];
  const encoded = iconv.encode(text, 'gb18030');
  expect(values((await read(encoded)).lines)).toEqual(expected);
  const marked = await read(Buffer.concat([Buffer.from([0x84, 0x31, 0x95, 0x33]), encoded]));
  expect(marked.header).toEqual(['code', 'name']);
  expect(values(marked.lines)).toEqual(expected);
});

test('one broken line does not change how a file is read', async () => {
  const broken = Buffer.concat([
    iconv.encode('code,name\n1,测试\n2,甲乙丙\n3,', 'gb18030'),
    Buffer.from([0xff, 0xff]),
    Buffer.from('\n'),
  ]);
  expect(values((await read(broken)).lines)).toEqual([
    ['1', '测试'],
    ['2', '甲乙丙'],
    'holds bytes that are not GB18030',
  ]);
});

test('text in UTF-16 has no readable header', async () => {
  for (const encoding of ['utf16le', 'utf16be']) {
    expect((await read(iconv.encode('code,name\n1,测试\n', encoding, { addBOM: true }))).header).toBeNull();
  }
});

test('a cell of 1 MB rejects its line, and the next line is read', async () => {
  const { lines } = await readWhole(`a,b\n1,${'x'.repeat(1_000_000)}\n2,"${'空'.repeat(350_000)}"\n3,4\n`);
  expect(values(lines)).toEqual([
    'b: has 1000000 characters; at most 65536 are stored',
    'b: has 350000 characters; at most 65536 are stored',
    ['3', '4'],
  ]);
  expect(lines[0]!.text.length).toBeLessThan(32_767);
});

test('every line keeps its bytes, and its cells are decoded, in either encoding', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '1', '，', '测', '"', ' ', '=', '丂'), maxLength: 8 });
  const quoted = cell.map((text) => `"${text.replaceAll('"', '""')}"`);
  const rows = fc.array(fc.tuple(quoted, quoted), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.constantFrom('utf-8', 'gb18030'),
      fc.constantFrom('\n', '\r\n'),
      async (cells, encoding, end) => {
        const body = cells.map((row) => row.join(',') + end).join('');
        const { lines } = await readWhole(iconv.encode(`甲,乙${end}${body}`, encoding));
        expect(lines.map(({ bytes }) => bytes)).toEqual(
          cells.map((row) => iconv.encode(row.join(','), encoding)),
        );
        const decoded = cells.map((row) => row.map((text) => text.slice(1, -1).replaceAll('""', '"')));
        expect(values(lines)).toEqual(decoded);
      },
    ),
    { numRuns: 60 },
  );
});
