import { isParcelCode, normaliseName, repairCode } from '@yiwang/codes';
import {
  cleanDate,
  cleanDecimal,
  cleanText,
  type Register,
  type RegisterRecord,
  requireText,
  upsert,
} from '@yiwang/subgraph-kit';
import { landUseByName } from './land-use-by-name.ts';
import { regionByNames } from './region-by-name.ts';
import { readUseYears } from './use-years.ts';

/** Transfers of land-use rights as landchina.com publishes them. */
export const transferRegister: Register<ReturnType<typeof clean>> = {
  name: 'land transfers',
  columns: [
    'record_guid',
    'province_city',
    'county',
    'location',
    'parcel_no_text',
    'area_ha',
    'land_use_text',
    'right_type',
    'use_years',
    'use_state',
    'land_grade',
    'transfer_method',
    'price_10k_cny',
    'deal_time',
    'from_holder',
    'to_holder',
  ],
  clean,
  keyOf: ({ id }) => id,
  store: (sql, rows) => upsert(sql, 'land_transfers', ['id'], rows),
};

function clean(record: RegisterRecord) {
  const names = [record['province_city']!, record['county']!];
  const parcelNumber = repairCode(record['parcel_no_text']!);
  return {
    id: requireText('record_guid', record['record_guid']!),
    location: cleanText(record['location']!),
    region_code: regionByNames(names),
    region_text: names.filter(Boolean).join(' ') || null,
    parcel_code: isParcelCode(parcelNumber) ? parcelNumber : null,
    parcel_number_text: cleanText(record['parcel_no_text']!),
    area_m2: cleanDecimal('area_ha', record['area_ha']!, 4),
    land_use_code: landUseByName(record['land_use_text']!),
    land_use_text: cleanText(record['land_use_text']!),
    right_text: cleanText(record['right_type']!),
    use_years: readUseYears(record['use_years']!),
    way_text: cleanText(record['transfer_method']!),
    price_cny: cleanDecimal('price_10k_cny', record['price_10k_cny']!, 4),
    dealt_on: cleanDate('deal_time', record['deal_time']!),
    from_name: requireText('from_holder', normaliseName(record['from_holder']!)),
    to_name: requireText('to_holder', normaliseName(record['to_holder']!)),
    source: 'REGISTER',
    original: record,
  };
}
