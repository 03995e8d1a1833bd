import { actsForApplicant, type ActingPrincipal } from '@yiwang/subgraph-kit/cases';
import type { LandCaseRow } from './case-tables.ts';
import { LAND_CASE_KINDS } from './land-case-kinds.ts';

/** By what the caller acts for the applicant of a case: a mandate may be for its item alone. Null when by nothing. */
export const actsFor = (caller: ActingPrincipal, row: LandCaseRow) =>
  actsForApplicant(caller, row, LAND_CASE_KINDS[row.kind].item);
