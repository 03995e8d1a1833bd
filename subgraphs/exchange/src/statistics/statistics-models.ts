import type { AnswerTimes, FieldShares } from '../generated/types.ts';

// What resolvers receive for each type of the schema.

/** What is selected. The figures are computed when a field needs them. */
export interface SharingStatisticsModel {
  /** Names of the selected departments, sorted. */
  departments: readonly string[];
  /** First and last day, in China. */
  from: string;
  until: string;
}

export interface SharingFiguresModel {
  shares: FieldShares;
  grantsInForce: number;
  applications: AnswerTimes;
  corrections: AnswerTimes;
}

export interface DepartmentFiguresModel {
  department: string;
  figures: SharingFiguresModel;
}

export interface ResourceCallsModel {
  /** Code of the resource. */
  code: string;
  calls: number;
  errors: number;
}
