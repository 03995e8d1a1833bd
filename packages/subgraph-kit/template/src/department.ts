import { fileURLToPath } from 'node:url';
import type { TableRights } from '@yiwang/subgraph-kit';

export const NAME = 'template';
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));
/** What the serving process may do with the rows of each table, besides those of the kit, such as `cases` and `outbox`. */
export const RIGHTS = { records: 'select, insert' } as const satisfies TableRights;
