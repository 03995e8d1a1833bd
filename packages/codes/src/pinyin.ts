import { pinyin } from 'pinyin-pro';

/** The initial of a character that is read in one way only, and null for one whose readings begin with different letters. */
const initials = new Map<string, string | null>();
const HAN = /\p{Script=Han}/u;

/**
 * The pinyin initials 拼音首字母 of a name: a letter a–z for each Chinese character, as it is read in this name, and Latin letters and digits
 * as they are, in lower case. All else is left out, as is a character that the library has no reading for. Empty when nothing is left.
 *
 * Loading this module takes 0.2 s: it is apart from the index, for programs that write names, not for those that answer.
 *
 * @param name as `searchForm` writes it
 * @example pinyinInitials('重庆ABC贸易(集团)有限公司') // 'cqabcmyjtyxgs'
 */
export function pinyinInitials(name: string): string {
  let text = '';
  for (const character of name) {
    const initial = initialOf(character);
    // The library reads the whole name, in which phrases decide: 20 times slower than a look-up, so for these names only.
    if (initial === null)
      return clean(pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join(''));
    text += initial;
  }
  return text;
}

function initialOf(character: string): string | null {
  let initial = initials.get(character);
  if (initial === undefined) {
    initial = HAN.test(character) ? onlyInitial(character) : clean(character);
    initials.set(character, initial);
  }
  return initial;
}

function onlyInitial(character: string): string | null {
  const readings = pinyin(character, { pattern: 'first', toneType: 'none', type: 'array', multiple: true });
  const [first, ...others] = new Set(readings.map(clean));
  return others.length === 0 ? (first ?? '') : null;
}

function clean(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}
