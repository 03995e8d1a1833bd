import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPurpose, IdentityError, isPlainText, readPurpose } from '../src/index.ts';

const HEADERS = { 'purpose-basis': 'law', 'purpose-case': 'A-1', 'purpose-requester': 'desk' };

test('what is written is what is read, whatever the characters', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter(isPlainText);
  fc.assert(
    fc.property(text, text, text, (basis, caseNumber, requester) => {
      const purpose = { basis, caseNumber, requester };
      const headers = formatPurpose(purpose);
      expect(Object.values(headers).every((value) => /^[\x21-\x7e]+$/.test(value))).toBe(true);
      expect(readPurpose(headers)).toEqual(purpose);
    }),
  );
});

test('a call without purpose has none', () => {
  expect(readPurpose({ accept: 'x' })).toBeNull();
});

test('Latin letters, blanks and marks may stand as they are', () => {
  expect(
    readPurpose({ ...HEADERS, 'purpose-basis': 'Tax Law (2015), Art. 6'.replace(',', '%2C') }),
  ).toMatchObject({
    basis: 'Tax Law (2015), Art. 6',
  });
});

test('200 characters are fine, also of those that take two code units', () => {
  expect(readPurpose({ ...HEADERS, 'purpose-case': encodeURIComponent('𠮷'.repeat(200)) })).not.toBeNull();
});

test.each(Object.keys(HEADERS))('without %s the purpose is refused, and the header named', (name) => {
  const { [name as keyof typeof HEADERS]: _left, ...others } = HEADERS;
  expect(() => readPurpose(others)).toThrow(`The header ${name} is missing`);
});

test.each<[what: string, value: string | string[]]>([
  ['nothing', ''],
  ['blanks', '%20%20'],
  ['201 characters', 'x'.repeat(201)],
  ['a line break', 'a%0d%0aset-cookie: x'],
  ['a zero', 'a%00'],
  ['a line separator', 'a%E2%80%A8b'],
  ['a turn of direction', 'a%E2%80%AEb'],
  ['a half escape', '%E7%A8'],
  ['a percent sign alone', '100%'],
  ['bytes that are not UTF-8', '%ff'],
  ['an overlong form', '%c0%af'],
  ['a surrogate', '%ed%a0%80'],
  ['UTF-8 that is not encoded', Buffer.from('税').toString('latin1')],
  ['two headers of the name', 'law, other law'],
  ['a list', ['law', 'other']],
])('%s in a header is refused, and the header named', (_what, value) => {
  for (const name of Object.keys(HEADERS)) {
    expect(() => readPurpose({ ...HEADERS, [name]: value })).toThrow(IdentityError);
    expect(() => readPurpose({ ...HEADERS, [name]: value })).toThrow(`The header ${name} must be`);
  }
});
