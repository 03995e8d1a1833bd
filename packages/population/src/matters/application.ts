import type { MadeUpUnit } from '../land/made-up-units.ts';
import type { MadeUpParcel } from '../land/made-up-parcels.ts';
import type { MadeUpPerson } from '../persons.ts';
import type { MadeUpEnterprise } from '../population.ts';

/** Why departments are asked to undo what a step did. */
export const UNDONE = '一件事撤销';

/** A step of a case in a department, as the kit of departments takes them. The first submits it, for the applicant. */
export type CaseMove =
  | { action: 'SUBMIT' | 'RESUBMIT' | 'ACCEPT' | 'START_REVIEW' | 'DELIVER' }
  | { action: 'RETURN'; defects: readonly { about: string | null; problem: string }[] }
  | { action: 'DECLINE'; reason: string }
  | { action: 'DECIDE'; decision: 'GRANTED' | 'DENIED'; reason: string | null }
  | { action: 'WITHDRAW'; reason: null };

/** What happened to an application, or to one of its steps. */
export type Happening =
  | { what: 'START' | 'SUBMIT' | 'COMPLETE' }
  | { what: 'WITHDRAW'; reason: string }
  /** A department's program has done its step, or undone what was done. */
  | { what: 'DONE' | 'UNDONE'; step: string }
  /** A department's case has moved. */
  | { what: 'CASE'; step: string; move: CaseMove };

export type Entry = Happening & { at: Date };

interface AnyApplication {
  /** Number of the application 联办件, in the department of services. */
  number: string;
  /** Distinguishes it from the others of its matter. The same at every scale. */
  serial: number;
  /** 6 digits. */
  region: string;
  /** Who files it. */
  person: MadeUpPerson;
  /** For whom. Null when the person applies for itself. */
  applicant: MadeUpEnterprise | null;
  phone: string;
  /** First entry first. Nothing stands behind the reference date. */
  history: readonly Entry[];
  /** Numbers of its cases in departments, by step; also of those that it never came to. */
  cases: Readonly<Record<string, string>>;
}

/** 企业开办: steps name, registration, tax, seal, food. */
export interface OpeningApplication extends AnyApplication {
  matter: 'YJS320000001';
  enterprise: Pick<
    MadeUpEnterprise,
    'name' | 'typeCode' | 'industryCode' | 'businessScope' | 'regionCode'
  > & { capitalCny: string; address: string };
  /** Index of the enterprise in the population that was registered. Null when none was. */
  registered: { index: number; uscc: string } | null;
  /** Null when no food is sold. */
  isFoodWanted: boolean;
  areaM2: number;
}

/** 不动产登记: steps hold, tax, registration. */
export interface TransferApplication extends AnyApplication {
  matter: 'YJS320000002';
  unit: MadeUpUnit;
  /** Who acquires the right: name, and the code of an enterprise. */
  holder: { name: string; uscc: string | null };
  /** Who held it before: code or name. */
  holderBefore: string;
  /** Index in the population of the enterprise that acquires it. Null for a person. */
  holderIndex: number | null;
  priceCny: string;
  taxCny: string;
}

/** 工业建设项目施工许可: steps land, works, construction. */
export interface BuildingApplication extends AnyApplication {
  matter: 'YJS320000003';
  applicant: MadeUpEnterprise;
  parcel: MadeUpParcel;
  projectName: string;
  address: string;
  areaM2: number;
}

export type MatterApplication = OpeningApplication | TransferApplication | BuildingApplication;

/** The department that decides a step on which people decide. */
export const CASE_STEPS: Readonly<Record<string, 'enterprises' | 'permits' | 'land'>> = {
  'YJS320000001/registration': 'enterprises',
  'YJS320000001/seal': 'permits',
  'YJS320000001/food': 'permits',
  'YJS320000002/registration': 'land',
  'YJS320000003/land': 'land',
  'YJS320000003/works': 'permits',
  'YJS320000003/construction': 'permits',
};
