import { repairCode, regionRange } from '@yiwang/codes';
import { PublicError } from '@yiwang/errors';
import { inRange } from '@yiwang/subgraph-kit';
import { CASE_HOLDERS } from '@yiwang/subgraph-kit/cases';
import { and, eq, gte, isNotNull, lte, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { QueryTimeLimitStatisticsArgs } from '../generated/types.ts';
import type { TimeLimitStatisticModel } from '../models.ts';
import { caseEvents, cases } from '../tables.ts';
import { type CasePrincipal, isOfficial } from './case-rights.ts';

const MAX_DAYS = 731;
const MAX_ENTRIES = 1000;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Counts how long cases took that were decided in a period. */
export function createTimeLimitStatistics(db: PostgresJsDatabase) {
  /** @throws PublicError FORBIDDEN to whoever is no official, INVALID_ARGUMENT for a period that is too long or finds too much */
  return async function timeLimitStatistics(
    caller: CasePrincipal,
    { from, until, region, item }: QueryTimeLimitStatisticsArgs,
  ): Promise<TimeLimitStatisticModel[]> {
    if (!isOfficial(caller)) {
      throw new PublicError('FORBIDDEN', 'Only officials of this department count its cases.');
    }
    const days = (Date.parse(until) - Date.parse(from)) / DAY_MS;
    if (!(days >= 0 && days <= MAX_DAYS)) {
      throw new PublicError(
        'INVALID_ARGUMENT',
        'until must be from or later, and at most 24 months after it.',
      );
    }
    // Uses the index cases_decided.
    const matching = and(
      isNotNull(cases.filedBy),
      isNotNull(cases.decision),
      gte(cases.decidedOn, from),
      lte(cases.decidedOn, until),
      region == null ? undefined : inRange(cases.regionCode, regionRange(region)),
      item == null ? undefined : eq(cases.serviceItemCode, repairCode(item)),
    );
    const found = await db.execute<Record<keyof TimeLimitStatisticModel, string | number>>(sql`
      with chosen as (
        select number, to_char(decided_on, 'YYYY-MM') as month, left(region_code, 4) as region, service_item_code as item,
          decision = 'GRANTED' and voided_on is null as granted, coalesce(due_on < decided_on, false) as overdue,
          extension_days is not null as extended
        from ${cases} where ${matching}
      ), spans as (
        select case_number, "to", action = 'SUSPEND' as stops,
          extract(epoch from lead(at) over steps - at) * 1000 as passed,
          coalesce(lead(machine_ms) over steps, 0) as machine
        from ${caseEvents} where case_number in (select number from chosen)
        window steps as (partition by case_number order by sequence)
      ), times as (
        select case_number, bool_or(stops) as suspended,
          sum(greatest(passed - machine, 0)) filter (where ${heldBy('applicantMs')}) as applicant,
          sum(greatest(passed - machine, 0)) filter (where ${heldBy('officialMs')}) as official,
          sum(greatest(passed - machine, 0)) filter (where ${heldBy('suspendedMs')}) as stopped,
          sum(least(machine, passed)) as machine
        from spans group by case_number
      )
      select month, region as "regionCode", item as "itemCode", count(*)::int as decided,
        count(*) filter (where granted)::int as granted,
        count(*) filter (where overdue)::int as overdue,
        count(*) filter (where extended)::int as extended,
        count(*) filter (where suspended)::int as suspended,
        coalesce(avg(coalesce(applicant, 0)), 0)::float8 / ${HOUR_MS} as "applicantHours",
        coalesce(avg(coalesce(official, 0)), 0)::float8 / ${HOUR_MS} as "officialHours",
        coalesce(avg(coalesce(stopped, 0)), 0)::float8 / ${HOUR_MS} as "suspendedHours",
        coalesce(avg(coalesce(machine, 0)), 0)::float8 / ${HOUR_MS} as "machineHours"
      from chosen left join times on case_number = number
      group by month, region, item order by month, region, item limit ${MAX_ENTRIES + 1}`);
    if (found.length > MAX_ENTRIES) {
      throw new PublicError(
        'INVALID_ARGUMENT',
        `There are more than ${MAX_ENTRIES} entries: ask for a shorter period, a region or an item.`,
      );
    }
    return found as unknown as TimeLimitStatisticModel[];
  };
}

/** Whether a step leads to a state in which somebody has the case. */
function heldBy(holder: 'applicantMs' | 'officialMs' | 'suspendedMs') {
  const states = Object.entries(CASE_HOLDERS).flatMap(([state, one]) => (one === holder ? [state] : []));
  return sql`"to" = any(${sql.param(states)}::text[])`;
}
