import { lookUpRegion } from '@yiwang/codes';
import { readTable } from './read-table.ts';
import { createWeightTable } from './weight-table.ts';

export interface County {
  /** 6 digits. */
  code: string;
  /** 江宁区 */
  name: string;
  /** As names of enterprises write it: 昆山, 苏州, 丰县. A district goes by the name of its city. */
  shortName: string;
  cityShortName: string;
}

const rows = readTable<'code' | 'name' | 'weight'>('counties');

/** The 95 counties of Jiangsu (32), in order of code. Development zones are part of the county whose land they stand on. */
export const COUNTIES: readonly County[] = rows.map(({ code, name }) => {
  const city = lookUpRegion(code.slice(0, 4));
  if (!city) throw new Error(`The county ${code} has no city.`);
  const cityShortName = shorten(city.name);
  return { code, name, cityShortName, shortName: name.endsWith('区') ? cityShortName : shorten(name) };
});

/** By size of the economy. */
export const COUNTY_WEIGHTS = createWeightTable(
  COUNTIES.map((county, index) => [county, Number(rows[index]!.weight)] as const),
);

/** Without 市 or 县, unless only one character would be left. */
function shorten(name: string): string {
  return name.length > 2 ? name.replace(/[市县]$/, '') : name;
}
