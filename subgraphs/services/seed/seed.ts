import type { DepartmentSeed } from '@yiwang/subgraph-kit';
import { MATTERS } from './matters/matters.ts';

/** The day on which the definitions that come with the department were written. */
const WRITTEN_AT = '2026-11-29T00:00:00Z';

/** Who wrote them; no official has this name. */
const AUTHOR = 'yiwang';

/** The matters that a new database starts with. */
export const seed: DepartmentSeed = {
  tables() {
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
          1,
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
    ];
  },
};
