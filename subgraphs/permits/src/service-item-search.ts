import { PublicError } from '@yiwang/errors';
import { checkPageSize, type PageArguments, toPage } from '@yiwang/subgraph-kit';
import { and, count, eq, gt, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { serviceItemColumns } from './columns.ts';
import { serviceItemCursor } from './cursors.ts';
import type { ServiceItemFilter } from './generated/types.ts';
import type { ServiceItemConnectionModel } from './models.ts';
import { checkFilter, conditions, readDepartment } from './service-item-filter.ts';
import { serviceItems } from './tables.ts';

/** Finds service items by a filter, by code. */
export function createServiceItemSearch(db: PostgresJsDatabase) {
  async function search(filter: ServiceItemFilter, page: PageArguments): Promise<ServiceItemConnectionModel> {
    checkPageSize(page.first);
    checkFilter(filter);
    const [behind] = page.after == null ? [] : serviceItemCursor.decode(page.after);
    const department = readDepartment(filter);
    await checkDepartment(department);
    const matching = conditions(filter, department);
    const rows = await db
      .select(serviceItemColumns)
      .from(serviceItems)
      .where(and(matching, behind === undefined ? undefined : gt(serviceItems.code, behind)))
      .orderBy(serviceItems.code)
      .limit(page.first + 1);
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
