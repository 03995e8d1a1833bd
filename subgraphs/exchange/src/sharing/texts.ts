import { refuse } from '../registry/refusal.ts';

export const MOST_REASON_CHARACTERS = 2000;

/**
 * A text as it is kept.
 *
 * @param path of the argument
 * @throws Refusal MALFORMED_TEXT
 */
export function requireText(text: string, most: number, path: string[]): string {
  const kept = text.trim();
  if (kept !== '' && [...kept].length <= most && !kept.includes('\0')) return kept;
  throw refuse('MALFORMED_TEXT', `${path.at(-1)} must have 1 to ${most} characters.`, path);
}

/** As {@link requireText}, for a text that may be left out. */
export function optionalText(text: string | null | undefined, most: number, path: string[]): string | null {
  return text == null ? null : requireText(text, most, path);
}
