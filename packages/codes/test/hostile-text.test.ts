import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  parseIndustryCode,
  parseLandUseCode,
  parseOldTaxpayerNumber,
  parseOrganisationCode,
  parseParcelCode,
  parseRealEstateUnitCode,
  parseRegionCode,
  parseUscc,
} from '../src/index.ts';
import {
  anyOrganisationCode,
  anyParcelCode,
  anyRealEstateUnitCode,
  anyRegion,
  anyText,
  anyUscc,
} from './arbitraries.ts';
import { reasonOf } from './reason-of.ts';

const PARSERS = [
  parseIndustryCode,
  parseLandUseCode,
  parseOldTaxpayerNumber,
  parseOrganisationCode,
  parseParcelCode,
  parseRealEstateUnitCode,
  parseRegionCode,
  parseUscc,
];

const anyCode = fc.oneof(anyUscc, anyOrganisationCode, anyRegion, anyParcelCode, anyRealEstateUnitCode);

/** A genuine code with one character replaced, by text of any kind and length. */
const spoiltCode = fc
  .tuple(anyCode, fc.nat(28), anyText)
  .map(([code, index, text]) => code.slice(0, index) + text + code.slice(index + 1));

test('whatever the text, a parser returns its parts or throws a CodeError, and never anything else', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, anyCode, spoiltCode), (text) => {
      for (const parse of PARSERS) {
        const reason = reasonOf(parse, text);
        if (reason === null) expect(parse(text).code).toMatch(/^[0-9A-Z]+$/);
      }
    }),
    { numRuns: 5_000 },
  );
});

test('the message of a CodeError never repeats the text', () => {
  for (const parse of PARSERS) {
    expect(() => parse('<b>秘密</b>')).toThrow(/^Not a valid [a-z -]+: (?!.*秘密).+\.$/i);
  }
});
