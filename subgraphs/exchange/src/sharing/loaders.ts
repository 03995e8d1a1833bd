import {
  anyOf,
  checkPageSize,
  type Connection,
  createRowLoader,
  createRowsLoader,
  type Keyset,
  type PageArguments,
  toPage,
} from '@yiwang/subgraph-kit';
import { and, count, desc, lt, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { CorrectionFilter, GrantFilter, SharingApplicationFilter } from '../generated/types.ts';
import type { Caller } from './caller.ts';
import { applicationCursor, correctionCursor, grantCursor } from './cursors.ts';
import { yearsWithoutHolidays } from './deadlines.ts';
import { applicationConditions, correctionConditions, grantConditions } from './filters.ts';
import { isOpenRenewal } from './open-renewal.ts';
import type { SharingOptions } from './sharing.ts';
import {
  type CorrectionRow,
  corrections,
  type GrantRow,
  grants,
  type SharingApplicationRow,
  sharingApplications,
  type SharingEventRow,
  sharingEvents,
} from './tables.ts';

/** Applications, grants and reports of wrong data; see prepareLoaders. Whether the caller may see a row is for resolvers. */
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

  /** Rows are planned with their values: only those tell how many match. */
  async function page<Row>(
    table: typeof sharingApplications | typeof grants | typeof corrections,
    matching: SQL,
    asked: PageArguments,
    { cursor, order }: { cursor: Keyset; order: AnyPgColumn },
  ): Promise<Connection<Row>> {
    checkPageSize(asked.first);
    const [after] = asked.after ? cursor.decode(asked.after) : [];
    const rows = await db
      .select()
      .from(table)
      .where(and(matching, after === undefined ? undefined : lt(order, sql`${after}::bigint`)))
      .orderBy(desc(order))
      .limit(asked.first + 1);
    const countAll = async () => (await db.select({ count: count() }).from(table).where(matching))[0]!.count;
    return { ...toPage(rows as Row[], asked.first), countAll };
  }

  return {
    /** What is now, and the rules that hold. */
    sharingNow: now,
    sharingRules: { ...rules, holidayYears: calendar.knownYears.map(Number) },
    /** Of the time from a question to when its answer is due; none when nothing is due. */
    yearsWithoutHolidays: (asked: string | null, dueAt: string | null) =>
      yearsWithoutHolidays(calendar, asked, dueAt),

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

    /** What the caller may see, newest first. */
    applicationPage: (caller: Caller, filter: SharingApplicationFilter, asked: PageArguments) =>
      page<SharingApplicationRow>(sharingApplications, applicationConditions(caller, filter, now()), asked, {
        cursor: applicationCursor,
        order: sharingApplications.id,
      }),
    /** What the caller may see, newest first. */
    grantPage: (caller: Caller, filter: GrantFilter, asked: PageArguments) =>
      page<GrantRow>(grants, grantConditions(caller, filter, now()), asked, {
        cursor: grantCursor,
        order: grants.sequence,
      }),
    /** What the caller may see, newest first. */
    correctionPage: (caller: Caller, filter: CorrectionFilter, asked: PageArguments) =>
      page<CorrectionRow>(corrections, correctionConditions(caller, filter, now()), asked, {
        cursor: correctionCursor,
        order: corrections.id,
      }),
  };
}
