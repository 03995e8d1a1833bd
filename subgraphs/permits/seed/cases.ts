import {
  COMMON_INDUSTRIES,
  dayOfDate,
  type MadeUpEnterprise,
  type Population,
  REFERENCE_DATE,
} from '@yiwang/population';
import { type Course, createCourses } from './course.ts';
import { type Action, LICENCES } from './licences.ts';
import { OFFERS, type Offer } from './offers.ts';

/** A case with what came of it. Days count from 1970-01-01. */
export interface Case {
  /** Number of the case among its enterprise's. */
  k: number;
  offer: Offer;
  course: Course;
  permit: IssuedPermit | null;
}

export interface IssuedPermit {
  fromDay: number;
  /** Last day; null when it has no end. */
  untilDay: number | null;
  ended: { day: number; by: 'REVOKED' | 'CANCELLED' } | null;
}

/** The seeded cases begin here. */
const FIRST_DAY = dayOfDate('2019-01-01');
const REFERENCE_DAY = dayOfDate(REFERENCE_DATE);

const CHANGE_SHARE = 0.1;
const RENEWAL_SHARE = 0.8;
const CANCELLATION_SHARE = 0.4;
const REVOCATION_SHARE = 0.5;

/** Indexes into LICENCES by industry code. */
const LICENCES_OF: ReadonlyMap<string, readonly number[]> = new Map(
  COMMON_INDUSTRIES.map(({ code }) => [
    code,
    [...LICENCES.keys()].filter((index) => {
      const { industries } = LICENCES[index]!;
      return industries.length === 0 || industries.some((beginning) => code.startsWith(beginning));
    }),
  ]),
);

/**
 * The cases of a population's enterprises: each applies for some licences of its industry
 * while it is in business, then changes them, renews them before they run out, and gives them up.
 */
export function createCases(population: Population) {
  const held = population.stream('permits/held');
  const days = population.stream('permits/day');
  const changes = population.stream('permits/change');
  const renewals = population.stream('permits/renewal');
  const endings = population.stream('permits/ending');
  const drawCourse = createCourses(population);

  /** The cases of enterprise i, in the order of their numbers, which is not the order of days. */
  function casesOf(i: number, enterprise: MadeUpEnterprise): Case[] {
    const first = Math.max(FIRST_DAY, dayOfDate(enterprise.registeredOn));
    const last = lastDayInBusiness(enterprise);
    const cases: Case[] = [];
    if (first > last) return cases;
    for (const index of LICENCES_OF.get(enterprise.industryCode)!) {
      if (!held.chance(i, index, LICENCES[index]!.perThousand / 1000)) continue;
      // The earlier of two days: most licences are sought early in the life of a business.
      follow(
        index,
        Math.min(days.integer(i, 2 * index, first, last), days.integer(i, 2 * index + 1, first, last)),
      );
    }
    return cases;

    /** All that comes of the wish for a licence on a day. */
    function follow(index: number, wishedDay: number): void {
      const offers = OFFERS[index]!;
      // Of some matters only the change is an enterprise's own: see 企业登记.
      let permit = apply(offers, offers.has('NEW') ? 'NEW' : 'CHANGE', wishedDay);
      while (permit) {
        const end = Math.min(permit.untilDay ?? last, last);
        const k = cases.length;
        if (end - permit.fromDay > 60 && changes.chance(i, 2 * k, CHANGE_SHARE)) {
          apply(offers, 'CHANGE', changes.integer(i, 2 * k + 1, permit.fromDay + 30, end - 30));
        }
        if (permit.untilDay === null || permit.untilDay >= last) {
          permit.ended = endOf(offers, permit);
          return;
        }
        if (!renewals.chance(i, 2 * k, RENEWAL_SHARE)) return;
        permit = apply(offers, 'RENEW', permit.untilDay - renewals.integer(i, 2 * k + 1, 30, 60));
      }
    }

    function apply(
      offers: ReadonlyMap<Action, Offer>,
      action: Action,
      wishedDay: number,
    ): IssuedPermit | null {
      const offer = offers.get(action);
      if (!offer) return null;
      const k = cases.length;
      const course = drawCourse(i, k, wishedDay, offer.promisedDays);
      const permit = issue(offer, course);
      cases.push({ k, offer, course, permit });
      return permit;
    }

    /** How a permit ends that would outlive its holder's business; null when nobody ends it. */
    function endOf(offers: ReadonlyMap<Action, Offer>, permit: IssuedPermit): IssuedPermit['ended'] {
      const k = cases.length;
      if (enterprise.status === 'REVOKED') {
        const day = Math.max(last, permit.fromDay);
        return endings.chance(i, 2 * k, REVOCATION_SHARE) ? { day, by: 'REVOKED' } : null;
      }
      const asks = enterprise.status === 'DEREGISTERED' && permit.fromDay < last;
      if (!asks || !endings.chance(i, 2 * k, CANCELLATION_SHARE)) return null;
      apply(offers, 'CANCEL', Math.max(permit.fromDay + 1, last - endings.integer(i, 2 * k + 1, 1, 30)));
      const cancellation = cases[k]?.course;
      if (cancellation?.decision !== 'GRANTED') return null;
      const day = cancellation.decidedDay!;
      // Too late to matter: it ran out while the request was being handled.
      if (permit.untilDay !== null && day > permit.untilDay) return null;
      return { day, by: 'CANCELLED' };
    }
  }

  return casesOf;
}

function lastDayInBusiness({ status, statusSince }: MadeUpEnterprise): number {
  return status === 'ACTIVE' ? REFERENCE_DAY : dayOfDate(statusSince);
}

/** The permit that a course leads to: none for a change, for an end, and for a course without a grant. */
function issue({ licence, action }: Offer, { decision, decidedDay }: Course): IssuedPermit | null {
  if (licence.permit === null || decision !== 'GRANTED' || decidedDay === null) return null;
  if (action !== 'NEW' && action !== 'RENEW') return null;
  const { years } = licence.permit;
  return {
    fromDay: decidedDay,
    untilDay: years === null ? null : dayBeforeYears(decidedDay, years),
    ended: null,
  };
}

/** The day before the same date so many years later. */
function dayBeforeYears(day: number, years: number): number {
  const date = new Date(day * 86_400_000);
  return Date.UTC(date.getUTCFullYear() + years, date.getUTCMonth(), date.getUTCDate()) / 86_400_000 - 1;
}
