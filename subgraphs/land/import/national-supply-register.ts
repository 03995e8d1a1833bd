import { type Register, type RegisterRecord, requireText, upsert } from '@yiwang/subgraph-kit';
import { regionByNames } from './region-by-name.ts';
import { cleanSupplyFields, SUPPLY_COLUMNS } from './supply-fields.ts';

/** Results of land supply as landchina.com publishes them for the whole country. */
export const nationalSupplyRegister: Register<ReturnType<typeof clean>> = {
  name: 'land supply results',
  columns: ['record_guid', 'province', 'city', 'county', ...SUPPLY_COLUMNS],
  clean,
  keyOf: ({ id }) => id,
  store: (sql, rows) => upsert(sql, 'land_supplies', ['id'], rows),
};

function clean(record: RegisterRecord) {
  const names = [record['province']!, record['city']!, record['county']!];
  return {
    id: requireText('record_guid', record['record_guid']!),
    region_code: regionByNames(names),
    region_text: names.filter(Boolean).join(' ') || null,
    ...cleanSupplyFields(record),
  };
}
