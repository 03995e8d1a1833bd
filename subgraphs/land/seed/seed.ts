import { LAND_USES } from '@yiwang/codes';
import { createPopulation } from '@yiwang/population';
import type { DepartmentSeed } from '@yiwang/subgraph-kit';
import { VIEWS } from '../src/department.ts';
import { landUseColumns, landUseRows } from './land-use-rows.ts';
import { officialColumns, officialRows } from './official-rows.ts';
import { parcelColumns, parcelRows } from './parcel-rows.ts';
import { supplyColumns, supplyRows } from './supply-rows.ts';
import { unitColumns, unitRows } from './unit-rows.ts';

/** The made-up registers of natural resources; README.md gives their proportions. */
export const seed: DepartmentSeed = {
  tables(scale) {
    const population = createPopulation({ scale });
    const parcels = population.size * 0.1;
    return [
      {
        table: 'land_uses',
        columns: landUseColumns,
        rows: landUseRows(),
        expected: LAND_USES.length,
        isReference: true,
      },
      { table: 'parcels', columns: parcelColumns, rows: parcelRows(population), expected: parcels },
      {
        table: 'real_estate_units',
        columns: unitColumns,
        rows: unitRows(population),
        expected: parcels * 1.6,
      },
      {
        table: 'land_supplies',
        columns: supplyColumns,
        rows: supplyRows(population),
        expected: parcels * 0.6,
      },
      { table: 'officials', columns: officialColumns, rows: officialRows(), expected: 2 },
    ];
  },
  views: VIEWS,
};
