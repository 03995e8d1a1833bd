import { isPlaceholderRegion, regionPath } from '@yiwang/codes';
import { parseRegion } from './region-level.ts';
import type { ListedRegion, RegionModel } from './region-models.ts';

/** The one loader that this file needs of a request's loaders. */
export interface RegionLoader {
  regionByCode: { load(code: string): Promise<ListedRegion | null> };
}

/** The region of a code. One that the list does not hold has the level, parent and path that its code implies, and no name. */
export async function loadRegion(code: string, { regionByCode }: RegionLoader): Promise<RegionModel> {
  return (await regionByCode.load(code)) ?? { ...parseRegion(code), name: null, source: null };
}

/** The regions from the province down to the region itself, without those that the list does not hold. */
export async function loadPath(region: RegionModel, { regionByCode }: RegionLoader): Promise<RegionModel[]> {
  const codesAbove = regionPath(region.code).slice(0, -1);
  const above = await Promise.all(codesAbove.map((code) => regionByCode.load(code)));
  return [...above.filter((ancestor) => ancestor !== null), region];
}

/** The names along the path, such as 江苏省苏州市昆山市. Null when the list does not hold the region. */
export async function loadFullName(region: RegionModel, loaders: RegionLoader): Promise<string | null> {
  if (region.name === null) return null;
  const path = await loadPath(region, loaders);
  return path
    .filter(({ code }) => !isPlaceholderRegion(code))
    .map(({ name }) => name)
    .join('');
}
