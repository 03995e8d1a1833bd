import type { PgColumn } from 'drizzle-orm/pg-core';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { nameContains, nameHolds } from '../database/name-contains.ts';
import { nameShare } from '../database/name-share.ts';

/** Of names that hold a term which is rarer, their index gives so few that the planner cannot be far wrong. */
const RARE_SHARE = 0.002;

/** Where so many names hold the term, few rows match by the other conditions alone. */
const NEARLY_ALL = 0.5;

/** The ways to find a page of a list by a part of a name, and perhaps more. Each gives the same rows, in the same order. */
interface WaysByName<Row> {
  /** As the planner sees fit. */
  plan: () => Promise<Row[]>;
  /** The part of a page that is found in the beginning of the list's order: a few thousand rows. */
  walkStart: () => Promise<Row[]>;
  /** A page, found by going through the order for as long as it takes. */
  walk: () => Promise<Row[]>;
  /**
   * A page out of all that matches, found by the indexes of the conditions, and sorted.
   *
   * @param holds how the part of a name is looked for
   */
  sort: (holds: typeof nameContains) => Promise<Row[]>;
  /** How many match of all pages; null when they are too many to sort for one. */
  count: (holds: typeof nameContains) => Promise<number | null>;
}

export interface SearchByName<Row> extends WaysByName<Row> {
  db: PostgresJsDatabase;
  /** Of the names, in the form in which they are searched. */
  column: PgColumn;
  /** What they must contain, in that form. */
  term: string;
  /** Rows of the page. */
  limit: number;
  /** From this share of the names on, a count reads the names instead of their index. */
  commonShare: number;
}

/**
 * Finds a page of a list by a term that names hold, and counts what matches, once, whether for the page or for the caller.
 *
 * The planner takes conditions for independent. Where a name that is frequent in one city is looked for in another, it expects to find a page
 * soon by walking the order, and walks all of it. So only the beginning of the order is walked. When the page is not full then, few match:
 * they are found by their indexes and sorted, unless a count says that they are too many.
 */
export async function searchByName<Row>({
  db,
  column,
  term,
  limit,
  commonShare,
  ...ways
}: SearchByName<Row>): Promise<{ rows: Row[]; countAll: () => Promise<number | null> }> {
  const share = await nameShare(db, column, term);
  let counted: Promise<number | null> | undefined;
  const count: WaysByName<Row>['count'] = (holds) => (counted ??= ways.count(holds));
  const rows = await findPage(share, limit, { ...ways, count });
  return { rows, countAll: () => count(share < commonShare ? nameContains : nameHolds) };
}

/** @param share about what share of the names hold the term: see `nameShare` */
async function findPage<Row>(
  share: number,
  limit: number,
  { plan, walkStart, walk, sort, count }: WaysByName<Row>,
): Promise<Row[]> {
  if (share < RARE_SHARE) return plan();
  const near = await walkStart();
  if (near.length >= limit) return near;
  const holds = share < NEARLY_ALL ? nameContains : nameHolds;
  const matching = await count(holds);
  if (matching === near.length) return near;
  return matching === null ? walk() : sort(holds);
}
