import { foldWidth, normaliseName, parseRegionCode, parseUscc, repairCode, searchForm } from '@yiwang/codes';
import { pinyinInitials } from '@yiwang/codes/pinyin';
import {
  cleanCode,
  cleanDate,
  cleanText,
  type Register,
  type RegisterRecord,
  Rejection,
  requireText,
  upsert,
} from '@yiwang/subgraph-kit';
import { typeCodeOf } from '../src/enterprise-types.ts';
import { readCapital } from './registered-capital.ts';

/** Enterprises as the registers of market regulation publish them. */
export const enterpriseRegister: Register<ReturnType<typeof clean>> = {
  name: 'enterprise register',
  columns: [
    'uscc',
    'name',
    'registered_on',
    'type_text',
    'registered_capital_text',
    'business_scope',
    'province',
    'city',
    'registrar_region_code',
  ],
  clean,
  keyOf: ({ uscc }) => uscc,
  store: (sql, rows) => upsert(sql, 'enterprises', ['uscc'], rows),
};

const MAX_NAME_CHARACTERS = 500;

function clean(record: RegisterRecord) {
  const uscc = repairCode(record['uscc']!);
  cleanCode('uscc', uscc, parseUscc);
  const name = normaliseName(requireText('name', record['name']!));
  // An index holds it.
  if (name.length > MAX_NAME_CHARACTERS)
    throw new Rejection(`name has ${name.length} characters; the most is ${MAX_NAME_CHARACTERS}`);
  const searchName = searchForm(name);
  const capitalText = foldWidth(record['registered_capital_text']!);
  const capital = readCapital(capitalText);
  const typeText = foldWidth(record['type_text']!);
  const region = record['registrar_region_code']!;
  return {
    uscc,
    name,
    search_name: searchName,
    name_initials: pinyinInitials(searchName),
    // These registers list enterprises that exist; one that has gone is no longer listed.
    status: 'ACTIVE',
    type_code: typeCodeOf(typeText),
    type_text: typeText || null,
    region_code: cleanText(region) && cleanCode('registrar_region_code', region, parseRegionCode).code,
    capital_amount: capital.amount,
    capital_currency: capital.currency,
    capital_text: capitalText || null,
    registered_on: cleanDate('registered_on', record['registered_on']!),
    business_scope: cleanText(record['business_scope']!),
    source: 'REGISTER',
    original: record,
  };
}
