import { expect, test } from 'vitest';
import { ERROR_CODES, ERROR_TEXTS_ZH } from '../src/index.ts';

/** Names, headers and settings that stand the same in both languages. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/`[^`]+`|\b[A-Z]+_[A-Z_]+\b|purpose-\w+|@defer/g)].map(([name]) => name).sort();
}

test.each(Object.entries(ERROR_CODES))(
  '%s has a sentence in both languages that says what it is, and one that says what to do',
  (code, { meaning, remedy }) => {
    const zh = ERROR_TEXTS_ZH[code as keyof typeof ERROR_TEXTS_ZH];
    for (const text of [meaning, remedy]) expect(text).toMatch(/^["A-Z/].*[.]$/s);
    for (const text of [zh.meaning, zh.remedy]) {
      expect(text).toMatch(/^.*\p{Script=Han}.*。$/su);
      expect(text).not.toMatch(/\p{Script=Han}[,.;:?]/u);
    }
    expect(zh.meaning).not.toBe(zh.remedy);
    expect(namesIn(`${zh.meaning} ${zh.remedy}`)).toEqual(
      expect.arrayContaining(namesIn(`${meaning} ${remedy}`)),
    );
  },
);

test('no Chinese text stands for a code that there is not', () => {
  expect(Object.keys(ERROR_TEXTS_ZH)).toEqual(Object.keys(ERROR_CODES));
});
