// Runs in the browser, as the only function of its file: tests of the whole system give it to their pages.

/** Chinese in the content of a page that a screen reader would read as another language (WCAG 3.1.2): four characters in a row, or more. */
export function findUnmarkedChinese(): string[] {
  const found = new Set<string>();
  const texts = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.nodeValue!;
    const element = texts.currentNode.parentElement!;
    if (!/\p{Script=Han}{4}/u.test(text) || element.closest('script, style, noscript')) continue;
    const language = element.closest('[lang]')?.getAttribute('lang') ?? '';
    if (!language.startsWith('zh')) found.add(text.trim());
  }
  return [...found];
}
