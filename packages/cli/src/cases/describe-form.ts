import { table } from '../report/table.ts';
import type { CaseWithForm, FormField } from './answers.ts';

/** The fields of the form of a case, with their answers; empty while they cannot be changed. */
export function describeForm({ state, form, formSchema }: CaseWithForm): string {
  if (!formSchema || !['DRAFT', 'RETURNED'].includes(state)) return '';
  return table(['field', 'title', '', 'values', 'answer'], rowsOf(formSchema, form, '', true));
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
    return [[at, titleOf(field), needed ? 'needed' : '', valuesOf(field), inWords(answer)]];
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

function inWords(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
