import { parseRegionCode, type RegionLevel, regionPath } from './region-code.ts';
import { parseRegionLine, readRegionList } from './region-lists.ts';

export interface Region {
  /** Canonical: 2, 4 or 6 digits. */
  code: string;
  level: RegionLevel;
  name: string;
}

/** The three of GB/T 2260 that the yearly list of the statistics bureau leaves out. */
const NOT_IN_THE_LIST = [
  { code: '71', name: '台湾省' },
  { code: '81', name: '香港特别行政区' },
  { code: '82', name: '澳门特别行政区' },
];

/** Rows of the list that only fill the city level, for counties which a province governs directly. */
const PLACEHOLDER_NAMES = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']);

interface Directory {
  byCode: Map<string, Region>;
  /** In order of code. */
  childrenByParent: Map<string, Region[]>;
}

let directory: Directory | undefined;

/**
 * Name and level of a province, city or county of today's China, in any form that `parseRegionCode` takes.
 * Source: the list of the National Bureau of Statistics of 2023 (packages/codes/data). Read once, on the first call.
 *
 * @returns null for a town or village, and for a region that is not in the list (any more)
 * @throws CodeError when the code is malformed
 */
export function lookUpRegion(code: string): Region | null {
  return regionDirectory().byCode.get(parseRegionCode(code).code) ?? null;
}

/**
 * The cities of a province or the counties of a city, in order of code. Empty for a county, for a
 * city without counties (东莞, 中山, 儋州) and for a region that is not in the list.
 *
 * @throws CodeError when the code is malformed
 */
export function childrenOfRegion(code: string): readonly Region[] {
  return regionDirectory().childrenByParent.get(parseRegionCode(code).code) ?? [];
}

/** The provinces, in order of code. */
export function provinces(): readonly Region[] {
  return regionDirectory().childrenByParent.get('') ?? [];
}

/**
 * True for a row that is no region but fills the city level: 市辖区 of 北京 (1101), 省直辖县级行政区划
 * of 海南 (4690), … Screens leave such a name out.
 *
 * @throws CodeError when the code is malformed
 */
export function isPlaceholderRegion(code: string): boolean {
  const region = lookUpRegion(code);
  return region?.level === 'city' && PLACEHOLDER_NAMES.has(region.name);
}

/**
 * The name as people write it, from the province down, without placeholders: 320583 → 江苏省苏州市昆山市,
 * 469005 → 海南省文昌市. A town or village gets the name of its county.
 *
 * @returns null when a level down to the county is not in the list
 * @throws CodeError when the code is malformed
 */
export function fullNameOfRegion(code: string): string | null {
  let name = '';
  for (const part of regionPath(code)) {
    if (part.length > 6) break;
    const region = lookUpRegion(part);
    if (!region) return null;
    if (!isPlaceholderRegion(part)) name += region.name;
  }
  return name;
}

function regionDirectory(): Directory {
  directory ??= readDirectory();
  return directory;
}

function readDirectory(): Directory {
  const byCode = new Map<string, Region>();
  const childrenByParent = new Map<string, Region[]>();
  const rows = [...readRegionList('regions').map(parseRegionLine), ...NOT_IN_THE_LIST];
  for (const row of rows.sort((a, b) => (a.code < b.code ? -1 : 1))) {
    const { code, level, parent } = parseRegionCode(row.code);
    // A city without counties is listed a second time as its own county (441900).
    if (byCode.has(code)) continue;
    const region: Region = { code, level, name: row.name };
    byCode.set(code, region);
    const siblings = childrenByParent.get(parent ?? '');
    if (siblings) siblings.push(region);
    else childrenByParent.set(parent ?? '', [region]);
  }
  return { byCode, childrenByParent };
}
