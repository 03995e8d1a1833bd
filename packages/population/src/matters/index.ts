export {
  type BuildingApplication,
  CASE_STEPS,
  type CaseMove,
  type Entry,
  type MatterApplication,
  type OpeningApplication,
  type TransferApplication,
  UNDONE,
} from './application.ts';
export {
  MATTER_CLIENT,
  matterApplications,
  type MatterApplications,
  momentOf,
  movesOf,
} from './matter-applications.ts';
export { deedTaxOf, planningPermitOf, reservationOf } from './results.ts';
export { buildings } from './buildings.ts';
export { openings } from './openings.ts';
export { transfers } from './transfers.ts';
