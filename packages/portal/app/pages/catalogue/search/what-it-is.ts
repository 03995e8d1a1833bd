import { foldWidth, isUscc, repairCode } from '@yiwang/codes';

/** What a text in the search box is, when it is a code or a number and no words. */
export type Meaning =
  | { kind: 'uscc'; code: string }
  /** Looks like a unified social credit code, but a character is wrong. */
  | { kind: 'wrongUscc'; code: string }
  | { kind: 'case'; number: string }
  | { kind: 'application'; number: string }
  | { kind: 'item'; code: string }
  | { kind: 'words' };

/** What departments take as a filter at most. */
const LONGEST = 100;
const MOST_WORDS = 10;

const USCC_LIKE = /^[0-9A-Z]{2}\d{6}[0-9A-Z]{10}$/;
/** Region, day, and a number that may begin with a letter; the numbers of applications for matters begin with L. */
const NUMBER = /^(L?)\d{6}(19|20)\d{6}-[A-Z]?\d{5,12}$/;
/** A code of the department, then the basic code with or without a region's own digits. */
const ITEM_CODE = /^[0-9A-Z]{31,33}$/;

export function whatItIs(text: string): Meaning {
  // Longer than any code: not worth repairing.
  if (text.length > LONGEST) return { kind: 'words' };
  const code = repairCode(text);
  if (isUscc(code)) return { kind: 'uscc', code };
  if (USCC_LIKE.test(code)) return { kind: 'wrongUscc', code };
  const number = NUMBER.exec(code);
  if (number) return { kind: number[1] === '' ? 'case' : 'application', number: code };
  if (ITEM_CODE.test(code) && /\d{9}/.test(code)) return { kind: 'item', code };
  return { kind: 'words' };
}

/** The pinyin initials that a text can be, as departments take them; null when it can be none. */
export function initialsOf(text: string): string | null {
  return /^[a-z0-9]{2,20}$/i.test(text) && /[a-z]/i.test(text) ? text.toLowerCase() : null;
}

/** The words of a text, as far as departments take them. */
interface Words {
  /** To be sent as a filter. */
  text: string;
  words: readonly string[];
  /** True when some of what was typed is left out. */
  isShortened: boolean;
}

/** Never throws, whatever was typed or stands in an address. */
export function wordsOf(typed: string): Words {
  // Control characters and halves of characters cannot be kept by a department.
  const whole = foldWidth(typed.slice(0, 20_000).toWellFormed())
    .replace(/[\p{Cc}\uFFFD\s]+/gu, ' ')
    .trim();
  const all = whole === '' ? [] : whole.split(' ');
  let text = all.slice(0, MOST_WORDS).join(' ');
  if (text.length > LONGEST)
    text = text
      .slice(0, LONGEST)
      .replace(/[\uD800-\uDBFF]$/, '')
      .trim();
  return { text, words: text === '' ? [] : text.split(' '), isShortened: text.length < whole.length };
}
