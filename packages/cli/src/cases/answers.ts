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
  // What follows is left out by departments that do not have it.
  suspendedOn?: string | null;
  rating?: number | null;
  serviceItem?: { code: string; name: string } | null;
  applicant?: { uscc: string; name: string | null } | null;
  followUp?: { materials: string[]; by: string } | null;
  /** Of the enterprise that is to be registered, and who applies for it. */
  name?: string;
  person?: string;
  /** Of a case in land. */
  kind?: string;
}

/** One whose form can be filled in. */
export interface CaseWithForm extends Case {
  form?: Record<string, unknown> | null;
  formSchema?: FormField | null;
  prefill?: PrefilledField[] | null;
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
  defects?: Defect[] | null;
}

export interface Defect {
  about: string | null;
  problem: string;
}

export interface FollowedCase extends Case {
  timeline: CaseEvent[];
}

export interface WholeCase extends FollowedCase, CaseWithForm {
  region: { code: string; fullName: string | null } | null;
  statutoryDueOn?: string | null;
  extensionDays?: number | null;
  decidedOn: string | null;
  times: {
    applicantHours: number;
    officialHours: number;
    suspendedHours: number;
    machineHours: number;
  } | null;
  permit?: {
    number: string;
    name: string;
    issuingAuthority: string;
    validFrom: string;
    validUntil: string | null;
    status: string;
  } | null;
  /** What is missing, where the case holds it itself. */
  defects?: Defect[] | null;
  /** What an enterprise is to be. */
  type?: { code: string | null; name: string };
  industry?: { code: string; name: string } | null;
  capitalCny?: string | number;
  businessScope?: string;
  address?: string;
  uscc?: string | null;
  voidedOn?: string | null;
  /** What land decides on. */
  registration?: {
    unit: { code: string } | null;
    holderName: string;
    holderBefore: string | null;
    priceCny: string | number | null;
    deedTax: string | null;
  } | null;
  planning?: {
    projectName: string;
    location: string;
    areaM2: string | number;
    landUse: { code: string; name: string } | null;
    permit: string | null;
  } | null;
  voidedAt?: string | null;
  voidReason?: string | null;
}

const COMMON = 'number state version decision receivedOn dueOn isOverdue actBy';
const TIMELINE = 'timeline { on at step side note defects { about problem } }';
const TIMES = 'times { applicantHours officialHours suspendedHours machineHours }';
const PLACE = 'region { code fullName } decidedOn';
/** The fields of {@link PrefilledField}. */
export const PREFILL = 'prefill { field state value department sharing readAt reason verdict correction }';
const FORM = `form formSchema ${PREFILL}`;

export const CASE = `${COMMON} suspendedOn rating serviceItem { code name } applicant { uscc name } followUp { materials by }`;
export const CASE_WITH_FORM = `${CASE} ${FORM}`;
export const FOLLOWED_CASE = `${CASE} ${TIMELINE}`;
export const WHOLE_CASE = `${FOLLOWED_CASE} ${FORM} ${PLACE} statutoryDueOn extensionDays ${TIMES}
  permit { number name issuingAuthority validFrom validUntil status }`;

export const REGISTRATION = `${COMMON} name person`;
export const FOLLOWED_REGISTRATION = `${REGISTRATION} timeline { on at step side note }`;
export const WHOLE_REGISTRATION = `${FOLLOWED_REGISTRATION} ${PLACE} ${TIMES} defects { about problem }
  type { code name } industry { code name } capitalCny businessScope address uscc voidedOn`;

export const LAND_CASE = `${COMMON} suspendedOn kind applicant { uscc name }`;
export const FOLLOWED_LAND_CASE = `${LAND_CASE} ${TIMELINE}`;
export const WHOLE_LAND_CASE = `${FOLLOWED_LAND_CASE} ${PLACE} statutoryDueOn extensionDays ${TIMES} voidedAt voidReason
  registration { unit { code } holderName holderBefore priceCny deedTax }
  planning { projectName location areaM2 landUse { code name } permit }`;
