import { childrenOfRegion } from '@yiwang/codes';
import { PROVINCE, usccOf } from './departments.ts';
import { entryAt } from './deviations.ts';
import type { Offer } from './offers.ts';

/** 实施编码 gives the level of government as a digit. */
const PROVINCE_LEVEL = '2';
const CITY_LEVEL = '3';

export const CITIES = childrenOfRegion(PROVINCE);

/** By offer and region: every case names one. */
const codes = new Map<Offer, Map<string, string>>();

/**
 * The code of an item as a region carries it out, 31 characters: the USCC of the department there, the level of government, the
 * basic code.
 *
 * @param region the province or one of its cities
 */
export function itemCode(offer: Offer, region: string): string {
  const ofOffer = codes.get(offer) ?? new Map<string, string>();
  codes.set(offer, ofOffer);
  let code = ofOffer.get(region);
  if (code === undefined) {
    const level = region === PROVINCE ? PROVINCE_LEVEL : CITY_LEVEL;
    code = usccOf(offer.licence.department, region) + level + entryAt(offer, region).basicCode;
    ofOffer.set(region, code);
  }
  return code;
}

/** The code of the item that serves a county: that of its city, or of the province for what only the province handles. */
export function itemCodeFor(offer: Offer, county: string): string {
  return itemCode(offer, isHandledAtCities(offer) ? county.slice(0, 4) : PROVINCE);
}

/** Where an item is carried out: the province, and all cities for what cities handle. */
export function regionsOf(offer: Offer): readonly { code: string; name: string }[] {
  const province = { code: PROVINCE, name: '江苏省' };
  return isHandledAtCities(offer) ? [province, ...CITIES] : [province];
}

function isHandledAtCities({ licence }: Offer): boolean {
  return licence.levels.includes('CITY');
}
