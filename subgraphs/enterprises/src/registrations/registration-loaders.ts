import { regionRange, repairCode } from '@yiwang/codes';
import { dayOf } from '@yiwang/codes/working-days';
import { PublicError } from '@yiwang/errors';
import {
  anyOf,
  type Caller,
  createRowLoader,
  createRowsLoader,
  defineKeyset,
  inRange,
  type PageArguments,
} from '@yiwang/subgraph-kit';
import { atRegion, createCasePages, createFiledCases, createOfficials } from '@yiwang/subgraph-kit/cases';
import { createChangedEnterprises } from '@yiwang/subgraph-kit/outbox';
import type { CaseEventRow } from '@yiwang/subgraph-kit/cases/tables';
import { and, eq, inArray, lt, ne, type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { NAME } from '../department.ts';
import type { RegistrationInboxFilter } from '../generated/types.ts';
import type { RegistrationConnectionModel } from './registration-models.ts';
import { caseEvents, cases, officials, outbox, type RegistrationRow } from './registration-tables.ts';

/** Cases of a person, by the day of receipt and the number. */
export const ownCursor = defineKeyset('myRegistrations', ['date', 'text']);
/** Cases at an office, by the day by which it must act and the number. */
export const inboxCursor = defineKeyset('registrationInbox', ['date', 'text']);

/** The statements that read registrations. */
export function prepareRegistrationLoaders(db: PostgresJsDatabase, now: () => Date) {
  const keys = sql.placeholder('keys');
  const offices = createOfficials({ department: NAME, officials, now });
  const inboxPages = createCasePages<RegistrationRow>(db, cases, { by: 'actBy', cursor: inboxCursor });
  const ownPages = createCasePages<RegistrationRow>(db, cases, { by: 'receivedOn', cursor: ownCursor });
  const filed = createFiledCases<RegistrationRow>(db, { cases, outbox });
  const changedEnterprises = createChangedEnterprises(db, outbox);

  const casesByNumber = db
    .select()
    .from(cases)
    .where(anyOf(cases.number, keys))
    .prepare('registrations_by_number');

  const eventsByCase = db
    .select()
    .from(caseEvents)
    .where(anyOf(caseEvents.caseNumber, keys))
    .orderBy(caseEvents.caseNumber, caseEvents.sequence)
    .prepare('events_by_registration');

  return {
    registrationByNumber: createRowLoader<RegistrationRow>(
      ({ number }) => number,
      (numbers) => casesByNumber.execute({ keys: numbers }),
    ),

    /** First event first. */
    eventsOfRegistration: createRowsLoader<CaseEventRow>(
      ({ caseNumber }) => caseNumber,
      (numbers) => eventsByCase.execute({ keys: numbers }),
    ),

    registrations: {
      changedEnterprises,
      filed: {
        byNumbers: (caller: Caller, numbers: readonly string[]) =>
          filed.byNumbers(caller, numbers.map(repairCode)),
        changes: filed.changes,
      },

      /** @throws PublicError FORBIDDEN when no person is signed in */
      ofPerson({ user }: Caller, page: PageArguments): Promise<RegistrationConnectionModel> {
        if (user === null) throw new PublicError('FORBIDDEN', 'Nobody is signed in who could have cases.');
        return ownPages([eq(cases.applicantUser, user)], undefined, page);
      },

      /** @throws PublicError FORBIDDEN to whoever is no person of this department with the scope */
      async inbox(
        caller: Caller,
        filter: RegistrationInboxFilter,
        page: PageArguments,
      ): Promise<RegistrationConnectionModel> {
        if (!offices.isOfficial(caller)) {
          throw new PublicError(
            'FORBIDDEN',
            'Only an official of this department, as a person, has an inbox.',
          );
        }
        const regions = await offices.regionsOf(db, caller.user!);
        return inboxPages(
          regions.map((region) => atRegion(cases, region)),
          conditions(filter, dayOf(now())),
          page,
        );
      },
    },
  };
}

function conditions({ states, region, overdue }: RegistrationInboxFilter, today: string): SQL | undefined {
  if (states?.length === 0) {
    throw new PublicError('CONTRADICTORY_FILTER', 'filter.states is empty: leave it out for all states.');
  }
  return and(
    states ? inArray(cases.state, [...states]) : undefined,
    region == null ? undefined : inRange(cases.regionCode, regionRange(region)),
    overdue ? and(lt(cases.actBy, today), ne(cases.state, 'SUSPENDED')) : undefined,
  );
}
