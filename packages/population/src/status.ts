import { dayOfDate, REFERENCE_DATE } from './calendar.ts';
import type { Stream } from './stream.ts';
import { createWeightTable, type WeightTable } from './weight-table.ts';

/** 存续, 注销, 吊销, 迁出, 歇业. */
export const STATUSES = ['ACTIVE', 'DEREGISTERED', 'REVOKED', 'MOVED_OUT', 'SUSPENDED'] as const;

export type EnterpriseStatus = (typeof STATUSES)[number];

/** Per thousand, in the order of STATUSES, of enterprises registered less than `years` years ago. */
const BY_AGE: readonly { years: number; shares: readonly number[] }[] = [
  { years: 1, shares: [983, 12, 0, 2, 3] },
  { years: 3, shares: [900, 78, 8, 7, 7] },
  { years: 6, shares: [795, 145, 42, 10, 8] },
  { years: 11, shares: [690, 212, 82, 12, 4] },
  { years: 21, shares: [590, 258, 138, 12, 2] },
  { years: Number.POSITIVE_INFINITY, shares: [450, 340, 198, 11, 1] },
];

const TABLES = BY_AGE.map(({ years, shares }) => ({
  days: years * 365.25,
  table: createWeightTable(STATUSES.map((status, index) => [status, shares[index]!] as const)),
}));

const REFERENCE_DAY = dayOfDate(REFERENCE_DATE);

/** The status of enterprise i on the reference date: the older, the likelier it has ended. */
export function drawStatus(stream: Stream, i: number, registeredDay: number): EnterpriseStatus {
  return stream.weighted(i, 0, tableFor(REFERENCE_DAY - registeredDay));
}

/**
 * The day on which that status began: the registration for an active enterprise, else a day between
 * registration and reference date. Revocation follows years of silence, a suspension lasts three years at most.
 */
export function drawStatusDay(
  stream: Stream,
  i: number,
  status: EnterpriseStatus,
  registeredDay: number,
): number {
  if (status === 'ACTIVE') return registeredDay;
  const earliest = {
    DEREGISTERED: registeredDay,
    MOVED_OUT: registeredDay,
    REVOKED: registeredDay + 183,
    SUSPENDED: Math.max(registeredDay, REFERENCE_DAY - 3 * 365),
  }[status];
  return stream.integer(i, 1, Math.min(earliest, REFERENCE_DAY), REFERENCE_DAY);
}

function tableFor(ageInDays: number): WeightTable<EnterpriseStatus> {
  return TABLES.find(({ days }) => ageInDays < days)!.table;
}
