import {
  askedKey,
  askedKeys,
  createPageLoader,
  createRowLoader,
  createRowsLoader,
  defineKeyset,
  preparePages,
} from '@yiwang/subgraph-kit';
import {
  and,
  desc,
  eq,
  getTableColumns,
  type Placeholder,
  type SQL,
  sql,
  type SQLWrapper,
} from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type AccessEnterpriseRow, accessEnterprises, accesses } from '../tables/access-tables.ts';
import type { AccessModel } from './access-models.ts';
import { type AccessLogModel, readLogs, readSealKeys } from './read-logs.ts';

/** Newest first. Milliseconds since 1970, gateway, sequence. */
export const accessCursor = defineKeyset('accesses', ['integer', 'text', 'integer']);

/** The cursor of a record. */
export function cursorOf(row: { at: string; gateway: string; sequence: number }): string {
  return accessCursor.encode([String(new Date(row.at).getTime()), row.gateway, String(row.sequence)]);
}

/** The end of the year 9999. A forged cursor may name any number, and PostgreSQL must still read it as a time. */
const LATEST_MS = sql.raw('253370764800000');

/** The rows after a cursor, that is, older ones. */
export function afterCursor(
  table: { at: SQLWrapper; gateway: SQLWrapper; sequence: SQLWrapper },
  [at, gateway, sequence]: readonly (string | Placeholder)[],
): SQL {
  return sql`(${table.at}, ${table.gateway}, ${table.sequence}) < (
    'epoch'::timestamptz + least(greatest(${at}::bigint, 0), ${LATEST_MS}) * interval '1 ms', ${gateway}::text, ${sequence}::bigint)`;
}

/** Most records that are counted: counting more would take too long. */
export const MAX_COUNTED = 10_000;

/** The primary key of a record as one text: the key of the loader enterprisesOfRecord. */
export function recordKey({
  at,
  gateway,
  sequence,
}: {
  at: string;
  gateway: string;
  sequence: number;
}): string {
  return JSON.stringify([new Date(at).toISOString(), gateway, String(sequence)]);
}

/** A part of the log of one gateway. */
interface RecordRange {
  first: number;
  /** Sequence number of the record before the first one; 0 for the beginning. */
  after: number;
  /** Only records at or after this time. */
  from: string | null;
}

/** Loaders of access logs; see prepareLoaders. */
export function prepareAccessLoaders(db: PostgresJsDatabase) {
  const keys = sql.placeholder('keys');

  /** Uses the index access_enterprises_enterprise. */
  const accessesOfEnterprises = preparePages<AccessModel & { enterprise: string }>(
    accessCursor,
    ({ keys, limit, after }) => {
      const page = db
        .select({
          at: accessEnterprises.at,
          gateway: accessEnterprises.gateway,
          sequence: accessEnterprises.sequence,
          enterprise: accessEnterprises.enterprise,
        })
        .from(accessEnterprises)
        .where(
          and(
            eq(accessEnterprises.enterprise, askedKey),
            after ? afterCursor(accessEnterprises, after) : undefined,
          ),
        )
        .orderBy(
          desc(accessEnterprises.at),
          desc(accessEnterprises.gateway),
          desc(accessEnterprises.sequence),
        )
        .limit(limit)
        .as('page');
      return db
        .select({ ...getTableColumns(accesses), enterprise: page.enterprise })
        .from(askedKeys(keys))
        .crossJoinLateral(page)
        .innerJoin(
          accesses,
          and(
            eq(accesses.at, page.at),
            eq(accesses.gateway, page.gateway),
            eq(accesses.sequence, page.sequence),
          ),
        )
        .orderBy(desc(page.at), desc(page.gateway), desc(page.sequence));
    },
  );

  const counted = db
    .select({ enterprise: sql<string>`asked.key`, count: sql<number>`counted.count` })
    .from(askedKeys(keys))
    .crossJoinLateral(
      sql`(select count(*)::int as count from (
        select 1 from ${accessEnterprises} where ${accessEnterprises.enterprise} = asked.key
        limit ${sql.raw(String(MAX_COUNTED + 1))}) as reads) as counted`,
    )
    .prepare('access_counts');

  const enterprisesOfRecords = db
    .select()
    .from(accessEnterprises)
    .where(
      sql`(${accessEnterprises.at}, ${accessEnterprises.gateway}, ${accessEnterprises.sequence}) in (
        select at::timestamptz, gateway, sequence from unnest(${sql.placeholder('ats')}::text[],
          ${sql.placeholder('gateways')}::text[], ${sql.placeholder('sequences')}::bigint[])
          as asked(at, gateway, sequence))`,
    )
    .prepare('enterprises_of_records');

  async function recordsOfLog(gateway: string, { first, after, from }: RecordRange) {
    const start = from === null ? after : Math.max(after, await lastBefore(gateway, from));
    return db
      .select()
      .from(accesses)
      .where(and(eq(accesses.gateway, gateway), sql`${accesses.sequence} > ${start}::bigint`))
      .orderBy(accesses.sequence)
      .limit(first);
  }

  /** The record before the first one at or after a time. When there is no such record, a number greater than any. */
  async function lastBefore(gateway: string, from: string): Promise<number> {
    const [found] = await db.execute<{ sequence: string | null }>(sql`
      select min(sequence) - 1 as sequence from accesses where gateway = ${gateway} and at >= ${from}::timestamptz`);
    return found?.sequence == null ? Number.MAX_SAFE_INTEGER : Number(found.sequence);
  }

  return {
    /** By gateway. */
    accessLogs: (): Promise<AccessLogModel[]> => readLogs(db, null),
    accessLogOf: createRowLoader<AccessLogModel>(
      ({ gateway }) => gateway,
      (names) => readLogs(db, names),
    ),
    sealKeysOf: (gateway: string) => readSealKeys(db, gateway),
    /** In the order in which they were written. */
    recordsOfLog,
    /** Newest first; by USCC. */
    accessesOf: createPageLoader<AccessModel & { enterprise: string }>(
      ({ enterprise }) => enterprise,
      accessesOfEnterprises,
    ),
    /** By USCC. Stops counting after MAX_COUNTED. */
    accessCountOf: createRowLoader<{ enterprise: string; count: number }>(
      ({ enterprise }) => enterprise,
      (usccs) => counted.execute({ keys: usccs }),
    ),
    /** The enterprises by which a record is found. Key: {@link recordKey}. */
    enterprisesOfRecord: createRowsLoader<AccessEnterpriseRow>(recordKey, (keys) => {
      const parts = keys.map((key) => JSON.parse(key) as [string, string, string]);
      return enterprisesOfRecords.execute({
        ats: parts.map(([at]) => at),
        gateways: parts.map(([, gateway]) => gateway),
        sequences: parts.map(([, , sequence]) => sequence),
      });
    }),
  };
}
