import { parseRegionCode, REGION_LEVELS } from '@yiwang/codes';
import type { RegionRow } from './tables.ts';

/** Root first. */
export const LEVELS = ['PROVINCE', 'CITY', 'COUNTY', 'TOWN', 'VILLAGE'] as const;

/**
 * What a code alone tells of its region.
 *
 * @throws CodeError when the code is malformed
 */
export function placeOf(text: string): Pick<RegionRow, 'code' | 'level' | 'parentCode'> {
  const { code, level, parent } = parseRegionCode(text);
  return { code, level: LEVELS[REGION_LEVELS.indexOf(level)]!, parentCode: parent };
}
