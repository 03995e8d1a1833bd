import { type I18n, type Messages, setupI18n } from '@lingui/core';
import { type Language, LOCALES } from './languages.ts';

type Catalogs = Record<string, { messages: Messages }>;

// Vite makes one chunk of each language: a browser loads only the one of its page.
const LOADERS: Readonly<Record<Language, () => Promise<Catalogs>>> = {
  zh: async () => (await import('./catalog-zh.ts')).catalogs as Catalogs,
  en: async () => (await import('./catalog-en.ts')).catalogs as Catalogs,
};
const loaded = new Map<Language, Messages>();

/** All messages of a language. Called before anything is rendered. */
export async function loadMessages(language: Language): Promise<void> {
  if (loaded.has(language)) return;
  const catalogs = await LOADERS[language]();
  loaded.set(
    language,
    Object.assign({}, ...Object.values(catalogs).map(({ messages }) => messages)) as Messages,
  );
}

const instances = new Map<Language, I18n>();

/** Translates into a language whose messages are loaded. */
export function translatorOf(language: Language): I18n {
  let instance = instances.get(language);
  if (!instance) {
    const messages = loaded.get(language);
    if (!messages) throw new Error(`The messages of "${language}" are not loaded.`);
    instance = setupI18n({
      locale: language,
      locales: LOCALES[language],
      messages: { [language]: messages },
    });
    instances.set(language, instance);
  }
  return instance;
}
