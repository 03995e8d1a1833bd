import { searchForm } from '@yiwang/codes';
import { GENERATED_SOURCE } from '@yiwang/population';
import type { CopyValue } from '@yiwang/subgraph-kit';
import { PROVINCE } from './departments.ts';
import { OFFERS } from './offers.ts';

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

/** The same at every scale: a province offers what it offers. */
export function* serviceItemRows(): Generator<CopyValue[]> {
  for (const offers of OFFERS) {
    for (const offer of offers.values()) {
      const { licence } = offer;
      yield [
        offer.code,
        offer.basicCode,
        offer.name,
        searchForm(offer.name),
        offer.mainItem,
        licence.type,
        licence.department.uscc,
        licence.department.provincialName,
        PROVINCE,
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
  }
}
