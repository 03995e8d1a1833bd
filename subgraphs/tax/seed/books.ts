import { sectionOfDivision } from '@yiwang/codes';
import {
  COUNTIES,
  createWeightTable,
  dayOfDate,
  type MadeUpEnterprise,
  type Population,
} from '@yiwang/population';

/**
 * What the made-up tax of an enterprise follows from, by the enterprise's index. Kept as flat arrays,
 * because every table is made from it and a population may have millions.
 */
export interface Books {
  size: number;
  /** Day of registration; see {@link isTaxpayer}. */
  registeredDay: Int32Array;
  /** Usual turnover of a month, whole fen. 0 for one that does no business. */
  monthlyFen: Float64Array;
  /** VAT rate in percent; 1 for a small-scale taxpayer 小规模纳税人. */
  vatPercent: Uint8Array;
  /** Division of GB/T 4754, 1–97. */
  division: Uint8Array;
  /** Index in COUNTIES. */
  county: Uint8Array;
}

const COUNTY_INDEX = new Map(COUNTIES.map(({ code }, index) => [code, index]));

const NO_TAXPAYER = -2_147_483_648;

/** Turnover of a month in thousandths of registered capital. */
const TURNOVER = createWeightTable([
  [0, 10],
  [2, 14],
  [5, 20],
  [10, 23],
  [30, 20],
  [80, 9],
  [200, 4],
]);

const FEN_A_10K_CNY = 1_000_000;
/** A branch has no capital of its own. */
const CAPITAL_OF_A_BRANCH = '100';
/** Whoever sells for more than 5,000,000 CNY a year is a general taxpayer 一般纳税人. */
const SMALL_SCALE_LIMIT_FEN = 500_000_000 / 12;
const SMALL_SCALE_PERCENT = 1;

/** General VAT rates by section: 13 % for goods, 9 % for building, transport, farming and real estate, else 6 %. */
const VAT_PERCENT: Readonly<Record<string, number>> = { B: 13, C: 13, D: 13, F: 13, A: 9, E: 9, G: 9, K: 9 };
const VAT_PERCENT_OF_SERVICES = 6;

/** Reads the whole population once. */
export function keepBooks(population: Population): Books {
  const { size } = population;
  const turnovers = population.stream('tax/turnover');
  const books: Books = {
    size,
    registeredDay: new Int32Array(size).fill(NO_TAXPAYER),
    monthlyFen: new Float64Array(size),
    vatPercent: new Uint8Array(size),
    division: new Uint8Array(size),
    county: new Uint8Array(size),
  };
  for (let i = 0; i < size; i++) {
    const enterprise = population.enterprise(i);
    if (!paysTax(enterprise)) continue;
    books.registeredDay[i] = dayOfDate(enterprise.registeredOn);
    books.county[i] = COUNTY_INDEX.get(enterprise.regionCode)!;
    books.division[i] = Number(enterprise.industryCode.slice(0, 2));
    // Capital has at most 4 decimals, so it is a whole number of yuan: exact.
    const capitalFen = Math.round(Number(enterprise.capital10kCny ?? CAPITAL_OF_A_BRANCH) * FEN_A_10K_CNY);
    books.monthlyFen[i] = Math.floor((capitalFen * turnovers.weighted(i, 0, TURNOVER)) / 1000);
    books.vatPercent[i] =
      books.monthlyFen[i]! > SMALL_SCALE_LIMIT_FEN ? generalVatPercent(enterprise) : SMALL_SCALE_PERCENT;
  }
  return books;
}

/** Whether enterprise i of the population is a taxpayer; its row number is then i + 1. */
export function isTaxpayer({ registeredDay }: Books, i: number): boolean {
  return registeredDay[i] !== NO_TAXPAYER;
}

export function isSmallScale({ vatPercent }: Books, i: number): boolean {
  return vatPercent[i] === SMALL_SCALE_PERCENT;
}

/** One that was deregistered or revoked, or has moved away, is no longer a taxpayer here. */
function paysTax({ status }: MadeUpEnterprise): boolean {
  return status === 'ACTIVE' || status === 'SUSPENDED';
}

function generalVatPercent({ industryCode }: MadeUpEnterprise): number {
  return VAT_PERCENT[sectionOfDivision(industryCode.slice(0, 2)) ?? ''] ?? VAT_PERCENT_OF_SERVICES;
}
