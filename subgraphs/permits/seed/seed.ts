import { createPopulation } from '@yiwang/population';
import type { DepartmentSeed } from '@yiwang/subgraph-kit';
import { VIEWS } from '../src/department.ts';
import { caseColumns, caseRows, permitColumns, permitRows } from './case-rows.ts';
import { catalogueColumns, catalogueRows } from './catalogue-rows.ts';
import { complete } from './complete.ts';
import {
  caseEventColumns,
  caseEventRows,
  filedCaseColumns,
  filedCaseRows,
  filedPermitRows,
  officialColumns,
  officialRows,
} from './filed-case-rows.ts';
import { filedCases } from './filed-cases.ts';
import { itemVersionColumns, itemVersionRows } from './item-version-rows.ts';
import {
  matterCaseColumns,
  matterCaseEventRows,
  matterCaseRows,
  matterCasesOf,
  matterPermitRows,
  voidedPermitColumns,
  voidedPermitRows,
} from './matter-case-rows.ts';
import { materialSourceColumns, materialSourceRows } from './material-source-rows.ts';
import { serviceItemColumns, serviceItemRows } from './service-item-rows.ts';

/** The made-up register of administrative approval; README.md gives its proportions. */
export const seed: DepartmentSeed = {
  tables(scale) {
    const population = createPopulation({ scale });
    const { size } = population;
    const filed = filedCases(population);
    const ofMatters = matterCasesOf(population);
    return [
      { table: 'service_items', columns: serviceItemColumns, rows: serviceItemRows(), expected: 3760 },
      { table: 'catalogue_items', columns: catalogueColumns, rows: catalogueRows(), expected: 270 },
      { table: 'item_versions', columns: itemVersionColumns, rows: itemVersionRows(), expected: 3970 },
      {
        table: 'material_sources',
        columns: materialSourceColumns,
        rows: materialSourceRows(),
        expected: 40,
        isReference: true,
      },
      {
        table: 'cases',
        columns: caseColumns,
        rows: caseRows(population),
        expected: size * 1.5,
      },
      { table: 'cases', columns: filedCaseColumns, rows: filedCaseRows(filed), expected: filed.length },
      {
        table: 'case_events',
        columns: caseEventColumns,
        rows: caseEventRows(filed),
        expected: filed.length * 5,
      },
      {
        table: 'cases',
        columns: matterCaseColumns,
        rows: matterCaseRows(ofMatters),
        expected: ofMatters.length,
      },
      {
        table: 'case_events',
        columns: caseEventColumns,
        rows: matterCaseEventRows(ofMatters),
        expected: ofMatters.length * 6,
      },
      {
        table: 'permits',
        columns: permitColumns,
        rows: matterPermitRows(ofMatters),
        expected: ofMatters.length,
      },
      {
        table: 'voided_permits',
        columns: voidedPermitColumns,
        rows: voidedPermitRows(ofMatters),
        expected: ofMatters.length / 100,
      },
      { table: 'officials', columns: officialColumns, rows: officialRows(), expected: 500 },
      { table: 'permits', columns: permitColumns, rows: permitRows(population), expected: size * 0.9 },
      { table: 'permits', columns: permitColumns, rows: filedPermitRows(filed), expected: filed.length / 6 },
    ];
  },
  views: VIEWS,
  complete,
};
