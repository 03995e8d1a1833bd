import { inWords, moment } from '../report/style.ts';
import { table } from '../report/table.ts';
import type { CaseWithForm, FormField, PrefilledField } from './answers.ts';

/** The fields of the form of a case, with their answers; empty while they cannot be changed. */
export function describeForm({ state, form, formSchema, prefill }: CaseWithForm): string {
  if (!formSchema || !['DRAFT', 'RETURNED'].includes(state)) return '';
  const fields = describeAnswers(formSchema, form);
  return prefill && prefill.length > 0 ? `${fields}\n\n${describePrefill(prefill)}` : fields;
}

/** The fields of a form, with the answers that there are. */
export function describeAnswers(form: FormField, answers: unknown): string {
  return table(['field', 'title', '', 'values', 'answer'], rowsOf(form, answers, '', true));
}

/** @param isNeeded whether the object that holds the fields is */
function rowsOf(
  { properties = {}, required = [] }: FormField,
  answers: unknown,
  path: string,
  isNeeded: boolean,
): string[][] {
  return Object.entries(properties).flatMap(([name, field]) => {
    const needed = isNeeded && required.includes(name);
    const answer = (answers as Record<string, unknown> | null | undefined)?.[name];
    const at = `${path}${name}`;
    // A file holds the fields of an object within an object of its name.
    if (field.properties) return rowsOf(field, answer, `${at}.`, needed);
    return [[at, titleOf(field), needed ? 'needed' : '', valuesOf(field), answerInWords(answer)]];
  });
}

function titleOf({ title = '', 'x-title-en': english = '' }: FormField): string {
  return [title, english].filter(Boolean).join(' ');
}

function valuesOf({ type, format, oneOf }: FormField): string {
  if (oneOf) return oneOf.map((one) => `${JSON.stringify(one.const)} ${titleOf(one)}`).join(', ');
  if (type === 'boolean') return 'true, false';
  return format ?? (type === 'string' ? '' : (type ?? ''));
}

function answerInWords(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What the form took from other departments, and what its applicant says of it. */
export function describePrefill(all: readonly PrefilledField[]): string {
  return table(
    ['taken over', 'from', 'sharing', 'read', 'value', 'verdict', ''],
    all.map(({ field, department, sharing, readAt, state, value, verdict, correction, reason }) => [
      field,
      department,
      inWords(sharing),
      moment(readAt),
      value === null ? inWords(state) : answerInWords(value),
      [verdict && inWords(verdict), correction].filter(Boolean).join(', '),
      reason ?? '',
    ]),
  );
}
