import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCharacterOfUscc, isUscc, parseUscc, regionOfUscc, USCC_ALPHABET } from '../src/index.ts';
import { anyUscc } from './arbitraries.ts';
import { reasonOf } from './reason-of.ts';

test('a code is taken apart into authority, class, region, organisation code and check character', () => {
  expect(parseUscc('9132070070404786XB')).toEqual({
    code: '9132070070404786XB',
    authority: '9',
    class: '1',
    region: '320700',
    organisationCode: '70404786X',
    check: 'B',
  });
});

test.each([
  '914403001922038216',
  '9132070070404786XB',
  '91320000608950987L',
  '91350100M000100Y43',
  '91360723058828222C',
])('%s, a published code, is valid', (code) => {
  expect(isUscc(code)).toBe(true);
});

test.each([
  ['91350100M000100Y4Z', 'CHARACTER', 'Z is not in the alphabet'],
  ['91350100M000100Y4A', 'CHECK', 'the check character is wrong'],
  ['91350100M000100Y4', 'LENGTH', 'a character is missing'],
  ['91350100M000100Y430', 'LENGTH', 'a character is too many'],
  ['', 'LENGTH', 'nothing is there'],
  ['91350100m000100Y43', 'CHARACTER', 'a letter is lower case'],
  ['９1350100M000100Y43', 'CHARACTER', 'a digit is full width'],
  ['9135010AM000100Y43', 'CHARACTER', 'a letter stands in the region'],
  ['I1350100M000100Y43', 'CHARACTER', 'I is not in the alphabet'],
])('%s is refused for its %s: %s', (code, reason) => {
  expect(reasonOf(parseUscc, code)).toBe(reason);
});

test('the alphabet is 0–9 and A–Z without I, O, S, V and Z', () => {
  expect(USCC_ALPHABET).toBe('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.replace(/[IOSVZ]/g, ''));
});

test('every mistyped character is noticed', () => {
  fc.assert(
    fc.property(anyUscc, fc.nat(17), fc.constantFrom(...USCC_ALPHABET), (code, index, typed) => {
      fc.pre(code[index] !== typed);
      expect(isUscc(code.slice(0, index) + typed + code.slice(index + 1))).toBe(false);
    }),
  );
});

test('every two neighbours typed in the wrong order are noticed', () => {
  fc.assert(
    fc.property(anyUscc, fc.nat(16), (code, index) => {
      fc.pre(code[index] !== code[index + 1]);
      expect(isUscc(code.slice(0, index) + code[index + 1] + code[index] + code.slice(index + 2))).toBe(
        false,
      );
    }),
  );
});

test('the parts of a code put together are the code, and its check character follows from the rest', () => {
  fc.assert(
    fc.property(anyUscc, (code) => {
      const parts = parseUscc(code);
      expect(parts.authority + parts.class + parts.region + parts.organisationCode + parts.check).toBe(code);
      expect(checkCharacterOfUscc(code.slice(0, 17))).toBe(parts.check);
    }),
  );
});

test('the region of a code is the province, city or county that registered it', () => {
  expect(regionOfUscc('91320000608950987L')).toBe('32');
  expect(regionOfUscc('9132070070404786XB')).toBe('3207');
  expect(regionOfUscc('91360723058828222C')).toBe('360723');
});

test('a code given out by the national registry has no region', () => {
  expect(regionOfUscc('91100000743726849Y')).toBeNull();
});

test('a region whose digits have no form of a region is no ground to refuse the code', () => {
  const body = '91000000743726849';
  expect(regionOfUscc(body + checkCharacterOfUscc(body))).toBeNull();
});
