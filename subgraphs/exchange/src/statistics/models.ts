import type { AnswerTimes, FieldShares } from '../generated/types.ts';

/** What resolvers receive for each type of the schema. */

/** What is asked for; the figures are made when a field asks for them. */
export interface SharingStatisticsModel {
  /** Names of the departments that are looked at, sorted. */
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
  /** Of the resource. */
  code: string;
  calls: number;
  errors: number;
}
