import { createWeightTable } from '../weight-table.ts';
import type { Population } from '../population.ts';
import { hundredths, type MadeUpParcel, madeUpParcels, REFERENCE_DAY } from './made-up-parcels.ts';

/** A real-estate unit, held by whoever holds its parcel. */
export interface MadeUpUnit {
  parcel: MadeUpParcel;
  /** 28 characters. */
  code: string;
  /** Square metres with two decimals. Null where nothing is built. */
  floorAreaM2: string | null;
  /** Days since 1970. */
  registeredDay: number;
}

/** A parcel on which nothing stands yet is one unit. */
const BARE_SHARE = 0.06;

const BUILDINGS = createWeightTable([
  [1, 55],
  [2, 30],
  [3, 15],
] as const);

/** Share of the agreed floor-area ratio that is built, in percent. */
const BUILT = [60, 100] as const;

const MAX_DAYS_OF_BUILDING = 900;

/** Every unit of the population, in the order of parcels. */
export function* madeUpUnits(population: Population): Generator<MadeUpUnit> {
  const bare = population.stream('land/bare');
  const buildings = population.stream('land/buildings');
  const floors = population.stream('land/floorArea');
  const days = population.stream('land/unitDays');

  for (const parcel of madeUpParcels(population)) {
    const { i, k, code, kind, outline } = parcel;
    const unit = (fixture: string, floorAreaM2: string | null, day: number): MadeUpUnit => ({
      parcel,
      code: code + fixture,
      floorAreaM2,
      registeredDay: Math.min(day, REFERENCE_DAY),
    });
    if (bare.chance(i, k, BARE_SHARE)) {
      yield unit('W00000000', null, parcel.registeredDay);
      continue;
    }
    const count = buildings.weighted(i, k, BUILDINGS);
    for (let b = 1; b <= count; b++) {
      const ratio = (kind.floorAreaRatio[0] * floors.integer(i, 4 * k + b, ...BUILT)) / 10_000;
      const floorArea = hundredths(Math.round((outline.areaHundredthsM2 * ratio) / count));
      const day = parcel.registeredDay + days.integer(i, 4 * k + b, 90, MAX_DAYS_OF_BUILDING);
      yield unit(`F000${b}0001`, floorArea, day);
    }
  }
}
