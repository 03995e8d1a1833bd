import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPurpose, IdentityError, isPlainText, readPurpose } from '../src/index.ts';

const HEADERS = { 'purpose-basis': 'law', 'purpose-case': 'A-1', 'purpose-requester': 'desk' };

test('what is written is what is read, whatever the characters', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    .filter((given) => isPlainText(given) && /[\p{L}\p{N}]/u.test(given));
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
  ['dashes', '---'],
  ['blanks of another script', '%E3%80%80%E3%80%80'],
  ['a blank without width', '%E2%80%8B'],
  ['a mark of byte order', '%EF%BB%BF'],
  ['a Hangul filler', '%E3%85%A4'],
  ['tags', '%F3%A0%81%81%F3%A0%81%82'],
  ['a blank pattern of Braille', '%E2%A0%80'],
  ['an accent on nothing', '%CC%81'],
  ['a variation selector alone', '%EF%B8%8F'],
  ['a law with a blank without width in it', 'law%E2%80%8B'],
])('%s in a header is refused, and the header named', (_what, value) => {
  for (const name of Object.keys(HEADERS)) {
    expect(() => readPurpose({ ...HEADERS, [name]: value })).toThrow(IdentityError);
    expect(() => readPurpose({ ...HEADERS, [name]: value })).toThrow(`The header ${name} must be`);
  }
});

/** By Unicode, what a reader sees nothing of. */
const UNSEEN = /^[\p{Default_Ignorable_Code_Point}\p{C}\p{Z}\p{M}\u2800]$/u;
const unseen = fc
  .integer({ min: 0, max: 0x10ffff })
  .filter((point) => point < 0xd800 || point > 0xdfff)
  .map((point) => String.fromCodePoint(point))
  .filter((character) => UNSEEN.test(character));

test('whatever is made of characters that cannot be seen, of all of Unicode, is no purpose', () => {
  const texts = fc.array(unseen, { minLength: 1, maxLength: 20 }).map((characters) => characters.join(''));
  fc.assert(
    fc.property(texts, fc.constantFrom(...Object.keys(HEADERS)), (text, name) => {
      const headers = { ...HEADERS, [name]: encodeURIComponent(text) };
      expect(() => readPurpose(headers)).toThrow(`The header ${name} must be`);
    }),
    { numRuns: 2000 },
  );
});

test('of all characters, none that is unseen and stands alone is plain text', () => {
  const wrong: string[] = [];
  for (let point = 0; point <= 0x10ffff; point++) {
    const character = String.fromCodePoint(point);
    if (UNSEEN.test(character) && isPlainText(character)) wrong.push(point.toString(16));
  }
  expect(wrong).toEqual([]);
});

test.each(['税收征收管理法 第六条', 'Résumé n° 7', 'ข้อมูล', 'क्षेत्र', '葛󠄀城市', '김민수', 'םולש'])(
  '%s is plain text, with what its script needs',
  (text) => {
    expect(isPlainText(text)).toBe(true);
  },
);
