import { foldLettersAndDigits, foldWidth } from './fold-width.ts';

const HAN_OR_BRACKET = '[\\p{Script=Han}（）《》、]';
// A blank beside a Chinese character means nothing; between Latin words it does.
const MEANINGLESS_BLANK = new RegExp(`(?<=${HAN_OR_BRACKET}) | (?=${HAN_OR_BRACKET})`, 'gu');

/**
 * The written form of an organisation's name: half-width letters and digits, the full-width
 * brackets （） of official names, no control characters, no blanks beside Chinese characters and single
 * blanks elsewhere. An empty string when nothing is left. Idempotent.
 *
 * @example normaliseName('ＡＢＣ  贸易 (江苏)有限公司') // 'ABC贸易（江苏）有限公司'
 */
export function normaliseName(name: string): string {
  return foldLettersAndDigits(name)
    .replace(/[(﹙〔]/g, '（')
    .replace(/[)﹚〕]/g, '）')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(MEANINGLESS_BLANK, '')
    .trim();
}

/**
 * The form on which names are compared and searched: as {@link normaliseName}, then half-width
 * punctuation too, upper case, no blanks at all. Apply it to the stored name and to what was typed. Idempotent.
 *
 * @example searchForm('abc 贸易（江苏）') // 'ABC贸易(江苏)'
 */
export function searchForm(text: string): string {
  return foldWidth(normaliseName(text)).replace(/\s+/g, '').toUpperCase();
}
