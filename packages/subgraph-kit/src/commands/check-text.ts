import { userError } from './user-errors.ts';

/** The code with which {@link checkText} rejects a command; a department's enum of codes lists it. */
export type TextErrorCode = 'MALFORMED_TEXT';

/**
 * The trimmed text of an argument.
 *
 * @param max most characters
 * @param path path of the argument
 * @throws UserErrors MALFORMED_TEXT
 */
export function checkText(text: string, max: number, path: string[]): string {
  const trimmed = text.trim();
  const isShort = trimmed !== '' && [...trimmed].length <= max;
  // PostgreSQL keeps neither of the two.
  if (isShort && !trimmed.includes('\0') && trimmed.isWellFormed()) return trimmed;
  throw userError<TextErrorCode>(
    'MALFORMED_TEXT',
    `${path.at(-1)} must have 1 to ${max} characters, and must not contain U+0000 or half of a character.`,
    path,
  );
}

/** Like {@link checkText}, for a text that may be omitted. */
export function checkOptionalText(
  text: string | null | undefined,
  max: number,
  path: string[],
): string | null {
  return text == null ? null : checkText(text, max, path);
}
