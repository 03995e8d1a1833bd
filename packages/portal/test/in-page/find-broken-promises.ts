// Runs in the browser, as the only function of its file: tests of the whole system give it to their pages.

/** What a page has, or lacks, against what docs/accessibility.md says of all pages. A line for each, which begins with the criterion. */
export function findBrokenPromises(): string[] {
  const found: string[] = [];
  const nameOf = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;

  for (const element of document.body.querySelectorAll(
    'audio, video, iframe, object, embed, canvas, img, picture, marquee, blink, [autoplay]',
  ))
    found.push(`1.2, 1.4.2, 1.4.5, 2.3.1: there is ${nameOf(element)}`);
  for (const element of document.body.querySelectorAll<HTMLElement>('[tabindex]'))
    if (element.tabIndex > 0)
      found.push(`2.4.3: ${nameOf(element)} has a place of its own in the order of the focus`);

  // Of what styles move, only the entrances of a narrow header and the name of a case on a card of the desk.
  for (const element of document.body.querySelectorAll('body *')) {
    const { order, flexDirection } = getComputedStyle(element);
    const isMoved = order !== '0' || flexDirection.endsWith('-reverse');
    if (isMoved && !element.closest('header[data-site], tr'))
      found.push(`1.3.2: ${nameOf(element)} is moved`);
  }

  const look = (rules: CSSRuleList) => {
    for (const rule of rules) {
      if (rule instanceof CSSKeyframesRule) found.push(`2.2.2, 2.3.1: ${rule.name} moves something`);
      if (rule instanceof CSSStyleRule) {
        if (/url\((?!"?#)/.test(rule.cssText)) found.push(`1.4.5: ${rule.selectorText} has a picture`);
        const shows = ['display', 'visibility', 'opacity', 'content', 'clip-path'];
        if (
          /:(hover|focus)/.test(rule.selectorText) &&
          shows.some((name) => rule.style.getPropertyValue(name))
        )
          found.push(`1.4.13: ${rule.selectorText} shows something`);
      }
      if ('cssRules' in rule) look((rule as CSSGroupingRule).cssRules);
    }
  };
  for (const sheet of document.styleSheets) look(sheet.cssRules);

  const vague = /^(点击|点击这里|这里|更多|详情|查看|here|more|click here|details|read more)$/i;
  for (const link of document.body.querySelectorAll('a'))
    if (vague.test((link.getAttribute('aria-label') ?? link.textContent!).trim()))
      found.push(`2.4.4: a link is called “${link.textContent!.trim()}”`);

  const entrances = ['items', 'matters', 'search', 'dashboard', 'developers', 'grants', 'desk'];
  const shown = [...document.querySelectorAll('header[data-site] nav a')].map((link) =>
    link.getAttribute('href')!.split('/').at(-1)!,
  );
  if (shown.length < 2 || shown.join() !== entrances.filter((one) => shown.includes(one)).join())
    found.push(`3.2.3: the entrances are ${shown.join(', ')}`);
  if (document.querySelectorAll('footer[data-site] a[href="tel:12345"]').length !== 1)
    found.push('3.2.6: the hotline is not in the footer');
  return found;
}
