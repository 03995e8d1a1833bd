import {
  foldWidth,
  normaliseName,
  parseRegionCode,
  repairCode,
  repairOrganisationCode,
  searchForm,
} from '@yiwang/codes';
import { pinyinInitials } from '@yiwang/codes/pinyin';
import {
  cleanCode,
  Rejection,
  type Register,
  type RegisterRecord,
  requireText,
  upsert,
} from '@yiwang/subgraph-kit';
import { isCode } from '../src/codes.ts';
import { itemText } from '../src/items/search-text.ts';
import { parseServiceItemCode } from '../src/service-item-code.ts';
import { deriveCatalogue } from './catalogue-register.ts';
import { readType } from './read-type.ts';

/** Service items as a region's service hall lists them: what can be applied for and where, without the guide. */
export const serviceItemRegister: Register<ReturnType<typeof clean>> = {
  name: 'service items',
  columns: [
    'department',
    'main_item',
    'item_name',
    'task_type',
    'task_type_name',
    'area_code',
    'item_code',
    'dept_code',
  ],
  clean,
  keyOf: ({ code }) => code,
  async store(sql, rows) {
    const stored = await upsert(sql, 'service_items', ['code'], rows);
    await deriveCatalogue(sql, rows);
    return stored;
  },
};

function clean(record: RegisterRecord) {
  const code = repairCode(requireText('item_code', record['item_code']!));
  // What is not asked for under this code could never be found again.
  if (!isCode('ServiceItem.code', code)) throw new Rejection('item_code: it has a wrong length or character');
  const parts = parseServiceItemCode(code);
  const name = normaliseName(requireText('item_name', record['item_name']!));
  const searchName = searchForm(name);
  const departmentCode = repairOrganisationCode(record['dept_code']!) || parts.departmentCode;
  if (departmentCode && !isCode('ServiceDepartment.code', departmentCode)) {
    throw new Rejection('dept_code: it has a wrong length or character');
  }
  const mainItem = normaliseName(record['main_item']!) || null;
  const departmentName = normaliseName(requireText('department', record['department']!));
  const areaCode = foldWidth(record['area_code']!) || parts.regionCode;
  return {
    code,
    basic_code: parts.basicCode,
    name,
    search_name: searchName,
    name_initials: pinyinInitials(searchName),
    search_text: itemText({ name, mainItem, departmentName, basis: null }),
    main_item: mainItem,
    type: readType(record['task_type']!, record['task_type_name']!),
    department_code: departmentCode,
    department_name: departmentName,
    region_code: areaCode && cleanCode('area_code', areaCode, parseRegionCode).code,
    source: 'REGISTER',
    original: record,
  };
}
