import { parseRegionCode, REGION_LEVELS } from '@yiwang/codes';
import type { RegionRow } from '../tables/region-tables.ts';

/** Root first. */
const LEVELS = ['PROVINCE', 'CITY', 'COUNTY', 'TOWN', 'VILLAGE'] as const;

/**
 * What a code implies about its region, whether or not the list holds it.
 *
 * @throws CodeError when the code is malformed
 */
export function parseRegion(text: string): Pick<RegionRow, 'code' | 'level' | 'parentCode'> {
  const { code, level, parent } = parseRegionCode(text);
  return { code, level: LEVELS[REGION_LEVELS.indexOf(level)]!, parentCode: parent };
}

/** 0 for a province. */
export function depthOf(level: (typeof LEVELS)[number]): number {
  return LEVELS.indexOf(level);
}
