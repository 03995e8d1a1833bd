import { PublicError } from '@yiwang/errors';
import { checkPageSize, type PageArguments, toPage } from '@yiwang/subgraph-kit';
import { and, arrayContains, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { AccessRecordFilter } from '../generated/types.ts';
import { accessCursor, behind } from './cursors.ts';
import { fit } from './file-record.ts';
import { MOST_COUNTED } from './loaders.ts';
import type { AccessRecordConnectionModel, AccessRecordModel } from './models.ts';
import { accesses } from './tables.ts';

const MOST_CHARACTERS = 1000;

/**
 * Finds records by a filter, newest first. Planned with its values: only those tell which months have to be looked at, and
 * how many records match.
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
      .where(and(...matching, after ? behind(accesses, accessCursor.decode(after)) : undefined))
      .orderBy(desc(accesses.at), desc(accesses.gateway), desc(accesses.sequence))
      .limit(first + 1);
    return { ...toPage(rows, first), countAll: () => countMatching(db, matching) };
  };
}

function conditionsOf({ gateway, client, subject, subjectType, from, until }: AccessRecordFilter): SQL[] {
  const conditions: SQL[] = [];
  if (gateway != null) conditions.push(eq(accesses.gateway, gateway));
  if (client != null) conditions.push(eq(accesses.client, fit(client)));
  if (from != null) conditions.push(sql`${accesses.at} >= ${from}::timestamptz`);
  if (until != null) conditions.push(sql`${accesses.at} < ${until}::timestamptz`);
  if (subject != null) conditions.push(arrayContains(accesses.subjectKeys, [fit(subject)]));
  if (subjectType != null) conditions.push(arrayContains(accesses.subjectTypes, [fit(subjectType)]));
  if (subject != null && subjectType != null) {
    conditions.push(sql`exists (select from unnest(${accesses.subjectTypes}, ${accesses.subjectKeys}) as named(type, key)
      where named.type = ${fit(subjectType)}::text and named.key = ${fit(subject)}::text)`);
  }
  return conditions;
}

/** Null when there are too many to be counted. */
async function countMatching(db: PostgresJsDatabase, matching: readonly SQL[]): Promise<number | null> {
  const some = db
    .select({ one: sql`1`.as('one') })
    .from(accesses)
    .where(and(...matching))
    .limit(MOST_COUNTED + 1)
    .as('some');
  const [found] = await db.select({ count: sql<number>`count(*)::int` }).from(some);
  return found!.count > MOST_COUNTED ? null : found!.count;
}

/** @throws PublicError */
function checkFilter({ from, until, ...texts }: AccessRecordFilter): void {
  for (const [name, text] of Object.entries(texts)) {
    if (text != null && (text.length > MOST_CHARACTERS || text.includes('\0'))) {
      throw new PublicError('INVALID_ARGUMENT', `filter.${name} has at most ${MOST_CHARACTERS} characters.`);
    }
  }
  if (from != null && until != null && Date.parse(from) >= Date.parse(until)) {
    throw new PublicError('CONTRADICTORY_FILTER', 'filter.from is before filter.until.');
  }
}
