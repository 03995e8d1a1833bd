import { createPopulation } from '@yiwang/population';
import { matterApplications } from '@yiwang/population/matters';
import type { DepartmentSeed } from '@yiwang/subgraph-kit';
import { addUpMonths } from '@yiwang/subgraph-kit/totals';
import { MATTER_TOTALS } from '../src/cases/matter-statistics.ts';
import {
  DEFINITION_VERSION,
  madeUpMatter,
  matterCaseColumns,
  matterCaseRows,
  matterEventColumns,
  matterEventRows,
  matterStepColumns,
  matterStepRows,
} from './matter-rows.ts';
import { MATTERS } from './matters/matters.ts';

/** Before every made-up application. */
const WRITTEN_AT = '2023-12-01T01:00:00Z';

/** Who wrote them; no official has this name. */
const AUTHOR = 'yiwang';

/** The matters that a new database starts with, and made-up applications for them; README.md gives their proportions. */
export const seed: DepartmentSeed = {
  tables(scale) {
    const { openings, transfers, buildings } = matterApplications(createPopulation({ scale }));
    const matters = [...openings, ...transfers, ...buildings].map(madeUpMatter);
    return [
      {
        table: 'matter_versions',
        columns: [
          'matter',
          'version',
          'state',
          'revision',
          'definition',
          'editors',
          'changed_at',
          'published_at',
        ],
        rows: MATTERS.map(({ code, definition }) => [
          code,
          DEFINITION_VERSION,
          'PUBLISHED',
          1,
          JSON.stringify(definition),
          `{${AUTHOR}}`,
          WRITTEN_AT,
          WRITTEN_AT,
        ]),
        expected: MATTERS.length,
        isReference: true,
      },
      {
        table: 'matter_cases',
        columns: matterCaseColumns,
        rows: matterCaseRows(matters),
        expected: matters.length,
      },
      {
        table: 'matter_steps',
        columns: matterStepColumns,
        rows: matterStepRows(matters),
        expected: matters.length * 4,
      },
      {
        table: 'matter_events',
        columns: matterEventColumns,
        rows: matterEventRows(matters),
        expected: matters.length * 14,
      },
    ];
  },
  complete: ({ db }) => addUpMonths(db, MATTER_TOTALS, new Date()),
};
