const FULL_WIDTH_ASCII = /[\uFF01-\uFF5E]/g;
const FULL_WIDTH_LETTERS_AND_DIGITS = /[０-９Ａ-Ｚａ-ｚ]/g;
const FULL_WIDTH_OFFSET = 0xfee0;
// Format characters are invisible: zero-width blanks, byte order marks, direction marks.
const INVISIBLE = /\p{Cf}+/gu;

/**
 * Half-width letters, digits and punctuation; ideographic blanks become blanks; invisible
 * characters go; the ends are trimmed. Blanks inside stay as they are.
 *
 * @example foldWidth('　９１３２（苏州）\uFEFF') // '9132(苏州)'
 */
export function foldWidth(text: string): string {
  return fold(text, FULL_WIDTH_ASCII);
}

/** As {@link foldWidth}, but Chinese punctuation keeps its width: 甲公司；Ａ公司 becomes 甲公司；A公司. */
export function foldLettersAndDigits(text: string): string {
  return fold(text, FULL_WIDTH_LETTERS_AND_DIGITS);
}

function fold(text: string, fullWidth: RegExp): string {
  return text
    .replace(INVISIBLE, '')
    .replace(fullWidth, (character) => String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replaceAll('\u3000', ' ')
    .trim();
}
