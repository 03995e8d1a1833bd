import { UserErrors, type UserErrorModel } from '../commands/user-errors.ts';
import { checkForm } from './check-form.ts';
import type { FormSchema } from './form-schema.ts';
import { isObject, pathText } from './problem.ts';

export type AnswersErrorCode = 'MALFORMED_FORM';

/**
 * Checks answers against a form.
 *
 * @param isPartial true while the form is being filled in: what is missing is no problem yet
 * @param at path of the argument that holds the answers
 * @throws UserErrors MALFORMED_FORM, one for each answer that is wrong
 */
export function checkAnswers(
  schema: FormSchema,
  answers: unknown,
  isPartial: boolean,
  at: readonly string[],
): asserts answers is Record<string, unknown> {
  const problems = checkForm(schema, answers, { isPartial });
  const unkept = problems.length === 0 ? findUnkept(answers, []) : null;
  if (unkept) {
    problems.push({
      path: unkept,
      code: 'MALFORMED',
      message: `${pathText(unkept)} must not contain U+0000 or half of a character.`,
    });
  }
  if (problems.length === 0) return;
  throw new UserErrors(
    problems.map(({ path, message }): UserErrorModel<AnswersErrorCode> => ({
      code: 'MALFORMED_FORM',
      message,
      field: [...at, ...path],
    })),
  );
}

/** The path of a text that PostgreSQL does not store; null when there is none. The answers are bounded by then. */
function findUnkept(value: unknown, path: string[]): string[] | null {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path : null;
  if (!isObject(value) && !Array.isArray(value)) return null;
  for (const [name, member] of Object.entries(value)) {
    const found = findUnkept(member, [...path, name]);
    if (found) return found;
  }
  return null;
}
