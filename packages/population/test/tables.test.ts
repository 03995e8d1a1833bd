import { readFileSync } from 'node:fs';
import { childrenOfRegion, parseIndustryCode, parseUscc } from '@yiwang/codes';
import { REGISTERS, registerPath } from '@yiwang/testing';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { COMMON_INDUSTRIES, COUNTIES, createPopulation } from '../src/index.ts';

const needsRegisters = '(needs the real registers: set YIWANG_REGISTERS)';

function readRegister(file: string): Record<string, string>[] {
  return parse(readFileSync(registerPath(file)), { columns: true });
}

test('the counties are exactly those of Jiangsu, under their names; statistical development zones are none', () => {
  const published = childrenOfRegion('32')
    .flatMap((city) => childrenOfRegion(city.code))
    .filter(({ name }) => !/(开发区|工业园区|镇江新区)$/.test(name));
  expect(published).toHaveLength(95);
  expect(COUNTIES.map(({ code, name }) => ({ code, name }))).toEqual(
    published.map(({ code, name }) => ({ code, name })),
  );
});

test('names of enterprises write a place short: a county-level city by itself, a district as its city', () => {
  const shortNames = new Map(
    COUNTIES.map(({ code, shortName, cityShortName }) => [code, [shortName, cityShortName]]),
  );
  expect(shortNames.get('320583')).toEqual(['昆山', '苏州']);
  expect(shortNames.get('320115')).toEqual(['南京', '南京']);
  expect(shortNames.get('320321')).toEqual(['丰县', '徐州']);
  expect(shortNames.get('320706')).toEqual(['连云港', '连云港']);
});

test('every industry is a class, stands once, and has words for names and items for scopes', () => {
  expect(new Set(COMMON_INDUSTRIES.map(({ code }) => code)).size).toBe(COMMON_INDUSTRIES.length);
  for (const { code, words, licensed, general } of COMMON_INDUSTRIES) {
    expect(parseIndustryCode(code).level).toBe('class');
    const texts = [...words, ...licensed, ...general];
    expect(words.length * general.length).toBeGreaterThan(0);
    expect(texts.filter((text) => text.trim() !== text || text === '')).toEqual([]);
  }
});

test.skipIf(REGISTERS === null)(
  `every industry has its name in the published standard ${needsRegisters}`,
  () => {
    const names = new Map(readRegister('industry_gbt4754_2017.csv').map(({ code, name }) => [code, name]));
    expect(COMMON_INDUSTRIES.filter(({ code, name }) => names.get(code) !== name)).toEqual([]);
  },
);

test.skipIf(REGISTERS === null)(
  `no made-up code names a real enterprise: no real one begins as they do ${needsRegisters}`,
  () => {
    const real = ['jiangsu_sample', 'holding_land', 'jiangxi_taxA', 'heilongjiang_taxA'].flatMap((name) =>
      readRegister(`enterprises_${name}.csv`).map(({ uscc }) =>
        parseUscc(uscc!).organisationCode.slice(0, 2),
      ),
    );
    const { organisationCode } = parseUscc(createPopulation({ scale: 1 }).enterprise(0).uscc);
    expect(real.length).toBeGreaterThan(6_000);
    expect(real).not.toContain(organisationCode.slice(0, 2));
  },
);
