import type { Option } from 'commander';
import { option } from '../sharing/action-options.ts';
import { CASE_ADVICE, LAND_CASE_ADVICE, REGISTRATION_ADVICE } from './advice.ts';
import * as answers from './answers.ts';

/** How the cases of one department are asked for. */
interface CaseDepartment {
  /** Stands in the names of its mutations where permits have `Case`. */
  suffix: string;
  /** The query of one case. */
  one: string;
  /** The subscription of one case. Null when there is none. */
  changed: string | null;
  /** The lists of a person and of an office, with the types of their filters and what those can name. */
  mine: CaseList;
  inbox: CaseList;
  /** What is asked of a case in a list, of one that is followed, and of one that is shown. */
  selection: string;
  followed: string;
  whole: string;
  /** What permits have, and this department does not: steps by the names of the commands, arguments of mutations. */
  lacks: { steps: readonly string[]; arguments: readonly string[] };
  /** What to do about each code of a user error. */
  advice: Readonly<Record<string, string>>;
}

export interface CaseList {
  field: string;
  /** Null when the list takes no filter. */
  filter: string | null;
  filters: readonly string[];
}

/** What others do not have: people apply there by a matter, with a form of it. */
const LACKED_ARGUMENTS = ['followUp', 'commitment', 'permit'];

/** The departments that have cases. */
export const CASE_DEPARTMENTS: Readonly<Record<string, CaseDepartment>> = {
  permits: {
    suffix: 'Case',
    one: 'case',
    changed: 'caseChanged',
    mine: { field: 'myCases', filter: 'MyCaseFilter', filters: ['states', 'applicant'] },
    inbox: {
      field: 'caseInbox',
      filter: 'CaseInboxFilter',
      filters: ['states', 'region', 'item', 'overdue'],
    },
    selection: answers.CASE,
    followed: answers.FOLLOWED_CASE,
    whole: answers.WHOLE_CASE,
    lacks: { steps: [], arguments: [] },
    advice: CASE_ADVICE,
  },
  enterprises: {
    suffix: 'Registration',
    one: 'registrationCase',
    changed: null,
    mine: { field: 'myRegistrations', filter: null, filters: [] },
    inbox: {
      field: 'registrationInbox',
      filter: 'RegistrationInboxFilter',
      filters: ['states', 'region', 'overdue'],
    },
    selection: answers.REGISTRATION,
    followed: answers.FOLLOWED_REGISTRATION,
    whole: answers.WHOLE_REGISTRATION,
    lacks: { steps: ['withdraw'], arguments: LACKED_ARGUMENTS },
    advice: REGISTRATION_ADVICE,
  },
  land: {
    suffix: 'LandCase',
    one: 'landCase',
    changed: 'landCaseChanged',
    mine: { field: 'myLandCases', filter: 'MyLandCaseFilter', filters: ['states'] },
    inbox: {
      field: 'landCaseInbox',
      filter: 'LandCaseInboxFilter',
      filters: ['states', 'region', 'overdue'],
    },
    selection: answers.LAND_CASE,
    followed: answers.FOLLOWED_LAND_CASE,
    whole: answers.WHOLE_LAND_CASE,
    lacks: { steps: [], arguments: LACKED_ARGUMENTS },
    advice: LAND_CASE_ADVICE,
  },
};

const DEFAULT = 'permits';

/** What every command is given that knows the cases of several departments. */
export interface AtOptions {
  /** Left out by commands that know those of permits only. */
  at?: string;
}

/** `--at`. */
export function atOption(): Option {
  return option('--at <department>', 'the department that has the case')
    .choices(Object.keys(CASE_DEPARTMENTS))
    .default(DEFAULT);
}

export function departmentOf({ at = DEFAULT }: AtOptions): CaseDepartment {
  return CASE_DEPARTMENTS[at]!;
}
