import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CodeError,
  FIXTURES,
  isParcelCode,
  PARCEL_OWNERSHIPS,
  PARCEL_RIGHTS,
  parseParcelCode,
  parseRealEstateUnitCode,
  repairCode,
} from '../src/index.ts';
import { anyParcelCode, anyRealEstateUnitCode } from './arbitraries.ts';
import { reasonOf } from './reason-of.ts';

const PARCEL = {
  code: '340123002004GB00011',
  county: '340123',
  cadastralArea: '002',
  cadastralSubArea: '004',
  ownership: 'G',
  right: 'B',
  number: '00011',
} as const;

test('the parcel code of the standard’s own example is taken apart', () => {
  expect(parseParcelCode('340123002004GB00011')).toEqual(PARCEL);
  expect(PARCEL_OWNERSHIPS.G.name).toBe('国家所有权');
  expect(PARCEL_RIGHTS.B.name).toBe('建设用地使用权宗地（地表）');
});

test('a real-estate unit code in groups, as official forms print it, is taken apart', () => {
  expect(parseRealEstateUnitCode(repairCode('340123 002004 GB00011 F00010003'))).toEqual({
    code: '340123002004GB00011F00010003',
    parcel: PARCEL,
    fixture: 'F',
    unit: '00010003',
  });
  expect(FIXTURES.F.meaning).toBe('buildings and structures');
});

test.each([
  ['340123002004GB0001', 'LENGTH'],
  ['340123 002004 GB00011', 'LENGTH'],
  ['040123002004GB00011', 'CHARACTER'],
  ['340123002004gB00011', 'CHARACTER'],
  ['34012300200AGB00011', 'CHARACTER'],
  ['340123002004KB00011', 'CHARACTER'],
  ['340123002004GK00011', 'CHARACTER'],
  ['340123002004GC00011', 'COMBINATION'],
  ['340123002004ZA00011', 'COMBINATION'],
])('the parcel code %s is refused for its %s', (code, reason) => {
  expect(reasonOf(parseParcelCode, code)).toBe(reason);
});

test.each([
  ['340123002004GB00011', 'LENGTH'],
  ['340123002004GB00011K00000000', 'CHARACTER'],
  ['340123002004GB00011F0001000A', 'CHARACTER'],
  ['340123002004GB00011W00000001', 'COMBINATION'],
  ['340123002004GC00011W00000000', 'COMBINATION'],
])('the real-estate unit code %s is refused for its %s', (code, reason) => {
  expect(reasonOf(parseRealEstateUnitCode, code)).toBe(reason);
});

test('a fault in the first 19 characters of a unit code is reported as one of the parcel code', () => {
  expect(() => parseRealEstateUnitCode('340123002004KB00011W00000000')).toThrow(
    new CodeError('parcel code', 'CHARACTER', 'character 13 must be one of G, J, Z.'),
  );
});

test('homesteads and collective ownership exist on collective land only, every other right on all land', () => {
  for (const ownership of Object.keys(PARCEL_OWNERSHIPS)) {
    for (const right of Object.keys(PARCEL_RIGHTS)) {
      const allowed = ownership === 'J' || !['A', 'C'].includes(right);
      expect(isParcelCode(`340123002004${ownership}${right}00011`)).toBe(allowed);
    }
  }
});

test('the parts of a code put together are the code', () => {
  fc.assert(
    fc.property(anyParcelCode, (code) => {
      const p = parseParcelCode(code);
      expect(p.county + p.cadastralArea + p.cadastralSubArea + p.ownership + p.right + p.number).toBe(code);
    }),
  );
  fc.assert(
    fc.property(anyRealEstateUnitCode, (code) => {
      const { parcel, fixture, unit } = parseRealEstateUnitCode(code);
      expect(parcel.code + fixture + unit).toBe(code);
    }),
  );
});
