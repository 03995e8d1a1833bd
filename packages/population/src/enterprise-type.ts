import { dayOfDate } from './calendar.ts';
import type { Stream } from './stream.ts';
import { createWeightTable } from './weight-table.ts';

/**
 * 1100 limited company, 1110 state-owned, 1130 of natural persons, 1151 of one natural person,
 * 1210 listed joint-stock, 1220 unlisted joint-stock, 2100 branch.
 */
export const ENTERPRISE_TYPES = ['1100', '1110', '1130', '1151', '1210', '1220', '2100'] as const;

export type EnterpriseTypeCode = (typeof ENTERPRISE_TYPES)[number];

/** Per ten thousand, in the order of ENTERPRISE_TYPES, of enterprises registered before a date. */
const BY_ERA: readonly { before: string; shares: readonly number[] }[] = [
  // The Company Law of 1993 took effect on 1994-07-01.
  { before: '1994-07-01', shares: [3000, 3200, 2400, 0, 60, 340, 1000] },
  // One person alone may own a limited company since 2006.
  { before: '2006-01-01', shares: [1300, 260, 6800, 0, 24, 156, 1460] },
  { before: '9999-01-01', shares: [720, 55, 5040, 3310, 3, 72, 800] },
];

const TABLES = BY_ERA.map(({ before, shares }) => ({
  beforeDay: dayOfDate(before),
  table: createWeightTable(ENTERPRISE_TYPES.map((type, index) => [type, shares[index]!] as const)),
}));

/** The type of enterprise i, in the proportions of the time it was registered in. */
export function drawType(stream: Stream, i: number, registeredDay: number): EnterpriseTypeCode {
  const { table } = TABLES.find(({ beforeDay }) => registeredDay < beforeDay)!;
  return stream.weighted(i, 0, table);
}
