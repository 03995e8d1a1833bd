import { expect, test } from 'vitest';
import {
  isOldTaxpayerNumber,
  isOrganisationCode,
  isUscc,
  lookUpRegion,
  normaliseName,
  parseOldTaxpayerNumber,
  parseRegionCode,
  parseUscc,
  regionOfUscc,
  repairOrganisationCode,
} from '../src/index.ts';
import { hasRegisters, needsRegisters, readRegister } from './registers.ts';

const ENTERPRISE_REGISTERS = [
  'enterprises_jiangsu_sample.csv',
  'enterprises_holding_land.csv',
  'enterprises_jiangxi_taxA.csv',
  'enterprises_heilongjiang_taxA.csv',
];
const TAX_LISTS = ['tax_credit_A_jiangxi_2018.csv', 'tax_credit_A_heilongjiang_2018.csv'];

const readAll = (files: string[]) => files.flatMap(readRegister);

test.skipIf(!hasRegisters)(
  `every code of the enterprise registers is valid and its region readable ${needsRegisters}`,
  () => {
    const rows = readAll(ENTERPRISE_REGISTERS);
    expect(rows).toHaveLength(3270 + 261 + 1697 + 1763);
    for (const { uscc, registrar_region_code: region } of rows) {
      expect(parseUscc(uscc!).region).toBe(region);
      if (region !== '100000') expect(regionOfUscc(uscc!)).toBe(parseRegionCode(region!).code);
    }
  },
);

test.skipIf(!hasRegisters)(
  `hundreds of valid codes name a region that no longer exists ${needsRegisters}`,
  () => {
    const gone = readRegister('enterprises_jiangsu_sample.csv').filter(({ uscc }) => {
      const region = regionOfUscc(uscc!);
      return region !== null && lookUpRegion(region) === null;
    });
    expect(gone.length).toBeGreaterThan(300);
  },
);

test.skipIf(!hasRegisters)(
  `of the tax lists exactly the ids marked valid are valid ${needsRegisters}`,
  () => {
    for (const { taxpayer_id: id, uscc_valid: valid } of readAll(TAX_LISTS)) {
      expect(`${id} ${isUscc(id!) ? 1 : 0}`).toBe(`${id} ${valid}`);
    }
  },
);

test.skipIf(!hasRegisters)(
  `every id of 15 characters is an old taxpayer number, nearly all around an organisation code ${needsRegisters}`,
  () => {
    const old = readAll(TAX_LISTS)
      .map(({ taxpayer_id: id }) => id!)
      .filter((id) => id.length === 15);
    expect(old).toHaveLength(949);
    expect(old.filter((id) => !isOldTaxpayerNumber(id))).toEqual([]);
    const nested = old.filter((id) => isOrganisationCode(parseOldTaxpayerNumber(id).organisationCode));
    expect(nested).toHaveLength(942);
  },
);

test.skipIf(!hasRegisters)(
  `of all valid codes one alone nests a wrong organisation code ${needsRegisters}`,
  () => {
    const valid = new Set(
      [
        ...readAll(ENTERPRISE_REGISTERS).map(({ uscc }) => uscc!),
        ...readAll(TAX_LISTS).map(({ taxpayer_id: id }) => id!),
      ].filter(isUscc),
    );
    const wrong = [...valid].filter((code) => !isOrganisationCode(parseUscc(code).organisationCode));
    expect(wrong).toEqual(['91360702MA65390994']);
  },
);

test.skipIf(!hasRegisters)(
  `the five levels of Jiangsu have the level and parent that their codes say ${needsRegisters}`,
  () => {
    const rows = readRegister('divisions_jiangsu_5level.csv');
    expect(rows).toHaveLength(23_563);
    const wrong = rows.filter(({ code, level, parent }) => {
      const region = parseRegionCode(code!);
      return region.code !== code || region.level !== level || (region.parent ?? '') !== parent;
    });
    expect(wrong).toEqual([]);
  },
);

test.skipIf(!hasRegisters)(
  `the regions and the printed organisation codes of the service items are read ${needsRegisters}`,
  () => {
    const rows = readRegister('service_items_guangan.csv');
    expect(rows).toHaveLength(1135);
    expect(new Set(rows.map(({ area_code: code }) => parseRegionCode(code!).code))).toContain('511602');
    const printed = rows.map(({ dept_code: code }) => code!).filter((code) => /^.{8}-.$/.test(code));
    expect(printed.length).toBeGreaterThan(300);
    expect(printed.filter((code) => !isOrganisationCode(repairOrganisationCode(code)))).toEqual([]);
  },
);

test.skipIf(!hasRegisters)(
  `every real name keeps its characters, in one form of brackets ${needsRegisters}`,
  () => {
    const names = [...readAll(ENTERPRISE_REGISTERS), ...readAll(TAX_LISTS)].map(({ name }) => name!);
    for (const name of names) {
      const written = normaliseName(name);
      expect(written).not.toMatch(/[()\s]/);
      expect(written.replace(/[（）]/g, '')).toBe(name.replace(/[()（）\s]/g, '').replaceAll('０', '0'));
    }
  },
);
