import { createPopulation } from '@yiwang/population';
import { openings } from '@yiwang/population/matters';
import type { DepartmentSeed } from '@yiwang/subgraph-kit';
import { VIEWS } from '../src/department.ts';
import { enterpriseColumns, enterpriseRows } from './enterprise-rows.ts';
import { industryColumns, industryRows } from './industry-rows.ts';
import { mandateColumns, mandateEventColumns, mandateEventRows, mandateRows } from './mandate-rows.ts';
import { officialColumns, officialRows } from './official-rows.ts';
import {
  caseEventColumns,
  registrationColumns,
  registrationEventRows,
  registrationRows,
  registrationsOf,
  reservationColumns,
  reservationRows,
} from './registration-rows.ts';
import { changeColumns, changeRows, formerNameColumns, formerNameRows } from './registration-history.ts';

/** The made-up register of market regulation; README.md gives its proportions. */
export const seed: DepartmentSeed = {
  tables(scale) {
    const population = createPopulation({ scale });
    const { size } = population;
    const opened = [...openings(population)];
    const registrations = registrationsOf(opened);
    return [
      {
        table: 'industries',
        columns: industryColumns,
        rows: industryRows(),
        expected: 200,
        isReference: true,
      },
      { table: 'enterprises', columns: enterpriseColumns, rows: enterpriseRows(population), expected: size },
      {
        table: 'former_names',
        columns: formerNameColumns,
        rows: formerNameRows(population),
        expected: size * 0.06,
      },
      {
        table: 'registration_changes',
        columns: changeColumns,
        rows: changeRows(population),
        expected: size * 0.5,
      },
      { table: 'mandates', columns: mandateColumns, rows: mandateRows(population), expected: 18 },
      {
        table: 'mandate_events',
        columns: mandateEventColumns,
        rows: mandateEventRows(population),
        expected: 20,
      },
      { table: 'officials', columns: officialColumns, rows: officialRows(), expected: 2 },
      {
        table: 'name_reservations',
        columns: reservationColumns,
        rows: reservationRows(opened),
        expected: opened.length,
      },
      {
        table: 'cases',
        columns: registrationColumns,
        rows: registrationRows(registrations),
        expected: registrations.length,
      },
      {
        table: 'case_events',
        columns: caseEventColumns,
        rows: registrationEventRows(registrations),
        expected: registrations.length * 6,
      },
    ];
  },
  views: VIEWS,
};
