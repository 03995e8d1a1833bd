import { normaliseName } from '@yiwang/codes';
import { cleanDate, cleanDecimal, cleanText, type RegisterRecord } from '@yiwang/subgraph-kit';
import { landUseByName } from './land-use-by-name.ts';
import { supplyWay } from './supply-ways.ts';
import { readUseYears } from './use-years.ts';

/** The columns that all notices of land supply have, under the same names. */
export const SUPPLY_COLUMNS = [
  'project_name',
  'location',
  'area_ha',
  'area_from_stock_ha',
  'land_use_text',
  'supply_method',
  'use_years',
  'industry_text',
  'land_grade',
  'price_10k_cny',
  'holder_name',
  'far_min',
  'far_max',
  'deliver_by',
  'start_by',
  'complete_by',
  'approved_by',
  'contract_date',
] as const;

/** Digits by which the point moves from 万元 to 元. */
const TEN_THOUSAND = 4;
/** Digits by which the point moves from hectares to square metres. */
const HECTARE = 4;

/**
 * The columns of land_supplies that {@link SUPPLY_COLUMNS} fill.
 * @throws Rejection when a date or a number cannot be read
 */
export function cleanSupplyFields(record: RegisterRecord) {
  const date = (column: string) => cleanDate(column, record[column]!);
  const decimal = (column: string, places = 0) => cleanDecimal(column, record[column]!, places);
  const text = (column: string) => cleanText(record[column]!);
  return {
    project_name: text('project_name'),
    location: text('location'),
    // The notices name no parcel and no code of the holder. Said aloud, so that a row that replaces another leaves none.
    parcel_code: null,
    holder_uscc: null,
    holder_name: normaliseName(record['holder_name']!) || null,
    area_m2: decimal('area_ha', HECTARE),
    area_from_stock_m2: decimal('area_from_stock_ha', HECTARE),
    land_use_code: landUseByName(record['land_use_text']!),
    land_use_text: text('land_use_text'),
    way: supplyWay(record['supply_method']!),
    way_text: text('supply_method'),
    use_years: readUseYears(record['use_years']!),
    use_years_text: text('use_years'),
    industry_text: text('industry_text'),
    grade_text: text('land_grade'),
    price_cny: decimal('price_10k_cny', TEN_THOUSAND),
    floor_area_ratio_min: decimal('far_min'),
    floor_area_ratio_max: decimal('far_max'),
    signed_on: date('contract_date'),
    deliver_by: date('deliver_by'),
    start_by: date('start_by'),
    complete_by: date('complete_by'),
    approved_by: text('approved_by'),
    source: 'REGISTER',
    original: record,
  };
}
