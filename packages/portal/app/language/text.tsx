import type { I18n } from '@lingui/core';
import { createContext, type ReactNode, useContext } from 'react';
import { translatorOf } from './catalogs.ts';
import { createFormats, type Formats } from './formats.ts';
import type { Language } from './languages.ts';

export interface Texts {
  language: Language;
  /** The message of an id, with its values filled in. */
  t(id: string, values?: Record<string, unknown>): string;
  /** Dates, times, money and codes as people read them. */
  format: Formats;
  /** The address of a page in the language of this one: `to('/items')` is `/zh/items`. */
  to(path: string): string;
  /** The Chinese or the English of a pair that the graph gives. */
  pick(zh: string, en: string | null | undefined): string;
}

/** Also for what has no component, such as titles and errors. */
export function textsOf(language: Language, i18n: I18n = translatorOf(language)): Texts {
  return {
    language,
    t: (id, values) => i18n._(id, values),
    format: createFormats(language),
    to: (path) => `/${language}${path === '/' ? '' : path}`,
    pick: (zh, en) => (language === 'en' && en ? en : zh),
  };
}

const context = createContext<Texts | null>(null);

export function TextsProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <context.Provider value={textsOf(language)}>{children}</context.Provider>;
}

export function useTexts(): Texts {
  const texts = useContext(context);
  if (!texts) throw new Error('There is no TextsProvider above.');
  return texts;
}
