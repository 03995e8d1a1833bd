import { dateOfDay, GENERATED_SOURCE, type Population } from '@yiwang/population';
import { madeUpUnits } from '@yiwang/population/land';
import type { CopyValue } from '@yiwang/subgraph-kit';

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
  for (const { parcel, code, floorAreaM2, registeredDay } of madeUpUnits(population)) {
    const { holder } = parcel;
    yield [
      code,
      parcel.code,
      floorAreaM2,
      holder.uscc,
      holder.name,
      dateOfDay(registeredDay),
      GENERATED_SOURCE,
    ];
  }
}
