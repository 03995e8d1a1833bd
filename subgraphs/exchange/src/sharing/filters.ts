import { and, eq, gt, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { CorrectionFilter, GrantFilter, SharingApplicationFilter } from '../generated/types.ts';
import type { Caller } from './caller.ts';
import { corrections, grants, sharingApplications } from './tables.ts';

/** What the caller may see and the filter asks for. */
export function applicationConditions(
  caller: Caller,
  { states, department, client, dueBefore, overdue }: SharingApplicationFilter,
  now: Date,
): SQL {
  const table = sharingApplications;
  return and(
    seenBy(caller, table, isNotNull(table.submittedAt)),
    states ? inArray(table.state, [...new Set(states)]) : undefined,
    department == null ? undefined : eq(table.department, department),
    client == null ? undefined : eq(table.client, client),
    dueBefore == null ? undefined : lt(table.dueAt, dueBefore),
    overdueCondition(table.dueAt, overdue, now),
  )!;
}

/** What the caller may see and the filter asks for. */
export function grantConditions(
  caller: Caller,
  { states, department, client, coordinate, untilBefore }: GrantFilter,
  now: Date,
): SQL {
  const moment = now.toISOString();
  const byState = {
    ACTIVE: and(isNull(grants.endedAt), gt(grants.until, moment)),
    REVOKED: and(isNotNull(grants.endedAt), isNull(grants.replacedBy)),
    EXPIRED: or(isNotNull(grants.replacedBy), and(isNull(grants.endedAt), lte(grants.until, moment))),
  };
  return and(
    seenBy(caller, grants),
    states ? (or(...[...new Set(states)].map((state) => byState[state])) ?? sql`false`) : undefined,
    department == null ? undefined : eq(grants.department, department),
    client == null ? undefined : eq(grants.client, client),
    coordinate == null ? undefined : sql`${coordinate} = any(${grants.fields})`,
    untilBefore == null ? undefined : lt(grants.until, untilBefore),
  )!;
}

/** What the caller may see and the filter asks for. */
export function correctionConditions(
  caller: Caller,
  { states, department, client, coordinate, dueBefore, overdue }: CorrectionFilter,
  now: Date,
): SQL {
  const table = corrections;
  return and(
    seenBy(caller, table),
    states ? inArray(table.state, [...new Set(states)]) : undefined,
    department == null ? undefined : eq(table.department, department),
    client == null ? undefined : eq(table.client, client),
    coordinate == null ? undefined : eq(table.coordinate, coordinate),
    dueBefore == null ? undefined : lt(table.dueAt, dueBefore),
    overdueCondition(table.dueAt, overdue, now),
  )!;
}

type Table = typeof sharingApplications | typeof grants | typeof corrections;

/** @param shown of what the department decides */
function seenBy({ client, department, scopes }: Caller, table: Table, shown?: SQL): SQL {
  const decided =
    department !== null && scopes.includes('sharing:decide')
      ? and(eq(table.department, department), shown)
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
