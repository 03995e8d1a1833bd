import { Children, createContext, Fragment, type ReactNode, useContext } from 'react';
import { type Language, LOCALES } from './languages.ts';
import { useTexts } from './text.tsx';

/**
 * Chinese from its first character to its last, with the marks around it. What is no letter may stand within it, and so may a word in Latin
 * letters that touches Chinese on both sides, such as in 办理APEC商务旅行卡. At most two marks before it: a long row of them, which somebody
 * may type, would be tried from each one.
 */
const CHINESE =
  /[《〈「『（【“]{0,2}\p{Script=Han}(?:(?:[^\p{L}]*|[\p{Script=Latin}\d]+)\p{Script=Han})*(?:[^\p{L}\s]*[》〉」』）】”。，、；：！？])?/gu;

/** The language of the text around, where it is not that of the page. */
const around = createContext<Language | null>(null);

/**
 * Marks what is Chinese, so that screen readers pronounce it and browsers choose its characters (WCAG 3.1.2). Names, laws and opinions that the
 * graph has in Chinese alone stand on English pages as they are, also within English sentences. Among Chinese it gives its children alone.
 *
 * It looks at the texts among its children, not into elements: those mark their own.
 */
export function Zh({ children }: { children: ReactNode }): ReactNode {
  const page = useTexts().language;
  if ((useContext(around) ?? page) === 'zh') return children;
  return Children.map(children, (child, i) =>
    typeof child === 'string' ? <Fragment key={i}>{markChinese(child)}</Fragment> : child,
  );
}

/** Marks a text that the graph has in English alone, such as a description of its schema, on Chinese pages; and on all what is Chinese in it. */
export function En({ children }: { children: ReactNode }): ReactNode {
  const { language } = useTexts();
  if (language === 'en') return <Zh>{children}</Zh>;
  return (
    <around.Provider value="en">
      <span lang={LOCALES.en}>
        <Zh>{children}</Zh>
      </span>
    </around.Provider>
  );
}

function markChinese(text: string): ReactNode {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const { 0: chinese, index } of text.matchAll(CHINESE)) {
    if (index > end) parts.push(text.slice(end, index));
    parts.push(
      <span key={index} lang={LOCALES.zh}>
        {chinese}
      </span>,
    );
    end = index + chinese.length;
  }
  if (end === 0) return text;
  if (end < text.length) parts.push(text.slice(end));
  // One box, as the text was: in a row of a flex container its parts would be set apart.
  return parts.length === 1 ? parts[0] : <span>{parts}</span>;
}

/**
 * The `lang` of an element whose text cannot be marked within it, such as an `<option>`, a control with a value, or a part of a picture:
 * `zh-CN` where most letters of the text are Chinese and the page is not, otherwise undefined.
 */
export function useZhLang(): (text: unknown) => string | undefined {
  const { language } = useTexts();
  return (text) =>
    language !== 'zh' && typeof text === 'string' && isChinese(text) ? LOCALES.zh : undefined;
}

function isChinese(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => /\p{Script=Han}/u.test(letter)).length * 2 > letters.length;
}
