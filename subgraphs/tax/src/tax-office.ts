import { isPlaceholderRegion, lookUpRegion, regionPath } from '@yiwang/codes';

/** Offices 税务分局 of a county's tax bureau. The first one registers taxpayers. */
export const OFFICES = ['第一税务分局', '第二税务分局', '第三税务分局', '第四税务分局'] as const;

/** Length of the code of a county. */
const COUNTY = 6;

/**
 * Name of the tax bureau 税务局 of a province, city or county, as it names itself: that of a city's district bears the city's name
 * too, that of a county does not. A town or village has that of its county.
 *
 * @returns null when the region is not in the list of regions, or fills a level only
 */
export function taxBureauOf(region: string): string | null {
  const path = regionPath(region).filter((code) => code.length <= COUNTY);
  const code = path.at(-1)!;
  const found = lookUpRegion(code);
  if (!found || isPlaceholderRegion(code)) return null;
  const isDistrict = found.level === 'county' && found.name.endsWith('区');
  const above = isDistrict
    ? path.findLast((upper) => upper !== code && !isPlaceholderRegion(upper))
    : undefined;
  const city = above === undefined ? '' : (lookUpRegion(above)?.name ?? '');
  return `国家税务总局${city}${found.name}税务局`;
}

/**
 * Name of the tax office that registers the taxpayers of a region: of a county its first office, of a city or province the bureau itself.
 *
 * @returns null as for {@link taxBureauOf}
 */
export function registeringOfficeOf(region: string): string | null {
  const bureau = taxBureauOf(region);
  if (bureau === null) return null;
  const hasOffices = regionPath(region).some((code) => code.length === COUNTY);
  return hasOffices ? bureau + OFFICES[0] : bureau;
}
