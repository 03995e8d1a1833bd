import { expect, test } from 'vitest';
import { beginningOf, readHead, readJournalLines, splitAccess, writeHead } from '../src/index.ts';
import { access, GATEWAY, makeLog } from './support/make-log.ts';

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

test('an access of very many subjects becomes several records', () => {
  const subjects = Array.from({ length: 2001 }, (_, i) => ({ type: 'Taxpayer', key: String(i) }));
  const parts = splitAccess({ ...access(1), subjects });
  expect(parts.map((part) => part.subjects.length)).toEqual([1000, 1000, 1]);
  expect(parts.flatMap((part) => part.subjects)).toEqual(subjects);
  expect(splitAccess(access(1))).toEqual([access(1)]);
});
