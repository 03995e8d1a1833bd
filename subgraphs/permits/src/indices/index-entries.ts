import {
  checkPageSize,
  type Connection,
  defineKeyset,
  type PageArguments,
  toPage,
} from '@yiwang/subgraph-kit';
import { and, desc, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { caseCursor } from '../cursors.ts';
import type { CaseIndexPartName, ItemIndexPartName } from '../generated/types.ts';
import type { CaseConnectionModel } from '../models.ts';
import { cases } from '../tables.ts';
import { CASE_PARTS, coverageFacts, isInMonth, isInScope, ITEM_PARTS, itemFacts } from './index-facts.ts';
import type { IndexPartModel } from './service-indices.ts';

/** One thing that stands behind a part of an index. */
export interface ItemIndexEntryModel {
  counts: boolean;
  regionCode: string;
  /** Null for an item of the catalogue that nobody offers. */
  itemCode: string | null;
  /** Only where the catalogue is looked at. */
  basicCode: string | null;
  /** Sorts the entries of a region. */
  key: string;
}

export type ItemIndexEntryConnectionModel = Connection<ItemIndexEntryModel>;

/** By region and code. */
export const indexEntryCursor = defineKeyset('indexEntries', ['text', 'text']);

/** Lists what stands behind the parts of indices: the same facts that were counted. */
export function createIndexEntries(db: PostgresJsDatabase) {
  return {
    async items(
      { name, scope }: IndexPartModel<ItemIndexPartName>,
      counting: boolean | null | undefined,
      { first, after }: PageArguments,
    ): Promise<ItemIndexEntryConnectionModel> {
      checkPageSize(first);
      const behind = after == null ? null : indexEntryCursor.decode(after);
      const isCovered = name === 'OFFERED';
      const entries = isCovered
        ? sql`select code is not null as counts, region_code, code, basic_code, basic_code as key from ${coverageFacts(scope)}`
        : sql`select ${ITEM_PARTS[name]} as counts, region_code, code, null as basic_code, code as key from ${itemFacts(scope)}`;
      const matching = counting == null ? sql`true` : sql`counts = ${counting}`;
      const rows = await db.execute<ItemIndexEntryModel & Record<string, unknown>>(sql`
        select counts, region_code as "regionCode", code as "itemCode", basic_code as "basicCode", key from (${entries}) as entries
        where ${matching} ${behind ? sql`and (region_code, key) > (${behind[0]}, ${behind[1]})` : sql``}
        order by region_code, key limit ${first + 1}`);
      return {
        ...toPage<ItemIndexEntryModel>([...rows], first),
        async countAll() {
          const [total] = await db.execute<{ count: number }>(
            sql`select count(*)::int as count from (${entries}) as entries where ${matching}`,
          );
          return total!.count;
        },
      };
    },

    /** Newest first. */
    async cases(
      { name, scope }: IndexPartModel<CaseIndexPartName>,
      counting: boolean | null | undefined,
      { first, after }: PageArguments,
    ): Promise<CaseConnectionModel> {
      checkPageSize(first);
      const { day, among, counts } = CASE_PARTS[name];
      const matching = and(
        isInMonth(day, scope.month),
        isInScope(sql`region_code`, scope),
        among,
        counting == null ? undefined : counting ? counts : sql`not (${counts})`,
      );
      const behind = after == null ? undefined : behindCase(caseCursor.decode(after));
      const rows = await db
        .select()
        .from(cases)
        .where(and(matching, behind))
        .orderBy(desc(cases.receivedOn), desc(cases.number))
        .limit(first + 1);
      return { ...toPage(rows, first), countAll: () => db.$count(cases, matching) };
    },
  };
}

function behindCase([receivedOn, number]: readonly string[]): SQL {
  return sql`(${cases.receivedOn}, ${cases.number}) < (${receivedOn}::date, ${number}::text)`;
}
