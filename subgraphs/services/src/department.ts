import { fileURLToPath } from 'node:url';
import type { TableRights } from '@yiwang/subgraph-kit';

export const NAME = 'services';
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/** What the serving process may do with the rows of each table, besides those of the kit. */
export const RIGHTS = {
  feeds: 'select, insert, update',
  matter_case_prefills: 'select, insert, update',
  matter_cases: 'select, insert, update',
  matter_events: 'select, insert',
  matter_steps: 'select, insert, update',
  matter_totals: 'select, insert',
  matter_versions: 'select, insert, update',
} as const satisfies TableRights;
