import { foldWidth } from './fold-width.ts';

/** Nothing in it to repair but lower case, as in nearly every code that a program sends. */
const PLAIN = /^[!-~]*$/;

/**
 * Repairs what typing and copying do to a code of any kind: full-width characters, lower case,
 * invisible characters, and blanks at the ends or between groups, as official forms print them
 * (`340123 002004 GB00011`). Never guesses: O stays O, a missing digit stays missing. Parse the result.
 *
 * @example repairCode(' ９１３２０７００７０４０４７８６ｘｂ') // '9132070070404786XB'
 */
export function repairCode(text: string): string {
  if (PLAIN.test(text)) return text.toUpperCase();
  return foldWidth(text).replace(/\s+/g, '').toUpperCase();
}

/** As {@link repairCode}, and drops the hyphen that organisation codes are printed with: `70404786-X`. */
export function repairOrganisationCode(text: string): string {
  return repairCode(text).replace(/^(.{8})-(.)$/u, '$1$2');
}
