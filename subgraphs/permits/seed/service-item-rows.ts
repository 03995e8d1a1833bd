import { childrenOfRegion, searchForm } from '@yiwang/codes';
import { GENERATED_SOURCE } from '@yiwang/population';
import type { CopyValue } from '@yiwang/subgraph-kit';
import { PROVINCE, usccOf } from './departments.ts';
import { isHandledAtCities, itemCode } from './item-code.ts';
import { type Offer, OFFERS } from './offers.ts';

const CITIES = childrenOfRegion(PROVINCE);

export const serviceItemColumns = [
  'code',
  'basic_code',
  'name',
  'search_name',
  'main_item',
  'type',
  'department_code',
  'department_name',
  'region_code',
  'basis',
  'conditions',
  'materials',
  'statutory_days',
  'promised_days',
  'visits',
  'fee_cny',
  'online_depth',
  'levels',
  'source',
] as const;

/** The same at every scale: all items of the province, and in each city those that are handled at cities. */
export function* serviceItemRows(): Generator<CopyValue[]> {
  for (const offers of OFFERS) {
    for (const offer of offers.values()) {
      yield rowOf(offer, PROVINCE, offer.licence.department.provincialName);
      if (!isHandledAtCities(offer)) continue;
      for (const { code, name } of CITIES)
        yield rowOf(offer, code, name + offer.licence.department.localName);
    }
  }
}

function rowOf(offer: Offer, region: string, departmentName: string): CopyValue[] {
  const { licence } = offer;
  return [
    itemCode(offer, region),
    offer.basicCode,
    offer.name,
    searchForm(offer.name),
    offer.mainItem,
    licence.type,
    usccOf(licence.department, region),
    departmentName,
    region,
    licence.basis,
    licence.conditions,
    JSON.stringify(offer.materials),
    offer.statutoryDays,
    offer.promisedDays,
    offer.visits,
    offer.feeCny,
    licence.onlineDepth,
    licence.levels,
    GENERATED_SOURCE,
  ];
}
