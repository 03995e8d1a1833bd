import type { ItemAspect } from '../src/generated/types.ts';
import { ITEM_TYPES } from '../src/item-types.ts';
import { PROVINCE } from './departments.ts';
import type { Offer } from './offers.ts';

/** One in so many items of a city is not what the catalogue says, in each of the four ways. */
const ONE_IN = 151;
const ASPECTS: readonly ItemAspect[] = ['NAME', 'CODE', 'TYPE', 'BASIS'];

/** What a region carries out, as it writes it down: that of the catalogue, or nearly. */
export type Entry = Pick<Offer, 'basicCode' | 'name'> & { type: Offer['licence']['type']; basis: string };

/** As the catalogue has it. */
export function entryOf({ basicCode, name, licence: { type, basis } }: Offer): Entry {
  return { basicCode, name, type, basis };
}

/** As a region has it: a few cities write something else 三级四同, which the report of deviations finds. */
export function entryAt(offer: Offer, region: string): Entry {
  const entry = entryOf(offer);
  switch (aspectAt(offer, region)) {
    case 'NAME':
      return { ...entry, name: `${entry.name}审批` };
    // A part of the item that the catalogue does not have.
    case 'CODE':
      return { ...entry, basicCode: `${entry.basicCode.slice(0, 9)}9${entry.basicCode.slice(10)}` };
    case 'TYPE':
      return { ...entry, type: ITEM_TYPES.find(([, type]) => type !== entry.type)![1] };
    case 'BASIS':
      return { ...entry, basis: `${entry.basis}及其实施办法` };
    case null:
      return entry;
  }
}

/** Null for an item that is as the catalogue says. */
function aspectAt({ basicCode }: Offer, region: string): ItemAspect | null {
  if (region === PROVINCE) return null;
  const drawn = (Number(basicCode) * 31 + Number(region) * 17) % ONE_IN;
  return ASPECTS[drawn] ?? null;
}
