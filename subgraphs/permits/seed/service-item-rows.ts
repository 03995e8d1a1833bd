import { searchForm } from '@yiwang/codes';
import { pinyinInitials } from '@yiwang/codes/pinyin';
import { GENERATED_SOURCE } from '@yiwang/population';
import type { CopyValue } from '@yiwang/subgraph-kit';
import { publishedColumns } from '../src/items/guides/published-guide.ts';
import { PROVINCE, usccOf } from './departments.ts';
import { itemText } from '../src/items/search-text.ts';
import { entryAt } from './deviations.ts';
import { itemCode, regionsOf } from './item-code.ts';
import { contentOf } from './contents.ts';
import { type Offer, OFFERS } from './offers.ts';

export const serviceItemColumns = [
  'code',
  'basic_code',
  'name',
  'search_name',
  'name_initials',
  'search_text',
  'guide_text',
  'main_item',
  'type',
  'department_code',
  'department_name',
  'region_code',
  'basis',
  'conditions',
  'materials',
  'steps',
  'statutory_days',
  'promised_days',
  'visits',
  'fee_cny',
  'online_depth',
  'levels',
  'source',
] as const;

/** The same at every scale. */
export function* serviceItemRows(): Generator<CopyValue[]> {
  for (const offers of OFFERS) {
    for (const offer of offers.values()) {
      const { provincialName, localName } = offer.licence.department;
      for (const { code, name } of regionsOf(offer)) {
        yield rowOf(offer, code, code === PROVINCE ? provincialName : name + localName);
      }
    }
  }
}

function rowOf(offer: Offer, region: string, departmentName: string): CopyValue[] {
  const { licence } = offer;
  const { basicCode, name, type, basis } = entryAt(offer, region);
  const searchName = searchForm(name);
  const guide = publishedColumns(contentOf(offer));
  return [
    itemCode(offer, region),
    basicCode,
    name,
    searchName,
    pinyinInitials(searchName),
    itemText({ name, mainItem: offer.mainItem, departmentName, basis }),
    guide.guideText,
    offer.mainItem,
    type,
    usccOf(licence.department, region),
    departmentName,
    region,
    basis,
    guide.conditions,
    JSON.stringify(guide.materials),
    JSON.stringify(guide.steps),
    guide.statutoryDays,
    guide.promisedDays,
    guide.visits,
    guide.feeCny,
    guide.onlineDepth,
    licence.levels,
    GENERATED_SOURCE,
  ];
}
