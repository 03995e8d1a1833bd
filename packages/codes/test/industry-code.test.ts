import { expect, test } from 'vitest';
import {
  INDUSTRY_DIVISIONS,
  INDUSTRY_SECTIONS,
  nameOfIndustry,
  parseIndustryCode,
  sectionOfDivision,
} from '../src/index.ts';
import { reasonOf } from './reason-of.ts';
import { hasRegisters, needsRegisters, readRegister } from './registers.ts';

test.each([
  ['I', { code: 'I', level: 'section', section: 'I', division: null, group: null, parent: null }],
  ['65', { code: '65', level: 'division', section: 'I', division: '65', group: null, parent: 'I' }],
  ['651', { code: '651', level: 'group', section: 'I', division: '65', group: '651', parent: '65' }],
  ['6513', { code: '6513', level: 'class', section: 'I', division: '65', group: '651', parent: '651' }],
])('%s is read with its level and everything above it', (text, code) => {
  expect(parseIndustryCode(text)).toEqual(code);
});

test.each([
  ['', 'LENGTH'],
  ['65130', 'LENGTH'],
  ['U', 'CHARACTER'],
  ['i', 'CHARACTER'],
  ['6', 'CHARACTER'],
  ['00', 'CHARACTER'],
  ['98', 'CHARACTER'],
  ['I65', 'CHARACTER'],
  ['constructor', 'LENGTH'],
])('%j is refused for its %s', (text, reason) => {
  expect(reasonOf(parseIndustryCode, text)).toBe(reason);
});

test('there are 20 sections and 97 divisions', () => {
  expect(Object.keys(INDUSTRY_SECTIONS).join('')).toBe('ABCDEFGHIJKLMNOPQRST');
  expect(INDUSTRY_DIVISIONS.size).toBe(97);
});

test('sections and divisions have names, groups and classes none', () => {
  expect(nameOfIndustry('C')).toBe('制造业');
  expect(nameOfIndustry('65')).toBe('软件和信息技术服务业');
  expect(nameOfIndustry('6513')).toBeNull();
  expect(sectionOfDivision('98')).toBeNull();
});

test.skipIf(!hasRegisters)(
  `every code of the published standard fits its level, parent and name ${needsRegisters}`,
  () => {
    const rows = readRegister('industry_gbt4754_2017.csv');
    expect(rows).toHaveLength(20 + 97 + 473 + 1380);
    for (const { code, level, parent, name } of rows) {
      const industry = parseIndustryCode(code!);
      expect(industry.level).toBe(['section', 'division', 'group', 'class'][Number(level) - 1]);
      expect(industry.parent ?? '').toBe(parent);
      if (Number(level) <= 2) expect(nameOfIndustry(code!)).toBe(name);
    }
  },
);
