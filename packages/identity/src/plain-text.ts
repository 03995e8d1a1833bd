import { z } from 'zod';

/** Also what would break a line, or turn the direction of writing around in a log. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const LONGEST = 200;

/** A name or a reason as people write it: 1 to 200 characters in one line, not only blanks. */
export function isPlainText(text: string): boolean {
  return text.trim() !== '' && [...text].length <= LONGEST && !CONTROL.test(text);
}

export const plainText = z
  .string()
  .refine(isPlainText, { error: 'it must be one line of 1 to 200 characters' });
