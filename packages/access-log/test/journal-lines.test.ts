import { expect, test } from 'vitest';
import { beginningOf, readHead, readJournalLines, writeHead } from '../src/index.ts';
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
