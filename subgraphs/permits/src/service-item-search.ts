import { PublicError } from '@yiwang/errors';
import { checkPageSize, type PageArguments, prepareSearch, toPage } from '@yiwang/subgraph-kit';
import { and, count, eq, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { serviceItemColumns } from './columns.ts';
import { serviceItemCursor } from './cursors.ts';
import type { ServiceItemFilter } from './generated/types.ts';
import type { ServiceItemConnectionModel, ServiceItemModel } from './models.ts';
import { checkFilter, conditions, readDepartment } from './service-item-filter.ts';
import { serviceItems } from './tables.ts';

/** Finds service items by a filter, by code. */
export function createServiceItemSearch(db: PostgresJsDatabase) {
  const find = prepareSearch<ServiceItemModel>(serviceItemCursor, (matching, { limit, after }) =>
    db
      .select(serviceItemColumns)
      .from(serviceItems)
      .where(and(matching, after ? sql`${serviceItems.code} > ${after[0]}::text` : undefined))
      .orderBy(serviceItems.code)
      .limit(limit),
  );

  async function search(filter: ServiceItemFilter, page: PageArguments): Promise<ServiceItemConnectionModel> {
    checkPageSize(page.first);
    checkFilter(filter);
    const department = readDepartment(filter);
    await checkDepartment(department);
    const matching = conditions(filter, department);
    const rows = await find(matching, page.first + 1, page.after);
    return {
      ...toPage(rows, page.first),
      async countAll() {
        const [total] = await db.select({ count: count() }).from(serviceItems).where(matching);
        return total!.count;
      },
    };
  }

  /** @throws PublicError UNKNOWN_CODE when no service item names the department */
  async function checkDepartment(code: string | null): Promise<void> {
    if (code === null) return;
    const [known] = await db
      .select({ one: sql`1` })
      .from(serviceItems)
      .where(eq(serviceItems.departmentCode, code))
      .limit(1);
    if (!known) throw new PublicError('UNKNOWN_CODE', 'filter.department is the code of no department.');
  }

  return search;
}
