import { type CursorParts, defineKeyset } from '@yiwang/subgraph-kit';
import { type SQL, sql } from 'drizzle-orm';
import { matterCases } from './tables.ts';

/** Applications, by the day on which they were begun, and number. */
export const matterCaseCursor = defineKeyset('matterCases', ['date', 'text']);

/** Behind the application of a cursor, newest first. */
export function behindMatterCase([startedOn, number]: CursorParts): SQL {
  return sql`(${matterCases.startedOn}, ${matterCases.number}) < (${startedOn}::date, ${number}::text)`;
}
