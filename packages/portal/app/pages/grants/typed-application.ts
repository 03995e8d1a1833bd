import type { UserError } from '../apply/forms/form-action.ts';

/** What was typed into an application. */
export interface TypedApplication {
  fields: string[];
  basis: string;
  purpose: string;
  /** The last day of the grant, in China. */
  until: string;
  /** Codes with commas between them; empty for all regions. */
  region: string;
}

/** The control that is empty or wrong. */
export type ApplicationProblem = 'fields' | 'basis' | 'purpose' | 'until' | 'region' | 'all';

export interface ApplicationResult {
  typed: TypedApplication;
  missing: ApplicationProblem[];
  /** What departments refused, and the number of the applications that were made before. */
  errors: { department: string; code: string; message: string; field: ApplicationProblem }[];
  made: string[];
}

/** What an application says beside its fields, as the graph takes it. */
interface ApplicationContent {
  basis: string;
  purpose: string;
  until: string;
  regions: string[] | null;
}

const DAY_MS = 86_400_000;
/** Midnight in China, in UTC, of the day that ends. */
const MIDNIGHT = 'T16:00:00Z';

export function readApplication(form: FormData): TypedApplication {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  return {
    fields: [...new Set(form.getAll('field').map(String))].slice(0, 200),
    basis: text('basis'),
    purpose: text('purpose').replaceAll('\r\n', '\n'),
    until: text('until'),
    region: text('region'),
  };
}

/** Null with what is missing, when something is. */
export function contentOf({ fields, basis, purpose, until: day, region }: TypedApplication): {
  content: ApplicationContent | null;
  missing: ApplicationProblem[];
} {
  const missing: ApplicationProblem[] = [];
  if (fields.length === 0) missing.push('fields');
  if (basis === '') missing.push('basis');
  if (purpose === '') missing.push('purpose');
  const until = endOf(day);
  if (until === null) missing.push('until');
  if (until === null || missing.length > 0) return { content: null, missing };
  return {
    content: { basis, purpose, until, regions: region === '' ? null : region.split(',') },
    missing,
  };
}

/** Midnight in China after a day such as 2027-01-31; null when it is no day. */
function endOf(day: string): string | null {
  const midnight = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}${MIDNIGHT}`) : Number.NaN;
  return Number.isNaN(midnight) ? null : new Date(midnight).toISOString();
}

/** The day in China that ends at or after a moment: what {@link endOf} was made of. */
export function lastDayOf(until: string): string {
  const eightHoursMs = DAY_MS / 3;
  return new Date(Date.parse(until) - 1 + eightHoursMs).toISOString().slice(0, 10);
}

/** The control that a path of the mutation's input is about. */
function controlOf(field: readonly string[] | null | undefined): ApplicationProblem {
  const name = field?.[1] === 'regions' ? 'region' : field?.[1];
  return (['fields', 'basis', 'purpose', 'until', 'region'] as const).find((one) => one === name) ?? 'all';
}

/** What a department refused, each at its control. */
export function refusalsOf(department: string, errors: readonly UserError[]): ApplicationResult['errors'] {
  return errors.map(({ code, message, field }) => ({ department, code, message, field: controlOf(field) }));
}

/** Whether its client may change what an application says, and submit it. */
export function mayRevise({ state }: { state: string }): boolean {
  return state === 'DRAFT' || state === 'CHANGES_REQUESTED';
}
