import type { Loaders } from './loaders.ts';
import type { RegionModel } from './models.ts';
import { placeOf } from './region-level.ts';

/** A code that the list does not hold still tells level, parent and the path above. */
export async function loadRegion(
  code: string,
  { regionByCode }: Pick<Loaders, 'regionByCode'>,
): Promise<RegionModel> {
  return (await regionByCode.load(code)) ?? { ...placeOf(code), name: null, source: null };
}
