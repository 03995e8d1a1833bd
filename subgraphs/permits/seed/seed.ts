import { createPopulation } from '@yiwang/population';
import type { DepartmentSeed } from '@yiwang/subgraph-kit';
import { VIEWS } from '../src/department.ts';
import { caseColumns, caseRows, permitColumns, permitRows } from './case-rows.ts';
import { catalogueColumns, catalogueRows } from './catalogue-rows.ts';
import { itemVersionColumns, itemVersionRows } from './item-version-rows.ts';
import { serviceItemColumns, serviceItemRows } from './service-item-rows.ts';

/** The made-up register of administrative approval; README.md gives its proportions. */
export const seed: DepartmentSeed = {
  tables(scale) {
    const population = createPopulation({ scale });
    const { size } = population;
    return [
      { table: 'service_items', columns: serviceItemColumns, rows: serviceItemRows(), expected: 3700 },
      { table: 'catalogue_items', columns: catalogueColumns, rows: catalogueRows(), expected: 270 },
      { table: 'item_versions', columns: itemVersionColumns, rows: itemVersionRows(), expected: 3900 },
      {
        table: 'cases',
        columns: caseColumns,
        rows: caseRows(population),
        expected: size * 1.5,
      },
      { table: 'permits', columns: permitColumns, rows: permitRows(population), expected: size * 0.9 },
    ];
  },
  views: VIEWS,
};
