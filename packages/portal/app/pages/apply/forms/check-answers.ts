import { isRegionCode, isUscc } from '@yiwang/codes';
import type { Answer, Answers } from './answers.ts';
import type { FormField, FormNumber, FormObject, FormText } from './form-schema.ts';

/** What is wrong with one answer: the id of a message `forms.wrong.*`, and its values. */
export interface AnswerProblem {
  /** Such as `owners.0.name`. */
  path: string;
  wrong: string;
  values?: Record<string, unknown>;
}

/**
 * What is wrong with answers, for people and in both languages; the graph says it in English only. It also tells which answers can be saved while
 * somebody is still typing. The graph decides: it checks everything again.
 *
 * @param isPartial what is missing is no problem yet
 */
export function checkAnswers(
  form: FormObject,
  answers: Answers,
  {
    isPartial = false,
    names = Object.keys(form.properties),
  }: { isPartial?: boolean; names?: readonly string[] } = {},
): AnswerProblem[] {
  const problems: AnswerProblem[] = [];
  checkObject(form, answers, '', isPartial, problems, names);
  return problems;
}

function checkObject(
  field: FormObject,
  answers: Answers,
  path: string,
  isPartial: boolean,
  problems: AnswerProblem[],
  names: readonly string[] = Object.keys(field.properties),
): void {
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  const needed = new Set(field.required ?? []);
  for (const [name, others] of Object.entries(field.dependentRequired ?? {})) {
    if (answers[name] !== undefined) for (const other of others) needed.add(other);
  }
  for (const name of names) {
    const part = field.properties[name]!;
    const answer = answers[name];
    if (answer !== undefined) check(part, answer, at(name), isPartial, problems);
    else if (needed.has(name) && !isPartial) {
      // The fields of a group that is not begun are what is missing, not the group.
      if (part.type === 'object') checkObject(part, {}, at(name), isPartial, problems);
      else problems.push({ path: at(name), wrong: 'MISSING' });
    }
  }
}

function check(
  field: FormField,
  answer: Answer,
  path: string,
  isPartial: boolean,
  problems: AnswerProblem[],
): void {
  const report = (wrong: string, values?: Record<string, unknown>) =>
    problems.push({ path, wrong, ...(values && { values }) });
  switch (field.type) {
    case 'object':
      if (typeof answer !== 'object' || Array.isArray(answer)) report('TYPE');
      else checkObject(field, answer, path, isPartial, problems);
      return;
    case 'array': {
      if (!Array.isArray(answer)) return void report('TYPE');
      if (!isPartial && answer.length < (field.minItems ?? 0)) report('FEW', { count: field.minItems });
      if (answer.length > (field.maxItems ?? 100)) report('MANY', { count: field.maxItems });
      const texts = answer.map((one) => JSON.stringify(one));
      if (field.uniqueItems && new Set(texts).size < texts.length) report('REPEATED');
      for (const [i, one] of answer.entries()) check(field.items, one, `${path}.${i}`, isPartial, problems);
      return;
    }
    case 'boolean':
      if (typeof answer !== 'boolean') report('TYPE');
      return;
    case 'string':
      return checkText(field, answer, report);
    default:
      return checkNumber(field, answer, report);
  }
}

type Report = (wrong: string, values?: Record<string, unknown>) => void;

const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  date: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && isDay(text),
  uscc: isUscc,
  'region-code': isRegionCode,
  phone: (text) => /^\+?[0-9][0-9-]{5,19}$/.test(text),
  email: (text) => /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(text),
};

function isDay(text: string): boolean {
  return new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

function checkText(field: FormText, answer: Answer, report: Report): void {
  if (typeof answer !== 'string') return report('TYPE');
  const length = [...answer].length;
  if (field.oneOf && !field.oneOf.some((option) => option.const === answer)) return report('OPTION');
  if (length < (field.minLength ?? 0)) return report('SHORT', { count: field.minLength });
  if (length > (field.maxLength ?? Infinity)) return report('LONG', { count: field.maxLength });
  if (field.format && FORMATS[field.format]?.(answer) === false) return report(`format.${field.format}`);
  if (field.pattern && !fits(field.pattern, answer)) report('PATTERN');
}

/** Patterns are those of RE2. What this browser does not read, the graph checks. */
function fits(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return true;
  }
}

function checkNumber(field: FormNumber, answer: Answer, report: Report): void {
  if (typeof answer !== 'number') return report('NUMBER');
  if (field.type === 'integer' && !Number.isInteger(answer)) return report('INTEGER');
  if (field.oneOf && !field.oneOf.some((option) => option.const === answer)) return report('OPTION');
  if (answer < (field.minimum ?? -Infinity)) return report('MINIMUM', { limit: field.minimum });
  if (answer > (field.maximum ?? Infinity)) return report('MAXIMUM', { limit: field.maximum });
  if (answer <= (field.exclusiveMinimum ?? -Infinity))
    return report('ABOVE', { limit: field.exclusiveMinimum });
  if (answer >= (field.exclusiveMaximum ?? Infinity))
    return report('BELOW', { limit: field.exclusiveMaximum });
  if (field.multipleOf !== undefined) {
    const times = answer / field.multipleOf;
    if (Math.abs(times - Math.round(times)) > 1e-9 * Math.max(1, Math.abs(times)))
      report('MULTIPLE', { limit: field.multipleOf });
  }
}
