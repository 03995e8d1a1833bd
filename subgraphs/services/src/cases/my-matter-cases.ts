import { PublicError } from '@yiwang/errors';
import {
  type Caller,
  checkPageSize,
  type Connection,
  type PageArguments,
  toPage,
} from '@yiwang/subgraph-kit';
import { and, count, desc, eq, or } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { behindMatterCase, matterCaseCursor } from '../cursors.ts';
import { type MatterCaseRow, matterCases } from '../tables.ts';

/** Lists the applications of a person and of the enterprises that it acts for, newest first. */
export function createMyMatterCases(db: PostgresJsDatabase) {
  /** @throws PublicError FORBIDDEN when no person is signed in, INVALID_ARGUMENT, MALFORMED_CURSOR */
  return async function myMatterCases(
    { user, mandates }: Pick<Caller, 'user' | 'mandates'>,
    { first, after }: PageArguments,
  ): Promise<Connection<MatterCaseRow, number>> {
    checkPageSize(first);
    if (user === null) {
      throw new PublicError(
        'FORBIDDEN',
        'Nobody is signed in: an application that acts for itself has no cases.',
      );
    }
    const own = or(
      eq(matterCases.applicantUser, user),
      ...mandates.flatMap(({ uscc, items }) =>
        items === null
          ? [eq(matterCases.applicantUscc, uscc)]
          : items.map((item) => and(eq(matterCases.applicantUscc, uscc), eq(matterCases.matter, item))),
      ),
    );
    const rows = await db
      .select()
      .from(matterCases)
      .where(and(own, after == null ? undefined : behindMatterCase(matterCaseCursor.decode(after))))
      .orderBy(desc(matterCases.startedOn), desc(matterCases.number))
      .limit(first + 1);
    return {
      ...toPage(rows, first),
      countAll: async () => {
        const [row] = await db.select({ count: count() }).from(matterCases).where(own);
        return row!.count;
      },
    };
  };
}
