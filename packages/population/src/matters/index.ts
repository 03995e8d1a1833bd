export {
  type BuildingApplication,
  CASE_STEPS,
  type CaseMove,
  type Entry,
  type MatterApplication,
  type OpeningApplication,
  type TransferApplication,
} from './application.ts';
export { matterApplications, type MatterApplications, momentOf } from './matter-applications.ts';
