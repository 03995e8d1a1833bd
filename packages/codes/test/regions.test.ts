import { expect, test } from 'vitest';
import {
  childrenOfRegion,
  fullNameOfRegion,
  isPlaceholderRegion,
  lookUpRegion,
  parseRegionCode,
  parseRegionLine,
  provinces,
  readRegionList,
} from '../src/index.ts';
import { reasonOf } from './reason-of.ts';

/** Provinces, cities and counties as published. */
const REGIONS = readRegionList('regions').map(parseRegionLine);

test('all 34 provinces are known, in order of code', () => {
  const codes = provinces().map(({ code }) => code);
  expect(codes).toHaveLength(34);
  expect(codes).toEqual(codes.toSorted());
  expect(lookUpRegion('71')).toEqual({ code: '71', level: 'province', name: '台湾省' });
});

test('a look-up takes every form of a code', () => {
  const kunshan = { code: '320583', level: 'county', name: '昆山市' };
  expect(lookUpRegion('320583')).toEqual(kunshan);
  expect(lookUpRegion('320583000000')).toEqual(kunshan);
  expect(lookUpRegion('320000')?.name).toBe('江苏省');
});

test('a region that no longer exists, a town and a village are not found, and a malformed code is an error', () => {
  expect(lookUpRegion('320503')).toBeNull();
  expect(lookUpRegion('320583100')).toBeNull();
  expect(childrenOfRegion('320503')).toEqual([]);
  expect(reasonOf(lookUpRegion, '3205830')).toBe('LENGTH');
});

test('the cities of a province and the counties of a city come in order of code', () => {
  expect(childrenOfRegion('320000').map(({ name }) => name)).toEqual([
    ...['南京市', '无锡市', '徐州市', '常州市', '苏州市', '南通市', '连云港市'],
    ...['淮安市', '盐城市', '扬州市', '镇江市', '泰州市', '宿迁市'],
  ]);
  expect(childrenOfRegion('4601').map(({ code }) => code)).toEqual(['460105', '460106', '460107', '460108']);
  expect(childrenOfRegion('320583')).toEqual([]);
});

test('a city without counties is a city, not its own county', () => {
  expect(lookUpRegion('441900')).toEqual({ code: '4419', level: 'city', name: '东莞市' });
  expect(childrenOfRegion('4419')).toEqual([]);
  expect(childrenOfRegion('44').filter(({ name }) => name === '东莞市')).toHaveLength(1);
});

test('full names leave out the rows that only fill the city level', () => {
  expect(fullNameOfRegion('320583')).toBe('江苏省苏州市昆山市');
  expect(fullNameOfRegion('110101')).toBe('北京市东城区');
  expect(fullNameOfRegion('469005')).toBe('海南省文昌市');
  expect(fullNameOfRegion('320583100')).toBe('江苏省苏州市昆山市');
  expect(fullNameOfRegion('320503')).toBeNull();
});

test('exactly the nine rows that only fill the city level are placeholders', () => {
  const placeholders = REGIONS.filter(({ code }) => code.length === 4 && isPlaceholderRegion(code));
  expect(placeholders.map(({ code }) => code)).toEqual([
    ...['1101', '1201', '3101', '4190', '4290', '4690', '5001', '5002', '6590'],
  ]);
  expect(isPlaceholderRegion('320583')).toBe(false);
});

test('every region of the published list is found under its own name and parent', () => {
  expect(REGIONS).toHaveLength(31 + 342 + 2_978);
  for (const { code, name } of REGIONS) {
    expect(lookUpRegion(code)?.name).toBe(name);
    // A county whose code ends in 00 repeats its city.
    const parent = code.endsWith('00') ? code.slice(0, 2) : code.slice(0, -2);
    expect(parseRegionCode(code).parent).toBe(parent === '' ? null : parent);
  }
});

test('every town of the published list hangs under its county, or its city where that has none', () => {
  const towns = readRegionList('towns').map(parseRegionLine);
  const misplaced = towns.filter(({ code }) => {
    const { level, parent } = parseRegionCode(code);
    const county = code.slice(0, 6);
    return level !== 'town' || parent !== (county.endsWith('00') ? county.slice(0, 4) : county);
  });
  expect(towns.length).toBeGreaterThan(40_000);
  // One county is listed a second time as its only town; its padded code is the county's.
  expect(misplaced.map(({ code }) => code)).toEqual(['350527000']);
  expect(parseRegionCode('350527000').code).toBe('350527');
});

test('every village of the published list hangs under a town of it', () => {
  const towns = new Set(readRegionList('towns').map((line) => parseRegionLine(line).code));
  const villages = readRegionList('villages').map(parseRegionLine);
  expect(villages).toHaveLength(620_573);
  expect(
    villages.filter(
      ({ code, name }) => !/^\d{12}$/.test(code) || !towns.has(code.slice(0, 9)) || name === '',
    ),
  ).toEqual([]);
});
