// What the graph answers about cases, as the selections here ask for it.

export interface Case {
  number: string;
  state: string;
  version: number;
  decision: string | null;
  receivedOn: string;
  dueOn: string | null;
  isOverdue: boolean;
  actBy: string | null;
  suspendedOn: string | null;
  rating: number | null;
  serviceItem: { code: string; name: string } | null;
  applicant: { uscc: string; name: string | null } | null;
  followUp: { materials: string[]; by: string } | null;
}

/** One whose form can be filled in. */
export interface CaseWithForm extends Case {
  form: Record<string, unknown> | null;
  formSchema: FormField | null;
  prefill: PrefilledField[] | null;
}

/** What another department holds for a field of the form. */
export interface PrefilledField {
  field: string;
  state: string;
  value: unknown;
  department: string;
  sharing: string;
  readAt: string;
  reason: string | null;
  verdict: string | null;
  correction: string | null;
}

/** What is shown of a form or a field: titles in Chinese and English, and which values may be given. */
export interface FormField {
  title?: string;
  'x-title-en'?: string;
  type?: string;
  format?: string;
  oneOf?: { const: unknown; title?: string; 'x-title-en'?: string }[];
  /** Of an object, the fields in it. */
  properties?: Record<string, FormField>;
  required?: string[];
}

export interface CaseEvent {
  on: string;
  at: string | null;
  step: string;
  side: string | null;
  note: string | null;
  defects: { about: string | null; problem: string }[] | null;
}

export interface FollowedCase extends Case {
  timeline: CaseEvent[];
}

export interface WholeCase extends FollowedCase, CaseWithForm {
  region: { code: string; fullName: string | null } | null;
  statutoryDueOn: string | null;
  extensionDays: number | null;
  decidedOn: string | null;
  times: {
    applicantHours: number;
    officialHours: number;
    suspendedHours: number;
    machineHours: number;
  } | null;
  permit: {
    number: string;
    name: string;
    issuingAuthority: string;
    validFrom: string;
    validUntil: string | null;
    status: string;
  } | null;
}

export const CASE =
  'number state version decision receivedOn dueOn isOverdue actBy suspendedOn rating serviceItem { code name } applicant { uscc name } followUp { materials by }';

const FORM =
  'form formSchema prefill { field state value department sharing readAt reason verdict correction }';

export const CASE_WITH_FORM = `${CASE} ${FORM}`;

export const FOLLOWED_CASE = `${CASE} timeline { on at step side note defects { about problem } }`;

export const WHOLE_CASE = `${FOLLOWED_CASE} ${FORM} region { code fullName } statutoryDueOn extensionDays decidedOn
  times { applicantHours officialHours suspendedHours machineHours }
  permit { number name issuingAuthority validFrom validUntil status }`;
