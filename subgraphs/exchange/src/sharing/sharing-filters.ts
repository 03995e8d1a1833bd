import { and, eq, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { CorrectionFilter, GrantFilter, SharingApplicationFilter } from '../generated/types.ts';
import { corrections, grants, sharingApplications } from '../tables/sharing-tables.ts';
import type { Principal } from './authorize.ts';
import { isInForce } from './grant-status.ts';

/** True of rows that match the filter and that the principal may see. */
export function applicationConditions(
  principal: Principal,
  { states, department, client, dueBefore, overdue, batch }: SharingApplicationFilter,
  now: Date,
): SQL {
  const table = sharingApplications;
  return and(
    isVisible(principal, table, isNotNull(table.submittedAt)),
    states ? inArray(table.state, [...new Set(states)]) : undefined,
    department == null ? undefined : eq(table.department, department),
    client == null ? undefined : eq(table.client, client),
    batch == null ? undefined : eq(table.batch, batch),
    dueBefore == null ? undefined : lt(table.dueAt, dueBefore),
    overdueCondition(table.dueAt, overdue, now),
  )!;
}

/** True of rows that match the filter and that the principal may see. */
export function grantConditions(
  principal: Principal,
  { states, department, client, coordinate, untilBefore }: GrantFilter,
  now: Date,
): SQL {
  const moment = now.toISOString();
  const byState = {
    ACTIVE: isInForce(now),
    REVOKED: and(isNotNull(grants.endedAt), isNull(grants.replacedBy)),
    EXPIRED: or(isNotNull(grants.replacedBy), and(isNull(grants.endedAt), lte(grants.until, moment))),
  };
  return and(
    isVisible(principal, grants),
    states ? (or(...[...new Set(states)].map((state) => byState[state])) ?? sql`false`) : undefined,
    department == null ? undefined : eq(grants.department, department),
    client == null ? undefined : eq(grants.client, client),
    coordinate == null ? undefined : sql`${coordinate} = any(${grants.fields})`,
    untilBefore == null ? undefined : lt(grants.until, untilBefore),
  )!;
}

/** True of rows that match the filter and that the principal may see. */
export function correctionConditions(
  principal: Principal,
  { states, department, client, coordinate, dueBefore, overdue }: CorrectionFilter,
  now: Date,
): SQL {
  const table = corrections;
  return and(
    isVisible(principal, table),
    states ? inArray(table.state, [...new Set(states)]) : undefined,
    department == null ? undefined : eq(table.department, department),
    client == null ? undefined : eq(table.client, client),
    coordinate == null ? undefined : eq(table.coordinate, coordinate),
    dueBefore == null ? undefined : lt(table.dueAt, dueBefore),
    overdueCondition(table.dueAt, overdue, now),
  )!;
}

type Table = typeof sharingApplications | typeof grants | typeof corrections;

/** @param submitted which of its rows the department may see; all of them by default */
function isVisible({ client, department, scopes }: Principal, table: Table, submitted?: SQL): SQL {
  const decided =
    department !== null && scopes.includes('sharing:decide')
      ? and(eq(table.department, department), submitted)
      : undefined;
  return or(eq(table.client, client), decided)!;
}

function overdueCondition(
  dueAt: typeof corrections.dueAt | typeof sharingApplications.dueAt,
  overdue: boolean | null | undefined,
  now: Date,
): SQL | undefined {
  if (overdue == null) return undefined;
  const past = lte(dueAt, now.toISOString());
  return overdue ? past : sql`not coalesce(${past}, false)`;
}
