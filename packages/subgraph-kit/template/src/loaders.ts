import {
  anyOf,
  askedKey,
  askedKeys,
  type CursorParts,
  createPageLoader,
  createRowLoader,
  defineLoaders,
  preparePages,
  prepareSearch,
} from '@yiwang/subgraph-kit';
import { and, count, eq, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { recordCursor } from './cursors.ts';
import { type CaseRow, cases, type RecordRow, records } from './tables.ts';

interface CountByEnterprise {
  uscc: string;
  count: number;
}

export type Loaders = ReturnType<ReturnType<typeof prepareLoaders>>;

/**
 * The only SQL of the department. Statements are prepared once for a database; the function that is
 * returned makes one request's loaders, which forget everything with the request.
 */
export function prepareLoaders(db: PostgresJsDatabase) {
  const keys = sql.placeholder('keys');

  const recordsByNumber = db
    .select()
    .from(records)
    .where(anyOf(records.number, keys))
    .prepare('records_by_number');

  const recordsByCase = db
    .select()
    .from(records)
    .where(anyOf(records.caseNumber, keys))
    .prepare('records_by_case');

  const casesByNumber = db.select().from(cases).where(anyOf(cases.number, keys)).prepare('cases_by_number');

  const countsByHolder = db
    .select({ uscc: sql<string>`${records.holderUscc}`, count: count() })
    .from(records)
    .where(anyOf(records.holderUscc, keys))
    .groupBy(records.holderUscc)
    .prepare('record_counts_by_holder');

  /** Uses the index records_holder. */
  const recordsOf = preparePages<RecordRow>(recordCursor, ({ keys, limit, after }) => {
    const page = db
      .select()
      .from(records)
      .where(and(eq(records.holderUscc, askedKey), after ? behind(after) : undefined))
      .orderBy(records.number)
      .limit(limit)
      .as('page');
    return db.select(page._.selectedFields).from(askedKeys(keys)).crossJoinLateral(page);
  });

  const findRecords = prepareSearch<RecordRow>(recordCursor, (matching, { limit, after }) =>
    db
      .select()
      .from(records)
      .where(and(matching, after ? behind(after) : undefined))
      .orderBy(records.number)
      .limit(limit),
  );

  async function countRecords(): Promise<number> {
    const [row] = await db.select({ count: count() }).from(records);
    return row!.count;
  }

  return defineLoaders({
    findRecords,
    countRecords,
    recordByNumber: createRowLoader<RecordRow>(
      ({ number }) => number,
      (numbers) => recordsByNumber.execute({ keys: numbers }),
    ),
    recordOfCase: createRowLoader<RecordRow>(
      ({ caseNumber }) => caseNumber!,
      (numbers) => recordsByCase.execute({ keys: numbers }),
    ),
    caseByNumber: createRowLoader<CaseRow>(
      ({ number }) => number,
      (numbers) => casesByNumber.execute({ keys: numbers }),
    ),
    /** By number. */
    recordsOf: createPageLoader<RecordRow>(({ holderUscc }) => holderUscc, recordsOf),
    recordCountOf: createRowLoader<CountByEnterprise>(
      ({ uscc }) => uscc,
      (usccs) => countsByHolder.execute({ keys: usccs }),
    ),
  });
}

/** Behind the row of a cursor. */
function behind([number]: CursorParts): SQL {
  return sql`${records.number} > ${number}::text`;
}
