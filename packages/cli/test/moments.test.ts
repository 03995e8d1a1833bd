import { InvalidArgumentError } from 'commander';
import { expect, test } from 'vitest';
import { readEnd, readStart } from '../src/shared/moments.ts';

test('a day is one of China, wherever the command runs: it begins at its midnight, and is within what it ends', () => {
  expect(readStart('2027-06-30')).toBe('2027-06-29T16:00:00.000Z');
  expect(readEnd('2027-06-30')).toBe('2027-06-30T16:00:00.000Z');
  expect(readEnd('2027-12-31')).toBe('2027-12-31T16:00:00.000Z');
});

test.each([
  ['2027-06-30T17:00', '2027-06-30T09:00:00.000Z', 'a time of China'],
  ['2027-06-30T17:00:01.5', '2027-06-30T09:00:01.500Z', 'one with parts of seconds'],
  ['2027-06-30T09:00Z', '2027-06-30T09:00:00.000Z', 'one of UTC'],
  ['2027-06-30T10:00:00+01:00', '2027-06-30T09:00:00.000Z', 'one of elsewhere'],
])('%s is %s: %s', (text, moment) => {
  expect(readStart(text)).toBe(moment);
  expect(readEnd(text)).toBe(moment);
});

test.each([
  'yesterday',
  '',
  '1',
  '2027',
  '2027-6-30',
  '2027-02-30',
  '2027-02-30T10:00',
  '2027-06-30T25:00',
  '2027-06-30 17:00',
  '2027-06-30T17:00+29:00',
])('%j is refused, with the forms that are read', (text) => {
  for (const read of [readStart, readEnd]) {
    expect(() => read(text)).toThrow(InvalidArgumentError);
    expect(() => read(text)).toThrow(/2027-06-30T17:00, a time of China/);
  }
});
