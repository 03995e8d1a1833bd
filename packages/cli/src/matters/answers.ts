// What the graph answers about matters, as the selections here ask for it.
import { type FormField, PREFILL, type PrefilledField } from '../cases/answers.ts';

/** What one can apply for. */
export interface Matter {
  code: string;
  name: string;
  nameEn: string;
  version: number;
  basis: string;
  promisedDays: number;
  steps: {
    name: string;
    title: string;
    titleEn: string;
    department: string;
    kind: string;
    needs: string[];
    when: string | null;
    isOptional: boolean;
  }[];
}

export interface StepProblem {
  code: string | null;
  message: string;
  about: string | null;
}

export interface MatterCaseStep {
  name: string;
  title: string;
  titleEn: string;
  department: string;
  kind: string;
  state: string;
  departmentCase: string | null;
  /** What the department gave. */
  result: Record<string, unknown> | null;
  problems: StepProblem[];
}

/** An application, as lists have it. */
export interface MatterCase {
  number: string;
  state: string;
  version: number;
  matter: { code: string; name: string; version: number } | null;
  applicant: { uscc: string; name: string | null } | null;
  startedAt: string;
  dueOn: string | null;
  isOverdue: boolean;
  steps: MatterCaseStep[];
}

export interface MatterCaseWithForm extends MatterCase {
  form: Record<string, unknown>;
  formSchema: FormField;
  prefill: PrefilledField[];
}

export interface MatterEvent {
  at: string;
  step: string | null;
  from: string | null;
  to: string;
  side: string;
  problems: StepProblem[];
}

export interface FollowedMatterCase extends MatterCase {
  timeline: MatterEvent[];
}

export interface WholeMatterCase extends FollowedMatterCase, MatterCaseWithForm {
  matterVersion: number;
  region: { code: string; fullName: string | null } | null;
  submittedAt: string | null;
  endedAt: string | null;
  reason: string | null;
  times: MatterTimes | null;
}

/** Who had an application, in hours. */
export interface MatterTimes {
  officialHours: number;
  applicantHours: number;
  machineHours: number;
}

export interface MatterVersion {
  matter: string;
  version: number;
  state: string;
  revision: number;
  definition: unknown;
  changedAt: string;
  publishedAt: string | null;
}

export const MATTER =
  'code name nameEn version basis promisedDays steps { name title titleEn department kind needs when isOptional }';

const PROBLEMS = 'problems { code message about }';

export const MATTER_CASE = `number state version matter { code name version } applicant { uscc name } startedAt dueOn isOverdue
  steps { name title titleEn department kind state departmentCase result ${PROBLEMS} }`;
export const MATTER_CASE_WITH_FORM = `${MATTER_CASE} form formSchema ${PREFILL}`;
export const FOLLOWED_MATTER_CASE = `${MATTER_CASE} timeline { at step from to side ${PROBLEMS} }`;
export const WHOLE_MATTER_CASE = `${FOLLOWED_MATTER_CASE} form formSchema ${PREFILL} matterVersion region { code fullName }
  submittedAt endedAt reason times { officialHours applicantHours machineHours }`;

/** Without the definition, which is long. */
export const MATTER_VERSION = 'matter version state revision changedAt publishedAt';
