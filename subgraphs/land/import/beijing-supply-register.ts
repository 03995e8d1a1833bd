import { repairCode } from '@yiwang/codes';
import { cleanText, Rejection, type Register, type RegisterRecord, upsert } from '@yiwang/subgraph-kit';
import { regionByNames } from './region-by-name.ts';
import { cleanSupplyFields, SUPPLY_COLUMNS } from './supply-fields.ts';

/** 6 digits of the region, the year, A (allocated) or B (granted), a number. */
const SUPERVISION_NUMBER = /^\d{10}[AB]\d{5}$/;

/** Results of land supply as Beijing publishes them. */
export const beijingSupplyRegister: Register<ReturnType<typeof clean>> = {
  name: 'land supply results of Beijing',
  columns: ['supervision_no', 'district', ...SUPPLY_COLUMNS],
  clean,
  keyOf: ({ id }) => id,
  store: (sql, rows) => upsert(sql, 'land_supplies', ['id'], rows),
};

function clean(record: RegisterRecord) {
  const id = repairCode(record['supervision_no']!);
  if (!SUPERVISION_NUMBER.test(id)) {
    throw new Rejection(`supervision_no: ${id || 'an empty text'} is no supervision number (电子监管号)`);
  }
  const district = record['district']!;
  return {
    id,
    region_code: regionByNames(['北京市', district]),
    region_text: cleanText(district),
    ...cleanSupplyFields(record),
  };
}
