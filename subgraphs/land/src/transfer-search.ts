import { normaliseName } from '@yiwang/codes';
import { PublicError } from '@yiwang/errors';
import {
  type CursorParts,
  checkPageSize,
  type PageArguments,
  prepareSearch,
  toPage,
} from '@yiwang/subgraph-kit';
import { and, desc, eq, or, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { checkRegion, inRegion } from './code-ranges.ts';
import { transferColumns } from './columns.ts';
import { transferCursor } from './cursors.ts';
import type { LandTransferFilter } from './generated/types.ts';
import type { LandTransferConnectionModel, LandTransferModel } from './models.ts';
import { landTransfers } from './tables.ts';

/** Finds transfers of land-use rights by a filter, last deal first. */
export function createTransferSearch(db: PostgresJsDatabase) {
  const find = prepareSearch<LandTransferModel>(transferCursor, (matching, { limit, after }) =>
    db
      .select(transferColumns)
      .from(landTransfers)
      .where(and(matching, after ? behind(after) : undefined))
      .orderBy(desc(landTransfers.listedOn), desc(landTransfers.id))
      .limit(limit),
  );

  return async (filter: LandTransferFilter, page: PageArguments): Promise<LandTransferConnectionModel> => {
    checkPageSize(page.first);
    checkRegion(filter.region);
    const matching = conditions(filter);
    const rows = await find(matching, page.first + 1, page.after);
    return { ...toPage(rows, page.first), countAll: () => db.$count(landTransfers, matching) };
  };
}

function conditions({ region, partyName }: LandTransferFilter): SQL | undefined {
  return and(region ? inRegion(landTransfers.regionCode, region) : undefined, isParty(partyName));
}

function isParty(text: string | null | undefined): SQL | undefined {
  if (text == null) return undefined;
  const name = normaliseName(text);
  if (name === '') {
    throw new PublicError('INVALID_ARGUMENT', 'filter.partyName must have one character or more.');
  }
  return or(eq(landTransfers.fromName, name), eq(landTransfers.toName, name));
}

function behind([listedOn, id]: CursorParts): SQL {
  return sql`(${landTransfers.listedOn}, ${landTransfers.id}) < (${listedOn}::date, ${id}::text)`;
}
