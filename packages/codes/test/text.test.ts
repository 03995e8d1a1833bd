import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldWidth, isUscc, normaliseName, repairCode, searchForm } from '../src/index.ts';
import { anyText, anyUscc } from './arbitraries.ts';

test('full-width letters, digits, punctuation and blanks become half-width', () => {
  expect(foldWidth('　９１３２（Ｓｕｚｈｏｕ）　１。')).toBe('9132(Suzhou) 1。');
});

test.each([
  [' ９１３２０７００７０４０４７８６ｘｂ', '9132070070404786XB'],
  ['\uFEFF91320700\u200B70404786xb\r\n', '9132070070404786XB'],
  ['340123 002004 GB00011', '340123002004GB00011'],
])('the code %j is repaired to %s', (text, code) => {
  expect(repairCode(text)).toBe(code);
});

test('a repair never guesses: O stays O, and what is missing stays missing', () => {
  expect(repairCode('9132O70070404786XB')).toBe('9132O70070404786XB');
  expect(repairCode('')).toBe('');
});

test('a code comes back whole from full width, lower case, blanks and invisible characters', () => {
  const disguises = fc.array(fc.constantFrom('', ' ', '　', '\u200B', '\uFEFF', '\t', '\u00A0'), {
    minLength: 18,
    maxLength: 18,
  });
  fc.assert(
    fc.property(anyUscc, disguises, fc.boolean(), (code, between, fullWidth) => {
      const typed = [...code.toLowerCase()]
        .map((character) => (fullWidth ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : character))
        .map((character, index) => character + between[index])
        .join('');
      expect(repairCode(typed)).toBe(code);
      expect(isUscc(repairCode(typed))).toBe(true);
    }),
  );
});

test.each([
  ['赣州(集团）有限公司', '赣州（集团）有限公司'],
  ['ＡＢＣ  Trading 贸易 (江苏) 有限公司', 'ABC Trading贸易（江苏）有限公司'],
  ['　南京 某某\n有限公司\u200B', '南京某某有限公司'],
  ['甲有限公司；乙〔集团〕公司', '甲有限公司；乙（集团）公司'],
  ['\u0000', ''],
])('the name %j is written %j', (name, written) => {
  expect(normaliseName(name)).toBe(written);
});

test('names that differ in width, brackets, case and blanks alone have one search form', () => {
  const forms = [
    'ABC Trading贸易（江苏）',
    'abc trading 贸易(江苏)',
    'ＡＢＣ　ｔｒａｄｉｎｇ贸易（江苏)',
  ].map(searchForm);
  expect(new Set(forms)).toEqual(new Set(['ABCTRADING贸易(江苏)']));
});

test('a part of a name is found in the search form of the whole', () => {
  const name = '信义光能（芜湖）有限公司';
  fc.assert(
    fc.property(fc.nat(name.length), fc.nat(name.length), (a, b) => {
      const part = name.slice(Math.min(a, b), Math.max(a, b));
      expect(searchForm(name)).toContain(searchForm(part));
    }),
  );
});

test('doing it twice changes nothing, whatever the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const form of [foldWidth, repairCode, normaliseName, searchForm]) {
        expect(form(form(text))).toBe(form(text));
      }
    }),
    { numRuns: 2_000 },
  );
});

test('the search form of a name is that of its written form', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(searchForm(normaliseName(text))).toBe(searchForm(text));
    }),
  );
});
