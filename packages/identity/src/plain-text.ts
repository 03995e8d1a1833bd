import { z } from 'zod';

/**
 * What would break a line, turn the direction of writing around in a log, or cannot be seen, so that two texts would look like one:
 * controls, separators, marks of direction, blanks without width, fillers, tags, characters that are not assigned. Joiners and variation
 * selectors stay: scripts and names need them.
 */
const REFUSED =
  // eslint-disable-next-line no-misleading-character-class -- each of them stands for itself
  /[\p{Cc}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e007f}]/u;
/** Something that can be seen by itself. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
const WORD = /[\p{L}\p{N}]/u;
const LONGEST = 200;

/** A name or a reason as people write it: 1 to 200 characters in one line, of which some can be seen. */
export function isPlainText(text: string): boolean {
  return [...text].length <= LONGEST && VISIBLE.test(text) && !REFUSED.test(text);
}

/** As {@link isPlainText}, and with a letter or a digit of some script: a reason that says nothing is none. */
export function hasWords(text: string): boolean {
  return isPlainText(text) && WORD.test(text);
}

export const plainText = z
  .string()
  .refine(isPlainText, { error: 'it must be one line of 1 to 200 characters' });
