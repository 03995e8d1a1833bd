import { fullNameOfRegion, lookUpLandUse, nameOfIndustry } from '@yiwang/codes';
import { COUNTIES, dateOfDay, GENERATED_SOURCE, type Population } from '@yiwang/population';
import { hundredths, type MadeUpParcel, madeUpParcels } from '@yiwang/population/land';
import type { CopyValue } from '@yiwang/subgraph-kit';
import type { LandSupplyWay } from '../src/generated/types.ts';

/** Rights of before the notices began, or that passed from hand to hand, have no result of supply. */
const SUPPLIED_SHARE = 0.6;

const WAY_TEXTS: Readonly<Record<LandSupplyWay, string>> = {
  ALLOCATION: '划拨',
  AGREEMENT: '协议出让',
  TENDER: '招标出让',
  AUCTION: '拍卖出让',
  LISTING: '挂牌出让',
  LEASE: '租赁',
};

const COUNTY_NAMES = new Map(COUNTIES.map(({ code }) => [code, fullNameOfRegion(code)]));

export const supplyColumns = [
  'id',
  'project_name',
  'location',
  'region_code',
  'region_text',
  'parcel_code',
  'area_m2',
  'area_from_stock_m2',
  'land_use_code',
  'land_use_text',
  'way',
  'way_text',
  'use_years',
  'use_years_text',
  'industry_text',
  'price_cny',
  'holder_uscc',
  'holder_name',
  'floor_area_ratio_min',
  'floor_area_ratio_max',
  'signed_on',
  'deliver_by',
  'start_by',
  'complete_by',
  'approved_by',
  'source',
] as const;

export function* supplyRows(population: Population): Generator<CopyValue[]> {
  const supplied = population.stream('land/supplied');
  const ways = population.stream('land/way');
  const prices = population.stream('land/price');
  const ratios = population.stream('land/floorAreaRatio');
  const stock = population.stream('land/stock');
  const terms = population.stream('land/terms');
  const nextId = createSupervisionNumbers();

  for (const parcel of madeUpParcels(population)) {
    const { i, k, code, holder, kind, outline, location, signedDay } = parcel;
    if (!supplied.chance(i, k, SUPPLIED_SHARE)) continue;
    const way = ways.weighted(i, k, kind.ways);
    const county = COUNTY_NAMES.get(holder.regionCode)!;
    const deliverDay = signedDay + terms.integer(i, 3 * k, 20, 90);
    const startDay = deliverDay + terms.integer(i, 3 * k + 1, 90, 365);
    const [least, most] = kind.floorAreaRatio;
    yield [
      nextId(parcel),
      `${holder.name}${kind.project}项目`,
      `${county}${location}`,
      holder.regionCode,
      county,
      code,
      hundredths(outline.areaHundredthsM2),
      stock.chance(i, k, 0.3) ? hundredths(outline.areaHundredthsM2) : '0',
      kind.landUse,
      lookUpLandUse(kind.landUse)!.name,
      way,
      WAY_TEXTS[way],
      kind.useYears,
      kind.useYears,
      nameOfIndustry(holder.industryCode.slice(0, 2)),
      // Whole numbers all the way, so exact: hundredths of m² times yuan a m².
      hundredths(outline.areaHundredthsM2 * prices.integer(i, k, ...kind.price)).slice(0, -3),
      holder.uscc,
      holder.name,
      hundredths(least),
      hundredths(ratios.integer(i, k, Math.ceil((least + most) / 2), most)),
      dateOfDay(signedDay),
      dateOfDay(deliverDay),
      dateOfDay(startDay),
      dateOfDay(startDay + terms.integer(i, 3 * k + 2, 365, 1095)),
      `${county}人民政府`,
      GENERATED_SOURCE,
    ];
  }
}

/** 电子监管号 as the ministry gives them: county, year, B for granted land, a number that counts up within both. */
function createSupervisionNumbers(): (parcel: MadeUpParcel) => string {
  const given = new Map<string, number>();
  return ({ holder, signedDay }) => {
    const prefix = `${holder.regionCode}${dateOfDay(signedDay).slice(0, 4)}B`;
    const number = (given.get(prefix) ?? 0) + 1;
    given.set(prefix, number);
    return prefix + String(number).padStart(5, '0');
  };
}
