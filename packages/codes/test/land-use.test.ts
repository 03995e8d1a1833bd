import { expect, test } from 'vitest';
import { LAND_USES, lookUpLandUse, lookUpLandUseByName, parseLandUseCode } from '../src/index.ts';
import { reasonOf } from './reason-of.ts';
import { hasRegisters, needsRegisters, readRegister } from './registers.ts';

test('there are 12 classes and 73 kinds, in order of code, and no name stands twice', () => {
  const codes = LAND_USES.map(({ code }) => code);
  expect(LAND_USES.filter(({ level }) => level === 'class')).toHaveLength(12);
  expect(LAND_USES.filter(({ level }) => level === 'kind')).toHaveLength(73);
  expect(codes).toEqual(codes.toSorted());
  expect(new Set(LAND_USES.map(({ name }) => name)).size).toBe(LAND_USES.length);
});

test('a kind is found by code and by name, and names its class', () => {
  const industrial = { code: '0601', name: '工业用地', level: 'kind', parent: '06' };
  expect(parseLandUseCode('0601')).toEqual(industrial);
  expect(lookUpLandUseByName('工业用地')).toEqual(industrial);
  expect(lookUpLandUse('06')).toEqual({ code: '06', name: '工矿仓储用地', level: 'class', parent: null });
});

test.each(['批发零售用地', '其他普通商品住房用地', '公共设施用地', ''])(
  'the name %j, not of this standard, is not mapped by guess',
  (name) => {
    expect(lookUpLandUseByName(name)).toBeNull();
  },
);

test.each([
  ['060', 'LENGTH'],
  ['13', 'CHARACTER'],
  ['0605', 'CHARACTER'],
])('%s is refused for its %s', (code, reason) => {
  expect(reasonOf(parseLandUseCode, code)).toBe(reason);
});

test.skipIf(!hasRegisters)(
  `the table equals the transcription kept with the registers ${needsRegisters}`,
  () => {
    const rows = readRegister('ref_land_use_gbt21010_2017.csv');
    expect(LAND_USES.map(({ code, name, parent }) => ({ code, name, parent: parent ?? '' }))).toEqual(
      rows.map(({ code, name, parent }) => ({ code, name, parent })),
    );
  },
);
