import { fullNameOfRegion } from '@yiwang/codes';
import { COUNTIES, dateOfDay, GENERATED_SOURCE, type Population } from '@yiwang/population';
import { hundredths, madeUpParcels } from '@yiwang/population/land';
import type { CopyValue } from '@yiwang/subgraph-kit';
import { writePolygon } from '../src/polygon-column.ts';

const COUNTY_NAMES = new Map(COUNTIES.map(({ code }) => [code, fullNameOfRegion(code)]));

export const parcelColumns = [
  'code',
  'region_code',
  'location',
  'area_m2',
  'land_use_code',
  'holder_uscc',
  'holder_name',
  'registered_on',
  'boundary',
  'source',
] as const;

export function* parcelRows(population: Population): Generator<CopyValue[]> {
  for (const { code, holder, kind, outline, location, registeredDay } of madeUpParcels(population)) {
    yield [
      code,
      holder.regionCode,
      `${COUNTY_NAMES.get(holder.regionCode)}${location}`,
      hundredths(outline.areaHundredthsM2),
      kind.landUse,
      holder.uscc,
      holder.name,
      dateOfDay(registeredDay),
      writePolygon(outline.ring),
      GENERATED_SOURCE,
    ];
  }
}
