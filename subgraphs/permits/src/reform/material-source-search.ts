import {
  checkPageSize,
  type Connection,
  defineKeyset,
  type PageArguments,
  toPage,
} from '@yiwang/subgraph-kit';
import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type MaterialSourceRow, materialSources } from './material-source-tables.ts';

export type MaterialSourceConnectionModel = Connection<MaterialSourceRow>;

/** By name of the material and coordinate. */
export const materialSourceCursor = defineKeyset('materialSources', ['text', 'text']);

export function createMaterialSourceSearch(db: PostgresJsDatabase) {
  return async ({ first, after }: PageArguments): Promise<MaterialSourceConnectionModel> => {
    checkPageSize(first);
    const { pattern, coordinate } = materialSources;
    const behind = after == null ? null : materialSourceCursor.decode(after);
    const rows = await db
      .select()
      .from(materialSources)
      .where(behind ? sql`(${pattern}, ${coordinate}) > (${behind[0]}, ${behind[1]})` : undefined)
      .orderBy(pattern, coordinate)
      .limit(first + 1);
    return { ...toPage(rows, first), countAll: () => db.$count(materialSources) };
  };
}
