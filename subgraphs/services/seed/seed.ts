import { createPopulation } from '@yiwang/population';
import type { DepartmentSeed } from '@yiwang/subgraph-kit';
import { RECORDS_PER_ENTERPRISE, recordColumns, recordRows } from './record-rows.ts';

/** The made-up records that a new database starts with. */
export const seed: DepartmentSeed = {
  tables(scale) {
    const population = createPopulation({ scale });
    return [
      {
        table: 'records',
        columns: recordColumns,
        rows: recordRows(population),
        expected: population.size * RECORDS_PER_ENTERPRISE,
      },
    ];
  },
};
