import { PublicError } from '@yiwang/errors';
import { checkPageSize, type PageArguments, toPage } from '@yiwang/subgraph-kit';
import { and, arrayContains, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { AccessRecordFilter } from '../generated/types.ts';
import { accesses } from '../tables/access-tables.ts';
import { accessCursor, afterCursor, MAX_COUNTED } from './access-loaders.ts';
import type { AccessRecordConnectionModel, AccessRecordModel } from './access-models.ts';
import { indexText } from './index-columns.ts';

const MAX_CHARACTERS = 1000;

/**
 * Searches records by a filter, newest first. The statement is not prepared: PostgreSQL plans it with its values, by which it
 * chooses the partitions to read and estimates how many records match.
 */
export function createAccessSearch(db: PostgresJsDatabase) {
  return async function accessRecords(
    filter: AccessRecordFilter,
    { first, after }: PageArguments,
  ): Promise<AccessRecordConnectionModel> {
    checkPageSize(first);
    checkFilter(filter);
    const matching = conditionsOf(filter);
    const rows: AccessRecordModel[] = await db
      .select()
      .from(accesses)
      .where(and(...matching, after ? afterCursor(accesses, accessCursor.decode(after)) : undefined))
      .orderBy(desc(accesses.at), desc(accesses.gateway), desc(accesses.sequence))
      .limit(first + 1);
    return { ...toPage(rows, first), countAll: () => countMatching(db, matching) };
  };
}

function conditionsOf({ gateway, client, subject, subjectType, from, until }: AccessRecordFilter): SQL[] {
  const conditions: SQL[] = [];
  if (gateway != null) conditions.push(eq(accesses.gateway, gateway));
  if (client != null) conditions.push(eq(accesses.client, indexText(client)));
  if (from != null) conditions.push(sql`${accesses.at} >= ${from}::timestamptz`);
  if (until != null) conditions.push(sql`${accesses.at} < ${until}::timestamptz`);
  if (subject != null) conditions.push(arrayContains(accesses.subjectKeys, [indexText(subject)]));
  if (subjectType != null) conditions.push(arrayContains(accesses.subjectTypes, [indexText(subjectType)]));
  if (subject != null && subjectType != null) {
    conditions.push(sql`exists (select from unnest(${accesses.subjectTypes}, ${accesses.subjectKeys}) as named(type, key)
      where named.type = ${indexText(subjectType)}::text and named.key = ${indexText(subject)}::text)`);
  }
  return conditions;
}

/** Null when there are more than MAX_COUNTED. */
async function countMatching(db: PostgresJsDatabase, matching: readonly SQL[]): Promise<number | null> {
  const some = db
    .select({ one: sql`1`.as('one') })
    .from(accesses)
    .where(and(...matching))
    .limit(MAX_COUNTED + 1)
    .as('some');
  const [found] = await db.select({ count: sql<number>`count(*)::int` }).from(some);
  return found!.count > MAX_COUNTED ? null : found!.count;
}

/** @throws PublicError INVALID_ARGUMENT or CONTRADICTORY_FILTER */
function checkFilter({ from, until, ...texts }: AccessRecordFilter): void {
  for (const [name, text] of Object.entries(texts)) {
    if (text != null && (text.length > MAX_CHARACTERS || text.includes('\0'))) {
      throw new PublicError(
        'INVALID_ARGUMENT',
        `filter.${name} must have at most ${MAX_CHARACTERS} characters, and must not contain U+0000.`,
      );
    }
  }
  if (from != null && until != null && Date.parse(from) >= Date.parse(until)) {
    throw new PublicError('CONTRADICTORY_FILTER', 'filter.from must be before filter.until.');
  }
}
