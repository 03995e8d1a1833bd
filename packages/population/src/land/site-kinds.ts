import { createWeightTable, type WeightTable } from '../weight-table.ts';

/** How the state gives land for use. */
export type SupplyWay = 'AGREEMENT' | 'TENDER' | 'AUCTION' | 'LISTING' | 'LEASE';

type Range = readonly [least: number, most: number];

/** What land of one use is like. All from general knowledge of the province. */
export interface SiteKind {
  /** GB/T 21010-2017. */
  landUse: string;
  /** What is built there, as names of projects say it. */
  project: string;
  /** Length of a side, in metres. */
  side: Range;
  /** Yuan a square metre of land. */
  price: Range;
  /** Hundredths. */
  floorAreaRatio: Range;
  useYears: string;
  ways: WeightTable<SupplyWay>;
}

const INDUSTRIAL = createWeightTable<SupplyWay>([
  ['LISTING', 85],
  ['AGREEMENT', 13],
  ['LEASE', 2],
]);
const COMMERCIAL = createWeightTable<SupplyWay>([
  ['LISTING', 70],
  ['AUCTION', 22],
  ['AGREEMENT', 5],
  ['TENDER', 3],
]);
const PUBLIC = createWeightTable<SupplyWay>([
  ['AGREEMENT', 70],
  ['LISTING', 30],
]);

const SITE_KINDS = {
  factory: site('0601', '厂房建设', [50, 165], [240, 900], [80, 200], '50', INDUSTRIAL),
  mine: site('0602', '矿区建设', [80, 165], [120, 400], [30, 80], '30', INDUSTRIAL),
  warehouse: site('0604', '仓储物流', [50, 160], [240, 800], [60, 180], '50', INDUSTRIAL),
  shop: site('0501', '商业用房', [15, 70], [2000, 12000], [100, 350], '40', COMMERCIAL),
  market: site('0502', '批发市场', [40, 130], [900, 5000], [80, 220], '40', COMMERCIAL),
  hotel: site('0504', '酒店', [30, 90], [1800, 9000], [150, 400], '40', COMMERCIAL),
  office: site('0505', '办公楼', [20, 80], [1500, 11000], [150, 450], '40', COMMERCIAL),
  housing: site('0701', '住宅小区', [70, 165], [3500, 22000], [120, 280], '70', COMMERCIAL),
  school: site('0803', '教学用房', [40, 140], [400, 1500], [60, 150], '50', PUBLIC),
  laboratory: site('0804', '研发中心', [30, 120], [400, 2000], [100, 250], '50', PUBLIC),
  clinic: site('0805', '医疗用房', [25, 110], [400, 2200], [80, 220], '50', PUBLIC),
  utility: site('0809', '公用设施', [20, 110], [240, 900], [40, 150], '50', PUBLIC),
  farm: site('1202', '设施农业', [40, 165], [30, 120], [5, 40], '20', PUBLIC),
} as const;

/** By section of GB/T 4754: share of enterprises that hold land, and what sort of land it is. */
const BY_SECTION: Readonly<Record<string, readonly [share: number, kinds: readonly SiteKind[]]>> = {
  A: [0.1, [SITE_KINDS.farm]],
  B: [0.3, [SITE_KINDS.mine]],
  C: [0.34, [SITE_KINDS.factory]],
  D: [0.3, [SITE_KINDS.utility]],
  E: [0.04, [SITE_KINDS.office, SITE_KINDS.warehouse]],
  F: [0.05, [SITE_KINDS.shop, SITE_KINDS.shop, SITE_KINDS.market, SITE_KINDS.warehouse]],
  G: [0.12, [SITE_KINDS.warehouse]],
  H: [0.08, [SITE_KINDS.shop, SITE_KINDS.hotel]],
  I: [0.03, [SITE_KINDS.office]],
  K: [0.22, [SITE_KINDS.housing, SITE_KINDS.housing, SITE_KINDS.office]],
  L: [0.03, [SITE_KINDS.office]],
  M: [0.05, [SITE_KINDS.laboratory, SITE_KINDS.office]],
  N: [0.12, [SITE_KINDS.utility]],
  P: [0.15, [SITE_KINDS.school]],
  Q: [0.15, [SITE_KINDS.clinic]],
};
const OTHERS: readonly [share: number, kinds: readonly SiteKind[]] = [0.03, [SITE_KINDS.office]];

/** No section has a greater share of holders. */
export const GREATEST_SHARE = 0.34;

/** Share of a section's enterprises that hold land, and the kinds of land, each equally likely. */
export function landOfSection(section: string): readonly [share: number, kinds: readonly SiteKind[]] {
  return BY_SECTION[section] ?? OTHERS;
}

function site(
  landUse: string,
  project: string,
  side: Range,
  price: Range,
  floorAreaRatio: Range,
  useYears: string,
  ways: WeightTable<SupplyWay>,
): SiteKind {
  return { landUse, project, side, price, floorAreaRatio, useYears, ways };
}
