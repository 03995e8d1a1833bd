import { isPlaceholderRegion, regionPath } from '@yiwang/codes';
import type { ListedRegion, RegionModel } from './models.ts';

type FindRegion = (code: string) => Promise<ListedRegion | null>;

/** From the province down to the region itself; levels that the list does not hold are left out. */
export async function pathOf(region: RegionModel, find: FindRegion): Promise<RegionModel[]> {
  const above = await Promise.all(regionPath(region.code).slice(0, -1).map(find));
  return [...above.filter((ancestor) => ancestor !== null), region];
}

/** 江苏省苏州市昆山市; null when the list does not hold the region. */
export async function fullNameOf(region: RegionModel, find: FindRegion): Promise<string | null> {
  if (region.name === null) return null;
  const path = await pathOf(region, find);
  return path
    .filter(({ code }) => !isPlaceholderRegion(code))
    .map(({ name }) => name)
    .join('');
}
