import {
  anyOf,
  askedKey,
  askedKeys,
  createPageLoader,
  createRowLoader,
  createRowsLoader,
  type PageArguments,
  preparePages,
} from '@yiwang/subgraph-kit';
import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { accessCursor, behind } from './cursors.ts';
import type { AccessLogModel, AccessModel } from './models.ts';
import { readSealKeys } from './seal-keys.ts';
import { accesses, accessEnterprises, accessLogs, type AccessEnterpriseRow } from './tables.ts';

/** Counting more takes longer than anyone waits. */
export const MOST_COUNTED = 10_000;

/** The place of a record, as one text. */
export function placeOf({
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

/** Who read what; see prepareLoaders. */
export function prepareAccessLoaders(db: PostgresJsDatabase) {
  const keys = sql.placeholder('keys');
  const logs = db.select().from(accessLogs).orderBy(accessLogs.gateway).prepare('access_logs');

  /** Uses the index access_enterprises_enterprise. */
  const ofEnterprises = preparePages<AccessModel & { enterprise: string }>(
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
            after ? behind(accessEnterprises, after) : undefined,
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
        limit ${sql.raw(String(MOST_COUNTED + 1))}) as reads) as counted`,
    )
    .prepare('access_counts');

  const filed = db
    .select()
    .from(accessEnterprises)
    .where(
      sql`(${accessEnterprises.at}, ${accessEnterprises.gateway}, ${accessEnterprises.sequence}) in (
        select at::timestamptz, gateway, sequence from unnest(${sql.placeholder('ats')}::text[],
          ${sql.placeholder('gateways')}::text[], ${sql.placeholder('sequences')}::bigint[])
          as asked(at, gateway, sequence))`,
    )
    .prepare('filed_enterprises');

  const ofGateways = db
    .select()
    .from(accessLogs)
    .where(anyOf(accessLogs.gateway, keys))
    .prepare('access_logs_of_gateways');

  async function recordsOf(gateway: string, asked: PageArguments & { from: string | null; behind: number }) {
    const first =
      asked.from === null ? asked.behind : Math.max(asked.behind, await before(gateway, asked.from));
    return db
      .select()
      .from(accesses)
      .where(and(eq(accesses.gateway, gateway), sql`${accesses.sequence} > ${first}::bigint`))
      .orderBy(accesses.sequence)
      .limit(asked.first);
  }

  /** The record before the first of a time; the last when there is none. */
  async function before(gateway: string, from: string): Promise<number> {
    const [found] = await db.execute<{ sequence: string | null }>(sql`
      select min(sequence) - 1 as sequence from accesses where gateway = ${gateway} and at >= ${from}::timestamptz`);
    return found?.sequence == null ? Number.MAX_SAFE_INTEGER : Number(found.sequence);
  }

  return {
    /** By gateway. */
    accessLogs: (): Promise<AccessLogModel[]> => logs.execute(),
    accessLogOf: createRowLoader<AccessLogModel>(
      ({ gateway }) => gateway,
      (names) => ofGateways.execute({ keys: names }),
    ),
    sealKeysOf: (gateway: string) => readSealKeys(db, gateway),
    /** In the order in which they were written. */
    recordsOf,
    /** Newest first; by USCC. */
    accessesOf: createPageLoader<AccessModel & { enterprise: string }>(
      ({ enterprise }) => enterprise,
      ofEnterprises,
    ),
    /** By USCC; more than MOST_COUNTED are not counted. */
    accessCountOf: createRowLoader<{ enterprise: string; count: number }>(
      ({ enterprise }) => enterprise,
      (usccs) => counted.execute({ keys: usccs }),
    ),
    /** The enterprises under which a record is found. Key: placeOf. */
    filedEnterprisesOf: createRowsLoader<AccessEnterpriseRow>(placeOf, (places) => {
      const parts = places.map((place) => JSON.parse(place) as [string, string, string]);
      return filed.execute({
        ats: parts.map(([at]) => at),
        gateways: parts.map(([, gateway]) => gateway),
        sequences: parts.map(([, , sequence]) => sequence),
      });
    }),
  };
}
