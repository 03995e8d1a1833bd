import { expect, test } from 'vitest';
import {
  beginningOf,
  canonicalJson,
  endOfLastSeal,
  type Json,
  readHead,
  readJournalLines,
  readRecord,
  sealedPosition,
  writeHead,
} from '../src/index.ts';
import { GATEWAY, makeLog } from './support/make-log.ts';

test('the lines of a journal are read as records with their seals', async () => {
  const log = makeLog(9, 4);
  const lines = log.flatMap(({ text, seal }) => (seal === null ? [text] : [text, seal]));
  expect(await Array.fromAsync(readJournalLines(lines))).toEqual(log);
});

test('a head is read as it was written, and nothing else is one', () => {
  const head = { gateway: GATEWAY, ...beginningOf(GATEWAY), sealed: 0 };
  expect(readHead(writeHead(head))).toEqual(head);
  expect(readHead('')).toBeNull();
  expect(readHead(makeLog(1, 1)[0]!.text)).toBeNull();
});

test('a piece of a journal ends with its last whole seal', () => {
  const [first, second, third] = makeLog(3, 2);
  const upToSeal = `${first!.text}\n${second!.text}\n${second!.seal}\n`;
  const rest = `${third!.text}\n${third!.seal}`;
  expect(endOfLastSeal(Buffer.from(upToSeal))).toBe(Buffer.byteLength(upToSeal));
  expect(endOfLastSeal(Buffer.from(upToSeal + rest))).toBe(Buffer.byteLength(upToSeal));
  for (const none of ['', first!.text, `${first!.text}\n`, second!.seal!]) {
    expect(endOfLastSeal(Buffer.from(none))).toBe(0);
  }
  expect(sealedPosition(second!.seal!)?.sequence).toBe(2);
  expect(sealedPosition(second!.text)).toBeNull();
});

test('the text of a record is canonical JSON', () => {
  for (const { text } of makeLog(3, 2, (number) => (number === 2 ? { purpose: null, subjects: [] } : {}))) {
    expect(canonicalJson(JSON.parse(text) as Json)).toBe(text);
    expect(readRecord(text)).toEqual(JSON.parse(text));
  }
});
