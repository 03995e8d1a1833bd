// Runs in the browser, as the only function of its file: tests of the whole system give it to their pages.

/**
 * Chinese on a page that a screen reader would read as another language (WCAG 3.1.2): in its content four characters in a row, or more, and
 * in attributes that are read out, two.
 */
export function findUnmarkedChinese(): string[] {
  const found = new Set<string>();
  const isMarked = (element: Element) =>
    (element.closest('[lang]')?.getAttribute('lang') ?? '').startsWith('zh');
  const texts = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.nodeValue!;
    const element = texts.currentNode.parentElement!;
    if (!/\p{Script=Han}{4}/u.test(text) || element.closest('script, style, noscript')) continue;
    if (!isMarked(element)) found.add(text.trim());
  }
  for (const name of ['aria-label', 'aria-description', 'aria-valuetext', 'placeholder', 'title', 'alt']) {
    for (const element of document.body.querySelectorAll(`[${name}]`)) {
      const text = element.getAttribute(name)!;
      if (/\p{Script=Han}{2}/u.test(text) && !isMarked(element)) found.add(`${name}: ${text}`);
    }
  }
  return [...found];
}
