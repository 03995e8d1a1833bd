import { checkForm, fieldAt, type FormSchema } from '../forms/index.ts';
import type { PrefilledValue } from './run-prefill.ts';

/** What is kept of a value. UNFIT: the form does not take it. */
export interface KeptValue extends Omit<PrefilledValue, 'path' | 'state'> {
  state: PrefilledValue['state'] | 'UNFIT';
}

/** The answers with the values that fit in where there was none, and what is kept of each value. */
export function fillForm(
  form: FormSchema,
  before: Record<string, unknown> | null,
  values: readonly PrefilledValue[],
): { form: Record<string, unknown>; rows: KeptValue[] } {
  let answers = before ?? {};
  const rows = values.map(({ path: _path, ...found }): KeptValue => {
    if (found.state !== 'FOUND') return found;
    const value = { ...found, value: asOne(form, found.field, found.value) };
    const filled = withValue(answers, value.field.split('.'), value.value);
    // What the applicant has answered stays; both are shown.
    if (filled === null) return value;
    const problems = checkForm(form, filled, { isPartial: true });
    if (problems.length > 0) return { ...value, state: 'UNFIT', reason: problems[0]!.message };
    answers = filled;
    return value;
  });
  return { form: answers, rows };
}

/** A list of one, which the path led through, where the form asks for one. */
function asOne(form: FormSchema, field: string, value: unknown): unknown {
  if (!Array.isArray(value) || value.length !== 1 || fieldAt(form, field)?.type === 'array') return value;
  return value[0];
}

/** Null when there is a value already. */
function withValue(
  answers: Record<string, unknown>,
  [name, ...rest]: readonly string[],
  value: unknown,
): Record<string, unknown> | null {
  const before = answers[name!];
  if (rest.length === 0) return before === undefined ? { ...answers, [name!]: value } : null;
  if (before !== undefined && (typeof before !== 'object' || before === null)) return null;
  const inner = withValue((before ?? {}) as Record<string, unknown>, rest, value);
  return inner && { ...answers, [name!]: inner };
}
