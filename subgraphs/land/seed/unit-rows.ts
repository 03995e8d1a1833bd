import { createWeightTable, dateOfDay, GENERATED_SOURCE, type Population } from '@yiwang/population';
import type { CopyValue } from '@yiwang/subgraph-kit';
import { hundredths, madeUpParcels, REFERENCE_DAY } from './made-up-parcels.ts';

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

export const unitColumns = [
  'code',
  'parcel_code',
  'floor_area_m2',
  'holder_uscc',
  'holder_name',
  'registered_on',
  'source',
] as const;

export function* unitRows(population: Population): Generator<CopyValue[]> {
  const bare = population.stream('land/bare');
  const buildings = population.stream('land/buildings');
  const floors = population.stream('land/floorArea');
  const days = population.stream('land/unitDays');

  for (const { i, k, code, holder, kind, outline, registeredDay } of madeUpParcels(population)) {
    const row = (fixture: string, floorArea: string | null, day: number): CopyValue[] => [
      code + fixture,
      code,
      floorArea,
      holder.uscc,
      holder.name,
      dateOfDay(Math.min(day, REFERENCE_DAY)),
      GENERATED_SOURCE,
    ];
    if (bare.chance(i, k, BARE_SHARE)) {
      yield row('W00000000', null, registeredDay);
      continue;
    }
    const count = buildings.weighted(i, k, BUILDINGS);
    for (let b = 1; b <= count; b++) {
      const ratio = (kind.floorAreaRatio[0] * floors.integer(i, 4 * k + b, ...BUILT)) / 10_000;
      const floorArea = hundredths(Math.round((outline.areaHundredthsM2 * ratio) / count));
      const day = registeredDay + days.integer(i, 4 * k + b, 90, MAX_DAYS_OF_BUILDING);
      yield row(`F000${b}0001`, floorArea, day);
    }
  }
}
