const FULL_WIDTH_ASCII = /[\uFF01-\uFF5E]/g;
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
  return text
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH_ASCII, (character) =>
      String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET),
    )
    .replaceAll('\u3000', ' ')
    .trim();
}
