import { childrenOfRegion, parseRegionCode, parseRegionLine, provinces, readRegionList } from '@yiwang/codes';

/** A region of the published list. */
export interface Division {
  /** Canonical. */
  code: string;
  name: string;
}

/** Provinces, cities and counties, in order of code within each level. */
export function listUpperLevels(): Division[] {
  const cities = provinces().flatMap(({ code }) => childrenOfRegion(code));
  const counties = cities.flatMap(({ code }) => childrenOfRegion(code));
  return [...provinces(), ...cities, ...counties];
}

/** Towns of all provinces. */
export function listTowns(): Division[] {
  return parseLines(readRegionList('towns'));
}

/**
 * Villages of some provinces. The list has 620,573 lines, so lines of other provinces are dropped before they are parsed.
 *
 * @param provinceCodes two digits each
 */
export function listVillages(provinceCodes: readonly string[]): Division[] {
  if (provinceCodes.length === 0) return [];
  const wanted = new Set(provinceCodes);
  return parseLines(readRegionList('villages').filter((line) => wanted.has(line.slice(0, 2))));
}

/** A county without towns is listed again as its own town (350527000, 金门县): such lines are left out. */
function parseLines(lines: readonly string[]): Division[] {
  return lines.map(parseRegionLine).filter(({ code }) => parseRegionCode(code).code === code);
}
