import type { LandCaseKind } from './case-tables.ts';

/** Each kind of case: its item in the basic catalogue, for which a mandate may hold, and working days by law and as promised. */
export const LAND_CASE_KINDS = {
  REAL_ESTATE_REGISTRATION: { item: '320715003001', times: { statutoryDays: 30, promisedDays: 5 } },
  LAND_USE_PLANNING: { item: '320115001001', times: { statutoryDays: 20, promisedDays: 5 } },
} as const satisfies Record<LandCaseKind, object>;
