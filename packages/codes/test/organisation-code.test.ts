import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  checkCharacterOfOrganisationCode,
  isOrganisationCode,
  parseOldTaxpayerNumber,
  parseOrganisationCode,
  repairOrganisationCode,
} from '../src/index.ts';
import { anyOrganisationCode } from './arbitraries.ts';
import { reasonOf } from './reason-of.ts';

test.each([
  ['70404786', 'X'],
  ['M000100Y', '4'],
  ['00877868', '5'],
  ['32334539', '6'],
])('the check character of %s is %s', (body, check) => {
  expect(checkCharacterOfOrganisationCode(body)).toBe(check);
  expect(parseOrganisationCode(body + check)).toEqual({ code: body + check, body, check });
});

test.each([
  ['70404786', 'LENGTH'],
  ['70404786-X', 'LENGTH'],
  ['70404786x', 'CHARACTER'],
  ['7040478 X', 'CHARACTER'],
  ['704047860', 'CHECK'],
])('%s is refused for its %s', (code, reason) => {
  expect(reasonOf(parseOrganisationCode, code)).toBe(reason);
});

test('the hyphen of the printed form is dropped by the repair', () => {
  expect(repairOrganisationCode(' 70404786－ｘ')).toBe('70404786X');
});

test('a repair of a printed code gives the code back', () => {
  fc.assert(
    fc.property(anyOrganisationCode, (code) => {
      expect(repairOrganisationCode(`${code.slice(0, 8)}-${code.slice(8)}`)).toBe(code);
    }),
  );
});

test('every mistyped digit is noticed', () => {
  fc.assert(
    fc.property(anyOrganisationCode, fc.nat(7), fc.nat(9), (code, index, digit) => {
      fc.pre(/\d/.test(code[index]!) && code[index] !== String(digit));
      expect(isOrganisationCode(code.slice(0, index) + digit + code.slice(index + 1))).toBe(false);
    }),
  );
});

test('an old taxpayer number holds the organisation code that its USCC holds', () => {
  expect(parseOldTaxpayerNumber('36112370404786X')).toEqual({
    code: '36112370404786X',
    region: '361123',
    organisationCode: '70404786X',
  });
});

test.each([
  ['9132070070404786XB', 'LENGTH'],
  ['L61123704047860', 'CHARACTER'],
  ['361123704047 60', 'CHARACTER'],
])('%s is refused as an old taxpayer number for its %s', (code, reason) => {
  expect(reasonOf(parseOldTaxpayerNumber, code)).toBe(reason);
});
