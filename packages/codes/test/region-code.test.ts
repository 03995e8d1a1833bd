import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRegionCode, regionPath, regionRange } from '../src/index.ts';
import { reasonOf } from './reason-of.ts';

const anyDigits = fc
  .constantFrom(2, 4, 6, 9, 12)
  .chain((length) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 1}}$`)));

test.each([
  ['32', { code: '32', level: 'province', parent: null }],
  ['230000', { code: '23', level: 'province', parent: null }],
  ['320000000000', { code: '32', level: 'province', parent: null }],
  ['3201', { code: '3201', level: 'city', parent: '32' }],
  ['320100', { code: '3201', level: 'city', parent: '32' }],
  ['320102', { code: '320102', level: 'county', parent: '3201' }],
  ['320102000000', { code: '320102', level: 'county', parent: '3201' }],
  ['511602000000', { code: '511602', level: 'county', parent: '5116' }],
  ['320102002', { code: '320102002', level: 'town', parent: '320102' }],
  ['320102002000', { code: '320102002', level: 'town', parent: '320102' }],
  ['320102002001', { code: '320102002001', level: 'village', parent: '320102002' }],
])('%s, short or padded, is read as its canonical code, level and parent', (text, region) => {
  expect(parseRegionCode(text)).toEqual(region);
});

test('a town of a city without counties hangs under the city', () => {
  expect(regionPath('441900003')).toEqual(['44', '4419', '441900003']);
});

test('the path runs from the province down to the region itself', () => {
  expect(regionPath('320102002001')).toEqual(['32', '3201', '320102', '320102002', '320102002001']);
});

test.each([
  ['', 'LENGTH'],
  ['3', 'LENGTH'],
  ['32010', 'LENGTH'],
  ['3201020020010', 'LENGTH'],
  ['02', 'CHARACTER'],
  ['000000', 'CHARACTER'],
  ['32O1', 'CHARACTER'],
  ['３２', 'CHARACTER'],
  ['32\n1', 'CHARACTER'],
])('%j is refused for its %s', (text, reason) => {
  expect(reasonOf(parseRegionCode, text)).toBe(reason);
});

test('a canonical code is read as itself, and padding it with zeros changes nothing', () => {
  fc.assert(
    fc.property(anyDigits, (text) => {
      const region = parseRegionCode(text);
      expect(parseRegionCode(region.code)).toEqual(region);
      expect(parseRegionCode(region.code.padEnd(12, '0'))).toEqual(region);
    }),
  );
});

test('the parent of a region is the last but one of its path, and the path of the parent begins the path', () => {
  fc.assert(
    fc.property(anyDigits, (text) => {
      const { code, parent } = parseRegionCode(text);
      expect(regionPath(text)).toEqual(parent === null ? [code] : [...regionPath(parent), code]);
    }),
  );
});

test('the range of a region holds exactly the codes that have it in their path', () => {
  fc.assert(
    fc.property(anyDigits, anyDigits, fc.boolean(), (text, otherText, related) => {
      const { code } = parseRegionCode(text);
      const other = parseRegionCode(
        related ? (code + otherText).slice(0, 12).padEnd(12, '1') : otherText,
      ).code;
      const { from, to } = regionRange(text);
      expect(other >= from && other < to).toBe(regionPath(other).includes(code));
    }),
  );
});
