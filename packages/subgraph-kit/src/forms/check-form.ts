import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { isBounded, pathText, type Problem } from './problem.ts';
import { compileForm } from './compile-form.ts';
import type { FormSchema } from './form-schema.ts';

export type FormProblemCode =
  | 'FORM_TOO_LARGE'
  | 'MISSING'
  | 'UNKNOWN_FIELD'
  | 'WRONG_TYPE'
  | 'NOT_AN_OPTION'
  | 'TOO_SHORT'
  | 'TOO_LONG'
  | 'OUT_OF_RANGE'
  | 'MALFORMED'
  | 'REPEATED';

/** The answers in a form may have as much text as this, in characters of JSON, and as many levels. */
const MAX_ANSWER_CHARACTERS = 65_536;
const MAX_ANSWER_LEVELS = 12;
const MAX_PROBLEMS = 50;

const CODES: Readonly<Record<string, FormProblemCode>> = {
  required: 'MISSING',
  dependentRequired: 'MISSING',
  additionalProperties: 'UNKNOWN_FIELD',
  type: 'WRONG_TYPE',
  enum: 'NOT_AN_OPTION',
  minLength: 'TOO_SHORT',
  minItems: 'TOO_SHORT',
  maxLength: 'TOO_LONG',
  maxItems: 'TOO_LONG',
  minimum: 'OUT_OF_RANGE',
  maximum: 'OUT_OF_RANGE',
  exclusiveMinimum: 'OUT_OF_RANGE',
  exclusiveMaximum: 'OUT_OF_RANGE',
  multipleOf: 'OUT_OF_RANGE',
  pattern: 'MALFORMED',
  format: 'MALFORMED',
  uniqueItems: 'REPEATED',
};

/**
 * What is wrong with the answers in a form.
 *
 * @param form one that was published, or that `checkFormSchema` finds sound
 * @param value the answers, as JSON
 * @param isPartial true while the form is being filled in: what is missing is no problem yet
 * @returns at most 50 problems, whose paths are those of the answers (`premises`, `areaM2`); empty when the answers are sound
 */
export function checkForm(
  form: FormSchema,
  value: unknown,
  { isPartial = false }: { isPartial?: boolean } = {},
): Problem<FormProblemCode>[] {
  if (!isBounded(value, MAX_ANSWER_CHARACTERS, MAX_ANSWER_LEVELS)) {
    const message = `The answers may have at most ${MAX_ANSWER_CHARACTERS} characters of JSON and ${MAX_ANSWER_LEVELS} levels.`;
    return [{ path: [], code: 'FORM_TOO_LARGE', message }];
  }
  const { whole, partial } = compileForm(form);
  return problemsOf(isPartial ? partial : whole, value);
}

function problemsOf(validate: ValidateFunction, value: unknown): Problem<FormProblemCode>[] {
  if (validate(value)) return [];
  return validate.errors!.slice(0, MAX_PROBLEMS).map(problemOf);
}

function problemOf({ keyword, instancePath, params, message }: ErrorObject): Problem<FormProblemCode> {
  const path = instancePath.split('/').slice(1).map(unescapePointer);
  if (keyword === 'required' || keyword === 'dependentRequired')
    path.push(params['missingProperty'] as string);
  if (keyword === 'additionalProperties') path.push(params['additionalProperty'] as string);
  return {
    path,
    code: CODES[keyword] ?? 'MALFORMED',
    message: `${pathText(path)} ${textOf(keyword, params, message)}.`,
  };
}

function textOf(keyword: string, params: Record<string, unknown>, message: string | undefined): string {
  switch (keyword) {
    case 'required':
    case 'dependentRequired':
      return 'is missing: fill it in';
    case 'additionalProperties':
      return 'is not asked for: leave it out';
    case 'enum':
      return `must be one of ${(params['allowedValues'] as unknown[]).slice(0, 20).join(', ')}`;
    default:
      return message ?? `does not meet ${keyword}`;
  }
}

/** A token of a JSON pointer. */
function unescapePointer(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}
