import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { cleanFileName, MEDIA_TYPES } from '../src/materials/index.ts';
import { inspectMaterial } from '../src/materials/inspect/inspect-material.ts';
import { DOCM, DOCX, encrypted, OFD, overlapping, XLSX, zipOf } from './support/archives.ts';

const MIB = 1024 * 1024;
const ALL = Object.keys(MEDIA_TYPES);
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function inspect(content: Buffer, allowed: readonly string[] = ALL): Promise<string> {
  const upload = { read: async (start: number, end: number) => content.subarray(start, end) };
  const found = await inspectMaterial(upload, content.length, allowed);
  return typeof found === 'string' ? found : found.reason;
}

describe('the type of a material', () => {
  test.each([
    ['application/pdf', Buffer.from('%PDF-1.7\n%âãÏÓ\n')],
    ['image/png', PNG],
    ['image/jpeg', Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')],
    ['image/tiff', Buffer.concat([Buffer.from('49492a0008000000', 'hex'), Buffer.alloc(32)])],
  ])('%s is read from its signature', async (type, content) => {
    expect(await inspect(content)).toBe(type);
  });

  test.each([
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', DOCX],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', XLSX],
    ['application/ofd', OFD],
  ])('%s is read from the directory of the archive', async (type, files) => {
    expect(await inspect(await zipOf(files))).toBe(type);
    expect(await inspect(await zipOf(files, false))).toBe(type);
  });

  test.each([
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)])],
    ['a script', '#!/bin/sh\nrm -rf /\n'],
    ['text', '营业执照'],
    ['a GIF', 'GIF89a'],
    ['bytes without a meaning', randomBytes(5000)],
    ['one byte', 'x'],
  ])('%s is none that is taken', async (_what, content) => {
    expect(await inspect(Buffer.from(content))).toBe('TYPE');
  });

  test('that the upload does not allow is refused, with what is allowed', async () => {
    const upload = { read: async (start: number, end: number) => PNG.subarray(start, end) };
    expect(await inspectMaterial(upload, PNG.length, ['application/pdf', 'image/jpeg'])).toEqual({
      reason: 'TYPE',
      message: 'By its content, the file is not what is taken here: PDF or JPEG.',
    });
  });

  test('of nothing is that it is empty', async () => {
    expect(await inspect(Buffer.alloc(0))).toBe('EMPTY');
  });
});

describe('an archive', () => {
  test('that is no document is refused', async () => {
    expect(await inspect(await zipOf({ 'a.txt': 'a' }))).toBe('TYPE');
    expect(await inspect(await zipOf({ ...DOCX, '[Content_Types].xml': '<Types/>' }))).toBe('TYPE');
  });

  test('that unpacks to far more than its size is refused, without unpacking it', async () => {
    const bomb = await zipOf({ ...DOCX, 'word/media/a.bin': Buffer.alloc(64 * MIB) });
    expect(bomb.length).toBeLessThan(MIB);
    const began = performance.now();
    expect(await inspect(bomb)).toBe('ARCHIVE_TOO_LARGE');
    expect(performance.now() - began).toBeLessThan(5000);
  });

  test('with too many files is refused', async () => {
    const files = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`f/${index}`, '']));
    expect(await inspect(await zipOf(files, false))).toBe('ARCHIVE_TOO_LARGE');
  });

  test('whose files lie in one another is refused', async () => {
    const one = await zipOf({ a: randomBytes(10_000) }, false);
    expect(await inspect(overlapping(one, 'abcd'))).toBe('UNREADABLE');
  });

  test('with two files of one name is refused', async () => {
    expect(await inspect(await zipOf({ ...DOCX, 'WORD/document.xml': 'x' }))).toBe('UNREADABLE');
  });

  test('that is encrypted is refused, as is an encrypted document of the office', async () => {
    expect(await inspect(encrypted(await zipOf(DOCX)))).toBe('ENCRYPTED');
    const compound = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(4096),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(await inspect(compound)).toBe('ENCRYPTED');
  });

  test('with macros or programs is refused', async () => {
    expect(await inspect(await zipOf(DOCM))).toBe('MACROS');
    expect(await inspect(await zipOf({ ...DOCX, 'word/vbaProject.bin': 'x' }))).toBe('MACROS');
    expect(await inspect(await zipOf({ ...XLSX, 'xl/macrosheets/sheet1.xml': 'x' }))).toBe('MACROS');
    expect(await inspect(await zipOf({ ...OFD, 'Doc_0/Attachs/a.exe': 'x' }))).toBe('MACROS');
  });

  test('that is cut off or damaged is refused', async () => {
    const whole = await zipOf(DOCX);
    for (let length = 4; length < whole.length; length += 7) {
      expect(await inspect(whole.subarray(0, length)), `${length} bytes`).toBe('UNREADABLE');
    }
    for (let at = 4; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged[at]! ^= 0xff;
      // Whatever it is taken for, nothing breaks.
      expect([...ALL, 'UNREADABLE', 'TYPE', 'MACROS', 'ENCRYPTED', 'ARCHIVE_TOO_LARGE']).toContain(
        await inspect(damaged),
      );
    }
  });
});

describe('the name of a file', () => {
  test.each([
    ['营业执照.pdf', '营业执照.pdf'],
    ['<script>alert(1)</script>.pdf', 'script>.pdf'],
    ['<script>.pdf', '<script>.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\用户\\照片.png', '照片.png'],
    ['a\u0000b\r\nc\u001b[31m.pdf', 'abc[31m.pdf'],
    ['证照\u202efdp.exe', '证照fdp.exe'],
    ['e\u0301.pdf', 'é.pdf'],
    ['  . .hidden  ', 'hidden'],
    ['..', 'material'],
    ['\ud800.pdf', 'pdf'],
    ['a \t b.pdf', 'a b.pdf'],
  ])('%j is %j', (name, cleaned) => {
    expect(cleanFileName(name)).toBe(cleaned);
  });

  test('is shortened before its extension', () => {
    const name = cleanFileName(`${'很长'.repeat(200)}.pdf`);
    expect([...name]).toHaveLength(150);
    expect(name).toMatch(/长\.pdf$/);
  });
});
