import {
  anyOf,
  checkPageSize,
  type Connection,
  createRowLoader,
  createRowsLoader,
  defineKeyset,
  type Keyset,
  type PageArguments,
  toPage,
} from '@yiwang/subgraph-kit';
import { and, count, desc, lt, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { CorrectionFilter, GrantFilter, SharingApplicationFilter } from '../generated/types.ts';
import {
  type CorrectionRow,
  corrections,
  type GrantRow,
  grants,
  type SharingApplicationRow,
  sharingApplications,
  type SharingEventRow,
  sharingEvents,
} from '../tables/sharing-tables.ts';
import type { Principal } from './authorize.ts';
import { yearsWithoutHolidays } from './deadlines.ts';
import { isOpenRenewal } from './grant-status.ts';
import { applicationConditions, correctionConditions, grantConditions } from './sharing-filters.ts';
import type { SharingOptions } from './sharing.ts';

/** Newest first. */
export const applicationCursor = defineKeyset('sharingApplications', ['integer']);

/** Newest first. */
export const grantCursor = defineKeyset('grants', ['integer']);

/** Newest first. */
export const correctionCursor = defineKeyset('corrections', ['integer']);

/** Loaders of applications, grants and corrections; see prepareLoaders. Resolvers check whether the caller may see a row. */
export function prepareSharingLoaders(db: PostgresJsDatabase, { now, rules, calendar }: SharingOptions) {
  const keys = sql.placeholder('keys');

  const applicationsByNumber = db
    .select()
    .from(sharingApplications)
    .where(anyOf(sharingApplications.number, keys))
    .prepare('sharing_applications_by_number');

  /** Uses the index sharing_applications_renewal. */
  const openRenewals = db
    .select()
    .from(sharingApplications)
    .where(and(anyOf(sharingApplications.renews, keys), isOpenRenewal))
    .prepare('open_renewals');

  const grantsById = db.select().from(grants).where(anyOf(grants.id, keys)).prepare('grants_by_id');

  const grantsByApplication = db
    .select()
    .from(grants)
    .where(anyOf(grants.application, keys))
    .prepare('grants_by_application');

  const correctionsByNumber = db
    .select()
    .from(corrections)
    .where(anyOf(corrections.number, keys))
    .prepare('corrections_by_number');

  /** Uses the index sharing_events_subject. */
  const events = db
    .select()
    .from(sharingEvents)
    .where(anyOf(sharingEvents.subject, keys))
    .orderBy(sharingEvents.id)
    .prepare('sharing_events_of');

  /** The statement is not prepared: PostgreSQL plans it with its values, which decide how many rows match. */
  async function readPage<Row>(
    table: typeof sharingApplications | typeof grants | typeof corrections,
    matching: SQL,
    { first, after }: PageArguments,
    { cursor, order }: { cursor: Keyset; order: AnyPgColumn },
  ): Promise<Connection<Row>> {
    checkPageSize(first);
    const [last] = after ? cursor.decode(after) : [];
    const rows = await db
      .select()
      .from(table)
      .where(and(matching, last === undefined ? undefined : lt(order, sql`${last}::bigint`)))
      .orderBy(desc(order))
      .limit(first + 1);
    const countAll = async () => (await db.select({ count: count() }).from(table).where(matching))[0]!.count;
    return { ...toPage(rows as Row[], first), countAll };
  }

  return {
    /** The present time. */
    sharingNow: now,
    sharingRules: { ...rules, holidayYears: calendar.knownYears.map(Number) },
    /** See {@link yearsWithoutHolidays}. */
    yearsWithoutHolidays: (from: string | null, dueAt: string | null) =>
      yearsWithoutHolidays(calendar, from, dueAt),

    applicationByNumber: createRowLoader<SharingApplicationRow>(
      ({ number }) => number,
      (numbers) => applicationsByNumber.execute({ keys: numbers }),
    ),
    /** Key: id of a grant. */
    openRenewalOf: createRowLoader<SharingApplicationRow>(
      ({ renews }) => renews!,
      (ids) => openRenewals.execute({ keys: ids }),
    ),
    grantById: createRowLoader<GrantRow>(
      ({ id }) => id,
      (ids) => grantsById.execute({ keys: ids }),
    ),
    /** Key: number of an application. */
    grantOfApplication: createRowLoader<GrantRow>(
      ({ application }) => application,
      (numbers) => grantsByApplication.execute({ keys: numbers }),
    ),
    correctionByNumber: createRowLoader<CorrectionRow>(
      ({ number }) => number,
      (numbers) => correctionsByNumber.execute({ keys: numbers }),
    ),
    /** Oldest first. */
    eventsOf: createRowsLoader<SharingEventRow>(
      ({ subject }) => subject,
      (subjects) => events.execute({ keys: subjects }),
    ),

    /** What the principal may see, newest first. */
    applicationPage: (principal: Principal, filter: SharingApplicationFilter, page: PageArguments) =>
      readPage<SharingApplicationRow>(
        sharingApplications,
        applicationConditions(principal, filter, now()),
        page,
        {
          cursor: applicationCursor,
          order: sharingApplications.id,
        },
      ),
    /** What the principal may see, newest first. */
    grantPage: (principal: Principal, filter: GrantFilter, page: PageArguments) =>
      readPage<GrantRow>(grants, grantConditions(principal, filter, now()), page, {
        cursor: grantCursor,
        order: grants.sequence,
      }),
    /** What the principal may see, newest first. */
    correctionPage: (principal: Principal, filter: CorrectionFilter, page: PageArguments) =>
      readPage<CorrectionRow>(corrections, correctionConditions(principal, filter, now()), page, {
        cursor: correctionCursor,
        order: corrections.id,
      }),
  };
}
