import { anyOf, type Caller, type Connection, type PageArguments } from '@yiwang/subgraph-kit';
import { createCasePages } from '@yiwang/subgraph-kit/cases';
import { PublicError } from '@yiwang/errors';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { caseCursor } from '../cursors.ts';
import type { MyCaseFilter } from '../generated/types.ts';
import { type CaseRow, cases, serviceItems } from '../tables.ts';

/** Lists the cases of a person and of the enterprises that it acts for, newest first. */
export function createMyCases(db: PostgresJsDatabase) {
  const pageOf = createCasePages<CaseRow>(db, cases, { by: 'receivedOn', cursor: caseCursor });

  /** @throws PublicError FORBIDDEN when no person is signed in, INVALID_ARGUMENT, CONTRADICTORY_FILTER, MALFORMED_CURSOR */
  return async function myCases(
    { user, mandates }: Pick<Caller, 'user' | 'mandates'>,
    { states, applicant }: MyCaseFilter,
    page: PageArguments,
  ): Promise<Connection<CaseRow, number | null>> {
    if (user === null) {
      throw new PublicError(
        'FORBIDDEN',
        'Nobody is signed in: an application that acts for itself has no cases.',
      );
    }
    if (states && states.length === 0) {
      throw new PublicError('CONTRADICTORY_FILTER', 'filter.states is empty: leave it out for all states.');
    }
    const held = mandates.filter(({ uscc }) => applicant == null || uscc === applicant);
    const keys = [
      ...(applicant == null ? [eq(cases.applicantUser, user)] : []),
      // Each is one range of the index cases_applicant.
      ...held.map(({ uscc, items }) =>
        items === null
          ? eq(cases.applicantUscc, uscc)
          : and(eq(cases.applicantUscc, uscc), isOfMatter(items))!,
      ),
    ];
    const matching = states ? inArray(cases.state, [...states]) : undefined;
    return pageOf(keys, matching, page);
  };
}

/** Whether the item of a case is one of those, by basic code. */
function isOfMatter(items: readonly string[]): SQL {
  return sql`exists (select 1 from ${serviceItems} where ${serviceItems.code} = ${cases.serviceItemCode} and ${anyOf(serviceItems.basicCode, items)})`;
}
