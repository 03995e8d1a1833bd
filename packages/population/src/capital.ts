import type { EnterpriseTypeCode } from './enterprise-type.ts';
import type { Stream } from './stream.ts';
import { createWeightTable, type WeightTable } from './weight-table.ts';

/** Customary amounts of registered capital, in units of 10,000 CNY, with weights. A branch has none of its own. */
const AMOUNTS: Readonly<Record<EnterpriseTypeCode, WeightTable<number> | null>> = {
  '1100': createWeightTable([
    [100, 14],
    [200, 14],
    [500, 20],
    [1000, 22],
    [2000, 12],
    [5000, 12],
    [10_000, 6],
  ]),
  '1110': createWeightTable([
    [500, 10],
    [2000, 18],
    [5000, 22],
    [10_000, 24],
    [50_000, 16],
    [200_000, 10],
  ]),
  '1130': createWeightTable([
    ...([
      [10, 6],
      [50, 15],
      [100, 20],
      [200, 17],
      [300, 9],
      [500, 16],
    ] as const),
    ...([
      [1000, 11],
      [2000, 4],
      [5000, 2],
    ] as const),
  ]),
  '1151': createWeightTable([
    [3, 3],
    [10, 12],
    [30, 8],
    [50, 19],
    [100, 25],
    [200, 17],
    [500, 12],
    [1000, 4],
  ]),
  '1210': createWeightTable([
    [12_000, 20],
    [24_000, 30],
    [48_000, 26],
    [96_000, 16],
    [300_000, 8],
  ]),
  '1220': createWeightTable([
    [500, 10],
    [1000, 26],
    [3000, 30],
    [5000, 20],
    [12_000, 14],
  ]),
  '2100': null,
};

const TEN_THOUSAND = 10_000;
/** Foreign investors and mergers leave capital that is not a round amount. */
const CHANCE_OF_AN_ODD_AMOUNT = 0.05;

/**
 * Registered capital of enterprise i as registers write it: an exact decimal in units of 10,000 CNY
 * (万元) with at most 4 decimals, so whole CNY. Null for a branch.
 */
export function drawCapital(stream: Stream, i: number, type: EnterpriseTypeCode): string | null {
  const amounts = AMOUNTS[type];
  if (amounts === null) return null;
  const round = stream.weighted(i, 0, amounts);
  if (!stream.chance(i, 1, CHANCE_OF_AN_ODD_AMOUNT)) return String(round);
  const cny = stream.integer(i, 2, (round * TEN_THOUSAND) / 2, round * TEN_THOUSAND);
  return exactTenThousands(cny);
}

/** 9310039655 → '931003.9655'. Put together from whole numbers: a division could round. */
function exactTenThousands(cny: number): string {
  const whole = Math.floor(cny / TEN_THOUSAND);
  const decimals = String(cny % TEN_THOUSAND)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return decimals === '' ? String(whole) : `${whole}.${decimals}`;
}
