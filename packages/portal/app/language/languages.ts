/** Languages of the pages, as they stand in addresses. */
export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What `lang` of HTML and Intl take. */
export const LOCALES: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-CA' };

export function isLanguage(text: string | undefined): text is Language {
  return LANGUAGES.includes(text as Language);
}

/** The language that a browser prefers, by its `accept-language`; Chinese when it names neither. */
export function preferredLanguage(acceptLanguage: string | null): Language {
  const ranked = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag, quality] = part.trim().split(/;\s*q=/);
      return {
        language: tag!.slice(0, 2).toLowerCase(),
        quality: quality === undefined ? 1 : Number(quality),
      };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality);
  return ranked.map(({ language }) => language).find(isLanguage) ?? 'zh';
}

/** The same page in another language. */
export function inLanguage(path: string, language: Language): string {
  return path.replace(/^\/(zh|en)(?=\/|\?|$)/, `/${language}`);
}
