import { LAND_USES } from '@yiwang/codes';
import { createPopulation } from '@yiwang/population';
import { buildings, transfers } from '@yiwang/population/matters';
import type { DepartmentSeed } from '@yiwang/subgraph-kit';
import { VIEWS } from '../src/department.ts';
import {
  holdColumns,
  holderEventColumns,
  holderEventRows,
  holdEventColumns,
  holdEventRows,
  holdRows,
} from './hold-rows.ts';
import { caseColumns, caseEventColumns, caseEventRows, caseRows, landCasesOf } from './land-case-rows.ts';
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
    const transferred = [...transfers(population)];
    const cases = landCasesOf(transferred, [...buildings(population)]);
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
      { table: 'cases', columns: caseColumns, rows: caseRows(cases), expected: cases.length },
      {
        table: 'case_events',
        columns: caseEventColumns,
        rows: caseEventRows(cases),
        expected: cases.length * 6,
      },
      {
        table: 'unit_holds',
        columns: holdColumns,
        rows: holdRows(transferred),
        expected: transferred.length / 10,
      },
      {
        table: 'unit_hold_events',
        columns: holdEventColumns,
        rows: holdEventRows(transferred),
        expected: transferred.length * 2,
      },
      {
        table: 'unit_holder_events',
        columns: holderEventColumns,
        rows: holderEventRows(transferred),
        expected: transferred.length,
      },
    ];
  },
  views: VIEWS,
};
